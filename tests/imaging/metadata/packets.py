"""Pictures with words in them, as programs of all ages write them."""

from __future__ import annotations

import struct
from io import BytesIO
from typing import Any

from PIL import Image

from articles.imaging.metadata.originals import originals
from tests.imaging import files

NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
    "plus": "http://ns.useplus.org/ldf/xmp/1.0/",
    "exif": "http://ns.adobe.com/exif/1.0/",
    "aux": "http://ns.adobe.com/exif/1.0/aux/",
    "exifEX": "http://cipa.jp/exif/1.0/",
    "crs": "http://ns.adobe.com/camera-raw-settings/1.0/",
}
UTF8 = b"\x1b%G"


def xmp(*properties: str, attributes: str = "") -> str:
    """A packet with the properties as they would be written."""
    names = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in NAMESPACES.items())
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF {names}>'
        f'<rdf:Description rdf:about="" {attributes}>{"".join(properties)}</rdf:Description>'
        '</rdf:RDF></x:xmpmeta>\n   \n<?xpacket end="w"?>'
    )


def plain(name: str, text: str) -> str:
    return f"<{name}>{text}</{name}>"


def in_languages(name: str, **texts: str) -> str:
    """An AltLang; `x_default` for the language that stands for any."""
    items = (f'<rdf:li xml:lang="{k.replace("_", "-")}">{v}</rdf:li>' for k, v in texts.items())
    return f"<{name}><rdf:Alt>{''.join(items)}</rdf:Alt></{name}>"


def listed(name: str, *items: str, kind: str = "Bag") -> str:
    """Each item a text, or properties, which make it a struct."""
    resource = ' rdf:parseType="Resource"'
    rows = (f"<rdf:li{resource if '<' in one else ''}>{one}</rdf:li>" for one in items)
    return f"<{name}><rdf:{kind}>{''.join(rows)}</rdf:{kind}></{name}>"


def dataset(number: int, data: bytes, *, record: int = 2) -> bytes:
    if len(data) >= 0x8000:
        size = struct.pack(">HI", 0x8004, len(data))
    else:
        size = struct.pack(">H", len(data))
    return struct.pack(">BBB", 0x1C, record, number) + size + data


def resource(data: bytes, *, kind: int = 0x0404) -> bytes:
    """One of Photoshop's resources, without a name."""
    padding = b"\0" * (len(data) % 2)
    return b"8BIM" + struct.pack(">HHI", kind, 0, len(data)) + data + padding


def segment(data: bytes) -> bytes:
    body = b"Photoshop 3.0\0" + data
    return b"\xff\xed" + struct.pack(">H", len(body) + 2) + body


def jpeg(*segments: bytes, **options: Any) -> bytes:
    """A JPEG with APP13 segments; `xmp` and `exif` as Pillow takes them."""
    data = files.encoded(files.two_tones(), "JPEG", **options)
    return data[:2] + b"".join(segments) + data[2:]


def with_iim(*datasets: bytes, **options: Any) -> bytes:
    return jpeg(segment(resource(b"".join(datasets))), **options)


def exif(**words: str) -> Image.Exif:
    tags = {"ImageDescription": 0x010E, "Artist": 0x013B, "Copyright": 0x8298}
    made = Image.Exif()
    for name, text in words.items():
        if name in tags:
            made[tags[name]] = text
        else:
            made.get_ifd(0x8769)[{"DateTimeOriginal": 0x9003}[name]] = text
    return made


def said_by(data: bytes) -> dict[str, dict[str, Any]]:
    """What the readers make of a file."""
    with Image.open(BytesIO(data)) as image:
        image.load()
        return originals(image)
