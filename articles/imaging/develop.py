"""Developing: makes copies of a picture. Runs in the child process alone."""

from __future__ import annotations

import math
import os
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageCms

ON_ITS_SIDE = range(5, 9)  # of the EXIF tag Orientation: width and height change places
ORIENTATION = 0x0112
TURNS: dict[int, Image.Transpose | None] = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""Orientation -> what puts the picture upright (EXIF 2.32, 4.6.4 A)."""
SAVED_AS: dict[str, tuple[str, dict[str, Any]]] = {
    "avif": ("AVIF", {"quality": 55, "speed": 8, "max_threads": 1}),
    "webp": ("WEBP", {"quality": 76, "method": 4}),
    "jpg": ("JPEG", {"quality": 82, "progressive": True, "optimize": True}),
}
"""A file's ending -> its format for Pillow, and how it is compressed."""


Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in pixels of the picture as it was decoded."""


def develop(image: Image.Image, order: dict[str, Any]) -> list[str]:
    """Writes the copies that the order names; answers their paths.

    Each of `order["copies"]` has a `path`, a `width`, a `height` and the `box` of the upright
    original that it shows. In sRGB, upright, with `order["xmp"]` inside and nothing else of what
    the original says of itself.
    """
    copies: list[dict[str, Any]] = order["copies"]
    size = upright_size(image)
    decode(image, scale=largest_scale(copies))
    plain = in_srgb(upright(image))
    plain.info.clear()
    xmp = bytes.fromhex(order["xmp"])
    for box in {tuple(one["box"]) for one in copies}:
        shown = [one for one in copies if tuple(one["box"]) == box]
        develop_box(plain, scaled(box, plain, size), shown, xmp)
    return [one["path"] for one in copies]


def develop_box(plain: Image.Image, box: Box, copies: Iterable[dict[str, Any]], xmp: bytes) -> None:
    """The copies of one part of the picture, each width resized from the last bigger one."""
    part, rest = plain, box
    for one in sorted(copies, key=lambda one: one["width"], reverse=True):
        size = (one["width"], one["height"])
        if part.size != size or rest != (0, 0, *size):
            part = part.resize(size, Image.Resampling.LANCZOS, box=rest, reducing_gap=3.0)
            rest = (0, 0, *size)
        write(part, Path(one["path"]), xmp)


def upright_size(image: Image.Image) -> tuple[int, int]:
    width, height = image.size
    return (height, width) if orientation(image) in ON_ITS_SIDE else (width, height)


def orientation(image: Image.Image) -> int:
    """How the camera was held (EXIF, 1 to 8); 1, which is upright, where it cannot be read."""
    try:
        said = image.getexif().get(ORIENTATION, 1)
    except Exception:
        # Of words that cannot be read Pillow raises many things. The picture is taken as it lies.
        return 1
    return said if said in TURNS else 1


def upright(image: Image.Image) -> Image.Image:
    turn = TURNS[orientation(image)]
    return image if turn is None else image.transpose(turn)


def largest_scale(copies: Iterable[dict[str, Any]]) -> float:
    """How large the original must be decoded, at least, for the copy that needs most of it."""
    scale: float = max(one["width"] / (one["box"][2] - one["box"][0]) for one in copies)
    return scale


def decode(image: Image.Image, *, scale: float) -> None:
    """At no less than that scale: a JPEG gives half, a quarter or an eighth for less work."""
    image.draft(None, (math.ceil(image.width * scale), math.ceil(image.height * scale)))
    image.load()


def scaled(box: Any, plain: Image.Image, size: tuple[int, int]) -> Box:
    """A box of the original, in pixels of the picture as it was decoded."""
    across, down = plain.width / size[0], plain.height / size[1]
    left, top, right, bottom = box
    return (
        left * across,
        top * down,
        min(right * across, plain.width),
        min(bottom * down, plain.height),
    )


def in_srgb(image: Image.Image) -> Image.Image:
    """The picture in sRGB, on white where it is transparent."""
    profile = image.info.get("icc_profile")
    if profile and image.mode in {"RGB", "CMYK"}:
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            target = ImageCms.createProfile("sRGB")
            converted = ImageCms.profileToProfile(image, source, target, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError):  # a broken profile: take the colours as they are
            converted = None
        if converted is not None:
            return converted
    if image.mode.startswith("I"):
        image = image.point(lambda value: value / 256).convert("L")
    if image.has_transparency_data:
        layer = image if image.mode == "RGBA" else image.convert("RGBA")
        ground = Image.new("RGB", layer.size, "white")
        ground.paste(layer, mask=layer.getchannel("A"))
        return ground
    return image if image.mode == "RGB" else image.convert("RGB")


def write(image: Image.Image, path: Path, xmp: bytes) -> None:
    """Writes the copy in the format that its name ends in; never half a file."""
    image_format, options = SAVED_AS[path.suffix[1:]]
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with unfinished.open("wb") as file:
            image.save(file, image_format, xmp=xmp, **options)
            file.flush()
            os.fsync(file.fileno())
        unfinished.rename(path)
    finally:
        unfinished.unlink(missing_ok=True)
