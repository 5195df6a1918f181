"""The pool: the stories that a front may be composed of, live ones and those that are cleared."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from articles.desk.search import search
from articles.desk.story import Story, StoryQuerySet
from articles.publishing.standing import Standing, standing_of
from articles.site.edition import Edition
from articles.vocabulary import EditionKind, Stage

if TYPE_CHECKING:
    from django.contrib.auth.models import User

MOST = 40
LOOKED_AT = 200  # finds of a search, most of which may be drafts


@dataclass(frozen=True)
class Offer:
    """A story as a front would show it, and how it stands with readers."""

    story: Story
    standing: Standing

    @property
    def headline(self) -> str:
        """The one that readers have, where they have any."""
        return self.standing.public.headline if self.standing.public else str(self.story)

    @property
    def said(self) -> str:
        """How it stands, and whether readers see a picture with it: a killed one they do not."""
        has_picture = self.standing.public is not None and self.standing.public.figures
        return f"{self.standing}{'' if has_picture else '; no picture'}"

    @property
    def moment(self) -> datetime:
        """When readers first had it; of what they do not have yet, when it was last changed."""
        public = self.standing.public
        return public.first_published_at if public else self.story.updated_at


def pool(user: User | AnonymousUser, words: str = "") -> list[Offer]:
    """The newest of what this person may see; with `words`, of what has these words."""
    seen = Story.objects.visible_to(user).for_list()
    ready = [one for one in offers(_found(seen, words)) if _is_ready(one)]
    return sorted(ready, key=lambda one: one.moment, reverse=True)[:MOST]


def offers(stories: Iterable[Story]) -> list[Offer]:
    """Each story with its standing; one query."""
    found = list(stories)
    standing = standing_of([story.key for story in found])
    return [Offer(story, standing[story.key]) for story in found]


def _found(seen: StoryQuerySet, words: str) -> list[Story]:
    if words.strip():
        return list(search(seen, words).order_by("-updated_at", "-pk")[:LOOKED_AT])
    newest = Edition.objects.live(timezone.now()).newest_first().values("story_key")[:MOST]
    live = list(seen.filter(key__in=[row["story_key"] for row in newest]))
    cleared = seen.in_stage(Stage.CLEARED).order_by("-updated_at", "-pk")[: 2 * MOST]
    found = {story.pk: story for story in [*cleared, *live]}
    return list(found.values())


def _is_ready(offer: Offer) -> bool:
    """Live, or cleared and not withdrawn."""
    if offer.standing.public is not None:
        return offer.standing.public.kind != EditionKind.WITHDRAWAL
    return offer.story.stage == Stage.CLEARED
