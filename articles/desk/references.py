"""Keeps placements, attributions and prints in step with what the body mentions.

The body is the truth: a figure in it is a placement, a source mark in it is an attribution.
Rows keep the words that editors gave them as long as the body keeps the figure or the mark: see
`marks` for how a mark is told whose words have changed.
"""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone

from articles.desk.marks import attributions_of, known
from articles.desk.photos.age import is_old
from articles.desk.photos.photo import Photo
from articles.desk.photos.placement import Placement
from articles.desk.source import Source
from articles.desk.story import Story
from articles.markup.passages import passages
from articles.markup.references import references
from articles.markup.runs import prints
from articles.markup.text import plain_text


@transaction.atomic
def settle_references(story: Story, *, on: date | None = None) -> None:
    """Makes the story's placements and attributions those that its body mentions.

    A picture that is placed anew and is old on that day (None: today) starts as a file picture.
    Ids of the body that exist no more are passed over here; the preflight names them.
    """
    _settle_placements(story, on or timezone.localdate())
    _settle_attributions(story)
    Story.objects.filter(pk=story.pk).update(prints=prints(plain_text(story.body)))


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
    stored = list(story.attributions.order_by("position"))
    marked = passages(story.body)
    sources = set(
        Source.objects.filter(pk__in={mark.source for mark in marked}).values_list("pk", flat=True)
    )
    rows = attributions_of(story, known(marked, sources), stored)
    for row in rows:
        row.save()
    story.attributions.exclude(pk__in=[row.pk for row in rows]).delete()
