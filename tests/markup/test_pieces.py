"""Pieces of HTML are put together as they are only where a template has printed them."""

from __future__ import annotations

import pytest
from django.template import engines

from articles.markup.pieces import parted, together


def printed(text):
    return engines["django"].from_string("<i>{{ text }}</i>").render({"text": text})


def test_what_was_parted_goes_together_again():
    before, after = parted(printed("\0"))

    assert together([before, printed("<b>"), after]) == "<i><i>&lt;b&gt;</i></i>"


def test_what_no_template_has_printed_is_refused():
    with pytest.raises(TypeError, match="template"):
        together([printed("tide"), "<script>"])
