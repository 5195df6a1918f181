"""Credits as agencies print them: who took a picture, who supplied it, who passed it on, when.

Precise rather than complete: what is not surely a credit or a date is left where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from articles.imaging.suppliers import DISTRIBUTORS, SUPPLIERS, spelling
from articles.vocabulary import DatePrecision

NO_CREATOR = frozenset(
    {"handout", "handout photo", "ho", "pool", "pool photo", "photo", "photographer"}
    | {"staff", "staff photographer", "str", "str.", "stringer", "supplied", "uncredited"}
    | {"afp contributor", "ap contributor", "contributor"}
    | {"anonymous", "unknown", "none", "null", "n/a", "-", "--", ".", "?"}
)
"""What stands in the photographer’s place and is nobody’s name."""

LONGEST_INITIALS = 4  # “JK” and the like stay as they are
JOIN_WORDS = frozenset(
    [
        "van",
        "von",
        "der",
        "den",
        "de",
        "du",
        "da",
        "di",
        "del",
        "das",
        "dos",
        "la",
        "le",
        "ter",
        "ten",
        "zu",
        "af",
        "av",
        "bin",
        "al",
    ]
)
LEAD = re.compile(
    r"^(?:(?:©|\(c\)|copyright(?: (?:of|by)\b)?[:\s]|(?:photo(?:graph(?:ed)?)?|picture|foto|credit)"
    r"(?: by\b|\s*:)|(?:photo )?courtesy of\b|by[:\s])\s*(?:(?:19|20)\d\d\b[\s,]*)?)+",
    re.I,
)
"""“Photo by”, “© 2022” and the like, in front of the name."""

FILE_MARK = re.compile(r"[,/]\s*file(?: (?:photo|picture))?\s*\Z", re.I)
VIA = re.compile(r"(?:^|\s+)via\s+", re.I)
BETWEEN = re.compile(r"\s*[/#|]\s*|\s+[-–—]\s+|,\s*(?=(?:pool|handout)\b)", re.I)
PART = re.compile(r"\s*/\s*|\s+via\s+|\s*#\s*", re.I)
NAME = re.compile(r"[^\W\d_][\w.’'\-]*(?: [^\W\d_][\w.’'\-]*){0,4}\Z")


@dataclass(frozen=True, kw_only=True)
class CreditParts:
    """A credit taken apart; `certain` is False when a person should look."""

    creator: str = ""
    supplier: str = ""
    distributor: str = ""
    credit_line: str = ""
    certain: bool = True


def normal_capitals(name: str) -> str:
    """OLGA MALTSEVA -> Olga Maltseva; a name that is not all capitals is left as it is."""
    if name != name.upper() or len(name) < LONGEST_INITIALS:
        return name
    return " ".join(_capital(word) for word in name.split())


def _capital(word: str) -> str:
    low = word.lower()
    if low in JOIN_WORDS:
        return low
    if low.startswith("mc") and len(low) > len("mc") + 1:
        return "Mc" + low[2:].capitalize()
    return re.sub(r"(^|[-’'.])(\w)", lambda found: found[1] + found[2].upper(), low)


def without_lead(text: str) -> str:
    """The name without “Photo by”, “©” or “Copyright of” in front, nor brackets round it."""
    bare = LEAD.sub("", text.strip())
    if bare[:1] in {"(", "["} and bare[-1:] in {")", "]"}:
        bare = bare[1:-1]
    return LEAD.sub("", bare.strip())


def creator_name(text: str, *, suppliers: Mapping[str, str] = SUPPLIERS) -> str:
    """A by-line as we print it, or nothing where it names nobody: “Stringer”, “HO”."""
    name = " ".join(without_lead(text).partition("#")[0].split())  # “AFP Contributor#AFP”
    if name.lower() in NO_CREATOR:
        return ""
    return suppliers.get(spelling(name)) or normal_capitals(name)


@dataclass
class _Parts:
    creators: list[str]
    suppliers: list[str]
    distributor: str = ""


def split_credit(
    text: str,
    *,
    byline: str = "",
    source: str = "",
    suppliers: Mapping[str, str] = SUPPLIERS,
    distributors: Collection[str] = DISTRIBUTORS,
) -> CreditParts:
    """“OLGA MALTSEVA/AFP/Getty Images” -> Olga Maltseva, AFP, Getty Images.

    `byline` and `source` are the file’s Creator and Source where it has them; `suppliers` the
    names as written -> as printed, and `distributors` those who pass on the pictures of others.
    Where two names are both unknown, the order by-line, credit is proposed and a person decides.
    """
    whole = FILE_MARK.sub("", without_lead(text))
    parts = _parts(whole, suppliers)
    by = _parts(without_lead(byline), suppliers)
    parts.creators = _each_once(by.creators + parts.creators)
    parts.suppliers = _each_once(by.suppliers + parts.suppliers)
    parts.distributor = parts.distributor or by.distributor
    agrees = _heed_source(parts, _parts(source.strip(), suppliers), distributors)
    if not parts.distributor and len(parts.suppliers) > 1 and parts.suppliers[-1] in distributors:
        parts.distributor = parts.suppliers.pop()
    elif parts.distributor and not parts.suppliers and not parts.creators:
        parts.suppliers, parts.distributor = [parts.distributor], ""
    line = "/".join(parts.creators + parts.suppliers) or whole
    second = parts.creators[1] if len(parts.creators) > 1 else ""
    unknown_source = spelling(source) not in NO_CREATOR and without_lead(source)
    return CreditParts(
        creator=parts.creators[0] if parts.creators else "",
        supplier=parts.suppliers[0] if parts.suppliers else second or unknown_source or "",
        distributor=parts.distributor,
        credit_line=f"{line} via {parts.distributor}" if parts.distributor else line,
        certain=agrees
        and len(parts.creators) <= 1
        and len(parts.suppliers) == 1
        and all(map(NAME.match, parts.creators)),
    )


def _parts(text: str, suppliers: Mapping[str, str]) -> _Parts:
    """The pieces of one credit: known suppliers, whom it came through, and all others."""
    front, *passed_on = VIA.split(text)
    parts = _Parts([], [])
    for piece in filter(None, map(str.strip, BETWEEN.split(front))):
        if known := suppliers.get(spelling(piece)):
            parts.suppliers.append(known)
        elif piece.lower() not in NO_CREATOR:
            parts.creators.append(normal_capitals(piece))
    if passed_on:
        *between, last = BETWEEN.split(" / ".join(passed_on))
        parts.suppliers += [suppliers.get(spelling(name), name) for name in between]
        parts.distributor = suppliers.get(spelling(last), last.strip())
    return parts


def _each_once(names: Iterable[str]) -> list[str]:
    seen: dict[str, str] = {}
    for name in names:
        seen.setdefault(name.casefold(), name)
    return list(seen.values())


def _heed_source(parts: _Parts, source: _Parts, distributors: Collection[str]) -> bool:
    """Takes the supplier from the Source where the credit has none; False where they differ."""
    new = [one for one in source.suppliers if one not in [*parts.suppliers, parts.distributor]]
    if not new:
        return True
    lone_distributor = len(parts.suppliers) == 1 and parts.suppliers[0] in distributors
    if not parts.suppliers or (lone_distributor and new[0] not in distributors):
        parts.suppliers = [*new[:1], *parts.suppliers]
        return True
    return False


AT_END = (
    re.compile(r"\(\s*(?P<credit>(?:AP|AFP|PA|EPA) Photo\s*/\s*[^()]{2,60})\)\s*\Z"),
    re.compile(r"\((?P<credit>(?:Photo by|Photograph:|Photo:|Credit:|©)\s*[^()]{2,90})\)\s*\Z"),
    re.compile(r"(?P<credit>(?:Photo by|Photograph:|Photo:|Credit:|Picture:|©)\s*[^.]{2,90})\Z"),
    re.compile(r"(?P<credit>\bREUTERS\s*/\s*[^.]{2,60})\Z"),
)


def find_credit(caption: str) -> tuple[str, str] | None:
    """The caption without its credit, and the credit as it stands at the end; None if unsure."""
    text = caption.strip()
    for pattern in AT_END:
        found = pattern.search(text)
        if found:
            return text[: found.start()].rstrip(), found["credit"].strip()
    start = max(text.rfind(mark) for mark in (". ", ".” ", ".) ", "! ", "? "))
    tail = text[start + 1 :].strip().lstrip("”)").strip() if start >= 0 else text
    pieces = [piece.strip() for piece in PART.split(tail)]
    names_only = all(is_name(piece) for piece in pieces)
    if len(pieces) > 1 and names_only and any(p.lower() in SUPPLIERS for p in pieces):
        return text[: len(text) - len(tail)].rstrip(), tail
    return None


def is_name(piece: str) -> bool:
    """Whether these are words of a name: “Maria de la Cruz”, “dpa”, but not “Reporting by AP”."""
    if piece.lower() in SUPPLIERS:
        return True
    words = piece.split()
    small = [word for word in words if word[0].islower() and word not in JOIN_WORDS]
    return bool(NAME.match(piece)) and not small


MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ],
        start=1,
    )
    for name in names.split()
}
_MONTH = rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?"
DATES = (
    re.compile(rf"\b{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>(?:19|20)\d\d)\b", re.I),
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? {_MONTH},? (?P<year>(?:19|20)\d\d)\b", re.I),
    re.compile(rf"\b{_MONTH},? (?P<year>(?:19|20)\d\d)\b", re.I),
)


def find_date(caption: str) -> tuple[date, DatePrecision] | None:
    """The date in a caption, with how exactly it is known; a month's day is given as its first."""
    for pattern in DATES:
        found = pattern.search(caption)
        if not found:
            continue
        parts = found.groupdict()
        month = MONTHS[parts["month"].lower()]
        try:
            when = date(int(parts["year"]), month, int(parts.get("day") or 1))
        except ValueError:
            continue
        return when, DatePrecision.DAY if parts.get("day") else DatePrecision.MONTH
    return None
