"""Refusals at the desk: what a person may not do, with the sentence that says so."""

from __future__ import annotations


class NotYours(Exception):
    """The person may not do this to the story."""
