"""The style sheet: legible in both schemes, small, and the same in every direction of writing."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

SHEET = Path(finders.find("articles/site/site.css"))
TEXT = re.sub(r"/\*.*?\*/", "", SHEET.read_text(encoding="utf-8"), flags=re.DOTALL)


def colours(block):
    return dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", block))


LIGHT = colours(TEXT.partition("@media (prefers-color-scheme: dark)")[0])
DARK = colours(TEXT.partition("@media (prefers-color-scheme: dark)")[2].partition("@media")[0])


def luminance(colour):
    """Relative luminance as WCAG 2.2 defines it."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ink", ["ink", "soft", "accent"])
@pytest.mark.parametrize("ground", ["paper", "tint"])
def test_words_stand_out_from_their_ground(scheme, ink, ground):
    assert contrast(scheme[ink], scheme[ground]) >= 4.5


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_focus_stands_out(scheme):
    assert contrast(scheme["focus"], scheme["paper"]) >= 3


def test_the_style_sheet_is_small():
    assert len(gzip.compress(TEXT.encode())) < 20 * 1024


def test_directions_are_logical():
    physical = (
        r"(?:margin|padding|border)-(?:left|right|top|bottom)|text-align: (?:left|right)"
        r"|^\s*(?:left|right|top|bottom|width|height):"
    )

    assert re.findall(physical, TEXT, flags=re.MULTILINE) == []


def test_nothing_is_fetched_from_elsewhere():
    assert "url(" not in TEXT
    assert "@import" not in TEXT
    assert "@font-face" not in TEXT
