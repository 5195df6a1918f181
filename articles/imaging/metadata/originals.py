"""The untouched words of a file, as it came: what `reading` reads, and what is kept of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from PIL import Image

from articles.imaging.metadata.from_exif import from_exif
from articles.imaging.metadata.from_iim import from_iim
from articles.imaging.metadata.from_xmp import from_xmp
from articles.imaging.xmp import NOT_XML

LONGEST_TEXT = 10_000  # characters
MOST_ITEMS = 200  # of a list, of languages, of a struct's fields
MOST_LETTERS = 200_000  # of one origin, as JSON
READERS: dict[str, Callable[[Image.Image], Mapping[str, Any]]] = {
    "xmp": from_xmp,
    "iim": from_iim,
    "exif": from_exif,
}


def originals(image: Image.Image) -> dict[str, dict[str, Any]]:
    """What an opened picture says, by origin and property: texts, and lists and dicts of texts."""
    return {origin: _heard(reader, image) for origin, reader in READERS.items()}


def _heard(reader: Callable[[Image.Image], Mapping[str, Any]], image: Image.Image) -> Any:
    try:
        found = reader(image)
    except Exception:
        # Whatever is wrong with what stands beside a picture, the picture itself is taken.
        return {}
    kept, room = {}, MOST_LETTERS
    for name, value in found.items():
        short = _within_limits(value)
        room_needed = len(json.dumps({name: short}, ensure_ascii=False))
        if short and room_needed <= room:
            kept[name] = short
            room -= room_needed
    return kept


def _within_limits(value: Any) -> Any:
    """Cut to size, and without what neither XML nor PostgreSQL may hold: NUL first of all."""
    if isinstance(value, str):
        return NOT_XML.sub("", value)[:LONGEST_TEXT].strip("\ufeff ")
    if isinstance(value, list):
        items = [_within_limits(item) for item in value[:MOST_ITEMS]]
        return [item for item in items if item]
    fields = list(value.items())[:MOST_ITEMS]
    return {
        NOT_XML.sub("", name[:80]): short for name, one in fields if (short := _within_limits(one))
    }
