"""The child process that decodes. Reads one order as JSON, answers as JSON, and ends.

Run as `python -m articles.imaging.child`. It sets its own limits before it touches the file.
"""

from __future__ import annotations

import hashlib
import json
import os
import resource
import sys
import warnings
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageCms, ImageFile, ImageOps

from articles.imaging.likeness import likeness, likenesses
from articles.imaging.metadata.originals import originals

MEMORY = 1024**3  # bytes of address space
CPU_SECONDS = 10
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")
LARGEST_AREA = 50_000_000  # pixels
LONGEST_SIDE = 12_000  # pixels
QUALITY = 82


def main() -> None:
    order = json.load(sys.stdin)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
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
    """Checks the file; reads its words and makes its copies too when the order says so."""
    with Image.open(order["source"], formats=FORMATS) as image:
        # MPO is what many telephones take: a JPEG with further pictures behind it.
        found: dict[str, Any] = {
            "format": "JPEG" if image.format == "MPO" else image.format,
            "size": image.size,
        }
        if image.width * image.height > LARGEST_AREA or max(image.size) > LONGEST_SIDE:
            return {"refused": "too large", **found}
        image.seek(0)
        image.load()
        upright = ImageOps.exif_transpose(image)
        answer = {**found, "size": upright.size, "likeness": likeness(upright)}
        if order.get("likenesses"):
            answer["likenesses"] = likenesses(upright)
        if order.get("read"):
            answer["metadata"] = originals(image)
        if order.get("folder"):
            answer["renditions"] = list(renditions(upright, order))
    return answer


def renditions(image: Image.Image, order: dict[str, Any]) -> Any:
    """Each width asked for that the picture has, the largest first, and never an enlargement."""
    plain = in_srgb(image)
    plain.info.clear()  # nothing of the original's own metadata slips through
    wanted = {min(width, plain.width) for width in order["widths"]}
    for width in sorted(wanted, reverse=True):
        height = max(1, round(plain.height * width / plain.width))
        plain = plain.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)
        yield save(plain, Path(order["folder"]), bytes.fromhex(order["xmp"]))


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
        layer = image.convert("RGBA")
        ground = Image.new("RGBA", layer.size, "white")
        return Image.alpha_composite(ground, layer).convert("RGB")
    return image.convert("RGB")


def save(image: Image.Image, folder: Path, xmp: bytes) -> dict[str, Any]:
    """Writes a progressive JPEG under the hash of its content; never half a file."""
    out = BytesIO()
    image.save(out, "JPEG", quality=QUALITY, progressive=True, optimize=True, xmp=xmp)
    data = out.getvalue()
    name = f"{hashlib.sha256(data).hexdigest()[:32]}-{image.width}.jpg"
    unfinished = folder / f".{name}.{os.getpid()}"
    with unfinished.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    unfinished.rename(folder / name)
    return {"name": name, "width": image.width, "height": image.height}


if __name__ == "__main__":
    main()
