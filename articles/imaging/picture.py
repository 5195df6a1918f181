"""An uploaded picture: whether it is one we take, its hash, and its copies."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from articles.imaging.recipe import Cut
from articles.imaging.xmp import Credit, packet

LARGEST_FILE = 20 * 1024 * 1024  # bytes
PATIENCE = 20  # seconds
LONG_PATIENCE = 600  # seconds, where nobody waits
ROOT = Path(__file__).resolve().parent.parent.parent
EXTENSIONS = {
    "JPEG": (".jpg", ".jpeg", ".jpe"),
    "PNG": (".png",),
    "WEBP": (".webp",),
    "GIF": (".gif",),
    "AVIF": (".avif",),
}
"""Format -> how a file's name may end, the usual one first."""
KINDS = "a JPEG, PNG, WebP, GIF or AVIF"
REASONS = {
    "unknown": f"is not a picture we can read. Send {KINDS}.",
    "broken": "is damaged or cut off. Send the file again, or export it anew.",
    "too large": "has more than 50 million pixels or a side over 12,000. Send it smaller.",
    "heavy": "weighs more than 20 MB. Send it smaller.",
    "limits": "takes too long or too much memory to read. Export it anew as a JPEG.",
}


class PictureRefused(Exception):
    """The file is not taken; the sentence names it and says what to do."""


@dataclass(frozen=True)
class Picture:
    """What a file turned out to be; width and height in pixels, upright.

    `likeness` is nearly the same for every copy of a picture (see `likeness`).
    `metadata` is what it says of itself, untouched: see `metadata.originals`. `content_hash` is
    the SHA-256 of the file.
    """

    format: str
    width: int
    height: int
    likeness: str = field(default="", compare=False)
    metadata: dict[str, dict[str, Any]] = field(default_factory=dict, compare=False)
    content_hash: str = field(default="", compare=False)


def inspect(source: Path, *, name: str) -> Picture:
    """Checks a file that was sent under `name`: its content decides, the name must agree."""
    if source.stat().st_size > LARGEST_FILE:
        raise refused(name, "heavy")
    answer = ask({"source": str(source), "read": True}, name=name)
    suffix = Path(name).suffix.lower()
    endings = EXTENSIONS[answer["format"]]
    if suffix not in endings:
        message = (
            f"{name} is a {answer['format']} by its content. Rename it to end in {endings[0]}."
        )
        raise PictureRefused(message)
    width, height = answer["size"]
    return Picture(
        answer["format"],
        width,
        height,
        likeness=answer["likeness"],
        metadata=answer["metadata"],
        content_hash=content_hash(source),
    )


def likenesses_of(source: Path) -> list[str]:
    """The likenesses of the picture and of its light crops, to know a copy by."""
    answer = ask({"source": str(source), "likenesses": True}, name=source.name)
    found: list[str] = answer["likenesses"]
    return found


def content_hash(source: Path) -> str:
    """SHA-256 of the file's bytes, in hexadecimal: what the picture is known by."""
    with source.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def make_copies(
    source: Path,
    copies: Iterable[tuple[Path, Cut]],
    *,
    credit: Credit,
    name: str = "",
    in_background: bool = False,
) -> None:
    """Writes the copies, each to its path, in the format that the path ends in; folders included.

    In sRGB, upright, with the credit inside and nothing else of the original's metadata. In the
    background it gives way to all else, and may take long. A refusal calls the original by `name`,
    or as the file is called.
    """
    wanted = [{"path": str(path), **cut.as_values()} for path, cut in copies]
    for folder in {Path(one["path"]).parent for one in wanted}:
        folder.mkdir(parents=True, exist_ok=True)
    order = {
        "source": str(source),
        "copies": wanted,
        "xmp": packet(credit).hex(),
        "in_background": in_background,
    }
    if wanted:
        ask(order, name=name or source.name, patience=LONG_PATIENCE if in_background else PATIENCE)


def ask(order: dict[str, Any], *, name: str, patience: float = PATIENCE) -> dict[str, Any]:
    """Gives the child one order; its death by a limit is a refusal like any other."""
    try:
        done = subprocess.run(
            [sys.executable, "-m", "articles.imaging.child"],
            input=json.dumps(order).encode(),
            capture_output=True,
            timeout=patience,
            cwd=ROOT,
            check=True,
        )
        answer: dict[str, Any] = json.loads(done.stdout)
    except (subprocess.SubprocessError, ValueError) as error:
        raise refused(name, "limits") from error
    if "refused" in answer:
        raise refused(name, answer["refused"])
    return answer


def refused(name: str, reason: str) -> PictureRefused:
    return PictureRefused(f"{name} {REASONS[reason]}")
