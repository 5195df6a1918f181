"""The preflight beside the preview: a long story's checks take less time than showing it does.

1,500 words of the demo's paper with 30 passages that are marked with their sources: quotes with the
words on record, and claims. The checks get a dossier that is gathered already; the page is what an
editor's preview does, from looking up the story to the site's template.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from importlib.util import find_spec
from statistics import median
from time import perf_counter

from django.contrib.auth.models import Group, User
from django.db import connection
from django.test import RequestFactory
from django.test.utils import override_settings, setup_test_environment, teardown_test_environment
from django.urls import resolve, reverse
from django.utils import timezone

from articles.desk.byline import Byline
from articles.desk.dossier import Dossier, gather
from articles.desk.references import settle_references
from articles.desk.source import Source
from articles.desk.story import Story
from articles.management.demo.paper import Paper, with_ids
from articles.markup.clean import clean
from articles.markup.text import word_count
from articles.masthead.contributor import Contributor
from articles.masthead.publication import Publication
from articles.masthead.section import Section
from articles.preflight.finding import RULES
from articles.preflight.run import findings

WORDS = 1_500
MARKS = 30
RUNS = 25
DATABASE = "newsroom_benchmark"
HARPER = "harper.grammar"
PARAGRAPH = re.compile(r"<(p|h2)>.*?</\1>", re.DOTALL)
PLAIN_STORAGE = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}


@dataclass(frozen=True)
class Medians:
    """Seconds, each the median of some runs that took turns. Without Harper, `with_harper` is 0."""

    checks: float
    page: float
    with_harper: float


def preflight() -> str:
    """One line: milliseconds of the checks and of the page, and the ratios, also with Harper."""
    with a_database_of_our_own():
        dossier = gather(a_long_story(Paper()))
        taken = measure(dossier)
    words, marks = word_count(dossier.story.body), len(dossier.attributions)
    said = (
        f"preflight   {1000 * taken.checks:.1f} ms for {words:,} words with {marks} marks; "
        f"preview {1000 * taken.page:.1f} ms: ratio {taken.checks / taken.page:.2f}"
    )
    if not taken.with_harper:
        return f"{said}. Harper is not installed"
    return f"{said}, and {taken.with_harper / taken.page:.2f} with Harper"


@contextmanager
def a_database_of_our_own() -> Iterator[None]:
    """Made anew and dropped behind us. The newsroom's own data and files are not touched."""
    connection.settings_dict["TEST"]["NAME"] = DATABASE
    own = connection.settings_dict["NAME"]
    setup_test_environment(debug=False)
    try:
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        try:
            with override_settings(STORAGES=PLAIN_STORAGE):
                yield
        finally:
            connection.creation.destroy_test_db(own, verbosity=0)
    finally:
        teardown_test_environment()


def a_long_story(paper: Paper) -> Story:
    """Whole paragraphs of the paper's stories, one story after the other."""
    Publication.objects.filter(pk=1).update(**paper.facts["publication"])
    section = Section.objects.create(**paper.facts["sections"][0])
    writer = User.objects.create_user("reporter")
    first = max(paper.stories, key=lambda story: story.body.count("data-source"))
    story = Story.objects.create(
        slugline="bench",
        headline=first.matter["headline"],
        standfirst=first.matter["standfirst"],
        language="en-GB",
        section=section,
        created_by=writer,
        body=clean(with_ids(long_body(paper), {"source": the_sources(paper)})),
    )
    by = Contributor.objects.create(name="Ada Lumen", slug="ada-lumen", role_text="Reporter")
    Byline.objects.create(story=story, contributor=by)
    settle_references(story)
    return story


def the_sources(paper: Paper) -> dict[str, int]:
    """In the order of the file: one that comes via another stands after it."""
    made: dict[str, Source] = {}
    for row in paper.facts["sources"]:
        values = {name: value for name, value in row.items() if name not in {"key", "via"}}
        made[row["key"]] = Source.objects.create(**values, via=made.get(row.get("via", "")))
    return {key: source.pk for key, source in made.items()}


def long_body(paper: Paper) -> str:
    """So many words; where they have too few marks, plain paragraphs become claims of a source."""
    ordered = sorted(paper.stories, key=lambda story: -story.body.count("data-source"))
    pieces: list[str] = []
    for found in (piece for story in ordered for piece in PARAGRAPH.finditer(story.body)):
        if word_count("".join(pieces)) < WORDS and "data-story" not in found[0]:
            pieces.append(found[0])
    source = paper.facts["sources"][0]["key"]
    marked = "".join(pieces).count("data-source")
    for number, piece in enumerate(pieces):
        if marked < MARKS and piece.startswith("<p>") and piece.count("<") == len(["<p>", "</p>"]):
            pieces[number] = f'<p><span data-source="{source}">{piece[3:-4]}</span></p>'
            marked += 1
    return "".join(pieces)


def measure(dossier: Dossier) -> Medians:
    """The three take turns, so that a busy moment of the machine meets all of them."""
    has_harper = find_spec("harper") is not None
    editor = User.objects.create_user("editor", is_staff=True)
    editor.groups.add(Group.objects.get(name="Editor"))
    checks, page, with_harper = [], [], []
    for _ in range(RUNS):
        checks.append(seconds(lambda: without_harper(dossier)))
        page.append(seconds(lambda: show(dossier.story, editor)))
        with_harper.append(seconds(lambda: check(dossier)) if has_harper else 0)
    return Medians(median(checks), median(page), median(with_harper))


def seconds(work: Callable[[], None]) -> float:
    begun = perf_counter()
    work()
    return perf_counter() - begun


def check(dossier: Dossier) -> None:
    findings(dossier, goes_live_at=timezone.now())


def without_harper(dossier: Dossier) -> None:
    harper = RULES.pop(HARPER)
    try:
        check(dossier)
    finally:
        RULES[HARPER] = harper


def show(story: Story, editor: User) -> None:
    request = RequestFactory().get(reverse("admin:articles_story_preview", args=[story.pk]))
    request.user = editor
    page = resolve(request.path)
    if page.func(request, *page.args, **page.kwargs).status_code != HTTPStatus.OK:
        message = "The preview shows no page."
        raise RuntimeError(message)
