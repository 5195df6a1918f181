"""A picture's copies as an edition lists them (`url width height format`): choosing among them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

JPEG = "jpg"
IN_TEXT = 1280  # pixels: what a browser that knows no srcset gets

Rendition = Mapping[str, Any]


def in_format(copies: Sequence[Rendition], image_format: str) -> list[Rendition]:
    """Editions older than the other formats do not say that theirs is JPEG."""
    return [one for one in copies if one.get("format", JPEG) == image_format]


def plain_copy(copies: Sequence[Rendition]) -> Rendition | None:
    """The JPEG for `<img src>`: the largest that is not wider than a page; None without copies."""
    every = in_format(copies, JPEG)
    fitting = [one for one in every if one["width"] <= IN_TEXT] or every[:1]
    return fitting[-1] if fitting else None
