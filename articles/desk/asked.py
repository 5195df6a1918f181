"""The public sentence on a request for comment, written from its record and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from articles.desk.reply import Attempt, Reply
from articles.vocabulary import Contact, ReplyState

NOON = 12
WEEK = timedelta(days=6)
"""So far back a weekday alone is understood."""


def public_sentence(request: Reply, attempts: Iterable[Attempt], *, at: datetime) -> str:
    """What readers are told at that moment, in its time zone; empty while nobody was asked.

    “The harbour trust was asked for comment by e-mail on Tuesday and by telephone on Wednesday, and
    had not replied by 6 p.m. on Wednesday.”
    """
    party = request.party[:1].upper() + request.party[1:]
    if request.state == ReplyState.NOT_POSSIBLE:
        return f"{party} could not be reached for comment."
    how = _ways(list(attempts), at)
    if not how:
        return ""
    asked = f"{party} was asked for comment {how}"
    if request.state == ReplyState.DECLINED:
        return f"{asked}, and declined to comment."
    if request.state == ReplyState.ANSWERED:
        return f"{asked}, and answered: “{request.answer.strip().strip('“”')}”"
    return f"{asked}, and had not replied by {clock(at)} on {_day(at, at)}."


def _ways(attempts: list[Attempt], at: datetime) -> str:
    """“by e-mail on Monday and Tuesday and by telephone on Wednesday”."""
    ways: dict[str, list[str]] = {}
    for attempt in attempts:
        made = attempt.made_at.astimezone(at.tzinfo)
        days = ways.setdefault(Contact(attempt.contact).by, [])
        if _day(made, at) not in days:
            days.append(_day(made, at))
    return _list([f"{way} on {_list(days)}" for way, days in ways.items()])


def _day(moment: datetime, at: datetime) -> str:
    if timedelta() <= at.date() - moment.date() <= WEEK:
        return f"{moment:%A}"
    year = f" {moment.year}" if moment.year != at.year else ""
    return f"{moment.day} {moment:%B}{year}"


def clock(moment: datetime) -> str:
    """“6 p.m.”, “6.30 p.m.”, “noon”, “midnight”."""
    if moment.minute == 0 and moment.hour in {0, NOON}:
        return "noon" if moment.hour else "midnight"
    minutes = f".{moment:%M}" if moment.minute else ""
    half = "a.m." if moment.hour < NOON else "p.m."
    return f"{moment.hour % NOON or NOON}{minutes} {half}"


def _list(words: list[str]) -> str:
    return (
        " and ".join(part for part in (", ".join(words[:-1]), words[-1]) if part) if words else ""
    )
