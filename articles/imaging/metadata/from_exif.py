"""EXIF: what the camera wrote, and a few words that programs put beside it.

Where it was taken, and the numbers of camera and lens, are not even looked at.
"""

from __future__ import annotations

from typing import Any

from PIL import Image

from articles.imaging.metadata.charset import decoded

DETAILS = 0x8769  # the directory of the picture's taking
WORDS = {
    0x010E: "ImageDescription",
    0x013B: "Artist",
    0x8298: "Copyright",
    0x9C9B: "XPTitle",
    0x9C9C: "XPComment",
    0x9C9D: "XPAuthor",
}
TIMES = {0x9003: "DateTimeOriginal", 0x9011: "OffsetTimeOriginal"}


def from_exif(image: Image.Image) -> dict[str, str]:
    """The texts by the tag's name."""
    exif = image.getexif()
    places = ((WORDS, exif), (TIMES, exif.get_ifd(DETAILS)))
    found = {
        name: _text(directory[tag])
        for names, directory in places
        for tag, name in names.items()
        if tag in directory
    }
    return {name: text for name, text in found.items() if text}


def _text(value: Any) -> str:
    """Pillow gives a text in Latin-1, whatever it was; Windows' own tags are bytes of UTF-16."""
    if isinstance(value, bytes):
        return value.decode("utf-16-le", errors="ignore").strip("\0 ")
    if not isinstance(value, str):
        return ""
    text = decoded(value.encode("latin-1", errors="replace"))
    # A copyright has two holders, the photographer's and the editor's, with NUL between them.
    return "; ".join(part.strip() for part in text.split("\0") if part.strip())
