"""What is to come of a story, as its door lists it: each edition with the form that moves it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from articles.admin.when import WhenForm
from articles.desk.story import Story
from articles.publishing.planned import Planned, coming


class MoveForm(WhenForm):
    """Another time for what is scheduled; there is no “now” here, that is to publish."""

    may_be_now = False


@dataclass(frozen=True)
class Coming:
    """One edition to come, with the form that moves it."""

    plan: Planned
    form: MoveForm


def coming_of(story: Story, tried: MoveForm | None = None, release: int = 0) -> list[Coming]:
    """In order of going live; the one whose move was refused keeps what was typed."""
    return [
        Coming(plan, tried if tried and plan.release.pk == release else form_of(plan))
        for plan in coming(story)
    ]


def form_of(plan: Planned, data: Any = None) -> MoveForm:
    local = timezone.localtime(plan.at)
    return MoveForm(
        data, initial={"goes_live_at": local}, auto_id=f"id_release_{plan.release.pk}_%s"
    )
