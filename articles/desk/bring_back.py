"""Bringing back: an earlier revision's words and rows become the story's, as its next revision.

What is true of the world stays as it is now: stage, embargo, assignment and deadline, and the
requests for comment with their answers; those that were deleted since come back.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction

from articles.desk.act import Act
from articles.desk.attribution import Attribution
from articles.desk.byline import Byline
from articles.desk.keep_revision import catch_up, keep_revision
from articles.desk.photos.photo import Photo
from articles.desk.photos.placement import Placement
from articles.desk.references import settle_references
from articles.desk.reply import Attempt, Reply
from articles.desk.revision import Revision
from articles.desk.source import Source
from articles.desk.story import Story
from articles.masthead.contributor import Contributor
from articles.masthead.section import Section
from articles.vocabulary import ActKind

if TYPE_CHECKING:
    from django.contrib.auth.models import User


@transaction.atomic
def bring_back(revision: Revision, *, by: User) -> Revision | None:
    """Makes the story what it was; the present one stays as a revision. None: it is just that."""
    story = Story.objects.select_for_update().get(pk=revision.story_id)
    before = catch_up(story)
    values = revision.values
    _words(story, values)
    story.tags.set([name for _, name in values["tags"]])
    _bylines(story, values["bylines"])
    settle_references(story)
    _placements(story, values["placements"])
    _attributions(story, values["attributions"])
    _deleted_replies(story, values["replies"])
    made = keep_revision(story, by=by, why=f"Revision {revision.number} was brought back.")
    if made is not None:
        reason = f"Revision {revision.number} instead of {before.number}."
        Act.objects.create(story=story, kind=ActKind.BROUGHT_BACK, reason=reason, made_by=by)
    return made


def _words(story: Story, values: dict[str, Any]) -> None:
    words = {**values["story"], "slugline": values["desk"]["slugline"]}
    if not Section.objects.filter(pk=words["section_id"]).exists():
        words["section_id"] = story.section_id
    if words["written_on"]:
        words["written_on"] = date.fromisoformat(words["written_on"])
    for name, value in words.items():
        setattr(story, name, value)
    story.save()


def _bylines(story: Story, rows: list[dict[str, Any]]) -> None:
    """Those of contributors that still exist, under the ids that they had."""
    known = Contributor.objects.in_bulk([row["contributor_id"] for row in rows])
    story.bylines.all().delete()
    Byline.objects.bulk_create(
        Byline(story=story, **row) for row in rows if row["contributor_id"] in known
    )


def _placements(story: Story, rows: list[dict[str, Any]]) -> None:
    """The words of each use; which pictures there are, the body has said already."""
    known = Photo.objects.in_bulk([row["fallback_id"] for row in rows if row["fallback_id"]])
    for row in rows:
        values = _without(row, "id", "photo_id", "order")
        values["fallback_id"] = row["fallback_id"] if row["fallback_id"] in known else None
        Placement.objects.filter(story=story, photo=row["photo_id"]).update(**values)


def _attributions(story: Story, rows: list[dict[str, Any]]) -> None:
    """What people wrote about each passage; which there are, the body has said already."""
    sources = Source.objects.in_bulk({pk for row in rows for pk in row["confirmed_by"]})
    for row in rows:
        found = Attribution.objects.filter(
            story=story, source=row["source_id"], passage=row["passage"], position=row["position"]
        ).first()
        if found is None:
            continue
        for name, value in _without(row, "id", "confirmed_by").items():
            setattr(found, name, value)
        found.save()
        found.confirmed_by.set([pk for pk in row["confirmed_by"] if pk in sources])


def _deleted_replies(story: Story, rows: list[dict[str, Any]]) -> None:
    there = set(Reply.objects.filter(story=story).values_list("pk", flat=True))
    sources = Source.objects.in_bulk({row["source_id"] for row in rows if row["source_id"]})
    for row in rows:
        if row["id"] in there:
            continue
        values = _without(row, "id", "attempts")
        values["deadline"] = _moment(values["deadline"])
        values["source_id"] = values["source_id"] if values["source_id"] in sources else None
        reply = Reply.objects.create(story=story, **values)
        for attempt in row["attempts"]:
            made_at = _moment(attempt["made_at"])
            Attempt.objects.create(**{**attempt, "made_at": made_at, "reply": reply})


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _without(values: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name not in names}
