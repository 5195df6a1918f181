"""Likeness: 64 bits that stay nearly the same when a picture is re-encoded or resized.

A perceptual hash: the signs, against their median, of the lowest frequencies of a small grey copy
(discrete cosine transform). Two pictures are alike when few of the bits differ.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product
from math import cos, pi
from statistics import median

from PIL import Image

SIDE = 32  # pixels of the small copy
LOW = 8  # frequencies kept in each direction
ALIKE = 10  # bits that may differ
TRIMS = (0.0, 0.05, 0.1)  # parts of a side that a crop may have taken
WORKED_ON = 256  # pixels of the longer side: enough for the hash, and quick to cut

_WAVES = [[cos(pi * (2 * x + 1) * u / (2 * SIDE)) for x in range(SIDE)] for u in range(LOW)]


def likeness(image: Image.Image) -> str:
    """16 hexadecimal digits."""
    small = image.convert("L").resize((SIDE, SIDE), Image.Resampling.LANCZOS)
    grey = small.tobytes()
    rows = [
        [sum(map(float.__mul__, wave, line)) for wave in _WAVES]
        for line in (list(map(float, grey[y * SIDE : (y + 1) * SIDE])) for y in range(SIDE))
    ]
    table = [
        sum(_WAVES[v][y] * rows[y][u] for y in range(SIDE)) for v in range(LOW) for u in range(LOW)
    ]
    middle = median(table[1:])  # the first is the brightness, which says nothing of the picture
    bits = "".join("1" if value > middle else "0" for value in table)
    return f"{int(bits, 2):016x}"


def likenesses(image: Image.Image) -> list[str]:
    """Of the picture and of its light crops, so that a trimmed copy is known again."""
    copy = image.convert("L")
    copy.thumbnail((WORKED_ON, WORKED_ON))
    return sorted({likeness(cut) for cut in _trimmed(copy)})


def _trimmed(image: Image.Image) -> Iterator[Image.Image]:
    width, height = image.size
    for left, top, right, bottom in product(TRIMS, repeat=4):
        box = (width * left, height * top, width * (1 - right), height * (1 - bottom))
        yield image.crop(tuple(round(edge) for edge in box))  # type: ignore[arg-type]


def alike(one: str, others: Iterable[str]) -> bool:
    """Whether the picture of one hash may be the picture of any of the others."""
    bits = int(one, 16)
    return any((bits ^ int(other, 16)).bit_count() <= ALIKE for other in others)
