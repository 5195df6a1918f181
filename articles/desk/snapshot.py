"""Snapshots: a story and its rows at one moment, as plain values, and a dossier made of them again.

What was written is as it was then. What is true of the world is as it is now: sources and photos
with their rights, requests for comment, the stage, an embargo, a legal hold.
"""

from __future__ import annotations

import json
from copy import copy
from datetime import date
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

from articles.desk.attribution import Attribution
from articles.desk.byline import Byline
from articles.desk.dossier import Dossier, Rows, gather, stored_rows
from articles.desk.photos.photo import Photo
from articles.desk.photos.placement import Placement
from articles.desk.story import Story
from articles.masthead.contributor import Contributor
from articles.masthead.section import Section

WORDS = (
    *(
        "headline",
        "kicker",
        "standfirst",
        "dateline",
        "body",
        "unknowns",
        "slug",
        "section_id",
        "language",
    ),
    *("kind", "urgency", "provenance", "provenance_note", "written_on"),
)
DESK = (
    *("slugline", "stage", "embargo", "embargo_note", "assigned_to_id", "deadline"),
    *("planned_length", "waiting_for"),
)
"""What the desk says of a story beside its words. A revision keeps it; it is never thawed."""
BYLINE = ("id", "contributor_id", "role", "order")
PLACEMENT = (
    *("id", "photo_id", "caption", "alt_text", "is_file_picture", "people_checked"),
    *("fallback_id", "is_proposal", "order"),
)
ATTRIBUTION = (
    *("id", "source_id", "kind", "passage", "position", "verbatim", "original"),
    *("original_language", "translator", "heard", "status", "is_serious", "about", "is_proposal"),
)
REPLY = (
    *("id", "party", "put_to_them", "deadline", "state", "answer", "source_id", "note"),
    "is_proposal",
)
ATTEMPT = ("made_at", "contact", "note", "made_by_id")


def whole(story: Story) -> dict[str, Any]:
    """Everything that is stored of a story, for its next revision: `thaw` reads it too."""
    rows = stored_rows(story)
    return _plain(
        {
            "story": _values(story, WORDS),
            "desk": _values(story, DESK),
            "tags": [list(tag) for tag in rows.tags],
            "bylines": [_values(row, BYLINE) for row in rows.bylines],
            "placements": [_values(row, PLACEMENT) for row in rows.placements],
            "attributions": [
                {**_values(row, ATTRIBUTION), "confirmed_by": sorted(rows.confirming[row.pk])}
                for row in rows.attributions
            ],
            "replies": [
                {
                    **_values(row, REPLY),
                    "attempts": [_values(one, ATTEMPT) for one in row.attempts.all()],
                }
                for row in rows.replies
            ],
        }
    )


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    """As the JSON column gives them back, so that stored and fresh values compare."""
    plain: dict[str, Any] = json.loads(json.dumps(values, cls=DjangoJSONEncoder))
    return plain


def freeze(dossier: Dossier) -> dict[str, Any]:
    """Values for a JSON column whose encoder writes days (`DjangoJSONEncoder`)."""
    return {
        "story": _values(dossier.story, WORDS),
        "tags": [list(tag) for tag in dossier.tags],
        "bylines": [_values(row, BYLINE) for row in dossier.bylines],
        "placements": [_values(row, PLACEMENT) for row in dossier.placements.values()],
        "attributions": [
            {
                **_values(row, ATTRIBUTION),
                "confirmed_by": [one.pk for one in dossier.confirming.get(row.position, ())],
            }
            for row in dossier.attributions
        ],
    }


def thaw(values: dict[str, Any], now: Story) -> Dossier:
    """The dossier of the story as it was then. `now` is it as it stands; nothing is saved."""
    words = dict(values["story"])
    if words["written_on"]:
        words["written_on"] = date.fromisoformat(words["written_on"])
    story = copy(now)
    for name, value in words.items():
        setattr(story, name, value)
    story.section = Section.objects.filter(pk=words["section_id"]).first()
    contributors = Contributor.objects.in_bulk([row["contributor_id"] for row in values["bylines"]])
    photos = Photo.objects.in_bulk([row["photo_id"] for row in values["placements"]])
    rows = Rows(
        tags=tuple((slug, name) for slug, name in values["tags"]),
        bylines=tuple(
            Byline(
                **_without(row, "contributor_id"),
                contributor=contributors[row["contributor_id"]],
                story=story,
            )
            for row in values["bylines"]
            if row["contributor_id"] in contributors
        ),
        placements=tuple(
            Placement(**_without(row, "photo_id"), photo=photos[row["photo_id"]], story=story)
            for row in values["placements"]
            if row["photo_id"] in photos
        ),
        attributions=tuple(
            Attribution(**_without(row, "confirmed_by"), story=story)
            for row in values["attributions"]
        ),
        confirming={row["id"]: tuple(row["confirmed_by"]) for row in values["attributions"]},
        replies=stored_rows(now).replies,
    )
    return gather(story, rows)


def _values(row: Any, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}


def _without(values: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in values.items() if key != name}
