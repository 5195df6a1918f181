"""Renditions: one 24-megapixel JPEG to all widths and formats, beside libvips.

Ours runs as in production: in the child process, with its start, the credit inside. libvips makes
the JPEG and WebP copies of the same sizes, in this process, and writes no words into them.
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from statistics import median
from time import perf_counter

from PIL import Image, ImageFilter

from articles.imaging.picture import make_copies
from articles.imaging.recipe import EVERY_FORMAT, Cut, copy_name, cuts
from articles.imaging.xmp import Credit

SIZE = 6000, 4000  # pixels
RUNS = 3
STEM = "0" * 32
CREDIT = Credit(creator="Ada Lumen", credit_line="Ada Lumen/Northmark Pictures", alt_text="A quay")
WITHOUT_AVIF = ("webp", "jpg")
NO_VIPS = "libvips is not here: install the package libvips42, then run make bench again."


def renditions() -> str:
    """One line: seconds of ours and of libvips, each the median of some runs, and the ratios."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        original = a_photograph(folder / "original.jpg")
        every = copies(folder / "ours", EVERY_FORMAT)
        some = copies(folder / "ours", WITHOUT_AVIF)
        ours = seconds(lambda: by_us(original, every))
        alike = seconds(lambda: by_us(original, some))
        said = f"renditions  {ours:.2f} s for {len(every)} copies in AVIF, WebP and JPEG"
        try:
            theirs = seconds(lambda: by_vips(original, copies(folder / "vips", WITHOUT_AVIF)))
        except (ImportError, OSError):
            return f"{said}. {NO_VIPS}"
    return (
        f"{said}; libvips {theirs:.2f} s for the {len(some)} in WebP and JPEG: "
        f"ratio {ours / theirs:.2f}, and {alike / theirs:.2f} where we leave out AVIF too"
    )


def copies(folder: Path, formats: tuple[str, ...]) -> list[tuple[Path, Cut]]:
    return [
        (folder / copy_name(STEM, cut.width, cut.height, kind), cut)
        for cut in cuts(*SIZE).each()
        for kind in cut.formats
        if kind in formats
    ]


def a_photograph(path: Path) -> Path:
    """Soft shapes with grain, the same each time: as hard to compress as a photograph."""
    chance = random.Random(24)  # noqa: S311 - a picture, no secret
    small = Image.frombytes("RGB", (60, 40), chance.randbytes(60 * 40 * 3))
    soft = small.resize(SIZE, Image.Resampling.BICUBIC)
    grain = Image.frombytes("L", SIZE, chance.randbytes(SIZE[0] * SIZE[1]))
    fine = grain.filter(ImageFilter.GaussianBlur(1)).convert("RGB")
    Image.blend(soft, fine, 0.15).save(path, "JPEG", quality=92)
    return path


def seconds(work: Callable[[], None]) -> float:
    taken = []
    for _ in range(RUNS):
        begun = perf_counter()
        work()
        taken.append(perf_counter() - begun)
    return median(taken)


def by_us(original: Path, wanted: list[tuple[Path, Cut]]) -> None:
    make_copies(original, wanted, credit=CREDIT, in_background=True)


def by_vips(original: Path, wanted: list[tuple[Path, Cut]]) -> None:
    """Decoded once, at the largest width needed, as it does best; the rest is made of that."""
    pyvips = import_module("pyvips")  # no part of the project: it may be absent
    largest = max(cut.width for _, cut in wanted)
    base = pyvips.Image.thumbnail(str(original), largest).copy_memory()
    across = base.width / SIZE[0]
    for path, cut in wanted:
        path.parent.mkdir(exist_ok=True)
        left, top, right, bottom = (round(edge * across) for edge in cut.box)
        part = base.crop(left, top, min(right, base.width) - left, min(bottom, base.height) - top)
        small = part.thumbnail_image(cut.width, height=cut.height, size="force")
        if path.suffix == ".jpg":
            small.jpegsave(str(path), Q=82, interlace=True, optimize_coding=True)
        else:
            small.webpsave(str(path), Q=76, effort=4)
