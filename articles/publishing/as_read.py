"""What readers have of a story, as a snapshot: the desk compares its own text with it."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Any

from articles.desk.photos.photo import Photo
from articles.desk.story import Story
from articles.markup.edit import without_figure
from articles.masthead.section import Section
from articles.publishing.release import Release
from articles.publishing.standing import standing_of
from articles.site.edition import Edition

WORDS = (
    *("headline", "kicker", "standfirst", "dateline", "unknowns", "language", "urgency", "slug"),
)


@dataclass(frozen=True)
class AsRead:
    edition: Edition
    values: dict[str, Any]


def as_read(story: Story) -> AsRead | None:
    """The live edition as a snapshot; None when readers have none of it.

    Words, tags and captions are the edition's own, since pictures are mended and taken out without
    the story. The body's marks are those of the release that it goes back to.
    """
    standing = standing_of([story.key])[story.key]
    if standing.public is None or not standing.is_live:
        return None
    edition = Edition.objects.get(pk=standing.public.pk)
    records = Release.objects.filter(
        story=story, called_off_at=None, number__lte=edition.number, edition__isnull=False
    )
    record = records.exclude(as_released={}).order_by("number", "pk").last()
    values = record.as_released if record else _from_the_page(edition)
    return AsRead(edition, _as_printed(values, edition))


def _from_the_page(edition: Edition) -> dict[str, Any]:
    """Of an edition whose release kept no snapshot: its words, without marks and pictures."""
    body = "".join(f"<p>{escape(text)}</p>" for text in edition.text.split("\n\n") if text)
    section = Section.objects.filter(slug=edition.section_slug).first()
    story = {"body": body, "kind": edition.story_kind, "section_id": section and section.pk}
    rows: dict[str, Any] = {"bylines": [], "placements": [], "attributions": []}
    return {"story": story, **rows}


def _as_printed(values: dict[str, Any], edition: Edition) -> dict[str, Any]:
    story = {**values["story"], **{name: getattr(edition, name) for name in WORDS}}
    figures = {figure["photo"]: figure for figure in edition.figures}
    photos = Photo.objects.in_bulk([row["photo_id"] for row in values["placements"]])
    placements = []
    for row in values["placements"]:
        photo = photos.get(row["photo_id"])
        figure = figures.get(str(photo.key)) if photo else None
        if figure is None:  # taken out since
            story["body"] = without_figure(story["body"], photo=row["photo_id"], paragraphs=[])
            continue
        printed = {"caption": figure["caption"], "alt_text": figure["alt_text"]}
        placements.append({**row, **printed})
    tags = [[tag["slug"], tag["name"]] for tag in edition.tags]
    return {**values, "story": story, "placements": placements, "tags": tags}
