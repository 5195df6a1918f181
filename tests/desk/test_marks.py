"""A quote keeps its words on record through whatever is done to it in the body."""

from __future__ import annotations

import pytest

from articles.desk.references import settle_references
from tests.builders import a_source, a_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def source(db):
    return a_source()


@pytest.fixture
def write(reporter, source):
    """Saves a body in which each {} is a mark of the source; answers the rows' words on record."""
    story = a_story(created_by=reporter)

    def save(body, *passages):
        marked = [f'<span data-source="{source.pk}">{words}</span>' for words in passages]
        story.body = body.format(*marked)
        story.save()
        settle_references(story)
        return [row.verbatim for row in story.attributions.all()]

    return save


@pytest.mark.parametrize(
    ("before", "after", "record"),
    [
        ("“No.”", "“Yes.”", "No."),
        ("“It is safe.”", "“It was unsafe.”", "It is safe."),
        ("“We follow the tide.”", "“We follow the clock.”", "We follow the tide."),
        ("“We follow the tide.”", "“Nobody else knew of it at all.”", "We follow the tide."),
    ],
)
def test_a_quote_that_is_rewritten_in_its_place_keeps_its_record(write, before, after, record):
    write("<p>{} she said.</p>", before)

    assert write("<p>{} she said.</p>", after) == [record]


def test_a_quote_more_in_front_takes_nothing_of_the_one_behind(write):
    write("<p>{} she said.</p>", "“It is safe.”")

    said = write("<p>{} she said. {}</p>", "“Come in, all of you.”", "“It is safe.”")

    assert said == ["Come in, all of you.", "It is safe."]


def test_a_block_quote_is_a_quote_without_marks(write):
    said = write("<blockquote><p>{}</p></blockquote>", "We follow the tide.")

    assert said == ["We follow the tide."]
    assert write("<blockquote><p>{}</p></blockquote>", "We lead the tide.") == said


def test_a_claim_has_no_words_on_record(write):
    assert write("<p>{}</p>", "The tide is late.") == [""]
    assert write("<p>{}</p>", "The tide was early.") == [""]
