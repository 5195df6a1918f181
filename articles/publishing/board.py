"""The board: what somebody has to do now, with the stories that they may see."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.models import AnonymousUser, User
from django.db.models import Exists, F, OuterRef, Q

from articles.desk.photos.library import WRITTEN
from articles.desk.photos.photo import Photo
from articles.desk.story import Story, StoryQuerySet
from articles.publishing.correction import Correction
from articles.publishing.propose import APPROVES
from articles.publishing.standing import Standing, standing_of
from articles.site.edition import Edition
from articles.vocabulary import Stage

MOST = 20  # lines of one list
ON_THE_WAY = (Stage.FILED, Stage.SUBBED, Stage.CLEARED)


@dataclass(frozen=True)
class Line:
    """A story on the board, where it is with readers, and why it is held."""

    story: Story
    standing: Standing
    is_late: bool
    why: str = ""


@dataclass(frozen=True)
class Pile:
    """Stories that wait for the same act of the same people, and the list that has all of them."""

    name: str
    title: str
    lines: Sequence[Line]
    query: str


def board_for(user: User | AnonymousUser, *, now: datetime) -> dict[str, Any]:
    """`mine` and `held` are lines; `piles` and `corrections` wait for this person's role."""
    seen = Story.objects.visible_to(user).for_list()
    piles = [
        (name, title, query, list(_first(rows)))
        for name, title, query, rows in _piles(user, seen, now)
    ]
    mine = list(_first(_mine(user, seen, now)))
    held = list(_first(seen.held()))
    stories = [*mine, *held, *(one for *_, rows in piles for one in rows)]
    standing = standing_of({one.key for one in stories})

    def lines(rows: list[Story]) -> list[Line]:
        return [_line(one, standing[one.key], now) for one in rows]

    return {
        "corrections": _corrections(user),
        "mine": lines(mine),
        "held": lines(held),
        "piles": [
            Pile(name, title, lines(rows), query) for name, title, query, rows in piles if rows
        ],
    }


def _corrections(user: User | AnonymousUser) -> list[Correction]:
    """What others propose and this person may approve, the one that waits longest first."""
    kinds = [kind for kind, needed in APPROVES.items() if user.has_perm(f"articles.{needed}")]
    if not kinds:
        return []
    waiting = Correction.objects.waiting(*kinds).exclude(proposed_by=user.pk)
    seen = waiting.filter(story__in=Story.objects.visible_to(user))
    return list(seen.select_related("story", "proposed_by").order_by("pk")[:MOST])


def _line(story: Story, standing: Standing, now: datetime) -> Line:
    late = story.deadline is not None and story.deadline < now and story.stage != Stage.CLEARED
    return Line(story, standing, late, story.legal_hold or story.waiting_for)


def _first(rows: StoryQuerySet) -> StoryQuerySet:
    return rows.order_by(F("deadline").asc(nulls_last=True), "-updated_at")[:MOST]


def _mine(user: User | AnonymousUser, seen: StoryQuerySet, now: datetime) -> StoryQuerySet:
    """What I have in hand, and what I began and readers do not have yet."""
    public = Edition.objects.filter(story_key=OuterRef("key"), goes_live_at__lte=now)
    rows = seen.of(user).exclude(stage=Stage.SPIKED)
    return rows.filter(Q(assigned_to=user.pk) | ~Exists(public))


def _piles(
    user: User | AnonymousUser, seen: StoryQuerySet, now: datetime
) -> Iterator[tuple[str, str, str, StoryQuerySet]]:
    fresh = seen.unreleased().filter(legal_hold="")
    if user.has_perm("articles.publish_story"):
        yield "cleared", "Cleared, to be released", "tab=cleared", fresh.in_stage(Stage.CLEARED)
        yield "subbed", "Subbed, to be cleared", "tab=subbed", fresh.in_stage(Stage.SUBBED)
    elif _is_sub(user):
        yield "filed", "Filed, to be subbed", "tab=filed", fresh.in_stage(Stage.FILED)
    if user.has_perm("articles.lift_hold"):
        yield "legal", "On legal hold, for you to lift", "tab=held", seen.on_legal_hold()
    if user.has_perm("articles.change_photo") and user.has_perm("articles.change_lease"):
        lacking = Q(placements__photo__in=_without_credit())
        rows = fresh.in_stage(*ON_THE_WAY).filter(lacking).distinct()
        yield "credits", "With a picture that has no credit", "tab=all", rows


def _is_sub(user: User | AnonymousUser) -> bool:
    needed = ("articles.change_story", "articles.see_every_story")
    return all(user.has_perm(one) for one in needed)


def _without_credit() -> Any:
    """Ids of pictures that no credit line was written for."""
    return Photo.objects.exclude(credit_line__regex=WRITTEN).values("pk")
