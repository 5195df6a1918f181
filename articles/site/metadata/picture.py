"""Pictures: ImageObject with whom to credit, under what licence, and where to get one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from articles.imaging.listed import plain_copy
from articles.site.metadata.metadata import Schema, absolute, said

PIXELS = "E37"
"""UN/CEFACT's code of the unit."""


def image(figure: Mapping[str, Any]) -> Schema | None:
    """An ImageObject of an edition's figure value; None of a picture without a file.

    What an edition does not say, because it is older than the property, is left out.
    """
    copy = plain_copy(figure["renditions"])
    if copy is None:
        return None
    creator = figure.get("creator")
    return said(
        {
            "@type": "ImageObject",
            "contentUrl": absolute(copy["url"]),
            "encodingFormat": "image/jpeg",
            "width": _pixels(copy["width"]),
            "height": _pixels(copy["height"]),
            "caption": figure["caption"],
            "creditText": figure["credit_line"],
            "creator": {"@type": "Person", "name": creator} if creator else None,
            "copyrightNotice": figure.get("copyright_notice"),
            "license": figure.get("licence_url"),
            "acquireLicensePage": figure.get("licensor_url"),
        }
    )


def _pixels(number: int) -> Schema:
    return {"@type": "QuantitativeValue", "value": number, "unitCode": PIXELS}
