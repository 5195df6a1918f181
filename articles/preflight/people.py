"""People: nobody who can be recognised is shown beside an accusation unless somebody has looked."""

from __future__ import annotations

from collections.abc import Iterator

from articles.desk.story import Story
from articles.markup.text import plain_text
from articles.preflight.accusations import accusations
from articles.preflight.finding import Case, Fault, rule
from articles.preflight.placed import at, placed
from articles.vocabulary import Severity

NAMED_AT_MOST = 3


@rule("people.accused", Severity.BLOCK, override="override_rights")
def accused(case: Case) -> Iterator[Fault]:
    shown = [
        (name, placement, people)
        for name, placement in placed(case)
        if not placement.people_checked and (people := placement.photo.people_shown.split("\n"))
        if any(one.strip() for one in people)
    ]
    found = accusations(_words(case.dossier.story)) if shown else []
    if not found:
        return
    for name, placement, people in shown:
        yield Fault(
            f"{name} shows {_in_words(people)}, and the story says “{found[0]}”. See that nobody "
            "is taken for the accused, then tick “people looked at”; else use another picture.",
            at(placement),
        )


def _words(story: Story) -> str:
    return "\n\n".join((story.headline, story.standfirst, plain_text(story.body)))


def _in_words(people: list[str]) -> str:
    names = [one.strip() for one in people if one.strip()]
    if len(names) > NAMED_AT_MOST:
        return f"{', '.join(names[:NAMED_AT_MOST])} and others"
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)
