"""Paths that are made once are those that Django would make each time."""

from __future__ import annotations

import pytest
from django.template import Context, Template
from django.urls import NoReverseMatch, reverse

from articles.masthead.paths import path_of


def test_each_page_has_its_own_path():
    for day in (1, 2):
        values = (2026, 11, day, "night-ferry")
        assert path_of("story", *values) == reverse("site:story", args=values)
    assert path_of("section", "news") != path_of("author", "news") != path_of("author", "sport")


def test_what_no_address_can_hold_is_refused_each_time():
    for _ in range(2):
        with pytest.raises(NoReverseMatch):
            path_of("author", "no slug")


@pytest.mark.parametrize(("slug", "printed"), [("ada-lumen", "/by/ada-lumen/"), ("no slug", "")])
def test_a_template_prints_what_there_is(slug, printed):
    template = Template("{% load reading %}{% path 'author' slug %}")

    assert template.render(Context({"slug": slug})) == printed
