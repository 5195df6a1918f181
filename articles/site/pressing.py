"""Pressing pieces of a page one by one, so that they can be put together as they are.

Each is a run of blocks of DEFLATE (RFC 1951) that ends at a whole byte and refers to nothing before
it, so any of them in a row, with a last empty block, are the body of a gzip file (RFC 1952).
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable

HEAD = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"  # no name, no time, of no system
LAST = b"\x03\x00"


def press(text: str, level: int = 1) -> bytes:
    """The piece, pressed at that level of zlib's. Nothing of nothing."""
    if not text:
        return b""
    presser = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    return presser.compress(text.encode()) + presser.flush(zlib.Z_FULL_FLUSH)


def joined(pieces: Iterable[bytes]) -> tuple[bytes, bytes]:
    """What the pieces say together: as it is, and as a gzip file."""
    pressed = b"".join([*pieces, LAST])
    plain = zlib.decompress(pressed, -zlib.MAX_WBITS)
    foot = struct.pack("<LL", zlib.crc32(plain), len(plain) & 0xFFFFFFFF)
    return plain, HEAD + pressed + foot
