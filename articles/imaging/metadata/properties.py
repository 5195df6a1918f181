"""Which property of XMP, IIM and EXIF holds which of our fields (IPTC Photo Metadata 2025.1)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

XMP, IIM, EXIF = "xmp", "iim", "exif"
PROPERTIES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "creators": {XMP: ("dc:creator", "tiff:Artist"), IIM: ("2:80",), EXIF: ("Artist", "XPAuthor")},
    "creator_job_title": {XMP: ("photoshop:AuthorsPosition",), IIM: ("2:85",)},
    "credit_line": {XMP: ("photoshop:Credit",), IIM: ("2:110",)},
    "supplier": {XMP: ("photoshop:Source",), IIM: ("2:115",)},
    "copyright_notice": {
        XMP: ("dc:rights", "tiff:Copyright"),
        IIM: ("2:116",),
        EXIF: ("Copyright",),
    },
    "caption": {
        XMP: ("dc:description", "tiff:ImageDescription"),
        IIM: ("2:120",),
        EXIF: ("ImageDescription", "XPComment"),
    },
    "caption_writer": {XMP: ("photoshop:CaptionWriter",), IIM: ("2:122",)},
    "alt_text": {XMP: ("Iptc4xmpCore:AltTextAccessibility",)},
    "headline": {XMP: ("photoshop:Headline",), IIM: ("2:105",)},
    "title": {XMP: ("dc:title",), IIM: ("2:05",), EXIF: ("XPTitle",)},
    "taken_on": {
        XMP: ("photoshop:DateCreated", "exif:DateTimeOriginal"),
        IIM: ("2:55",),
        EXIF: ("DateTimeOriginal",),
    },
    "instructions": {XMP: ("photoshop:Instructions",), IIM: ("2:40",)},
    "usage_terms": {XMP: ("xmpRights:UsageTerms",)},
    "licence_url": {XMP: ("xmpRights:WebStatement", "cc:license")},
    "supplier_image_id": {XMP: ("plus:ImageSupplierImageID", "GettyImagesGIFT:AssetID")},
    "digital_source_type": {XMP: ("Iptc4xmpExt:DigitalSourceType",)},
    "data_mining": {XMP: ("plus:DataMining",)},
    "job_id": {XMP: ("photoshop:TransmissionReference",), IIM: ("2:103",)},
}


def texts(value: Any) -> list[str]:
    """A text, the texts of a list, or of several languages one: the default, else the first."""
    if isinstance(value, str):
        return [value.strip()] if value.strip() else []
    if isinstance(value, Mapping):
        if any(":" in key for key in value):  # a struct, which is no text
            return []
        return texts(value.get("x-default") or next(iter(value.values()), ""))
    if isinstance(value, list):
        return [text for item in value for text in texts(item)]
    return []


def said_of(raw: Mapping[str, Any], field: str) -> dict[str, list[list[str]]]:
    """Origin -> what its properties for a field say, each a list of texts, the best one first."""
    return {
        origin: [texts((raw.get(origin) or {}).get(name)) for name in names]
        for origin, names in PROPERTIES[field].items()
    }


def structs(raw: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    """The structs of an XMP property, which may be one or a list of them."""
    value = (raw.get(XMP) or {}).get(name)
    items = value if isinstance(value, list) else [value]
    return [item for item in items if isinstance(item, Mapping)]
