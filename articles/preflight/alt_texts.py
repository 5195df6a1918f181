"""Alt texts: they say what one sees, to those who cannot see it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.desk.photos.placement import Placement
from articles.preflight.finding import Case, Fault, rule
from articles.preflight.placed import placed
from articles.vocabulary import Severity

SHORTEST = 5  # characters; the longest is the field's own length
FILE_NAME = re.compile(
    r"\S+\.(?:jpe?g|png|webp|gif|avif|tiff?|heic|bmp|svg)"
    r"|(?:_?MG|IMG|_?DSCF?|DSCN|DJI|PXL|GOPR|P)[ _-]?\d{3,}\S*"
    r"|(?:image|img|photo|picture|scan|screenshot|untitled|unnamed|download)[ _-]*\(?\d*\)?",
    re.IGNORECASE,
)
NEEDLESS = re.compile(
    r"(?:(?:an?|the|this)\s+)?(?:image|picture|photo|photograph|pic)\s+"
    r"(?:of|shows|showing|depicting)\b",
    re.IGNORECASE,
)


@rule("alt_texts.words", Severity.WARN)
def words(case: Case) -> Iterator[Fault]:
    for name, placement in placed(case):
        if fault := _fault(placement):
            yield Fault(f"{name} {fault}", "placements")


def _fault(placement: Placement) -> str:
    """What is wrong with the alt text, as the rest of a sentence; empty when nothing is."""
    alt_text = placement.printed_alt_text
    if not alt_text:
        return ""
    if FILE_NAME.fullmatch(alt_text):
        return "has a file name for its alt text. Say what one sees."
    if len(alt_text) < SHORTEST:
        return f"has an alt text of {len(alt_text)} characters. Say a little more of what one sees."
    if _bare(alt_text) == _bare(placement.printed_caption):
        return "has its caption again for its alt text. Say what one sees, not what it means."
    if found := NEEDLESS.match(alt_text):
        return f"has an alt text that begins with “{found[0]}”. Begin with what one sees."
    return ""


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
