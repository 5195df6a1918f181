"""From the file: what a picture says of itself fills what no person has filled in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import models

from articles.desk.photos.darkroom import LONGEST_TERMS
from articles.desk.photos.photo import Photo
from articles.desk.photos.supplier import Supplier
from articles.imaging.credit import CreditParts, find_credit, find_date, split_credit
from articles.imaging.metadata.reading import Reading, read
from articles.masthead.contributor import Contributor
from articles.vocabulary import RightsCategory

AS_READ = (
    *("copyright_notice", "alt_text", "place_shown", "usage_terms", "instructions"),
    *("licence_url", "licensor_url", "supplier_image_id", "digital_source_type", "data_mining"),
)
OF_THE_CREDIT = frozenset({"creators", "credit_line", "supplier"})


def fill_from_file(photo: Photo, metadata: Mapping[str, Any], *, today: date) -> None:
    """Fills the photo's empty fields with what its file says, and keeps the file's own words.

    `metadata` is what `imaging.picture.inspect` found. The credit is taken apart with the table of
    suppliers; where that is not certain, or the file says two things, it is marked as a proposal.
    The photo is not saved.
    """
    photo.original_metadata = dict(metadata)
    reading = read(metadata, today=today)
    caption, credit = find_credit(reading.caption) or (reading.caption, "")
    _propose(photo, "caption", caption)
    _propose(photo, "people_shown", "\n".join(reading.people_shown))
    for name in AS_READ:
        _propose(photo, name, getattr(reading, name))
    _date(photo, reading)
    if not photo.credit_line.strip():
        _credit(photo, reading, reading.credit_line or credit)


def _propose(photo: Photo, name: str, words: str) -> None:
    """Into an empty field, and no more than it holds; an address that is cut leads nowhere."""
    field = Photo._meta.get_field(name)
    longest = getattr(field, "max_length", None) or LONGEST_TERMS
    is_address = isinstance(field, models.URLField)
    if not getattr(photo, name).strip() and not (is_address and len(words) > longest):
        setattr(photo, name, words[:longest].strip())


def _date(photo: Photo, reading: Reading) -> None:
    if photo.taken_on is not None:
        return
    if reading.taken_on is not None:
        photo.taken_on, photo.taken_on_precision = reading.taken_on, reading.taken_on_precision
    elif found := find_date(reading.caption):
        photo.taken_on, photo.taken_on_precision = found


def _credit(photo: Photo, reading: Reading, words: str) -> None:
    parts = split_credit(
        words,
        byline="/".join(reading.creators),
        source=reading.supplier,
        suppliers=Supplier.objects.names(),
        distributors=Supplier.objects.distributors(),
    )
    for name in ("credit_line", "creator", "supplier", "distributor"):
        _propose(photo, name, getattr(parts, name))
    if photo.credit_line:
        disputed = {name for name, _ in reading.disagreements} & OF_THE_CREDIT
        photo.credit_is_proposal = bool(disputed) or not (parts.certain or _is_our_own(parts))
    _rights(photo, parts)


def _rights(photo: Photo, parts: CreditParts) -> None:
    """What is usual with that supplier; a picture of one of our own people is our own."""
    supplier = Supplier.objects.filter(name=photo.supplier).first() if photo.supplier else None
    if supplier is not None:
        _propose(photo, "rights_category", supplier.rights_category)
        _propose(photo, "restrictions", supplier.restrictions)
    elif _is_our_own(parts):
        _propose(photo, "rights_category", RightsCategory.STAFF)


def _is_our_own(parts: CreditParts) -> bool:
    if not parts.creator or parts.supplier or parts.distributor:
        return False
    return Contributor.objects.filter(name__iexact=parts.creator).exists()
