"""An uploaded picture: whether it is one we take, and its public copies."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from articles.imaging.xmp import Credit, packet

LARGEST_FILE = 20 * 1024 * 1024  # bytes
WIDTHS = (480, 960, 1600)  # pixels
PATIENCE = 20  # seconds
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
    with source.open("rb") as file:
        content_hash = hashlib.file_digest(file, "sha256").hexdigest()
    return Picture(
        answer["format"],
        *answer["size"],
        likeness=answer["likeness"],
        metadata=answer["metadata"],
        content_hash=content_hash,
    )


def likenesses_of(source: Path) -> list[str]:
    """The likenesses of the picture and of its light crops, to know a copy by."""
    answer = ask({"source": str(source), "likenesses": True}, name=source.name)
    found: list[str] = answer["likenesses"]
    return found


def make_renditions(
    source: Path,
    folder: Path,
    *,
    credit: Credit,
    widths: tuple[int, ...] = WIDTHS,
    name: str = "",
) -> list[dict[str, Any]]:
    """Writes the public copies into the folder: `name`, `width`, `height` of each, smallest first.

    Progressive JPEG in sRGB, upright, never enlarged, with the credit inside and nothing else of
    the original's metadata. A name carries the content's hash, so it may be cached for ever.
    A refusal calls the original by `name`, or as the file is called.
    """
    folder.mkdir(parents=True, exist_ok=True)
    order = {
        "source": str(source),
        "folder": str(folder),
        "widths": widths,
        "xmp": packet(credit).hex(),
    }
    return sorted(ask(order, name=name or source.name)["renditions"], key=lambda one: one["width"])


def ask(order: dict[str, Any], *, name: str) -> dict[str, Any]:
    """Gives the child one order; its death by a limit is a refusal like any other."""
    try:
        done = subprocess.run(
            [sys.executable, "-m", "articles.imaging.child"],
            input=json.dumps(order).encode(),
            capture_output=True,
            timeout=PATIENCE,
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
