"""Headlines: in form, over a standfirst, with a picture for the card and a slug that fits."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from articles.preflight.finding import Case, Fault, rule
from articles.preflight.lines import Line
from articles.preflight.place import Fix
from articles.vocabulary import Severity, StoryKind, Urgency

LONGEST = 110
FEWEST_CAPITAL_WORDS = 3
SAME = 4  # letters: “crossing” in the slug and “crosses” in the headline are one word

FULL_STOP = re.compile(r"(?<![.…])\.(?=[”’\"'»]*\s*\Z)")
SHORTENS = re.compile(
    r"(?:\b[^\W\d_]\.)+\Z|\b(?:Inc|Co|Corp|Ltd|Bros|Jr|Sr|St|No|etc|vs|approx)\.\Z", re.IGNORECASE
)
"""“… in the U.S.”, “… at 6 p.m.”, “… of Quay Bros.”: the stop belongs to the word."""

WORD = re.compile(r"[^\W\d_]{2,}")


def _headline(case: Case) -> Line | None:
    return next((line for line in case.lines if line.field == "headline"), None)


@rule("headlines.form", Severity.WARN)
def form(case: Case) -> Iterator[Fault]:
    line = _headline(case)
    if line is None:
        return
    if len(line.text) > LONGEST:
        yield Fault(
            f"The headline has {len(line.text)} characters. Make it {LONGEST} or fewer.",
            line.place(),
        )
    yield from _full_stop(line)
    asks = line.text.rstrip().endswith("?")  # a question in quotation marks is somebody’s
    if asks and case.dossier.story.kind == StoryKind.REPORTAGE:
        yield Fault("The headline of a news report asks. Write what is known.", line.place())
    words = WORD.findall(line.text)
    if len(words) >= FEWEST_CAPITAL_WORDS and all(map(str.isupper, words)):
        yield Fault("The headline is all in capitals. Write it in small letters.", line.place())


def _full_stop(line: Line) -> Iterator[Fault]:
    stop = FULL_STOP.search(line.text)
    if stop and not SHORTENS.search(line.text[: stop.end()]):
        yield Fault(
            "The headline ends in a full stop. Take it out.",
            line.place(stop.start(), stop.end()),
            Fix("Take the full stop out", ""),
        )


@rule("headlines.standfirst", Severity.WARN)
def standfirst(case: Case) -> Iterator[Fault]:
    """News in a hurry may go without."""
    story = case.dossier.story
    in_a_hurry = story.urgency <= Urgency.BULLETIN
    if story.kind == StoryKind.REPORTAGE and not story.standfirst.strip() and not in_a_hurry:
        yield Fault("The story has no standfirst. Write a sentence or two.", "standfirst")


@rule("headlines.card_picture", Severity.INFO)
def card_picture(case: Case) -> Iterator[Fault]:
    if case.body and not case.dossier.references.photos:
        yield Fault(
            "The story has no picture, so its card shows none. Place one, if there is one.", "body"
        )


@rule("headlines.slug", Severity.WARN)
def slug(case: Case) -> Iterator[Fault]:
    """An address that readers have stays as it is."""
    story = case.dossier.story
    if not story.slug or case.first_published_at is not None:
        return
    own = _stems(story.slug)
    told = _stems(" ".join((story.headline, story.kicker, story.standfirst)))
    if own and told and not own & told:
        yield Fault(
            f"The slug “{story.slug}” shares no word with the headline. Choose words of it, "
            "or empty the field: then it is made from the headline.",
            "slug",
        )


def _stems(words: str) -> set[str]:
    """The beginnings of its words, without accents; short words say nothing."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return {word[:SAME] for word in re.findall(r"[a-z]{3,}|\d{2,}", plain)} - LINKS


LINKS = frozenset({"the", "and", "for", "with", "from", "that", "this", "not", "are", "has", "was"})
