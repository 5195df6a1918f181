"""Copies of a picture are known again, and other pictures are not taken for it."""

from __future__ import annotations

from io import BytesIO
from itertools import combinations

import pytest
from PIL import Image

from articles.imaging.likeness import alike, likeness, likenesses
from tests.drawing import a_drawing

SCENES = ("fog-harbour", "market-place", "net-loft", "south-quay", "reading-room", "gale-night")
COPIES = {
    "the same": {},
    "re-encoded": {"quality": 35},
    "as WebP": {"image_format": "WEBP", "quality": 60},
    "half its size": {"size": (800, 533)},
    "a thumbnail": {"size": (320, 213)},
    "cropped on all sides": {"crop": (60, 40, 1540, 1027)},
    "cropped on the left": {"crop": (120, 0, 1600, 1067)},
    "cropped at the foot and small": {"crop": (0, 0, 1600, 980), "size": (640, 392)},
}


def opened(data):
    return Image.open(BytesIO(data))


@pytest.mark.parametrize("copy", COPIES)
@pytest.mark.parametrize("scene", SCENES[:3])
def test_a_copy_is_like_its_picture(scene, copy):
    known = likenesses(opened(a_drawing(scene)))

    assert alike(likeness(opened(a_drawing(scene, **COPIES[copy]))), known)


@pytest.mark.parametrize(("one", "other"), list(combinations(SCENES, 2)))
def test_another_picture_is_not(one, other):
    assert not alike(likeness(opened(a_drawing(other))), likenesses(opened(a_drawing(one))))


def test_a_likeness_is_sixteen_hexadecimal_digits():
    found = likeness(Image.new("1", (3, 2)))

    assert len(found) == 16
    assert int(found, 16) >= 0
