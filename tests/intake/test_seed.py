"""The seed story, read from its file, becomes the draft that was promised."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from articles.desk.source import Source
from articles.intake.paste.read import read_text
from articles.intake.paste.understand import understand
from articles.intake.story import Origin, import_story
from articles.markup.quotations import quotations
from articles.vocabulary import DatePrecision, SourceKind, SourceTerms
from tests.intake.drafts import all_words, blocks, paragraphs, photo_words, words

pytestmark = pytest.mark.django_db

SEED = Path(__file__).parents[2].parent / "shared" / "seed" / "story.txt"


@pytest.fixture
def text():
    if not SEED.exists():
        pytest.skip(f"{SEED} is not here")
    return read_text(SEED.read_bytes(), name=SEED.name)


@pytest.fixture
def pieces(text):
    return [" ".join(piece.split()) for piece in text.strip().split("\n\n")]


@pytest.fixture
def story(text, reporter):
    return import_story(text, by=reporter).story


def test_it_is_one_draft_with_its_headline(story, pieces, reporter):
    assert (story.headline, story.stage, story.created_by) == (pieces[0], "draft", reporter)


def test_its_eighteen_paragraphs_stand_in_order(story, pieces):
    assert paragraphs(story) == pieces[1:5] + pieces[7:]
    assert len(paragraphs(story)) == 18


def test_its_one_figure_stands_after_the_fourth_paragraph(story, pieces):
    found = [not isinstance(block, str) for block in blocks(story)]

    assert found == [number == 4 for number in range(19)]
    assert words(photo_words(blocks(story)[4])) == words(" ".join(pieces[5:7]))


def test_no_word_is_lost_and_none_is_invented(story, text):
    assert all_words(story) == words(text)


def test_the_photo_s_caption_credit_and_alt_text_are_apart(story, pieces):
    photo = blocks(story)[4]

    assert photo.alt_text == pieces[5]
    assert pieces[6].startswith(photo.caption)
    assert photo.caption.endswith(".")
    assert pieces[6].removeprefix(photo.caption).strip() in photo.instructions
    assert pieces[6].split(photo.caption)[1].split("/")[0].strip() == photo.creator.upper()
    assert photo.creator != photo.creator.upper()
    assert (photo.supplier, photo.distributor) == ("AFP", "Getty Images")
    assert photo.credit_line == f"{photo.creator}/AFP via Getty Images"
    assert f"{photo.taken_on:%B} {photo.taken_on.day}, {photo.taken_on.year}" in photo.caption
    assert photo.taken_on_precision == DatePrecision.DAY
    assert (photo.rights_category, photo.credit_is_proposal) == ("", True)
    assert photo.people_shown == "Russian soldiers"


def test_whether_its_old_picture_is_a_file_picture_is_left_to_a_person(story):
    placement = story.placements.get()

    assert (placement.is_file_picture, placement.is_proposal) == (False, True)


def test_it_has_five_quotations_each_with_a_source(story):
    assert [one.source is not None for one in quotations(story.body)] == [True] * 5


def test_the_lawyer_the_foundation_the_outlet_and_the_soldier_are_its_sources(story, pieces):
    lawyer = Source.objects.get(kind=SourceKind.PERSON, terms=SourceTerms.ON_RECORD)
    soldier = Source.objects.get(terms=SourceTerms.ANONYMOUS)
    outlet = Source.objects.get(kind=SourceKind.OUTLET)
    website = Source.objects.get(kind=SourceKind.DOCUMENT)

    assert Source.objects.count() == 4
    assert pieces[2].startswith(f"{lawyer.name}, {lawyer.public_description}, told")
    assert (lawyer.via, lawyer.first_hand) == (outlet, False)
    assert f" outlet {outlet.name} " in pieces[2]
    assert website.name == f"{lawyer.public_description.partition(' of the ')[2]} website"
    assert (soldier.name, "soldier" in soldier.public_description) == ("", True)


def test_each_quotation_belongs_to_the_source_that_the_text_names(story):
    quotes = story.attributions.filter(kind="quote")
    said = [(row.source.kind, row.source.terms) for row in quotes]

    lawyer = (SourceKind.PERSON, SourceTerms.ON_RECORD)
    soldier = (SourceKind.PERSON, SourceTerms.ANONYMOUS)
    assert said[:2] == [(SourceKind.DOCUMENT, SourceTerms.ON_RECORD), soldier]
    assert set(said[2:]) == {lawyer}


def test_what_the_lawyer_tells_without_being_quoted_are_his_claims(story, pieces):
    claims = story.attributions.filter(kind="claim")

    assert {row.source.name for row in claims} == {pieces[2].split(",")[0]}
    assert len(claims) == 8
    assert [row.is_serious for row in claims] == [
        True,
        False,
        False,
        False,
        True,
        True,
        True,
        False,
    ]


def test_its_places_and_its_days_are_to_be_settled(text, reporter):
    origin = Origin(written_on=date(2022, 7, 5))

    points = import_story(text, by=reporter, origin=origin).story.paste.points

    places = [point["words"] for point in points if point["kind"] == "place"]
    days = [point["instead"] for point in points if point["kind"] == "date"]
    assert set(places) == {
        *("Luhansk", "Russia", "Ukraine", "Donetsk", "Moscow", "Alchevsk", "Mariupol"),
    }
    assert days == ["about 14 June 2022", "on Sunday 3 July 2022", "In March 2022"]


def test_its_one_request_for_comment_is_another_publisher_s(story, pieces):
    (reply,) = story.replies.all()

    assert reply.party in pieces[-1]
    assert reply.party.endswith("Ministry")
    assert reply.note == (
        f"Asked by {pieces[-1].split()[0]}, not by us: ask ourselves. The text says: {pieces[-1]}"
    )


def test_it_is_understood_alike_whatever_its_line_ends(text):
    assert understand(read_text(text.replace("\n", "\r\n").encode(), name="x")) == understand(text)
