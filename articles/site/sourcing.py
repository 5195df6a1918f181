"""Sourcing: what readers are told, in words, of where a story has it from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from articles.vocabulary import SourceKind, SourceTerms

SPEAKS = {SourceKind.PERSON, SourceKind.ORGANISATION}

TERMS = {
    SourceTerms.ON_RECORD: "on the record",
    SourceTerms.BACKGROUND: "on background, not named",
    SourceTerms.ANONYMOUS: "anonymous, not named",
}

FIRST_HAND = {
    SourceKind.PERSON: "told us directly",
    SourceKind.ORGANISATION: "told us directly",
    SourceKind.DOCUMENT: "a document we have read",
    SourceKind.OUTLET: "a news outlet we have read",
    SourceKind.OBSERVATION: "seen by our reporter",
    SourceKind.DATA: "data we have examined",
    SourceKind.SOCIAL_POST: "a post we have read",
}

SECOND_HAND = {
    SourceKind.PERSON: "not told to us directly",
    SourceKind.ORGANISATION: "not told to us directly",
    SourceKind.DOCUMENT: "a document we have not seen ourselves",
    SourceKind.OUTLET: "reported by others",
    SourceKind.OBSERVATION: "seen by others",
    SourceKind.DATA: "data we have not examined ourselves",
    SourceKind.SOCIAL_POST: "a post we have not seen ourselves",
}


@dataclass(frozen=True)
class Cited:
    label: str
    description: str
    words: str
    """“on the record, told us directly”"""
    address: str
    host: str
    """What the link to the address says; empty where there is none."""


def cite(values: Mapping[str, Any]) -> Cited:
    """A line of the list of sources, from an edition's source values (`publishing.compose`)."""
    address, host = _link(values.get("url") or "")
    return Cited(
        label=values["label"],
        description=values.get("description") or "",
        words=in_words(values),
        address=address,
        host=host,
    )


def in_words(values: Mapping[str, Any]) -> str:
    """On what terms it was told, and how it came to us.

    Papers and data are on no terms of their own unless where they come from is protected.
    """
    kind, terms, via = values["kind"], values["terms"], values.get("via")
    said = [TERMS[terms]] if kind in SPEAKS or terms != SourceTerms.ON_RECORD else []
    if via:
        return ", ".join([*said, f"via {via}"])
    return ", ".join([*said, (FIRST_HAND if values["first_hand"] else SECOND_HAND)[kind]])


def _link(url: str) -> tuple[str, str]:
    """The address and its host, for a web address; empty for whatever else was typed."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return "", ""
    if parts.scheme not in {"http", "https"} or not host:
        return "", ""
    return url, host.removeprefix("www.")
