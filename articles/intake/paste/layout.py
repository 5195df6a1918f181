"""Headline, paragraphs and figures of a pasted text, in its own order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from articles.imaging.credit import CreditParts, find_credit, find_date, is_name, split_credit
from articles.vocabulary import DatePrecision

LONGEST_HEADLINE = 200
LONGEST_ALT = 160
LONGEST_CAPTION = 900
BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
BYLINE = re.compile(r"(?:By|BY) (?P<names>\S.{1,120})\Z")
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
    first = next((n for n, one in enumerate(pieces) if not _stands_above_a_headline(one)), 0)
    headline = ""
    if len(pieces) > 1 and _may_be_headline(pieces[first]):
        headline = pieces.pop(first)
    blocks: list[str | Figure] = []
    pieces.reverse()
    while pieces:
        piece = pieces.pop()
        following = pieces[-1] if pieces else ""
        if figure := _figure(piece, alt_text=""):
            blocks.append(figure)
        elif _may_be_alt(piece) and (figure := _figure(following, alt_text=piece)):
            pieces.pop()
            blocks.append(figure)
        else:
            blocks.append(piece)
    return Layout(headline=headline, blocks=blocks)


def _pieces(text: str) -> list[str]:
    """The text's paragraphs: parted by blank lines, or, where it has none, by lines."""
    parts = BLANK_LINE.split(text) if BLANK_LINE.search(text.strip()) else text.split("\n")
    return [" ".join(part.split()) for part in parts if part.strip()]


def _stands_above_a_headline(piece: str) -> bool:
    return _is_byline(piece) or _figure(piece, alt_text="") is not None


def _may_be_headline(piece: str) -> bool:
    is_sentence = SENTENCE_END.search(piece) and not piece.endswith(("?", "!"))
    return (
        len(piece) <= LONGEST_HEADLINE and not is_sentence and not _stands_above_a_headline(piece)
    )


def _is_byline(piece: str) -> bool:
    """“By Ada Lumen and Bo Quay”: it is kept as a paragraph, but is no headline and no alt text."""
    found = BYLINE.match(piece)
    if found is None:
        return False
    return all(map(is_name, re.split(r", (?:and )?| and ", found["names"])))


def _may_be_alt(piece: str) -> bool:
    return len(piece) <= LONGEST_ALT and not SENTENCE_END.search(piece) and not _is_byline(piece)


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
