"""The child process that decodes. Reads one order as JSON, answers as JSON, and ends.

Run as `python -m articles.imaging.child`. It sets its own limits before it touches the file.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import warnings
from typing import Any

from PIL import Image, ImageFile

from articles.imaging.develop import develop, upright
from articles.imaging.likeness import likeness, likenesses
from articles.imaging.metadata.originals import originals

MEMORY = 5 * 2**28  # bytes of address space; a WebP of the largest area takes nearly a GiB
CPU_SECONDS = 10
CPU_SECONDS_FOR_COPIES = 60  # all copies of the largest area take up to 12
POLITE = 10  # how much a job of the queue gives way to readers (nice)
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")
LARGEST_AREA = 50_000_000  # pixels
LONGEST_SIDE = 12_000  # pixels


def main() -> None:
    order = json.load(sys.stdin)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    seconds = CPU_SECONDS_FOR_COPIES if order.get("copies") else CPU_SECONDS
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    if order.get("in_background"):
        os.nice(POLITE)
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    Image.MAX_IMAGE_PIXELS = LARGEST_AREA
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        answer = obey(order)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        answer = {"refused": reason(error)}
    except (MemoryError, Image.DecompressionBombWarning):
        answer = {"refused": "too large"}
    json.dump(answer, sys.stdout)


def reason(error: Exception) -> str:
    if isinstance(error, Image.DecompressionBombError):
        return "too large"
    return "broken" if "cannot identify" not in str(error) else "unknown"


def obey(order: dict[str, Any]) -> dict[str, Any]:
    """Checks the file; reads its words, or makes the copies that the order names."""
    with Image.open(order["source"], formats=FORMATS) as image:
        # MPO is what many telephones take: a JPEG with further pictures behind it.
        found: dict[str, Any] = {
            "format": "JPEG" if image.format == "MPO" else image.format,
            "size": image.size,
        }
        if image.width * image.height > LARGEST_AREA or max(image.size) > LONGEST_SIDE:
            return {"refused": "too large", **found}
        image.seek(0)
        if order.get("copies"):
            return {**found, "copies": develop(image, order)}
        image.load()
        shown = upright(image)
        answer = {**found, "size": shown.size, "likeness": likeness(shown)}
        if order.get("likenesses"):
            answer["likenesses"] = likenesses(shown)
        if order.get("read"):
            answer["metadata"] = originals(image)
    return answer


if __name__ == "__main__":
    main()
