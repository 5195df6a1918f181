"""The dossier: all that one story rests on, gathered once, as plain values.

The preflight and the composing of an edition read a dossier and nothing else, so that both are
pure: no query, no clock.
"""

from __future__ import annotations

from dataclasses import dataclass

from articles.desk.attribution import Attribution
from articles.desk.byline import Byline
from articles.desk.photos.photo import Photo
from articles.desk.photos.placement import Placement
from articles.desk.reply import Reply
from articles.desk.source import Source
from articles.desk.story import Story
from articles.markup.references import References, references
from articles.masthead.publication import the_publication
from articles.masthead.section import Section


@dataclass(frozen=True, kw_only=True)
class Dossier:
    """One story with its bylines, placements, attributions, sources, requests and tags.

    `placements` and `sources` are keyed by the id that the body mentions; an id of the body that
    is missing here is a dead reference.
    """

    story: Story
    section: Section | None
    tags: tuple[tuple[str, str], ...]  # (slug, name)
    bylines: tuple[Byline, ...]
    placements: dict[int, Placement]
    attributions: tuple[Attribution, ...]
    sources: dict[int, Source]
    replies: tuple[Reply, ...]
    references: References
    linked_stories: dict[int, str]  # id of a story of ours that the body links to -> its key
    publication: str = ""  # our own name, as the masthead has it

    def pictured(self) -> list[Photo]:
        """The photos that the body shows, in its order."""
        shown = (self.placements.get(pk) for pk in self.references.photos)
        return [placement.photo for placement in shown if placement is not None]


def gather(story: Story) -> Dossier:
    """Reads the story's dossier from the database."""
    mentioned = references(story.body)
    return Dossier(
        publication=the_publication().name,
        story=story,
        section=story.section,
        tags=tuple(story.tags.order_by("name").values_list("slug", "name")),
        bylines=tuple(story.bylines.select_related("contributor")),
        placements={
            placement.photo_id: placement
            for placement in story.placements.select_related("photo").prefetch_related(
                "photo__leases"
            )
        },
        attributions=tuple(story.attributions.select_related("source")),
        sources={
            source.pk: source
            for source in Source.objects.filter(pk__in=mentioned.sources).select_related("via")
        },
        replies=tuple(story.replies.all()),
        references=mentioned,
        linked_stories={
            pk: str(key)
            for pk, key in Story.objects.filter(pk__in=mentioned.stories).values_list("pk", "key")
        },
    )
