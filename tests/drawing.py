"""The demo's drawings as picture files: pictures with enough in them to be told apart."""

from __future__ import annotations

from functools import cache
from io import BytesIO

from PIL import Image

from articles.management.demo.draw.pictures import paint


@cache
def painted(key: str) -> Image.Image:
    return paint(key, "landscape")


def a_drawing(
    key: str = "fog-harbour",
    *,
    size: tuple[int, int] | None = None,
    crop: tuple[int, int, int, int] | None = None,
    image_format: str = "JPEG",
    quality: int = 88,
) -> bytes:
    """1600 by 1067 pixels, unless it is cropped or resized."""
    image = painted(key)
    if crop:
        image = image.crop(crop)
    if size:
        image = image.resize(size)
    out = BytesIO()
    image.save(out, image_format, quality=quality)
    return out.getvalue()
