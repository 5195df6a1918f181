"""What stands elsewhere word for word is told; quotations and one's own licensed text are not."""

from __future__ import annotations

import pytest

from articles.desk.dossier import gather
from articles.desk.paste import Paste
from articles.desk.references import settle_references
from articles.desk.story import Story
from articles.markup.runs import prints
from articles.preflight.run import findings
from tests.builders import MONDAY_NOON, a_ready_story, a_release, a_story

pytestmark = pytest.mark.django_db

SHARED = (
    "The trust will close the lower quay from the first week of March so that divers can mend the "
    "piles that the winter storms have loosened along its whole length and it expects to open the "
    "berths again before the boats come back from the northern grounds in the last days of May, "
    "when the harbour needs all of them at once."
)


@pytest.fixture
def story(reporter):
    story = a_ready_story(created_by=reporter)
    Story.objects.filter(pk=story.pk).update(body=f"{story.body}<p>{SHARED}</p>")
    story.refresh_from_db()
    settle_references(story)
    return Story.objects.get(pk=story.pk)


def in_a_paste(text, of, **values):
    return Paste.objects.create(
        **{"story": of, "text": text, "prints": prints(text), "made_by": of.created_by, **values}
    )


def told(story):
    stored = Story.objects.get(pk=story.pk)
    return [
        finding
        for finding in findings(gather(stored), goes_live_at=MONDAY_NOON)
        if finding.rule == "workflow.copied"
    ]


def another(story, body, **values):
    values = {"slugline": "old", "headline": "The lower quay shuts", **values}
    return a_story(created_by=story.created_by, body=body, **values)


def test_a_long_run_of_a_released_story_is_named_with_its_place(story):
    a_release(another(story, f"<p>Old news.</p><p>{SHARED}</p>"))

    (finding,) = told(story)

    assert finding.message.startswith(f"{len(SHARED.split())} words in a row stand in “The lower")
    assert finding.place.words == SHARED[:-1]


def test_what_others_have_in_drafts_is_not_told(story):
    another(story, f"<p>{SHARED}</p>")

    assert told(story) == []


def test_a_short_run_and_another_text_are_left(story):
    a_release(another(story, f"<p>{SHARED.split(' so that', maxsplit=1)[0]}.</p>"))

    assert told(story) == []


@pytest.mark.parametrize("provenance", ["publisher", "unknown"])
def test_a_text_that_came_in_without_leave_is_found_in_any_story(story, provenance):
    in_a_paste(SHARED, another(story, ""), provenance=provenance)

    (finding,) = told(story)

    assert "pasted at the desk, and no leave to print it is on record" in finding.message
    assert "lower quay shuts" not in finding.message


@pytest.mark.parametrize("provenance", ["own", "agency", "partner", "release"])
def test_a_text_that_may_be_printed_is_left(story, provenance):
    in_a_paste(SHARED, another(story, ""), provenance=provenance)

    assert told(story) == []


def test_a_pasted_text_that_is_said_to_be_written_anew_and_is_not(story):
    in_a_paste(SHARED, story, provenance="publisher")

    (finding,) = told(story)

    assert "stand here as they were pasted" in finding.message


def test_while_it_is_said_to_be_another_s_that_is_told_once(story):
    in_a_paste(SHARED, story, provenance="publisher")
    Story.objects.update(provenance="publisher")

    assert told(story) == []
