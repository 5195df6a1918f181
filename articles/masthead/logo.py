"""The paper's logo: a drawing or a PNG, kept in the database with its size."""

from __future__ import annotations

import hashlib
import re
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse

LARGEST = 100_000  # bytes: it is on every page
SVG, PNG = "image/svg+xml", "image/png"
EXTENSIONS = {SVG: "svg", PNG: "png"}
NAMESPACE = "{http://www.w3.org/2000/svg}"
NOT_A_DRAWING = {"script", "foreignobject", "iframe", "audio", "video", "animate", "set", "a"}
FETCHES = re.compile(r"@import|url\(\s*[\"']?(?!\s*[\"']?(?:#|data:image/))|\\", re.IGNORECASE)
"""In a style: another file. A backslash may hide one, and no drawing needs it."""
NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)"
VIEW_BOX = re.compile(rf"\s*{NUMBER}[\s,]+{NUMBER}[\s,]+({NUMBER})[\s,]+({NUMBER})\s*")


class Logo(models.Model):
    """One logo. It is never changed: another logo is another row, with another name, so that its
    address may be kept by caches for ever."""

    name = models.CharField(max_length=40, unique=True)
    media_type = models.CharField(max_length=20)
    data = models.BinaryField()
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(media_type__in=[SVG, PNG]),
                name="logo_is_svg_or_png",
                violation_error_message="A logo is an SVG or a PNG.",
            ),
            models.CheckConstraint(
                condition=models.Q(width__gt=0, height__gt=0),
                name="logo_has_a_size",
                violation_error_message="A logo has a width and a height.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("site:logo", args=[self.name])


def keep_logo(data: bytes, media_type: str, size: tuple[int, int]) -> Logo:
    """The row of that logo; the same file twice is one row."""
    name = f"{hashlib.sha256(data).hexdigest()[:32]}.{EXTENSIONS[media_type]}"
    values = {"media_type": media_type, "data": data, "width": size[0], "height": size[1]}
    return Logo.objects.get_or_create(name=name, defaults=values)[0]


def size_of_drawing(data: bytes) -> tuple[int, int]:
    """Width and height of an SVG, by its `viewBox`.

    Raises `ValidationError` for what is no SVG, and for one that could do or fetch anything: it is
    shown where no script runs, and is refused all the same.
    """
    try:
        root = fromstring(data, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError) as error:
        message = "This file is not an SVG that can be read. Save the logo as plain SVG."
        raise ValidationError(message) from error
    if root.tag != f"{NAMESPACE}svg":
        message = "This file is not an SVG. Save the logo as plain SVG, or as PNG."
        raise ValidationError(message)
    for element in root.iter():
        _refuse_what_acts(element)
    found = VIEW_BOX.fullmatch(root.get("viewBox", ""))
    width, height = (float(one) for one in found.groups()) if found else (0.0, 0.0)
    if round(width) < 1 or round(height) < 1:
        message = "The SVG does not say how large it is: it needs a viewBox. Save it anew with one."
        raise ValidationError(message)
    return round(width), round(height)


def _refuse_what_acts(element: Element) -> None:
    name = str(element.tag).rpartition("}")[2]
    outside = [
        key
        for key, value in element.attrib.items()
        if key.rpartition("}")[2].lower().startswith("on")
        or (key.rpartition("}")[2] == "href" and not value.startswith(("#", "data:image/")))
    ]
    words = f"{element.text or ''} {' '.join(element.attrib.values())}"
    if name.lower() in NOT_A_DRAWING or outside or FETCHES.search(words):
        what = outside[0].rpartition("}")[2] if outside else name
        message = (
            f"The SVG holds “{what}”, which does more than draw. Save it as a plain SVG, with "
            "everything in the file itself."
        )
        raise ValidationError(message)
