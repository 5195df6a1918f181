"""The recipe: which copies a picture gets, and what they are called. Pure.

A name follows from the picture and the words it carries, so it is known before a copy is made:
publishing waits for nothing, and what has another content has another name.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

VERSION = 1
"""Part of every name: a copy made by another recipe is another file. Raise it with each change."""
WIDTHS = (320, 640, 960, 1280, 1920)  # pixels, of the full frame
CARD = 3, 2
CARD_WIDTHS = (320, 640, 960)
SOCIAL = 1200, 630
SMALLEST_SOCIAL = 600  # pixels: networks show a narrower card small, or not at all
EVERY_FORMAT = ("avif", "webp", "jpg")
JPEG_ALONE = ("jpg",)  # what every network's reader of cards knows

Box = tuple[int, int, int, int]
"""Left, top, right, bottom, in pixels of the upright original."""


@dataclass(frozen=True, kw_only=True)
class Cut:
    """One size of a picture: the part of the original that it shows, and the files it comes as."""

    width: int
    height: int
    box: Box
    formats: tuple[str, ...] = EVERY_FORMAT

    @classmethod
    def from_values(cls, values: Mapping[str, Any]) -> Cut:
        left, top, right, bottom = values["box"]
        return cls(
            width=values["width"],
            height=values["height"],
            box=(left, top, right, bottom),
            formats=tuple(values["formats"]),
        )

    def as_values(self) -> dict[str, Any]:
        return {
            "width": self.width,
            "height": self.height,
            "box": list(self.box),
            "formats": list(self.formats),
        }


@dataclass(frozen=True)
class Cuts:
    """All sizes of one picture, each list with the narrowest first."""

    full: list[Cut]
    card: list[Cut]
    social: Cut | None

    def each(self) -> Iterator[Cut]:
        """Every size once. Two of the same width and height show the same, but for a pixel."""
        social = [self.social] if self.social else []
        seen: set[tuple[int, int]] = set()
        for cut in (*self.full, *self.card, *social):
            if (cut.width, cut.height) not in seen:
                seen.add((cut.width, cut.height))
                yield cut


def cuts(width: int, height: int, *, focal_point: tuple[float, float] = (0.5, 0.5)) -> Cuts:
    """The sizes of an upright picture: nothing is ever enlarged, and the focal point stays in."""
    whole = (0, 0, width, height)
    card = around(focal_point, size=(width, height), shape=CARD)
    social = around(focal_point, size=(width, height), shape=SOCIAL)
    breadth = min(SOCIAL[0], social[2] - social[0])
    return Cuts(
        full=[scaled(whole, one) for one in widths(WIDTHS, at_most=width)],
        card=[scaled(card, one) for one in widths(CARD_WIDTHS, at_most=card[2] - card[0])],
        social=scaled(social, breadth, JPEG_ALONE) if breadth >= SMALLEST_SOCIAL else None,
    )


def widths(wanted: Iterable[int], *, at_most: int) -> list[int]:
    """Those that the picture has; its own width stands in for the first larger one."""
    return sorted({min(one, at_most) for one in wanted})


def scaled(box: Box, width: int, formats: tuple[str, ...] = EVERY_FORMAT) -> Cut:
    left, top, right, bottom = box
    height = max(1, round((bottom - top) * width / (right - left)))
    return Cut(width=width, height=height, box=box, formats=formats)


def around(
    focal_point: tuple[float, float], *, size: tuple[int, int], shape: tuple[int, int]
) -> Box:
    """The largest box of that shape, with the focal point as near its middle as the edges let."""
    width, height = size
    scale = min(width / shape[0], height / shape[1])
    breadth = max(1, min(width, round(shape[0] * scale)))
    length = max(1, min(height, round(shape[1] * scale)))
    left = min(max(round(focal_point[0] * width - breadth / 2), 0), width - breadth)
    top = min(max(round(focal_point[1] * height - length / 2), 0), height - length)
    return left, top, left + breadth, top + length


def stem(picture: str, credit: Mapping[str, str], *, focal_point: tuple[float, float]) -> str:
    """What the names of all copies begin with: 32 hexadecimal digits of a SHA-256.

    `picture` is what it is known by, the hash of its content included.
    """
    seen = [VERSION, picture, dict(credit), [round(one, 4) for one in focal_point]]
    return hashlib.sha256(json.dumps(seen, sort_keys=True).encode()).hexdigest()[:32]


def copy_name(stem: str, width: int, height: int, extension: str) -> str:
    return f"{stem}-{width}x{height}.{extension}"
