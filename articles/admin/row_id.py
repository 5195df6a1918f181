"""Ids of rows as they are sent: whatever is none is nothing."""

from __future__ import annotations

DIGITS = 18  # what a big integer of PostgreSQL holds for certain


def row_id(sent: str) -> int:
    """The id; 0, which no row has, where it is none."""
    return int(sent) if sent.isascii() and sent.isdigit() and len(sent) <= DIGITS else 0
