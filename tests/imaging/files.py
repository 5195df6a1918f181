"""Picture files as strangers send them."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import Any

from PIL import Image

from articles.imaging.xmp import Credit

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'

CREDIT = Credit(
    creator="Inés Okafor",
    credit_line="Inés Okafor/Northmark Pictures",
    source="Northmark Pictures",
    copyright_notice="© 2026 Northmark Pictures",
    caption="A ferry <leaves> & “sails”.",
    alt_text="A lit ferry",
    usage_terms="Editorial use only",
    web_statement="https://example.org/terms",
    licensor_url="https://example.org/license",
    digital_source_type="http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture",
    data_mining="http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED",
)
"""What a copy is given to carry, every property of it."""


def encoded(image: Image.Image, image_format: str, **options: Any) -> bytes:
    out = BytesIO()
    image.save(out, image_format, **options)
    return out.getvalue()


def two_tones(size: tuple[int, int] = (64, 48)) -> Image.Image:
    """Red on the left, blue on the right."""
    image = Image.new("RGB", size, "red")
    image.paste((0, 0, 255), (size[0] // 2, 0, *size))
    return image


def animated(image_format: str) -> bytes:
    """A red frame, then a blue one."""
    frames = [Image.new("RGB", (64, 48), "blue")]
    first = Image.new("RGB", (64, 48), "red")
    return encoded(first, image_format, save_all=True, append_images=frames)


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is large."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = [(b"IHDR", header), (b"IDAT", zlib.compress(b"")), (b"IEND", b"")]
    chunks = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in body
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)
