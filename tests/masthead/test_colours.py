"""Colours that readers could not read are refused, with the reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.exceptions import ValidationError

import articles
from articles.masthead.colours import DARK_PAPER, LIGHT_PAPER, contrast, validate_on_dark
from articles.masthead.colours import validate_on_light as validate


def test_contrast_is_that_of_the_guidelines():
    """WCAG's own extremes, and a pair that its working group gives as 4.54 to 1."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == 1
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("colour", ["red", "#fff", "#96201b0", "96201b", "#96201g", ""])
def test_what_is_no_colour_is_refused(colour):
    with pytest.raises(ValidationError, match="is not a colour"):
        validate(colour)


def test_a_pale_one_is_refused_on_light_and_a_deep_one_on_dark():
    with pytest.raises(ValidationError, match="Choose a darker one"):
        validate("#f0958a")
    with pytest.raises(ValidationError, match="Choose a lighter one"):
        validate_on_dark("#96201b")
    validate("#96201b")
    validate_on_dark("#f0958a")


def test_the_grounds_are_those_of_the_style_sheet():
    sheet = Path(articles.__file__).parent / "static" / "articles" / "site" / "site.css"
    css = sheet.read_text(encoding="utf-8")

    assert css.index(f"--paper: {LIGHT_PAPER}") < css.index(f"--paper: {DARK_PAPER}")
