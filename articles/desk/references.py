"""Keeps placements and attributions in step with what the body mentions.

The body is the truth: a figure in it is a placement, a source mark in it is an attribution.
Rows keep the words that editors gave them as long as the body keeps the figure or the mark.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from django.db import transaction
from django.utils import timezone

from articles.desk.attribution import Attribution
from articles.desk.photos.age import is_old
from articles.desk.photos.photo import Photo
from articles.desk.photos.placement import Placement
from articles.desk.source import Source
from articles.desk.story import Story
from articles.markup.passages import passages
from articles.markup.quotations import OPENING_MARKS
from articles.markup.references import references
from articles.vocabulary import AttributionKind


@transaction.atomic
def settle_references(story: Story, *, on: date | None = None) -> None:
    """Makes the story's placements and attributions those that its body mentions.

    A picture that is placed anew and is old on that day (None: today) starts as a file picture.
    Ids of the body that exist no more are passed over here; the preflight names them.
    """
    _settle_placements(story, on or timezone.localdate())
    _settle_attributions(story)


def _settle_placements(story: Story, day: date) -> None:
    mentioned = references(story.body).photos
    existing = Photo.objects.defer("original_metadata").in_bulk(mentioned)
    story.placements.exclude(photo__in=existing).delete()
    for order, photo in enumerate(existing[pk] for pk in mentioned if pk in existing):
        Placement.objects.update_or_create(
            story=story,
            photo=photo,
            defaults={"order": order},
            create_defaults={"order": order, "is_file_picture": is_old(photo, day)},
        )


def _settle_attributions(story: Story) -> None:
    """A row whose source and words the body still has stays that row, wherever they moved to."""
    kept: dict[tuple[int, str], list[Attribution]] = defaultdict(list)
    for row in story.attributions.order_by("-position"):
        kept[row.source_id, row.passage].append(row)
    marked = passages(story.body)
    existing = set(
        Source.objects.filter(pk__in={mark.source for mark in marked}).values_list("pk", flat=True)
    )
    for position, mark in enumerate(mark for mark in marked if mark.source in existing):
        same = kept[mark.source, mark.text]
        row = same.pop() if same else Attribution(story=story, source_id=mark.source)
        is_quote = mark.text.startswith(OPENING_MARKS)
        row.kind = AttributionKind.QUOTE if is_quote else AttributionKind.CLAIM
        row.passage, row.position = mark.text, position
        row.save()
    gone = [row.pk for rows in kept.values() for row in rows]
    story.attributions.filter(pk__in=gone).delete()
