"""Try a house rule: where it would be found in what readers have, before it is switched on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from time import monotonic

from django.db import transaction

from articles.desk.house_rule import HouseRule
from articles.markup.quotations import quoted_spans
from articles.publishing.refusal import Refused
from articles.site.edition import Edition

STORIES = 2000  # the newest ones
SECONDS = 5.0
SAMPLES = 40
AROUND = 70  # characters
OFTEN = 0.2  # of the stories


@dataclass(frozen=True)
class Hit:
    """One place in a live story: the words found, and those around them."""

    headline: str
    address: str
    before: str
    words: str
    after: str


@dataclass
class Trial:
    """What a rule would find: in how many of the stories looked at, how often, and where first."""

    stories: int = 0
    found_in: int = 0
    hits: int = 0
    samples: list[Hit] = field(default_factory=list)

    @property
    def is_often(self) -> bool:
        """Whether it is found so often that writers would stop reading what they are told."""
        return self.found_in > max(3, OFTEN * self.stories)


class Changed(Refused):
    """Somebody has changed the rule since it was tried."""


def try_rule(rule: HouseRule) -> Trial:
    """Looks at the newest live stories of the rule's language, for some seconds at most."""
    trial = Trial()
    stop = monotonic() + SECONDS
    editions = Edition.objects.live().order_by("-first_published_at", "-pk")[:STORIES]
    for edition in editions.iterator(chunk_size=200):
        if monotonic() > stop:
            break
        if not rule.is_for(edition.language):
            continue
        trial.stories += 1
        hits = list(_hits(rule, edition))
        trial.hits += len(hits)
        trial.found_in += bool(hits)
        trial.samples += islice(hits, SAMPLES - len(trial.samples))
    return trial


def _hits(rule: HouseRule, edition: Edition) -> Iterator[Hit]:
    captions = [figure["caption"] for figure in edition.figures]
    lines = [edition.headline, edition.standfirst, *edition.text.split("\n\n"), *captions]
    for line in lines:
        if not rule.found_in(line, ()):
            continue
        for start, end in rule.found_in(line, quoted_spans(line)):
            yield Hit(
                headline=edition.headline,
                address=edition.get_absolute_url(),
                before=line[max(0, start - AROUND) : start],
                words=line[start:end],
                after=line[end : end + AROUND],
            )


@transaction.atomic
def switch_on(rule: HouseRule, *, tried: str, at: datetime) -> None:
    """Asks the rule of every story from now on; `tried` is its `sought` as the trial had it."""
    stored = HouseRule.objects.select_for_update().get(pk=rule.pk)
    if stored.sought != tried:
        message = f"“{stored}” has been changed since it was tried. Look at what it finds now."
        raise Changed(message)
    stored.is_on, stored.tried_at = True, at
    stored.save(update_fields=["is_on", "tried_at"])


def switch_off(rule: HouseRule) -> None:
    HouseRule.objects.filter(pk=rule.pk).update(is_on=False)
