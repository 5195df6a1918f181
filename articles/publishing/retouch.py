"""Retouching: the edition that follows another one, with a picture exchanged or taken out.

Pure: no query, no clock. Nothing of the story as it now stands at the desk comes in: what readers
have stays word for word, but for the picture.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from articles.publishing.compose import digest
from articles.site.edition import Edition
from articles.site.figure import exchange_figure, render_figure
from articles.vocabulary import EditionKind

OWN = frozenset({"id", "composed_at", "digest"})  # each edition has its own


def shows(edition: Edition, photo_key: str) -> bool:
    return any(figure["photo"] == photo_key for figure in edition.figures)


def copy_of(edition: Edition, **changes: Any) -> Edition:
    """The same edition once more, not saved, with other values where they are given."""
    values = {
        field.attname: getattr(edition, field.attname)
        for field in Edition._meta.concrete_fields
        if field.attname not in OWN
    }
    made = Edition(**{**values, **changes})
    made.digest = digest(made)
    return made


def retouched(
    edition: Edition, photo_key: str, *, instead: dict[str, Any] | None = None, **changes: Any
) -> Edition:
    """The edition without that photo, or with the figure `instead` of it."""
    is_lead = bool(edition.figures) and edition.figures[0]["photo"] == photo_key
    html = render_figure(instead, is_lead=is_lead) if instead else ""
    figures = [
        instead if figure["photo"] == photo_key else figure
        for figure in edition.figures
        if instead or figure["photo"] != photo_key
    ]
    return copy_of(
        edition,
        body_html=exchange_figure(edition.body_html, photo_key, html),
        figures=figures,
        **changes,
    )


def in_turn(edition: Edition, before: Edition | None, *, date: date, slug: str) -> Edition:
    """The same edition as it follows another one, or as the story's first.

    It carries the corrections that readers have been told by then, and its own.
    """
    number = before.number + 1 if before else 1
    kind = edition.kind
    if before is None:
        kind = EditionKind.FIRST
    elif kind == EditionKind.FIRST:
        kind = EditionKind.UPDATE
    own = [
        {**one, "number": number, "at": edition.goes_live_at.isoformat()}
        for one in edition.corrections
        if one["number"] == edition.number
    ]
    return copy_of(
        edition,
        number=number,
        kind=kind,
        first_published_at=before.first_published_at if before else edition.goes_live_at,
        date=date,
        slug=slug,
        corrections=[*(before.corrections if before else []), *own],
    )


def picture_withdrawn(
    edition: Edition,
    photo_key: str,
    *,
    at: datetime,
    note: str,
    instead: dict[str, Any] | None = None,
) -> Edition:
    """The edition that follows and no longer shows the photo; readers are told by the note."""
    return retouched(
        edition,
        photo_key,
        instead=instead,
        number=edition.number + 1,
        kind=EditionKind.PICTURE_WITHDRAWN,
        goes_live_at=at,
        note=note,
    )
