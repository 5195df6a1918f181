"""IIM (the IPTC Information Interchange Model 4.2): the wire services' records of the nineties.

A JPEG holds them among Photoshop's resources, in one APP13 segment or in several.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from PIL import Image

from articles.imaging.metadata.charset import decoded

HEADER = b"Photoshop 3.0\0"
RESOURCE = b"8BIM"
RECORDS = 0x0404  # the resource that holds IIM
MARK = 0x1C  # in front of every dataset
EXTENDED = 0x8000  # the size is that of the size
ENVELOPE, APPLICATION = 1, 2
CHARACTER_SET = 90
UTF8 = (b"\x1b%G", b"\x1b%/G", b"\x1b%/H", b"\x1b%/I")
DATASETS = {
    5: 64,  # Object Name, the title
    10: 1,  # Urgency
    15: 3,  # Category
    20: 32,  # Supplemental Category
    22: 32,  # Fixture Identifier
    25: 64,  # Keywords
    30: 8,  # Release Date
    35: 11,  # Release Time
    37: 8,  # Expiration Date
    38: 11,  # Expiration Time
    40: 256,  # Special Instructions
    55: 8,  # Date Created
    60: 11,  # Time Created
    80: 32,  # By-line
    85: 32,  # By-line Title
    90: 32,  # City
    92: 32,  # Sub-location
    95: 32,  # Province/State
    100: 3,  # Country Code
    101: 64,  # Country Name
    103: 32,  # Original Transmission Reference, the job
    105: 256,  # Headline
    110: 32,  # Credit
    115: 32,  # Source
    116: 128,  # Copyright Notice
    118: 128,  # Contact
    120: 2000,  # Caption
    122: 32,  # Caption Writer
}
"""The datasets that hold words, with the bytes each has room for."""


def from_iim(image: Image.Image) -> dict[str, list[str]]:
    """The datasets as `2:80`, each a list: most may be repeated, and some programs repeat all."""
    datasets = list(_datasets(b"".join(_resources(_photoshop(image)))))
    is_utf8 = any(
        (record, number) == (ENVELOPE, CHARACTER_SET) and data.startswith(UTF8)
        for record, number, data in datasets
    )
    found: dict[str, list[str]] = {}
    for record, number, data in datasets:
        if record != APPLICATION or number not in DATASETS:
            continue
        text = decoded(data.rstrip(b"\0"), is_utf8=is_utf8, limit=DATASETS[number]).strip()
        if text:
            found.setdefault(f"{record}:{number:02}", []).append(text)
    return found


def _photoshop(image: Image.Image) -> bytes:
    """All APP13 segments as one: a resource may begin in one and end in the next."""
    return b"".join(
        data[len(HEADER) :]
        for name, data in getattr(image, "applist", ())
        if name == "APP13" and data.startswith(HEADER)
    )


def _resources(data: bytes) -> Iterator[bytes]:
    """The resources that hold IIM. Each: mark, kind, padded name, size, padded content."""
    at = data.find(RESOURCE)
    while 0 <= at <= len(data) - 12:
        kind, name_size = struct.unpack_from(">HB", data, at + 4)
        start = at + 6 + (name_size + 2) // 2 * 2
        (size,) = struct.unpack_from(">I", data.ljust(start + 4, b"\0"), start)
        if kind == RECORDS:
            yield data[start + 4 : start + 4 + size]
        at = data.find(RESOURCE, start + 4 + size)


def _datasets(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Record, number and bytes of each dataset, past any padding between them."""
    at = data.find(MARK)
    while 0 <= at <= len(data) - 5:
        record, number, size = struct.unpack_from(">BBH", data, at + 1)
        start = at + 5
        if size & EXTENDED:
            length = size ^ EXTENDED
            size = int.from_bytes(data[start : start + min(length, 4)])
            start += length
        yield record, number, data[start : start + size]
        at = data.find(MARK, start + size)
