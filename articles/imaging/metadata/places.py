"""Where a picture was taken and what place it shows: “Sublocation, City, State, Country”."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from articles.imaging.metadata.comparison import Comparison, differ
from articles.imaging.metadata.properties import IIM, XMP, structs, texts
from articles.imaging.metadata.rubbish import is_nothing

LOCATION = ("Sublocation", "City", "ProvinceState", "CountryName")
LEGACY: tuple[dict[str, str], ...] = (
    {XMP: "Iptc4xmpCore:Location", IIM: "2:92"},
    {XMP: "photoshop:City", IIM: "2:90"},
    {XMP: "photoshop:State", IIM: "2:95"},
    {XMP: "photoshop:Country", IIM: "2:101"},
)


def place_shown(raw: Mapping[str, Any], comparison: Comparison) -> str:
    """The places shown; else where it was taken; else the older fields, which mean either."""
    for name in ("Iptc4xmpExt:LocationShown", "Iptc4xmpExt:LocationCreated"):
        places = [
            in_words(_first(location.get(f"Iptc4xmpExt:{part}")) for part in LOCATION)
            for location in structs(raw, name)
        ]
        if any(places):
            return "; ".join(dict.fromkeys(filter(None, places)))
    return _legacy(raw, comparison)


def _legacy(raw: Mapping[str, Any], comparison: Comparison) -> str:
    """Part by part, since IIM cuts each; a disagreement shows the places whole."""
    parts: list[str] = []
    whole: dict[str, list[str]] = {XMP: [], IIM: []}
    agreed = True
    for names in LEGACY:
        said = {origin: _first((raw.get(origin) or {}).get(names[origin])) for origin in names}
        for origin, part in said.items():
            whole[origin].append(part)
        agreed = agreed and not (all(said.values()) and differ([said[XMP]], [said[IIM]]))
        parts += Comparison().settle("", {key: [part] for key, part in said.items() if part})
    if not agreed:
        comparison.note("place_shown", {key: [in_words(place)] for key, place in whole.items()})
    return in_words(parts)


def in_words(parts: Iterable[str]) -> str:
    """The parts with commas between: no blank one, and none twice (“Luxembourg, Luxembourg”)."""
    seen: dict[str, str] = {}
    for part in parts:
        if not is_nothing(part):
            seen.setdefault(part.casefold(), part)
    return ", ".join(seen.values())


def _first(value: Any) -> str:
    part = " ".join(next(iter(texts(value)), "").split())
    return "" if is_nothing(part) else part
