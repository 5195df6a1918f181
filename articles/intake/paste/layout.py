"""Headline, paragraphs and figures of a pasted text, in its own order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from articles.imaging.credit import CreditParts, find_credit, find_date, split_credit
from articles.vocabulary import DatePrecision

LONGEST_HEADLINE = 200
LONGEST_ALT = 160
LONGEST_CAPTION = 900
SENTENCE_END = re.compile(r"[.!?…:;][”’\")]?\Z")


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A picture as the text has it: what one sees, the caption, and the credit taken apart."""

    alt_text: str
    caption: str
    credit: CreditParts
    credit_as_given: str
    taken_on: date | None
    precision: DatePrecision


@dataclass(frozen=True, kw_only=True)
class Layout:
    """`blocks` are paragraphs (strings) and figures, in order."""

    headline: str
    blocks: list[str | Figure] = field(default_factory=list)


def lay_out(text: str) -> Layout:
    pieces = _pieces(text)
    headline = ""
    if len(pieces) > 1 and len(pieces[0]) <= LONGEST_HEADLINE and not _is_sentence(pieces[0]):
        headline = pieces.pop(0)
    blocks: list[str | Figure] = []
    while pieces:
        piece = pieces.pop(0)
        following = pieces[0] if pieces else ""
        if _may_be_alt(piece) and (figure := _figure(following, alt_text=piece)):
            pieces.pop(0)
            blocks.append(figure)
        else:
            blocks.append(_figure(piece, alt_text="") or piece)
    return Layout(headline=headline, blocks=blocks)


def _pieces(text: str) -> list[str]:
    """The text's paragraphs: parted by blank lines, or, where it has none, by lines."""
    parts = (
        re.split(r"\n[ \t]*\n", text)
        if re.search(r"\n[ \t]*\n", text.strip())
        else text.split("\n")
    )
    return [" ".join(part.split()) for part in parts if part.strip()]


def _is_sentence(piece: str) -> bool:
    return bool(SENTENCE_END.search(piece)) and not piece.endswith(("?", "!"))


def _may_be_alt(piece: str) -> bool:
    return len(piece) <= LONGEST_ALT and not SENTENCE_END.search(piece)


def _figure(piece: str, *, alt_text: str) -> Figure | None:
    """The paragraph as a figure, when it surely ends in a picture's credit."""
    found = find_credit(piece) if len(piece) <= LONGEST_CAPTION else None
    if found is None:
        return None
    caption, credit = found
    when = find_date(caption)
    return Figure(
        alt_text=alt_text,
        caption=caption,
        credit=split_credit(credit),
        credit_as_given=credit,
        taken_on=when[0] if when else None,
        precision=when[1] if when else DatePrecision.DAY,
    )
