"""Two people saved one story: what both sent, merged; and the spots where they collide.

Pure: three sheets go in, the merged one and its spots come out. A spot has both texts; the merged
sheet holds mine there until somebody has chosen.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from taggit.models import Tag
from taggit.utils import edit_string_for_tags, parse_tags

from articles.admin.sheet import Sent, Sheet
from articles.markup.merge import Choice, Clash, Merged, chosen, merge_bodies, merge_values

ONE_LINE_EACH = " / "
OWN_WORDS = frozenset(
    [
        *("headline", "standfirst", "kicker", "caption", "alt_text", "verbatim", "original"),
        *("put_to_them", "answer", "note", "about", "waiting_for", "embargo_note"),
        "unknowns",
        "provenance_note",
    ]
)
"""Fields of free words: of these one may keep both, one after the other."""
FOLLOW_THE_BODY = frozenset(["placements", "attributions"])


@dataclass(frozen=True)
class Spot:
    """One thing that both changed. `where` names it: a field, `placements-7-caption`, a row."""

    where: str
    clash: Clash[tuple[str, ...]]
    options: tuple[Choice, ...]
    is_row: bool = False

    @property
    def key(self) -> str:
        """Changes with the texts, so that no choice is taken for one between others."""
        texts = "\0".join([self.where, *self.clash.mine, "\0", *self.clash.theirs])
        return f"{self.where}-{hashlib.sha256(texts.encode()).hexdigest()[:12]}"

    def text(self, choice: Choice, own: str = "") -> str:
        """What stands there by this choice, of a spot that is one text."""
        texts = Clash(
            *("".join(one) for one in (self.clash.base, self.clash.mine, self.clash.theirs))
        )
        between = "" if self.where == "body" else ONE_LINE_EACH
        return chosen(texts, choice, between=between, own=own)


@dataclass(frozen=True)
class Ask:
    """What was chosen, by the spot's key, and what was written there in place of both texts."""

    choices: Mapping[str, Choice] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)

    def choice(self, spot: Spot) -> Choice:
        return self.choices.get(spot.key, spot.options[0])

    def is_open(self, spot: Spot) -> bool:
        return self.choices.get(spot.key) not in spot.options

    def text(self, spot: Spot) -> str:
        return spot.text(self.choice(spot), self.words.get(spot.key, ""))


@dataclass
class Outcome:
    sheet: Sheet
    spots: list[Spot] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)  # what is theirs and did not collide

    def left(self, ask: Ask) -> list[Spot]:
        """The spots for which nobody has chosen yet."""
        return [spot for spot in self.spots if ask.is_open(spot)]


def merge(base: Sheet, mine: Sheet, theirs: Sheet, ask: Ask) -> Outcome:
    """What is sent merged with what is stored; both started from `base`. `ask` has the choices."""
    outcome = Outcome(Sheet({}, of_many=theirs.of_many))
    for name in theirs.fields:
        if name not in mine.fields:
            continue
        three = (base.fields.get(name, ("",)), mine.fields[name], theirs.fields[name])
        if name == "body":
            outcome.sheet.fields[name] = _body(outcome, *three, ask)
        elif name == "tags":
            outcome.sheet.fields[name] = _tags(*(one[0] if one else "" for one in three))
        else:
            outcome.sheet.fields[name] = _value(outcome, name, *three, ask)
    for prefix in mine.rows:
        _Rows(prefix, base, mine, theirs, outcome, ask).merge()
    return outcome


def _body(
    outcome: Outcome,
    base: tuple[str, ...],
    mine: tuple[str, ...],
    theirs: tuple[str, ...],
    ask: Ask,
) -> tuple[str, ...]:
    merged: Merged = merge_bodies(base[0], mine[0], theirs[0])
    spots = [
        Spot("body", Clash((one.base,), (one.mine,), (one.theirs,)), tuple(Choice))
        for one in merged.clashes
    ]
    outcome.spots += spots
    if theirs != base:
        outcome.taken.append("body")
    texts = [ask.text(spot) for spot in spots]
    return (merged.resolved(texts) if base[0] != theirs[0] else mine[0],)


def _tags(base: str, mine: str, theirs: str) -> tuple[str, ...]:
    """What either added, without what either took off."""
    try:
        was, me, they = (
            {one.lower(): one for one in parse_tags(text)} for text in (base, mine, theirs)
        )
    except ValueError:  # the form says so
        return (mine,)
    names = {**they, **{key: name for key, name in me.items() if key not in was}}
    kept = [name for key, name in names.items() if key in me or key not in was]
    return (edit_string_for_tags([Tag(name=name) for name in kept]),)


def _value(
    outcome: Outcome,
    where: str,
    base: tuple[str, ...],
    mine: tuple[str, ...],
    theirs: tuple[str, ...],
    ask: Ask,
) -> tuple[str, ...]:
    name = where.rpartition("-")[2]
    prefix = where.partition("-")[0]
    if (f"{prefix}-{name}" if "-" in where else name) in outcome.sheet.of_many:
        added, gone = set(mine) - set(base), set(base) - set(mine)
        return tuple(sorted((set(theirs) | added) - gone))
    found = merge_values(base, mine, theirs)
    if not isinstance(found, Clash):
        if found == theirs != base:
            outcome.taken.append(where)
        return found
    options = tuple(Choice) if name in OWN_WORDS else (Choice.MINE, Choice.THEIRS)
    spot = Spot(where, found, options)
    outcome.spots.append(spot)
    choice = ask.choice(spot)
    if choice in {Choice.BOTH, Choice.OWN}:
        return (ask.text(spot),)
    return found.theirs if choice == Choice.THEIRS else found.mine


@dataclass
class _Rows:
    """The rows of one kind: those that are stored now, each merged, and the new ones."""

    prefix: str
    base: Sheet
    mine: Sheet
    theirs: Sheet
    outcome: Outcome
    ask: Ask

    def merge(self) -> None:
        was, sent, stored = (
            sheet.rows.get(self.prefix, {}) for sheet in (self.base, self.mine, self.theirs)
        )
        self.outcome.sheet.rows[self.prefix] = {
            pk: self._row(pk, was.get(pk, row), sent[pk], row) if pk in sent else row
            for pk, row in stored.items()
        }
        new = list(self._new([stored[pk] for pk in stored if pk not in was]))
        for pk in sent:
            if pk not in stored:
                new += self._gone(pk, was.get(pk, {}), sent[pk])
        self.outcome.sheet.new[self.prefix] = new

    def _row(self, pk: str, was: Sent, sent: Sent, stored: Sent) -> Sent:
        if "DELETE" in sent:
            return sent if was == stored else self._deleted(pk, was, sent, stored)
        merged = dict(sent)
        for name in stored:
            if name in sent and name in was:
                where = f"{self.prefix}-{pk}-{name}"
                merged[name] = _value(
                    self.outcome, where, was[name], sent[name], stored[name], self.ask
                )
        return merged

    def _deleted(self, pk: str, was: Sent, sent: Sent, stored: Sent) -> Sent:
        """I took the row out, they changed it."""
        clash = Clash(_words(was), (), _words(stored, was))
        choice = self._ask(pk, clash, (Choice.MINE, Choice.THEIRS))
        return stored if choice == Choice.THEIRS else sent

    def _gone(self, pk: str, was: Sent, sent: Sent) -> Iterator[Sent]:
        """They took the row out; what I wrote in it is no reason to drop my words unseen."""
        changed = _words(sent, was)
        if not changed or "DELETE" in sent:
            return
        follows = self.prefix in FOLLOW_THE_BODY
        options = (Choice.THEIRS,) if follows else (Choice.MINE, Choice.THEIRS)
        if self._ask(pk, Clash(_words(was), changed, ()), options) == Choice.MINE and not follows:
            yield sent

    def _ask(self, pk: str, clash: Clash[tuple[str, ...]], options: tuple[Choice, ...]) -> Choice:
        spot = Spot(f"{self.prefix}-{pk}", clash, options, is_row=True)
        self.outcome.spots.append(spot)
        return self.ask.choice(spot)

    def _new(self, theirs: list[Sent]) -> Iterator[Sent]:
        """Those that I put in, but for rows that they put in just so."""
        for row in self.mine.new.get(self.prefix, []):
            if not any(_same(row, other) for other in theirs):
                yield row


def _same(row: Sent, other: Sent) -> bool:
    return all(row.get(name, ()) == values for name, values in other.items() if name in row)


def _words(row: Sent, was: Sent | None = None) -> tuple[str, ...]:
    """The row's texts; only those that differ from what was, where that is given."""
    skipped: set[Any] = {"DELETE", "story", "id"}
    return tuple(
        value
        for name, values in row.items()
        for value in values
        if value and name not in skipped and (was is None or was.get(name, ()) != values)
    )
