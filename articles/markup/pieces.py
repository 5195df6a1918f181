"""Pieces of HTML that templates have printed, taken apart and put together again."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.safestring import SafeString

Piece = SafeString
GAP = "\0"
"""Where a piece is left out. No text that PostgreSQL keeps has it."""


def parted(html: SafeString) -> tuple[SafeString, SafeString]:
    """What stands before and after the gap."""
    before, _, after = html.partition(GAP)
    return SafeString(before), SafeString(after)


def together(pieces: Iterable[SafeString]) -> SafeString:
    """The pieces one after the other. Raises `TypeError` for one that no template has printed."""
    given = list(pieces)
    if not all(isinstance(piece, SafeString) for piece in given):
        message = "Only what a template has printed is put into a page as it is."
        raise TypeError(message)
    return SafeString("".join(given))
