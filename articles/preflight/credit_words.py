"""Finds a credit that stands in a caption, where it does not belong."""

from __future__ import annotations

import re

from articles.desk.photos.photo import Photo
from articles.imaging.credit import NO_CREATOR, PART, find_credit, is_name
from articles.imaging.suppliers import SUPPLIERS
from articles.markup.sentences import sentences

SHOULD_READ = re.compile(r"(?:photo |picture )?credit should read:?\s.{2,90}\Z", re.IGNORECASE)
CLOSING = re.compile(r"(?<=[.!?”\"’])\s*\((?P<words>[^()]{2,90})\)\W*\Z")
FILE = re.compile(r",?\s*\bfile(?: photo| picture)?\Z", re.IGNORECASE)


def credit_in(caption: str, photo: Photo) -> tuple[str, str]:
    """The caption without its credit, and the credit; all of it and nothing when there is none."""
    text = caption.strip()
    if found := SHOULD_READ.search(text):
        return text[: found.start()].strip(), found[0]
    if (found := CLOSING.search(text)) and _is_credit(found["words"], photo):
        return text[: found.start()].strip(), found["words"]
    if parts := find_credit(text):
        return parts[0].rstrip(" (["), parts[1].strip(" ()[]")
    last = sentences(text)[-1:]
    if last and _is_credit(last[0], photo):
        return text.removesuffix(last[0]).strip(), last[0]
    return _own_line(text, photo)


def _own_line(text: str, photo: Photo) -> tuple[str, str]:
    """The photo's own credit line, wherever in the caption it stands."""
    line = photo.credit_line.strip()
    found = re.search(rf"(?<!\w){re.escape(line)}(?!\w)", text, re.IGNORECASE) if line else None
    if found is None:
        return text, ""
    return f"{text[: found.start()]}{text[found.end() :]}".strip(), found[0]


def _is_credit(words: str, photo: Photo) -> bool:
    """Whether these words are the photo's creator or credit line, or names with a supplier."""
    bare = FILE.sub("", words.strip(" ()[].–—-")).strip()
    own = {photo.creator.strip().lower(), photo.credit_line.strip().lower()} - {""}
    if bare.lower() in own:
        return True
    pieces = [piece.strip() for piece in PART.split(bare)]
    known = [piece.lower() in SUPPLIERS for piece in pieces]
    return any(known) and all(
        is_name(piece) or piece.lower() in NO_CREATOR or not piece for piece in pieces
    )
