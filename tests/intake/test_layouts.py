"""Stories as they come in, laid out in many ways: nothing is lost and nothing is invented."""

from __future__ import annotations

from datetime import date

import pytest

from articles.desk.photos.photo import Photo
from articles.desk.source import Source
from articles.intake.paste.read import read_text
from articles.intake.story import Origin, import_story, pasted_before
from articles.vocabulary import DatePrecision, ReplyState, SourceTerms
from tests.intake.drafts import all_words, blocks, expected_words, paragraphs

pytestmark = pytest.mark.django_db

HEADLINE = "Night ferry to sail an hour earlier"
LEAD = "The night ferry from Marrick will sail at nine from Monday, the harbour trust said."
SPEECH = "“We follow the tide, not the clock,” Mira Holt said. “The timetable must follow us.”"
END = "The trust has run the ferry since 1931."
CAPTION = (
    "The night ferry leaves the quay at Marrick, June 4, 2021. ADA DE LA CRUZ/AFP/Getty Images"
)
ALT = "A lit ferry off a dark quay"


def text_of(*pieces, gap="\n\n"):
    return gap.join(pieces)


PLAIN = text_of(HEADLINE, LEAD, SPEECH, END)
WITH_PHOTO = text_of(HEADLINE, LEAD, ALT, CAPTION, SPEECH, END)
STORIES = {
    "no photo": PLAIN,
    "a photo in the middle": WITH_PHOTO,
    "a photo without alt text": text_of(HEADLINE, LEAD, CAPTION, SPEECH),
    "a photo at the end": text_of(HEADLINE, LEAD, SPEECH, "The quay. Photo: Ada Lumen"),
    "the photo line at the top": text_of(CAPTION, HEADLINE, LEAD, END),
    "the photo under the headline": text_of(HEADLINE, CAPTION, LEAD, END),
    "two photos": text_of(HEADLINE, LEAD, CAPTION, "The lock. Bo Quay/AP", END),
    "byline first": text_of("By Ada Lumen", HEADLINE, LEAD, END),
    "byline second": text_of(HEADLINE, "By Ada Lumen and Bo Quay", CAPTION, LEAD),
    "a line for each paragraph": text_of(HEADLINE, LEAD, SPEECH, END, gap="\n"),
    "many blank lines": "\n\n \n" + text_of(HEADLINE, LEAD, END, gap="\n\n\t\n\n") + "\n\n\n",
    "Windows line ends": WITH_PHOTO.replace("\n", "\r\n"),
    "old Macintosh line ends": WITH_PHOTO.replace("\n", "\r"),
    "soft line ends": PLAIN.replace("\n\n", "\u2028\u2028"),
    "a byte order mark": "\ufeff" + PLAIN,
    "non-breaking spaces": PLAIN.replace(" ", "\xa0").replace("\n\n", "\n\xa0\n"),
    "wrapped lines": text_of(HEADLINE, LEAD.replace(" from ", "\nfrom "), END),
    "a single line": LEAD,
    "title only": HEADLINE,
    "no headline": text_of(LEAD, SPEECH, END),
    "straight quotes": PLAIN.replace("“", '"').replace("”", '"'),
    "quotes without a speaker": text_of(HEADLINE, LEAD, "“We sail.”", "“Late,” it was said."),
    "HTML in the text": text_of("Is 1 < 2 & 3 > 2?", "<p>Yes</p> &amp; <script>no()</script>."),
    "another alphabet": text_of("Ночной паром", "Ночной паром «Ада» уйдёт в девять.", "Так."),
    "a question as headline": text_of("Who sails at nine?", LEAD, END),
    "subheadings": text_of(HEADLINE, LEAD, "The tides", SPEECH, "The costs", END),
}


def imported(text, by):
    return import_story(read_text(text.encode(), name="story.txt"), by=by)


@pytest.mark.parametrize("text", STORIES.values(), ids=STORIES)
def test_every_word_of_the_text_is_in_the_draft_in_order_and_no_other(text, reporter):
    story = imported(text, reporter).story

    assert all_words(story) == expected_words(text, story.headline)


@pytest.mark.parametrize("text", STORIES.values(), ids=STORIES)
def test_whatever_was_guessed_is_a_proposal(text, reporter):
    story = imported(text, reporter).story

    rows = [*story.placements.all(), *story.attributions.all(), *story.replies.all()]
    assert [row for row in rows if not row.is_proposal] == []
    assert (story.stage, story.created_by) == ("draft", reporter)


NO_HEADLINE = {"a single line", "title only", "no headline"}
OTHER_HEADLINE = {
    "HTML in the text": "Is 1 < 2 & 3 > 2?",
    "another alphabet": "Ночной паром",
    "a question as headline": "Who sails at nine?",
}


@pytest.mark.parametrize("layout", STORIES)
def test_the_headline_is_found_where_there_is_one(layout, reporter):
    expected = "" if layout in NO_HEADLINE else OTHER_HEADLINE.get(layout, HEADLINE)

    assert imported(STORIES[layout], reporter).story.headline == expected


@pytest.mark.parametrize(
    ("layout", "shape"),
    [
        ("no photo", "ppp"),
        ("a photo in the middle", "pfpp"),
        ("a photo without alt text", "pfp"),
        ("a photo at the end", "ppf"),
        ("the photo line at the top", "fpp"),
        ("the photo under the headline", "fpp"),
        ("two photos", "pffp"),
        ("byline first", "ppp"),
        ("byline second", "pfp"),
        ("a line for each paragraph", "ppp"),
        ("many blank lines", "pp"),
        ("Windows line ends", "pfpp"),
        ("old Macintosh line ends", "pfpp"),
        ("soft line ends", "ppp"),
        ("non-breaking spaces", "ppp"),
        ("wrapped lines", "pp"),
        ("a single line", "p"),
        ("title only", "p"),
        ("no headline", "ppp"),
        ("subheadings", "ppppp"),
    ],
)
def test_paragraphs_and_figures_stand_where_the_text_has_them(layout, shape, reporter):
    story = imported(STORIES[layout], reporter).story

    found = ["p" if isinstance(block, str) else "f" for block in blocks(story)]

    assert "".join(found) == shape


def test_a_photo_s_alt_text_caption_credit_and_date_are_kept_apart(reporter):
    imported(WITH_PHOTO, reporter)

    photo = Photo.objects.get()
    assert photo.alt_text == ALT
    assert photo.caption == "The night ferry leaves the quay at Marrick, June 4, 2021."
    assert (photo.creator, photo.supplier) == ("Ada de la Cruz", "AFP")
    assert (photo.distributor, photo.credit_line) == (
        "Getty Images",
        "Ada de la Cruz/AFP via Getty Images",
    )
    assert (str(photo.taken_on), photo.taken_on_precision) == ("2021-06-04", DatePrecision.DAY)
    assert not photo.image


def test_on_what_ground_a_photo_may_be_shown_is_for_a_person_to_say(reporter):
    imported(WITH_PHOTO, reporter)

    photo = Photo.objects.get()
    assert (photo.rights_category, photo.credit_is_proposal) == ("", True)
    assert not photo.placements.get().is_file_picture


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("Mira Holt said the lock leaks. It was built in 1931.", "Mira Holt said the lock leaks."),
        ("According to Mira Holt, it leaks.", "According to Mira Holt, it leaks."),
        ("It leaks, according to the skipper.", "It leaks, according to the skipper."),
        ("The skipper added that it leaks.", "The skipper added that it leaks."),
        ("The council said that it leaks.", None),
        ("Bo Quay asked whether it leaks.", None),
        ("It leaks. Nobody says so.", None),
    ],
)
def test_a_sentence_that_gives_somebody_s_word_is_a_claim(sentence, claim, reporter):
    text = text_of(HEADLINE, "“We sail,” said Mira Holt.", sentence)

    rows = list(imported(text, reporter).story.attributions.all())

    assert [row.kind for row in rows] == ["quote", "claim"][: 2 if claim else 1]
    assert [row.passage for row in rows[1:]] == [claim] * (len(rows) - 1)
    assert {row.source.name for row in rows} == {"Mira Holt"}


def test_a_claim_that_accuses_is_serious(reporter):
    text = text_of(HEADLINE, "Mira Holt said the trust stole £40.", "Mira Holt said it rained.")

    rows = imported(text, reporter).story.attributions.all()

    assert [row.is_serious for row in rows] == [True, False]


def test_the_text_is_kept_letter_for_letter_with_where_it_came_from(reporter):
    text = WITH_PHOTO.replace(" ", "\xa0", 3)
    origin = Origin(provenance="agency", note="Northmark wire", written_on=date(2026, 11, 3))

    story = import_story(text, by=reporter, origin=origin).story

    assert (story.paste.text, story.paste.made_by) == (text, reporter)
    assert (story.provenance, story.provenance_note) == ("agency", "Northmark wire")
    assert story.written_on == date(2026, 11, 3)
    assert pasted_before(text) == story.paste
    assert pasted_before(text + " ") is None


def test_without_a_word_on_it_where_a_text_came_from_is_not_known(reporter):
    assert imported(PLAIN, reporter).story.provenance == "unknown"


PLACES = (
    "The ferry left Marrick on Sunday for the town of Low Sund. In March it lay in Great Tarn, and "
    "Mira Holt met Tarn’s mayor in New Hythe two weeks ago, in the Sund region. “Not on Sunday.”"
)


def test_places_and_days_are_to_be_settled(reporter):
    origin = Origin(written_on=date(2026, 11, 3))

    story = import_story(text_of(HEADLINE, LEAD, PLACES), by=reporter, origin=origin).story

    found = [(point["kind"], point["words"], point["instead"]) for point in story.paste.points]
    assert found == [
        ("place", "Marrick", "Marrick"),
        ("place", "Low Sund", "Low Sund"),
        ("place", "Great Tarn", "Great Tarn"),
        ("place", "New Hythe", "New Hythe"),
        ("place", "Sund", "Sund"),
        ("date", "on Sunday", "on Sunday 1 November 2026"),
        ("date", "In March", "In March 2026"),
        ("date", "two weeks ago", "about 20 October 2026"),
    ]


@pytest.mark.parametrize("layout", ["the photo under the headline", "byline second"])
def test_neither_a_headline_nor_a_byline_is_an_alt_text(layout, reporter):
    imported(STORIES[layout], reporter)

    assert Photo.objects.get().alt_text == ""


@pytest.mark.parametrize(
    "paragraph",
    [
        "“We sail at nine,” Mira Holt said.",
        "“We sail at nine,” said Mira Holt.",
        "Mira Holt said: “We sail at nine.”",
        "Mira Holt, the harbour master, said “we sail at nine”.",
        '"We sail at nine," Mira Holt added.',
    ],
)
def test_the_speaker_is_found_before_and_after_the_quotation(paragraph, reporter):
    story = imported(text_of(HEADLINE, LEAD, paragraph), reporter).story

    (row,) = story.attributions.all()
    assert (row.source.name, row.kind) == ("Mira Holt", "quote")
    assert "e sail at nine" in row.passage


def test_a_speaker_who_is_not_named_is_anonymous(reporter):
    imported(text_of(HEADLINE, LEAD, "“We sail at nine,” said a deckhand."), reporter)

    source = Source.objects.get()
    assert (source.name, source.public_description) == ("", "a deckhand")
    assert source.terms == SourceTerms.ANONYMOUS


def test_he_is_whoever_spoke_last_by_name(reporter):
    text = text_of(HEADLINE, "Mira Holt said so.", "Bo Quay said no.", "“Never,” he said.")

    story = imported(text, reporter).story

    quote = story.attributions.get(kind="quote")
    assert quote.source.name == "Bo Quay"


def test_a_quotation_without_a_speaker_has_no_source(reporter):
    story = imported(STORIES["quotes without a speaker"], reporter).story

    assert (story.attributions.count(), Source.objects.count()) == (0, 0)


def test_a_source_on_the_record_is_not_made_twice(reporter):
    imported(PLAIN, reporter)
    imported(PLAIN, reporter)

    assert Source.objects.filter(name="Mira Holt").count() == 1


@pytest.mark.parametrize(
    ("sentence", "party", "state", "asker"),
    [
        ("The Post has reached out to the Quay for comment.", "Quay", "open", "The Post"),
        ("We contacted the harbour trust for comment.", "harbour trust", "open", ""),
        ("The harbour trust did not respond to a request.", "harbour trust", "open", ""),
        ("The Quay Office has been approached for comment.", "Quay Office", "open", ""),
        ("Bo Quay declined to comment.", "Bo Quay", "declined", ""),
    ],
)  # fmt: skip
def test_a_request_for_comment_is_found(sentence, party, state, asker, reporter):
    story = imported(text_of(HEADLINE, LEAD, sentence), reporter).story

    (reply,) = story.replies.all()
    assert (reply.party, reply.state) == (party, ReplyState(state))
    assert reply.note.endswith(sentence)
    assert reply.note.startswith(f"Asked by {asker}, not by us") == bool(asker)


def test_mark_up_in_the_text_stays_words(reporter):
    story = imported(STORIES["HTML in the text"], reporter).story

    assert paragraphs(story) == ["<p>Yes</p> &amp; <script>no()</script>."]


def test_the_summary_counts_what_was_made(reporter):
    made = imported(WITH_PHOTO, reporter)

    assert made.summary == (
        f"Draft {made.story.pk} made of “{HEADLINE}”: 3 paragraphs, 1 figure, 1 quotation, "
        "1 source, 0 requests for comment. Check each proposal."
    )


def test_a_text_in_windows_1252_keeps_its_marks(reporter):
    story = import_story(read_text(PLAIN.encode("cp1252"), name="story.txt"), by=reporter).story

    assert SPEECH in paragraphs(story)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_a_text_with_a_byte_order_mark_is_read(encoding):
    assert read_text(PLAIN.encode(encoding), name="story.txt") == PLAIN
