"""Proposals of a pasted story are accepted, changed or refused, and no word of it is lost."""

from __future__ import annotations

from datetime import date

import pytest

from articles.desk.attribution import Attribution
from articles.desk.photos.photo import Photo
from articles.desk.source import Source
from articles.intake import settle
from articles.intake.proposals import Kind, anything_open, open_proposals
from articles.intake.story import Origin, import_story
from tests.builders import MONDAY_NOON, a_source
from tests.intake.drafts import all_words, expected_words, paragraphs

pytestmark = pytest.mark.django_db

HEADLINE = "Night ferry to sail an hour earlier"
TEXT = f"""{HEADLINE}

Bo Quay, skipper of the night ferry, told local newspaper Tidewatch that the trust stole £40. It
sails from Marrick on Sunday, reportedly.

“We follow the tide, not the clock,” Mira Holt said. “It is late.”

A lit ferry off a dark quay

The night ferry leaves the quay at Marrick, June 4, 2021. ADA DE LA CRUZ/AFP/Getty Images

The Post has reached out to the Quay for comment.
"""


@pytest.fixture
def story(reporter):
    return import_story(TEXT, by=reporter, origin=Origin(written_on=date(2026, 11, 3))).story


def proposals(story):
    return open_proposals(story, at=MONDAY_NOON)


def rows(story, kind):
    return [one.row for one in proposals(story) if one.kind == kind]


def test_all_that_was_guessed_is_open(story):
    found = [(one.kind, one.context.words or one.point) for one in proposals(story)]

    assert found == [
        (Kind.SOURCE, ""),
        (Kind.SOURCE, ""),
        (Kind.SOURCE, ""),
        (Kind.PASSAGE, story.attributions.all()[0].passage),
        (Kind.PASSAGE, "“We follow the tide, not the clock,”"),
        (Kind.PASSAGE, "“It is late.”"),
        (Kind.PICTURE, ""),
        (Kind.REQUEST, ""),
        (Kind.PLACE, "Marrick"),
        (Kind.DATE, "on Sunday"),
        *[(Kind.SPOT, one.context.words) for one in proposals(story) if one.kind == Kind.SPOT],
    ]
    assert "reportedly" in [words for kind, words in found if kind == Kind.SPOT]
    assert {str(row) for row in rows(story, Kind.SOURCE)} == {
        "Bo Quay, skipper of the night ferry",
        "Tidewatch",
        "Mira Holt",
    }


def test_a_proposal_shows_its_words_in_their_sentence(story):
    (day,) = (one for one in proposals(story) if one.kind == Kind.DATE)

    assert (day.context.before, day.context.words, day.context.after) == (
        "It sails from Marrick ",
        "on Sunday",
        ", reportedly.",
    )


def test_what_is_accepted_is_open_no_longer(story):
    for row in rows(story, Kind.SOURCE):
        settle.accept_source(row)
    for row in rows(story, Kind.PASSAGE):
        settle.accept_passage(story, row, row.source)
    for row in rows(story, Kind.PICTURE):
        settle.accept_picture(row, with_credit=True)
    for row in rows(story, Kind.REQUEST):
        settle.accept_request(row)
    settle.accept_place(story, "Marrick", instead="Marrick")
    settle.accept_date(story, "on Sunday", instead="on Sunday 1 November 2026")

    assert {one.kind for one in proposals(story)} <= {Kind.SPOT}
    assert not Photo.objects.get().credit_is_proposal
    assert [tag.name for tag in story.tags.all()] == ["Marrick"]
    assert "from Marrick on Sunday 1 November 2026, reportedly" in story.body
    story.paste.refresh_from_db()
    assert not anything_open(story.paste)


def test_a_passage_may_be_given_to_another_source(story):
    harbour = a_source(name="Ada Lumen")
    quote = story.attributions.get(passage="“It is late.”")

    settle.accept_passage(story, quote, harbour)

    assert f'<span data-source="{harbour.pk}">“It is late.”</span>' in story.body
    row = story.attributions.get(passage="“It is late.”")
    assert (row.source, row.is_proposal, row.verbatim) == (harbour, False, "It is late.")
    assert story.attributions.filter(is_proposal=True).count() == 2


def test_a_refused_passage_keeps_its_words(story):
    settle.refuse_passage(story, story.attributions.get(passage="“It is late.”"))

    assert "said. “It is late.”</p>" in story.body
    assert [row.passage for row in story.attributions.all()][1:] == [
        "“We follow the tide, not the clock,”"
    ]
    assert story.attributions.filter(is_proposal=True).count() == 2


def test_the_passages_of_a_refused_source_stand_on_nothing(story):
    settle.refuse_source(story, Source.objects.get(name="Mira Holt"))

    assert not Source.objects.filter(name="Mira Holt").exists()
    assert story.attributions.count() == 1
    assert all_words(story) == expected_words(TEXT, HEADLINE)


def test_a_refused_source_stays_where_another_story_rests_on_it(story, reporter):
    other = import_story(TEXT.replace("earlier", "later"), by=reporter).story
    mira = Source.objects.get(name="Mira Holt")

    settle.refuse_source(story, mira)

    assert Source.objects.get(name="Mira Holt") == mira
    assert Attribution.objects.filter(story=other, source=mira).count() == 2


def test_a_refused_outlet_passes_nothing_on_any_more(story):
    settle.refuse_source(story, Source.objects.get(name="Tidewatch"))

    assert not Source.objects.filter(name="Tidewatch").exists()
    assert Source.objects.get(name="Bo Quay").via is None
    assert story.attributions.count() == 3


def test_a_refused_picture_goes_back_to_the_words_it_was_read_from(story):
    settle.refuse_picture(story, story.placements.get())

    assert not Photo.objects.exists()
    assert paragraphs(story)[2:4] == [
        "A lit ferry off a dark quay",
        "The night ferry leaves the quay at Marrick, June 4, 2021. ADA DE LA CRUZ/AFP/Getty Images",
    ]
    assert all_words(story) == expected_words(TEXT, HEADLINE)


def test_a_refused_request_is_gone(story):
    settle.refuse_request(story.replies.get())

    assert not story.replies.exists()


def test_a_place_is_settled_once(story):
    settle.refuse_point(story, Kind.PLACE, "Marrick")

    with pytest.raises(settle.Gone):
        settle.accept_place(story, "Marrick", instead="Marrick")
    assert not story.tags.exists()


def test_a_day_within_quotation_marks_is_left(reporter):
    text = (
        f"{HEADLINE}\n\nIt sailed on Sunday. “Not on Sunday,” Mira Holt said.\n\nIt sank on Sunday."
    )
    story = import_story(text, by=reporter, origin=Origin(written_on=date(2026, 11, 3))).story

    settle.accept_date(story, "on Sunday", instead="on 1 November")

    assert paragraphs(story) == [
        "It sailed on 1 November. “Not on Sunday,” Mira Holt said.",
        "It sank on 1 November.",
    ]


def test_a_doubtful_spot_is_written_anew_and_what_is_proposed_stays_proposed(story):
    spot = next(one for one in proposals(story) if one.context.words == "reportedly")

    settle.accept_spot(story, spot.finding, instead="the trust said")

    assert "on Sunday, the trust said.</p>" in story.body
    assert story.attributions.filter(is_proposal=True).count() == 3


def test_a_doubtful_spot_of_the_headline_is_written_anew(reporter):
    text = TEXT.replace("Night ferry to sail", "Skipper accused of theft to sail")
    story = import_story(text, by=reporter).story
    spot = next(one for one in proposals(story) if one.context.words == "accused")

    settle.accept_spot(story, spot.finding, instead="“accused”")

    story.refresh_from_db()
    assert story.headline == "Skipper “accused” of theft to sail an hour earlier"


def test_a_spot_that_is_right_is_passed_by_with_a_reason(story, reporter):
    spot = next(one for one in proposals(story) if one.context.words == "reportedly")

    settle.refuse_spot(story, spot.finding, reason="The trust will not say.", by=reporter)

    assert "reportedly" not in [one.context.words for one in proposals(story)]
    assert story.dismissals.get().reason == "The trust will not say."


def test_a_body_with_a_dead_source_mark_does_not_shift_the_passages(story):
    gone = a_source(name="Nobody")
    story.body = f'<p><span data-source="{gone.pk}">He</span> left.</p>{story.body}'
    gone.delete()
    story.save()
    quote = story.attributions.get(passage="“It is late.”")

    settle.refuse_passage(story, quote)

    assert "said. “It is late.”</p>" in story.body
