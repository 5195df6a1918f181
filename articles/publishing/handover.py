"""Hand-over: what is open at the desk, by section, for the shift that comes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.formats import date_format

from articles.desk.act import Act
from articles.desk.note import Note
from articles.desk.reply import Reply
from articles.desk.story import Story
from articles.publishing.photos.due import ends_soon
from articles.site.edition import Edition
from articles.vocabulary import ActKind, EditionKind, Stage

if TYPE_CHECKING:
    from django.contrib.auth.models import User
    from django.db.models import QuerySet

MOST = 200  # lines of one list
LATELY = timedelta(days=7)
AHEAD = timedelta(hours=24)
NO_SECTION = "No section yet"


@dataclass(frozen=True)
class Line:
    """One thing that is open. `story` is its id, `at` a moment in words, `said` what to know."""

    section: str
    title: str
    story: int | None = None
    at: str = ""
    said: str = ""


def what_is_open(user: User, *, now: datetime) -> list[dict[str, Any]]:
    """Section by section, each with its lists that are not empty; plain values, to be kept."""
    stories = Story.objects.visible_to(user).select_related("section", "assigned_to")
    sections: dict[str, list[dict[str, Any]]] = {}
    for title, lines_of in LISTS:
        found: dict[str, list[dict[str, Any]]] = {}
        for line in lines_of(stories, now):
            found.setdefault(line.section, []).append(asdict(line))
        for section, lines in found.items():
            sections.setdefault(section, []).append({"title": title, "lines": lines})
    return [{"section": name, "lists": sections[name]} for name in sorted(sections, key=_last)]


def _last(name: str) -> tuple[bool, str]:
    return name == NO_SECTION, name


def _line(story: Story, *, at: datetime | None = None, said: str = "") -> Line:
    return Line(
        section=story.section.name if story.section else NO_SECTION,
        title=str(story),
        story=story.pk,
        at=_moment(at),
        said=said,
    )


def _moment(at: datetime | None) -> str:
    return date_format(timezone.localtime(at), "D j M, H:i") if at else ""


def _held(stories: QuerySet[Story], _now: datetime) -> Iterator[Line]:
    """Stories that are held and those on legal hold, each with the reason."""
    held = list(stories.filter(stage=Stage.HELD)[:MOST])
    moves = Act.objects.filter(story__in=held, kind=ActKind.MOVED).order_by("made_at", "pk")
    reasons = {act.story_id: act.reason for act in moves}  # the last of each
    for story in held:
        yield _line(story, said=reasons.get(story.pk, ""))
    for story in stories.exclude(legal_hold="")[:MOST]:
        yield _line(story, said=f"Legal hold: {story.legal_hold}")


def _embargoed(stories: QuerySet[Story], now: datetime) -> Iterator[Line]:
    for story in stories.filter(embargo__gt=now).order_by("embargo")[:MOST]:
        yield _line(story, at=story.embargo, said=story.embargo_note)


def _going_live(stories: QuerySet[Story], now: datetime) -> Iterator[Line]:
    editions = Edition.objects.filter(goes_live_at__gt=now, goes_live_at__lte=now + AHEAD)
    coming = editions.exclude(kind=EditionKind.PICTURE_WITHDRAWN).for_list()
    soon = list(coming.order_by("goes_live_at")[:MOST])
    known = {story.key: story for story in stories.filter(key__in=[one.story_key for one in soon])}
    for edition in soon:
        if edition.story_key in known:
            said = f"{edition.get_kind_display()}, edition {edition.number}"
            yield _line(known[edition.story_key], at=edition.goes_live_at, said=said)


def _requests(stories: QuerySet[Story], now: datetime) -> Iterator[Line]:
    rows = Reply.objects.filter(story__in=stories.values("pk")).waiting()
    for reply in rows.select_related("story__section")[:MOST]:
        late = "; the deadline is over" if reply.deadline and reply.deadline < now else ""
        said = f"{reply.party}: {reply.get_state_display().lower()}{late}"
        yield _line(reply.story, at=reply.deadline, said=said)


def _notes(stories: QuerySet[Story], _now: datetime) -> Iterator[Line]:
    notes = Note.objects.filter(story__in=stories.values("pk")).open()
    for note in notes.select_related("story__section", "made_by")[:MOST]:
        yield _line(note.story, at=note.made_at, said=f"{note.made_by}: {note.text}")


def _pictures(_stories: QuerySet[Story], now: datetime) -> Iterator[Line]:
    for due in ends_soon(now):
        said = f"The right to “{due.photo}” ends"
        yield Line(due.edition.section_name, due.edition.headline, at=_moment(due.at), said=said)


def _called_off(stories: QuerySet[Story], now: datetime) -> Iterator[Line]:
    acts = Act.objects.filter(story__in=stories.values("pk"), made_at__gt=now - LATELY)
    for act in acts.still_called_off().select_related("story__section")[:MOST]:
        yield _line(act.story, at=act.made_at, said=act.reason)


def _overdue(stories: QuerySet[Story], now: datetime) -> Iterator[Line]:
    """Copy that is not filed, or filed and not subbed, after its deadline."""
    due = stories.filter(deadline__lt=now, stage__in=[Stage.DRAFT, Stage.FILED])
    for story in due.order_by("deadline")[:MOST]:
        waits = f"; waiting for {story.waiting_for}" if story.waiting_for else ""
        whose = f"{story.assigned_to} has it in hand" if story.assigned_to else "Nobody has it"
        said = f"{story.get_stage_display()}. {whose}{waits}"
        yield _line(story, at=story.deadline, said=said)


LISTS: tuple[tuple[str, Callable[[QuerySet[Story], datetime], Iterator[Line]]], ...] = (
    ("Held, and why", _held),
    ("Under embargo", _embargoed),
    ("Going live in the next 24 hours", _going_live),
    ("Requests for comment that are open", _requests),
    ("Notes that are open", _notes),
    ("Pictures whose right ends", _pictures),
    ("Called off", _called_off),
    ("Overdue", _overdue),
)
