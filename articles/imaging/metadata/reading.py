"""From a file's own words to what the photo desk works with. Pure: no file, no Pillow, no clock."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from articles.imaging.credit import creator_name, normal_capitals, without_lead
from articles.imaging.metadata.comparison import Comparison
from articles.imaging.metadata.dates import as_text, read_date
from articles.imaging.metadata.places import place_shown
from articles.imaging.metadata.properties import said_of, structs, texts
from articles.imaging.metadata.rubbish import is_nothing, is_of_the_camera
from articles.vocabulary import DataMining, DatePrecision, DigitalSourceType

LABEL_WORDS = 5
"""A caption no longer than this that is also the headline or the title is a label."""

ADDRESS = re.compile(r"https?://[^\s/?#]+\.[^\s]+", re.I)
BARE_ADDRESS = re.compile(
    r"(?:www\.[^\s/?#]+\.[^\s]+|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,24}/[^\s]*)", re.I
)
SOURCE_TYPE = re.compile(
    r"(?:https?://cv\.iptc\.org/newscodes/digitalsourcetype/|digsrctype:)?(\w+)/?", re.I
)
RENAMED = {
    "minorhumanedits": DigitalSourceType.HUMAN_EDITS,
    "digitalart": DigitalSourceType.CREATION,
    "compositecapture": DigitalSourceType.COMPOSITE,
    "compositesynthetic": DigitalSourceType.COMPOSITE,
}
"""Codes that IPTC has given up, or draws finer than we do."""

SOURCE_TYPES = {one.lower(): one for one in DigitalSourceType} | RENAMED


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What a picture file says of itself, field by field; empty where it says nothing useful.

    `supplier` is IPTC Source as it stands. `disagreements` are the fields of which the origins
    say different things, with what each says.
    """

    creators: tuple[str, ...] = ()
    creator_job_title: str = ""
    credit_line: str = ""
    supplier: str = ""
    copyright_notice: str = ""
    caption: str = ""
    caption_writer: str = ""
    alt_text: str = ""
    headline: str = ""
    title: str = ""
    taken_on: date | None = None
    taken_on_precision: DatePrecision = DatePrecision.DAY
    place_shown: str = ""
    people_shown: tuple[str, ...] = ()
    instructions: str = ""
    usage_terms: str = ""
    licence_url: str = ""
    licensor_url: str = ""
    supplier_image_id: str = ""
    digital_source_type: str = ""
    data_mining: str = ""
    job_id: str = ""
    disagreements: tuple[tuple[str, Mapping[str, str]], ...] = ()


def read(raw: Mapping[str, Any], *, today: date | None = None) -> Reading:
    """Reads `originals`. With `today`, a date that is still to come is refused."""
    comparison = Comparison()
    found = {name: _settled(raw, name, clean, comparison) for name, clean in CLEANERS.items()}
    caption = found.pop("caption")
    if is_label(caption, found["headline"], found["title"]):
        caption = ""
    when = _taken_on(raw, comparison, today)
    return Reading(
        creators=tuple(_creators(raw, comparison)),
        caption=caption,
        taken_on=when[0] if when else None,
        taken_on_precision=when[1] if when else DatePrecision.DAY,
        place_shown=place_shown(raw, comparison),
        people_shown=_people(raw),
        licensor_url=_licensor(raw),
        disagreements=tuple(comparison.disagreements),
        **found,
    )


def is_label(caption: str, headline: str, title: str) -> bool:
    """Whether a caption only repeats the headline or the title, and tells nothing of its own."""
    twins = [one for one in (headline, title) if one and one.casefold() == caption.casefold()]
    return len(twins) > 1 or (bool(twins) and len(caption.split()) <= LABEL_WORDS)


def _settled(
    raw: Mapping[str, Any], name: str, clean: Callable[[str], str], comparison: Comparison
) -> str:
    said = {
        origin: [words for texts_ in properties for text in texts_ if (words := clean(text))][:1]
        for origin, properties in said_of(raw, name).items()
    }
    return next(iter(comparison.settle(name, said)), "")


def _creators(raw: Mapping[str, Any], comparison: Comparison) -> list[str]:
    """Several names stand as several values, or in one with semicolons between."""
    said = {
        origin: next(filter(None, map(_names, properties)), [])
        for origin, properties in said_of(raw, "creators").items()
    }
    return comparison.settle("creators", said)


def _names(values: list[str]) -> list[str]:
    names = (creator_name(name) for value in values for name in value.split(";"))
    return list(dict.fromkeys(name for name in names if not is_nothing(name)))


def _taken_on(
    raw: Mapping[str, Any], comparison: Comparison, today: date | None
) -> tuple[date, DatePrecision] | None:
    """A month that another origin knows to the day is no disagreement: the day is taken."""

    def dates(texts_: list[str]) -> list[str]:
        return [as_text(when) for text in texts_ if (when := read_date(text, today=today))]

    said = {
        origin: next(filter(None, map(dates, properties)), [])[:1]
        for origin, properties in said_of(raw, "taken_on").items()
    }
    settled = comparison.settle("taken_on", said)
    return read_date(settled[0]) if settled else None


def _people(raw: Mapping[str, Any]) -> tuple[str, ...]:
    named = texts((raw.get("xmp") or {}).get("Iptc4xmpExt:PersonInImage"))
    for person in structs(raw, "Iptc4xmpExt:PersonInImageWDetails"):
        named += texts(person.get("Iptc4xmpExt:PersonName"))[:1]
    names: dict[str, str] = {}
    for name in named:
        plain = normal_capitals(" ".join(name.split()))
        if not is_nothing(plain):
            names.setdefault(plain.casefold(), plain)
    return tuple(names.values())


def _licensor(raw: Mapping[str, Any]) -> str:
    addresses = (
        _address(text)
        for licensor in structs(raw, "plus:Licensor")
        for text in texts(licensor.get("plus:LicensorURL"))
    )
    return next(filter(None, addresses), "")


def _plain(text: str) -> str:
    """One line of words."""
    text = " ".join(text.split())
    return "" if is_nothing(text) else text


def _prose(text: str) -> str:
    """Words in lines, which stay."""
    lines = [" ".join(line.split()) for line in text.strip().splitlines()]
    return "" if is_nothing(text) else "\n".join(lines)


def _words(text: str) -> str:
    return "" if is_of_the_camera(text) else _prose(text)


def _label(text: str) -> str:
    return "" if is_of_the_camera(text) else _plain(text)


def _credit(text: str) -> str:
    return _plain(without_lead(text))


def _address(text: str) -> str:
    """A web address; one without its scheme gets it, and anything else is no address."""
    text = text.strip()
    if BARE_ADDRESS.fullmatch(text):
        return f"http://{text}"
    return text if ADDRESS.fullmatch(text) else ""


def _source_type(text: str) -> str:
    code = SOURCE_TYPE.fullmatch(text.strip())
    return str(SOURCE_TYPES.get(code[1].lower(), "")) if code else ""


def _data_mining(text: str) -> str:
    code = text.strip().rstrip("/").rpartition("/")[2].upper()
    return code if code in DataMining.values else ""


CLEANERS: Mapping[str, Callable[[str], str]] = {
    "creator_job_title": _plain,
    "credit_line": _credit,
    "supplier": _plain,
    "copyright_notice": _prose,
    "caption": _words,
    "caption_writer": _plain,
    "alt_text": _words,
    "headline": _label,
    "title": _label,
    "instructions": _prose,
    "usage_terms": _prose,
    "licence_url": _address,
    "supplier_image_id": _plain,
    "digital_source_type": _source_type,
    "data_mining": _data_mining,
    "job_id": _plain,
}
"""Field -> what makes its text fit to use, or empty."""
