"""The one figure: a picture with its caption and its credit line, in every story alike."""

from __future__ import annotations

import re
from typing import Any

from django.template.loader import render_to_string


def render_figure(figure: dict[str, Any], *, is_lead: bool = False) -> str:
    """Finished HTML of a figure value (see `publishing.compose.figure_values`).

    The lead picture is fetched at once, the others when the reader comes near. The HTML is kept in
    editions for good: its classes are a promise to the style sheet.
    """
    return render_to_string("site/figure.html", {"figure": figure, "is_lead": is_lead}).strip()


def exchange_figure(body_html: str, photo_key: str, figure_html: str) -> str:
    """An edition's body with another figure, or none, where that photo's figure stood.

    The body is our own finished HTML: figures do not nest, and no caption holds a bare “<”.
    """
    figure = re.compile(
        rf'<figure class="picture[^"]*" data-photo="{re.escape(photo_key)}">.*?</figure>', re.DOTALL
    )
    return figure.sub(lambda _found: figure_html, body_html)
