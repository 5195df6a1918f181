"""Pasting a story: a text becomes a draft; what is no text is refused and kept."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from articles.desk.photos.photo import Photo
from articles.desk.reply import Reply
from articles.desk.source import Source
from articles.desk.story import Story
from tests.admin.page import Page

pytestmark = pytest.mark.django_db

PASTE = "/admin/articles/story/paste/"
TEXT = """Night ferry to sail an hour earlier

The night ferry will sail an hour earlier from Monday.

“We follow the tide, not the clock,” Mira Holt, the harbour master, said.
"""


def sent(data, name="story.txt"):
    return SimpleUploadedFile(name, data, "text/plain")


def test_a_pasted_text_becomes_a_draft_of_who_pasted_it(reporter, at_desk):
    response = at_desk("reporter").post(PASTE, {"text": TEXT, "provenance": "agency"}, follow=True)

    story = Story.objects.get()
    assert response.redirect_chain == [(f"/admin/articles/story/{story.pk}/proposals/", 302)]
    assert (story.headline, story.stage) == ("Night ferry to sail an hour earlier", "draft")
    assert story.created_by == reporter
    (message,) = map(str, response.context["messages"])
    assert message.startswith(f"Draft {story.pk} made of “Night ferry")


def test_where_it_comes_from_is_asked_and_kept(at_desk):
    client = at_desk("reporter")
    told = {"provenance_note": "Northmark wire, by e-mail", "written_on": "2026-11-03"}

    unsaid = client.post(PASTE, {"text": TEXT, "provenance": "", **told})
    assert any("“Not known” is an answer" in error for error in Page(unsaid).errors)
    assert not Story.objects.exists()

    client.post(PASTE, {"text": TEXT, "provenance": "agency", **told})
    story = Story.objects.get()
    assert (story.provenance, story.provenance_note) == ("agency", "Northmark wire, by e-mail")
    assert str(story.written_on) == "2026-11-03"
    assert story.paste.text == TEXT


def test_who_pastes_a_text_twice_is_told(at_desk):
    client = at_desk("reporter")
    client.post(PASTE, {"text": TEXT, "provenance": "own"})
    first = Story.objects.get()

    response = client.post(PASTE, {"text": TEXT, "provenance": "own"}, follow=True)

    said = [str(message) for message in response.context["messages"]]
    assert f"The same text was pasted before: it is draft {first.pk}." in said


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_a_file_is_taken_in_the_encodings_that_are_sent(encoding, at_desk):
    at_desk("reporter").post(
        PASTE, {"text": "", "provenance": "own", "file": sent(TEXT.encode(encoding))}
    )

    assert "“We follow the tide, not the clock,”" in Story.objects.get().body


@pytest.mark.parametrize(
    ("posted", "sentence"),
    [
        ({"text": ""}, "The text is empty. Paste the story’s words."),
        ({"text": " \n\t\r\n "}, "The text is empty."),
        ({"text": "\u202e\u200e\x07"}, "The text is"),
        ({"text": "x" * 1_000_001}, "The text is larger than 1 MB. Send one story at a time."),
        ({"text": "Mine.\x00"}, "Null characters are not allowed."),
        ({"file": (b"%PDF-1.7", "a.pdf")}, "a.pdf is a PDF, not a plain text."),
        ({"file": (b"PK\x03\x04", "a.docx")}, "a.docx is a Word, Pages or zip file"),
        ({"file": (b"\x00\x01\x02", "a.txt")}, "a.txt is not a text."),
        ({"file": (b"x" * 1_000_001, "a.txt")}, "a.txt is larger than 1 MB."),
        ({"file": (b"", "a.txt")}, "The submitted file is empty."),
        ({"file": (b"%PDF", "<x-evil onload=alert(1)>")}, "is a PDF"),
    ],
)
def test_what_is_no_story_is_refused_and_the_text_is_kept(posted, sentence, at_desk):
    posted = {"text": "My words.", "provenance": "own", **posted}
    if "file" in posted:
        posted["file"] = sent(*posted["file"])

    response = at_desk("reporter").post(PASTE, posted)

    page = Page(response)
    assert response.status_code == 422
    assert any(sentence in error for error in page.errors), page.errors
    # A browser drops one newline at the start of a text area; Django's page adds none.
    assert page.fields()["text"].strip() == posted["text"].strip()
    assert page.harm == []
    assert not Story.objects.exists()


@pytest.mark.parametrize(
    "text",
    [
        "x" * 5000,
        "“" * 3000,
        "Headline\n\n" + "“a” " * 5000,
        "<x-evil onload=alert(1)>\n\n<script>alert(1)</script>",
        "Headline\n\n“Words,” " + "A" * 500 + ", the " + "b" * 500 + ", said.",
        "Headline\n\n" + "N" * 300 + " did not respond to a request for comment.",
        "Headline\n\nPhoto: " + "c" * 3000 + " /" + "d" * 400,
        "Headline",
        "夜のフェリー\n\n本文。",
    ],
    ids=range(9),
)
def test_no_text_however_odd_breaks_the_draft(text, at_desk):
    client = at_desk("reporter")

    response = client.post(PASTE, {"text": text, "provenance": "unknown"}, follow=True)

    assert response.status_code == 200
    story = Story.objects.get()
    assert story.slugline
    assert len(story.headline) <= 200
    assert Page(response).harm == []
    assert Page(client.get(f"/admin/articles/story/{story.pk}/preview/")).harm == []


def test_a_refused_import_leaves_nothing_half_made(at_desk):
    at_desk("legal").post(PASTE, {"text": TEXT, "provenance": "agency"})

    assert not any(model.objects.exists() for model in (Story, Source, Photo, Reply))
