"""What stands in a field and says nothing: signs for empty, and what cameras write unasked."""

from __future__ import annotations

import re

NOTHING = frozenset(
    {"null", "(null)", "none", "nil", "n/a", "n.a.", "undefined", "unknown", "empty", "(c)"}
    | {"untitled", "no title", "no caption", "caption", "description", "title", "headline"}
)
CAMERAS = re.compile(
    r"(?:(?:olympus|(?:konica )?minolta|samsung|kodak|casio|pentax) )?digital ?(?:still ?)?camera"
    r"|sony dsc|samsung(?: camera pictures)?|dcim\b.*|exif[_ ]jpeg.*|<(?:kenox|digimax|samsung).*>"
    r"|created with (?:the )?gimp.*|created by .{0,40}(?:photoshop|lightroom|gimp).*"
    r"|file written by adobe.*|creator: gd-jpeg.*|lead technologies.*|applemark|ascii|default"
    r"|optimized by jpegmini.*|processed (?:with|by) .*|my beautiful picture|screenshot"
    r"|edf|cof|dav|hdr|oznor\w*|hdrpl|rptnb\w*|jpeg image|image|picture|photo",
    re.I,
)
FILE_NAME = re.compile(
    r"\S*\.(?:jpe?g|png|tiff?|webp|avif|heic|gif|bmp|psd|dng|nef|cr[23]|arw|raf|orf|rw2)"
    r"|_?(?:dscn?|dscf|dsc_?|img|imgp|mg|pxl|gopr|dji|mvi|cimg|sam|p|r|untitled|scan|foto|image)"
    r"[-_ ]?\d{3,}[-_~()\w]*"
    r"|[\d_.\-]+",
    re.I,
)
EXPOSURE = re.compile(
    r"\bf/?\s?\d+(?:[.,]\d+)?\b|\b1/\d{1,5}\s?(?:s|sec|secs|seconds)?\b|\biso[\s:-]*\d+\b"
    r"|\b\d+(?:\.\d+)?\s?(?:mm|ev)\b|\b\d+(?:\.\d+)?\s?(?:s|sec|secs|seconds)\b",
    re.I,
)
BESIDE_EXPOSURE = re.compile(
    r"\b(?:aperture|shutter|speed|exposure|time|focal|length|lens|camera|model|make|flash|fired|off"
    r"|on|bias|program|manual|mode|metering|white|balance|auto|at|canon|eos|nikon|sony|fujifilm"
    r"|olympus|leica|pentax|panasonic|lumix|apple|iphone|samsung|ilce|usm|is|ii|iii|iv|mark|pro)\b"
    r"|\b\w*\d\w*\b|[\W_]",
    re.I,
)


def is_nothing(text: str) -> bool:
    """Blank, a sign, or a word for “empty”."""
    return text.strip().lower() in NOTHING or not any(map(str.isalnum, text))


def is_of_the_camera(text: str) -> bool:
    """A label that a camera or a program wrote, a file's name, or the exposure and nothing else."""
    text = " ".join(text.split())
    if CAMERAS.fullmatch(text) or FILE_NAME.fullmatch(text):
        return True
    without = EXPOSURE.sub("", text)
    return without != text and not BESIDE_EXPOSURE.sub("", without)
