"""XMP (ISO 16684-1): an RDF document inside the file, read by namespace.

Kept are the properties that say who made a picture, what it shows and how it may be used. What
the camera and the editing program noted is left in the file.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, TypeAlias
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring
from PIL import Image

from articles.imaging.metadata.charset import decoded

Value: TypeAlias = "str | list[Value] | dict[str, Value]"

LARGEST_PACKET = 2 * 1024 * 1024  # bytes; one with every IPTC field filled has 30,000
DEEPEST = 8  # a name, in an Alt, in a person, in a Bag is 4
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
ANY_LANGUAGE = "x-default"
PREFIXES = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://ns.adobe.com/photoshop/1.0/": "photoshop",
    "http://ns.adobe.com/xap/1.0/rights/": "xmpRights",
    "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/": "Iptc4xmpCore",
    "http://iptc.org/std/Iptc4xmpExt/2008-02-29/": "Iptc4xmpExt",
    "http://iptc.org/std/Iptc4xmpExt/2008-02-19/": "Iptc4xmpExt",  # written by older programs
    "http://ns.useplus.org/ldf/xmp/1.0/": "plus",
    "http://creativecommons.org/ns#": "cc",
    "http://ns.adobe.com/exif/1.0/": "exif",
    "http://ns.adobe.com/tiff/1.0/": "tiff",
    "http://xmp.gettyimages.com/gift/1.0/": "GettyImagesGIFT",
}
ONLY = {
    "exif": {"DateTimeOriginal"},
    "tiff": {"Artist", "Copyright", "ImageDescription"},
    "GettyImagesGIFT": {"AssetID"},
}
"""Of these namespaces no more than this; the rest is the camera's."""

LEFT_OUT = re.compile(
    r"GPS|\w*SerialNumber\Z|(?:Camera)?OwnerName\Z"  # where somebody stood, whose camera it is
    r"|(?:DocumentAncestors|History|TextLayers|LegacyIPTCDigest)\Z"  # the program's own notes
)
OPENING = re.compile(r"<((?:[\w.-]+:)?(?:xmpmeta|xapmeta|RDF))[\s>]")


def from_xmp(image: Image.Image) -> dict[str, Value]:
    """The properties as `photoshop:Credit`: a text, a list, languages, or a struct of these."""
    packet = image.info.get("xmp")
    if not isinstance(packet, bytes) or len(packet) > LARGEST_PACKET:
        return {}
    root = fromstring(_document(_letters(packet)))
    rdf = root if root.tag == f"{RDF}RDF" else root.find(f"{RDF}RDF")
    found: dict[str, Value] = {}
    for description in rdf if rdf is not None else ():
        for name, value in _struct(description, 0).items():
            found.setdefault(name, value)
    return found


def _letters(packet: bytes) -> str:
    """XMP is UTF-8, or UTF-16 with or without a mark in front."""
    if packet[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return packet.decode("utf-16", errors="ignore")
    first = packet.find(b"<")
    if first % 2 and packet[first - 1] == 0:
        return packet.decode("utf-16-be", errors="ignore")
    if packet[first + 1 : first + 2] == b"\0":
        return packet.decode("utf-16-le", errors="ignore")
    return decoded(packet)


def _document(text: str) -> str:
    """The XML between its outermost tags, without the padding and the rubbish behind them."""
    opening = OPENING.search(text)
    if opening is None:
        return text
    closing = text.rfind(f"</{opening[1]}")
    return text[opening.start() : text.find(">", closing) + 1]


def _struct(element: Element, depth: int) -> dict[str, Value]:
    """Properties by name; XMP writes a plain one as an attribute or as an element."""
    found: dict[str, Value] = {}
    for tag, text in element.attrib.items():
        if (name := _name(tag)) and text.strip():
            found.setdefault(name, text.strip())
    for child in element:
        if (name := _name(child.tag)) and (value := _value(child, depth + 1)):
            found.setdefault(name, value)
    return found


def _name(tag: str) -> str:
    """`{namespace}Credit` -> `photoshop:Credit`, or nothing for what is not kept."""
    namespace, _, local = tag[1:].partition("}")
    prefix = PREFIXES.get(namespace, "")
    if not prefix or LEFT_OUT.match(local) or local not in ONLY.get(prefix, {local}):
        return ""
    return f"{prefix}:{local}"


def _value(element: Element, depth: int) -> Value | None:
    if depth > DEEPEST:
        return None
    if address := element.get(f"{RDF}resource"):
        return address.strip()
    for child in element:
        if shape := SHAPES.get(child.tag):
            return shape(child, depth)
    return _struct(element, depth) or (element.text or "").strip()


def _inner(element: Element, depth: int) -> Value | None:
    """A struct written out, or a value with notes about it: the notes are left out."""
    return _value(element, depth + 1)


def _values(items: Element, depth: int) -> list[Value]:
    return [value for item in items if (value := _value(item, depth + 1))]


def _alternatives(element: Element, depth: int) -> Value:
    """Language -> text. What is no text in languages stays a list."""
    found: dict[str, Any] = {}
    for item in element:
        value = _value(item, depth + 1)
        if value and not isinstance(value, str):
            return _values(element, depth)
        if value:
            found.setdefault(item.get(LANGUAGE, ANY_LANGUAGE), value)
    return found


SHAPES: dict[str, Callable[[Element, int], Value | None]] = {
    f"{RDF}Alt": _alternatives,
    f"{RDF}Seq": _values,
    f"{RDF}Bag": _values,
    f"{RDF}value": _inner,
    f"{RDF}Description": _inner,
}
"""What may stand inside a property, beside plain text."""
