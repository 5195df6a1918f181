"""Keeps placements, attributions, prints and search in step with what the body mentions.

The body is the truth: a figure in it is a placement, a source mark in it is an attribution.
Rows keep the words that editors gave them as long as the body keeps the figure or the mark: see
`marks` for how a mark is told whose words have changed.
"""

from __future__ import annotations

from datetime import date

from django.contrib.postgres.search import SearchVector
from django.db import transaction
from django.db.models import Value
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
from articles.markup.text import plain_text, word_count


@transaction.atomic
def settle_references(story: Story, *, on: date | None = None) -> None:
    """Makes the story's placements and attributions those that its body mentions.

    A picture that is placed anew and is old on that day (None: today) starts as a file picture.
    Ids of the body that exist no more are passed over here; the preflight names them.
    """
    _settle_placements(story, on or timezone.localdate())
    _settle_attributions(story)
    _settle_text(story)


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


def _settle_text(story: Story) -> None:
    """What lists, searches and comparisons know of the words without reading them."""
    text = plain_text(story.body)
    Story.objects.filter(pk=story.pk).update(
        prints=prints(text),
        length=word_count(story.body),
        search=(
            _lexemes(f"{story.headline} {story.slugline}", weight="A")
            + _lexemes(f"{story.kicker} {story.standfirst} {story.unknowns}", weight="B")
            + _lexemes(text, weight="C")
        ),
    )


def _lexemes(text: str, *, weight: str) -> SearchVector:
    """As they are written: the desk writes in more than one language."""
    return SearchVector(Value(text), weight=weight, config="simple")


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
