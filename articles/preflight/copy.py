"""The copy: headline, section, byline and body are there, and the body's links lead somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from articles.markup.text import plain_text
from articles.preflight.finding import Case, Fault, rule
from articles.vocabulary import Severity, Stage


@rule("copy.headline", Severity.BLOCK)
def headline(case: Case) -> Iterator[Fault]:
    if not case.dossier.story.headline.strip():
        yield Fault("The story has no headline. Write one.", "headline")


@rule("copy.section", Severity.BLOCK)
def section(case: Case) -> Iterator[Fault]:
    if case.dossier.section is None:
        yield Fault("The story is in no section. Choose the section it belongs to.", "section")
    elif case.dossier.section.is_closed:
        name = case.dossier.section.name
        yield Fault(f"The section {name} is closed. Choose another one.", "section")


@rule("copy.byline", Severity.BLOCK)
def byline(case: Case) -> Iterator[Fault]:
    if not case.dossier.bylines:
        yield Fault("The story has no byline. Add the contributor who wrote it.", "bylines")


@rule("copy.body", Severity.BLOCK)
def body(case: Case) -> Iterator[Fault]:
    if not plain_text(case.dossier.story.body).strip():
        yield Fault("The body has no words. Write the story.", "body")


@rule("copy.stage", Severity.BLOCK)
def stage(case: Case) -> Iterator[Fault]:
    story = case.dossier.story
    if story.stage in {Stage.HELD, Stage.SPIKED}:
        yield Fault(
            f"The story is {story.get_stage_display().lower()}. Set another stage to release it.",
            "stage",
        )


@rule("copy.links", Severity.BLOCK)
def links(case: Case) -> Iterator[Fault]:
    for pk in case.dossier.references.stories:
        if pk not in case.dossier.linked_stories:
            yield Fault(
                f"The body links to story {pk}, which exists no more. Remove that link.", "body"
            )


@rule("copy.embargo", Severity.BLOCK)
def embargo(case: Case) -> Iterator[Fault]:
    ends = case.dossier.story.embargo
    if ends is not None and case.goes_live_at < ends:
        yield Fault(
            "The story is under embargo until "
            f"{ends.astimezone(case.goes_live_at.tzinfo):%A %d %B %Y, %H:%M %Z}. "
            "Publish it for that moment or later.",
            "goes_live_at",
        )
