"""Credits as agencies print them: who took a picture, who supplied it, who passed it on, when.

Precise rather than complete: what is not surely a credit or a date is left where it stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from articles.vocabulary import DatePrecision

SUPPLIERS = {
    name.lower(): name
    for name in (
        "AFP", "AP", "AAP", "Alamy", "ANSA", "Belga", "Bloomberg", "DHA", "dpa", "EFE", "EPA",
        "EPA-EFE", "Getty Images", "Handout", "Keystone", "Kyodo", "Magnum", "NASA", "NurPhoto",
        "PA", "PA Media", "Panos", "Reuters", "Rex", "Shutterstock", "SIPA", "TASS", "UPI", "VII",
        "WireImage", "Xinhua",
    )
} | {"ap photo": "AP", "getty": "Getty Images", "pa wire": "PA", "afp photo": "AFP"}  # fmt: skip
"""Names of suppliers as they are written -> as we print them."""

DISTRIBUTORS = frozenset({"Getty Images", "Alamy", "Shutterstock"})
NO_CREATOR = frozenset({"handout", "ho", "pool", "stringer", "str", "staff", "supplied", "-", "."})
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
    r"^(?:©|\(c\)|photo(?:graph)?(?: by)?|picture|credit|copyright(?: of)?)[:\s]+", re.I
)
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


def split_credit(text: str) -> CreditParts:
    """“OLGA MALTSEVA/AFP/Getty Images” -> Olga Maltseva, AFP, Getty Images."""
    whole = LEAD.sub("", text.strip().strip("()[]").strip())
    pieces = [piece.strip() for piece in PART.split(whole) if piece.strip()]
    creators, suppliers = [], []
    for piece in pieces:
        known = SUPPLIERS.get(piece.lower())
        if known:
            suppliers.append(known)
        elif piece.lower() not in NO_CREATOR:
            creators.append(normal_capitals(piece))
    distributor = ""
    if len(suppliers) > 1 and suppliers[-1] in DISTRIBUTORS:
        distributor = suppliers.pop()
    line = "/".join(creators + suppliers) or whole
    return CreditParts(
        creator=creators[0] if creators else "",
        supplier=" ".join(suppliers[:1]) or (creators[1] if len(creators) > 1 else ""),
        distributor=distributor,
        credit_line=f"{line} via {distributor}" if distributor else line,
        certain=len(creators) <= 1 and len(suppliers) == 1,
    )


AT_END = (
    re.compile(r"\(\s*(?P<credit>(?:AP|AFP|PA|EPA) Photo\s*/\s*[^()]{2,60})\)\s*\Z"),
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
