"""The dossier: all that one story rests on, gathered once, as plain values.

The preflight and the composing of an edition read a dossier and nothing else, so that both are
pure: no query, no clock.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import prefetch_related_objects

from articles.desk.attribution import Attribution
from articles.desk.byline import Byline
from articles.desk.copied import Copied, copied_in
from articles.desk.echoes import Echo, echoes_of
from articles.desk.house_rule import HouseRule
from articles.desk.marks import attributions_of, known
from articles.desk.photos.photo import Photo
from articles.desk.photos.placement import Placement
from articles.desk.reply import Reply
from articles.desk.source import Source
from articles.desk.story import Story
from articles.desk.vault.identity import VaultStanding, vault_standing
from articles.desk.via import with_origins
from articles.markup.passages import passages
from articles.markup.references import References, references
from articles.masthead.publication import the_publication
from articles.masthead.section import Section


@dataclass(frozen=True, kw_only=True)
class Dossier:
    """One story with its bylines, placements, attributions, sources, requests and tags.

    `placements` and `sources` are keyed by the id that the body mentions; an id of the body that
    is missing here is a dead reference. `attributions` are one for each mark of the body, in its
    order; those that were never saved have no id. `confirming` has, by an attribution's position,
    the other sources that say the same. `echoes` are quotes of other stories with the same words;
    `vault` says of protected sources, by their ids, who keeps what they are called, not what;
    `house_rules` is the house style, as far as it is switched on; `copied` are long runs of words
    that stand elsewhere too; `open_notes` counts what the desk has noted and not resolved.
    """

    story: Story
    section: Section | None
    tags: tuple[tuple[str, str], ...]  # (slug, name)
    bylines: tuple[Byline, ...]
    placements: dict[int, Placement]
    attributions: tuple[Attribution, ...]
    confirming: dict[int, tuple[Source, ...]]
    sources: dict[int, Source]
    replies: tuple[Reply, ...]
    references: References
    linked_stories: dict[int, str]  # id of a story of ours that the body links to -> its key
    publication: str = ""  # our own name, as the masthead has it
    echoes: tuple[Echo, ...] = ()
    vault: dict[int, VaultStanding] = field(default_factory=dict)
    house_rules: tuple[HouseRule, ...] = ()
    copied: tuple[Copied, ...] = ()
    open_notes: int = 0

    def pictured(self) -> list[Photo]:
        """The photos that the body shows, in its order."""
        shown = (self.placements.get(pk) for pk in self.references.photos)
        return [placement.photo for placement in shown if placement is not None]


@dataclass(frozen=True, kw_only=True)
class Rows:
    """What hangs on a story: as it is stored, as somebody is typing it, or as it was released.

    `confirming` has ids of sources by the ids of attributions.
    """

    tags: tuple[tuple[str, str], ...]
    bylines: tuple[Byline, ...]
    placements: tuple[Placement, ...]
    attributions: tuple[Attribution, ...]
    confirming: dict[int, tuple[int, ...]]
    replies: tuple[Reply, ...]


NO_ROWS = Rows(tags=(), bylines=(), placements=(), attributions=(), confirming={}, replies=())


def stored_rows(story: Story) -> Rows:
    """The rows of the database. A story that was never saved has none."""
    if story._state.adding:
        return NO_ROWS
    attributions = tuple(story.attributions.prefetch_related("confirmed_by"))
    return Rows(
        tags=tuple(story.tags.order_by("name").values_list("slug", "name")),
        bylines=tuple(story.bylines.select_related("contributor")),
        placements=tuple(story.placements.select_related("photo")),
        attributions=attributions,
        confirming={
            row.pk: tuple(source.pk for source in row.confirmed_by.all()) for row in attributions
        },
        replies=tuple(story.replies.select_related("source").prefetch_related("attempts")),
    )


def gather(story: Story, rows: Rows | None = None) -> Dossier:
    """The story's dossier, with the stored rows, or with those that are given."""
    rows = rows or stored_rows(story)
    mentioned = references(story.body)
    wanted = {*mentioned.sources, *(pk for ids in rows.confirming.values() for pk in ids)}
    found = with_origins(wanted)
    sources = {pk: found[pk] for pk in mentioned.sources if pk in found}
    attributions = _attributions(story, rows.attributions, sources)
    protected = [pk for pk, source in sources.items() if source.is_protected]
    return Dossier(
        story=story,
        section=story.section,
        tags=rows.tags,
        bylines=rows.bylines,
        placements=_placements(story, rows.placements, mentioned.photos),
        attributions=attributions,
        confirming={
            row.position: tuple(found[pk] for pk in rows.confirming[row.pk] if pk in found)
            for row in attributions
            if rows.confirming.get(row.pk)
        },
        sources=sources,
        replies=rows.replies,
        references=mentioned,
        linked_stories={
            pk: str(key)
            for pk, key in Story.objects.filter(pk__in=mentioned.stories).values_list("pk", "key")
        },
        publication=the_publication().name,
        echoes=tuple(echoes_of(story, attributions)),
        vault=vault_standing(protected) if protected else {},
        house_rules=tuple(HouseRule.objects.on()),
        copied=tuple(copied_in(story)),
        open_notes=0 if story._state.adding else story.notes.open().count(),
    )


def _attributions(
    story: Story, stored: Iterable[Attribution], sources: dict[int, Source]
) -> tuple[Attribution, ...]:
    rows = attributions_of(story, known(passages(story.body), sources), stored)
    for row in rows:
        row.source = sources[row.source_id]
    return tuple(rows)


def _placements(
    story: Story, stored: Iterable[Placement], mentioned: Iterable[int]
) -> dict[int, Placement]:
    """Those of the photos that the body shows; one that was just put in has the photo's words."""
    placements = {row.photo_id: row for row in stored}
    new = Photo.objects.filter(pk__in=[pk for pk in mentioned if pk not in placements])
    placements |= {photo.pk: Placement(story=story, photo=photo) for photo in new}
    found = {pk: placements[pk] for pk in mentioned if pk in placements}
    prefetch_related_objects([placement.photo for placement in found.values()], "leases")
    return found
