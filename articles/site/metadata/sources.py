"""What a story rests on: `citation`, `isBasedOn`, and in words `backstory`.

From the edition's public source values alone, which name nobody who is protected.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from articles.site.metadata.metadata import Schema, said
from articles.site.sourcing import cite
from articles.vocabulary import SourceKind, SourceTerms

WORKS = {
    SourceKind.DOCUMENT: "CreativeWork",
    SourceKind.DATA: "Dataset",
    SourceKind.SOCIAL_POST: "SocialMediaPosting",
}
"""What can be looked up, and so is cited; people and organisations are in the backstory."""

Sources = Iterable[Mapping[str, Any]]


def citations(sources: Sources) -> list[Schema]:
    """The papers, data and posts that are on the record."""
    return [_work(one, WORKS[one["kind"]]) for one in _on_record(sources) if one["kind"] in WORKS]


def based_on(sources: Sources) -> list[Schema]:
    """The reports of other outlets from which the story has something."""
    outlets = (one for one in _on_record(sources) if one["kind"] == SourceKind.OUTLET)
    return [_work(one, "CreativeWork") for one in outlets]


def backstory(sources: Sources, asked: Iterable[Mapping[str, str]], unknowns: str) -> str:
    """A sentence for each source: “Mira Holt, harbour master: on the record, told us directly.”

    Then who was asked and has not answered, and what is not known.
    """
    told = [*map(_sentence, sources), *(one["sentence"] for one in asked), unknowns]
    return " ".join(sentence for sentence in told if sentence)


def _on_record(sources: Sources) -> Iterable[Mapping[str, Any]]:
    return (one for one in sources if one["terms"] == SourceTerms.ON_RECORD)


def _work(values: Mapping[str, Any], kind: str) -> Schema:
    return said({"@type": kind, "name": values["label"], "url": cite(values).address})


def _sentence(values: Mapping[str, Any]) -> str:
    source = cite(values)
    who = ", ".join(part for part in (source.label, source.description) if part)
    return f"{who}: {source.words}."
