"""Proposals: what was guessed of a pasted story and nobody has looked at yet.

What people make of each is in `settle`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.utils.text import slugify

from articles.desk.attribution import Attribution
from articles.desk.dossier import Dossier, gather
from articles.desk.paste import Paste
from articles.desk.photos.placement import Placement
from articles.desk.reply import Reply
from articles.desk.source import Source
from articles.desk.story import Story
from articles.preflight.finding import Finding
from articles.preflight.lines import Line, lines_of
from articles.preflight.place import Place
from articles.preflight.run import findings

DOUBTFUL = (
    *("quotation_marks", "typography", "sentences", "names", "placeholders", "publishers"),
    *("attribution", "dates", "links", "house_style"),
)
"""The families of rules whose findings are doubtful spots of a pasted text."""


class Kind(StrEnum):
    SOURCE = "source"
    PASSAGE = "passage"
    PICTURE = "picture"
    REQUEST = "request"
    PLACE = "place"
    DATE = "date"
    SPOT = "spot"


@dataclass(frozen=True, kw_only=True)
class Context:
    """Words of the text, and the rest of their sentence before and after them."""

    before: str = ""
    words: str = ""
    after: str = ""


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """One guess. `row` is what was stored of it; a spot has its finding.

    A place or a date is known by its words, `point`. `instead` is what accepting a place, a date
    or a spot would write.
    """

    kind: Kind
    key: str
    row: Source | Attribution | Placement | Reply | None = None
    finding: Finding | None = None
    point: str = ""
    instead: str = ""
    context: Context = Context()


def open_proposals(story: Story, *, at: datetime) -> list[Proposal]:
    """All that nobody has looked at yet, in the order in which one settles them."""
    dossier = gather(story)
    lines = lines_of(dossier)
    return [
        *_sources(dossier),
        *(
            Proposal(
                kind=Kind.PASSAGE,
                key=str(row.pk),
                row=row,
                context=_around(lines, row.passage),
            )
            for row in dossier.attributions
            if row.is_proposal
        ),
        *(
            Proposal(kind=kind, key=str(row.pk), row=row)
            for kind, rows in (
                (Kind.PICTURE, dossier.placements.values()),
                (Kind.REQUEST, dossier.replies),
            )
            for row in rows
            if row.is_proposal
        ),
        *(points := _points(story, lines)),
        *_spots(dossier, lines, at, told={point.point for point in points}),
    ]


def anything_open(paste: Paste) -> bool:
    """Whether a guess of it waits to be looked at, doubtful spots apart. Three queries at most."""
    rows = (paste.story.attributions, paste.story.placements, paste.story.replies)
    return bool(paste.points) or any(one.filter(is_proposal=True).exists() for one in rows)


def _sources(dossier: Dossier) -> Iterator[Proposal]:
    """Those that the text rests on, and those through which they came."""
    sources: dict[int, Source] = {}
    for source in dossier.sources.values():
        sources |= {one.pk: one for one in (source, source.via) if one is not None}
    for pk, source in sources.items():
        if source.is_proposal:
            yield Proposal(kind=Kind.SOURCE, key=str(pk), row=source)


def _spots(
    dossier: Dossier, lines: list[Line], at: datetime, *, told: set[str]
) -> Iterator[Proposal]:
    dismissed = set(dossier.story.dismissals.values_list("key", flat=True))
    for one in findings(dossier, goes_live_at=at):
        if _is_doubtful(one) and one.key not in dismissed and one.place.words not in told:
            yield Proposal(
                kind=Kind.SPOT,
                key=one.key,
                finding=one,
                instead=one.fix.words if one.fix else one.place.words,
                context=_at(lines, one.place),
            )


def _is_doubtful(finding: Finding) -> bool:
    place = finding.place
    return (
        finding.rule.partition(".")[0] in DOUBTFUL
        and place.start is not None
        and place.field in {"headline", "body"}
    )


def _points(story: Story, lines: list[Line]) -> list[Proposal]:
    paste = Paste.objects.filter(story=story).first()
    return [
        Proposal(
            kind=Kind(point["kind"]),
            key=slugify(point["words"], allow_unicode=True),
            point=point["words"],
            instead=point["instead"],
            context=_around(lines, point["words"]),
        )
        for point in (paste.points if paste else [])
    ]


def _around(lines: list[Line], words: str) -> Context:
    for line in lines:
        start = line.text.find(words)
        if start >= 0 and line.field == "body":
            return _in_sentence(line, start, start + len(words))
    return Context(words=words)


def _at(lines: list[Line], place: Place) -> Context:
    for line in lines:
        if (line.field, line.paragraph) == (place.field, place.paragraph):
            return _in_sentence(line, place.start or 0, place.end or 0)
    return Context(words=place.words)


def _in_sentence(line: Line, start: int, end: int) -> Context:
    first = min(start, line.sentence_at(start)[0])
    last = max(end, line.sentence_at(max(start, end - 1))[1])
    text = line.text
    return Context(before=text[first:start], words=text[start:end], after=text[end:last])
