"""A logo is a plain drawing: whatever could do more is refused, with what it is."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from articles.masthead.logo import size_of_drawing

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {}>{}</svg>'
)
BOX = 'viewBox="0 0 120.4 30"'


def drawing(inside="", attributes=BOX):
    return SVG.format(attributes, inside).encode()


def test_its_size_is_that_of_its_view_box():
    assert size_of_drawing(drawing("<path d='M0 0h9'/>")) == (120, 30)
    assert size_of_drawing(drawing(attributes='viewBox="-5,-5 , 10 20"')) == (10, 20)


def test_a_drawing_may_refer_to_its_own_parts():
    inside = (
        "<defs><path id='a' d='M0 0h9'/></defs><use href='#a'/><use xlink:href='#a'/>"
        "<style>path { fill: #123 } @media (prefers-color-scheme: dark) { path { fill: #eee } }"
        "</style><image href='data:image/png;base64,AAAA'/>"
    )

    assert size_of_drawing(drawing(inside)) == (120, 30)


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        "<path onclick='alert(1)' d='M0 0'/>",
        "<path ONLOAD='alert(1)' d='M0 0'/>",
        "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>",
        "<image href='https://elsewhere.example/x.png'/>",
        "<image xlink:href='//elsewhere.example/x.png'/>",
        "<use href='javascript:alert(1)'/>",
        "<a href='#a'><path d='M0 0'/></a>",
        "<style>@import 'https://elsewhere.example/x.css';</style>",
        "<style>path { fill: url(https://elsewhere.example/x) }</style>",
        "<style>path { fill: url( 'https://elsewhere.example/x') }</style>",
        "<path style='fill:url(//elsewhere.example/x)' d='M0 0'/>",
        "<animate attributeName='href' to='https://elsewhere.example/'/>",
    ],
)
def test_what_acts_or_fetches_is_refused(inside):
    with pytest.raises(ValidationError, match="more than draw"):
        size_of_drawing(drawing(inside))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg",
        b"\x89PNG\r\n",
        b'<!DOCTYPE svg [<!ENTITY a "b">]>' + drawing("&a;"),
        b"\xff\xfe",
    ],
)
def test_what_cannot_be_read_is_refused(data):
    with pytest.raises(ValidationError, match="not an SVG that can be read"):
        size_of_drawing(data)


def test_another_kind_of_file_is_called_so():
    with pytest.raises(ValidationError, match="is not an SVG"):
        size_of_drawing(b"<html xmlns='http://www.w3.org/1999/xhtml'></html>")


@pytest.mark.parametrize(
    "attributes",
    ["", 'viewBox=""', 'viewBox="0 0 0 10"', 'viewBox="0 0 -5 10"', 'viewBox="0 0 a b"'],
)
def test_one_without_a_size_is_refused(attributes):
    with pytest.raises(ValidationError, match="viewBox"):
        size_of_drawing(drawing(attributes=attributes))
