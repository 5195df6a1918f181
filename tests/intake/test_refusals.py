"""What is no story is refused with a sentence, and nothing is stored."""

from __future__ import annotations

from time import process_time

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.urls import reverse

from articles.desk.story import Story
from articles.intake.paste.read import LARGEST, PasteRefused, read_text
from articles.intake.story import import_story
from tests.builders import a_picture

pytestmark = pytest.mark.django_db

STORY = "Ferry sails early\n\nThe ferry sails at nine."
NOT_TEXTS = {
    "binary": (bytes(range(256)), "is not a text. Send a plain text file."),
    "UTF-16 without its mark": (STORY.encode("utf-16-le"), "is not a text."),
    "UTF-16 cut off": (STORY.encode("utf-16")[:-1], "is damaged or cut off. Send the file again."),
    "a JPEG": (a_picture(), "is a JPEG picture, not a plain text."),
    "a PNG": (a_picture(image_format="PNG"), "is a PNG picture, not a plain text."),
    "a PDF": (b"%PDF-1.7 ferry", "is a PDF, not a plain text."),
    "a Word file": (b"PK\x03\x04 ferry", "is a Word, Pages or zip file, not a plain text."),
    "an RTF file": (b"{\\rtf1 ferry}", "is an RTF file, not a plain text."),
    "empty": (b"", "is empty. Paste the story’s words."),
    "a byte order mark alone": (b"\xef\xbb\xbf", "is empty."),
    "blank lines": (b" \n\n\t\r\n \xc2\xa0\n", "is empty."),
    "controls": ("\u202e\u2066\ufeff\n".encode(), "is empty."),
    "too large": (b"a" * (LARGEST + 1), "is larger than 1 MB. Send one story at a time."),
}


def rows():
    return {model.__name__: model._base_manager.count() for model in apps.get_models()}


@pytest.mark.parametrize(("data", "sentence"), NOT_TEXTS.values(), ids=NOT_TEXTS)
def test_what_is_no_text_is_refused_with_a_sentence(data, sentence):
    with pytest.raises(PasteRefused) as refusal:
        read_text(data, name="ferry.txt")

    assert str(refusal.value).startswith(f"ferry.txt {sentence}")


@pytest.mark.parametrize(("data", "sentence"), NOT_TEXTS.values(), ids=NOT_TEXTS)
def test_the_command_passes_the_sentence_on_and_stores_nothing(data, sentence, tmp_path):
    path = tmp_path / "ferry.txt"
    path.write_bytes(data)
    before = rows()

    with pytest.raises(CommandError) as refusal:
        call_command("import_story", path)

    assert str(refusal.value).startswith(f"ferry.txt {sentence}")
    assert rows() == before


def test_the_largest_text_is_still_read():
    assert read_text(b"a" * LARGEST, name="x") == "a" * LARGEST


def test_a_text_that_no_body_can_hold_is_refused_and_nothing_is_stored(reporter):
    before = rows()

    with pytest.raises(PasteRefused, match="too long for one story"):
        import_story("Ferry\n\nMira Holt said “no”.\n\n" + "&" * 500_000, by=reporter)

    assert rows() == before


def test_the_desk_s_form_passes_that_sentence_on(client, editor):
    client.force_login(editor)
    text = "Ferry\n\n" + "&" * 500_000

    answer = client.post(reverse("admin:articles_story_paste"), {"text": text, "provenance": "own"})

    assert answer.status_code == 422
    assert "too long for one story" in answer.content.decode()
    assert Story.objects.count() == 0


def test_a_text_that_a_body_can_hold_is_held_to_its_last_word(reporter):
    story = import_story("Ferry\n\n" + "& " * 300_000 + "end.", by=reporter).story

    assert story.body.endswith("&amp; end.</p>")


def test_a_list_of_names_without_an_end_is_read_in_time(reporter):
    began = process_time()

    story = import_story("Ferry\n\n" + "Ada " * 25_000, by=reporter).story

    assert process_time() - began < 20
    assert story.body.count("Ada") == 25_000


def test_the_command_says_when_there_is_no_such_file(tmp_path):
    with pytest.raises(CommandError, match=r"none\.txt cannot be read: No such file"):
        call_command("import_story", tmp_path / "none.txt")


def test_the_command_says_when_it_is_given_a_folder(tmp_path):
    with pytest.raises(CommandError, match=r"cannot be read: Is a directory\.$"):
        call_command("import_story", tmp_path)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "ferry.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def test_the_command_does_not_know_an_unknown_log_in_and_stores_nothing(file):
    before = rows()

    with pytest.raises(CommandError, match="There is no log-in 'nobody'"):
        call_command("import_story", file, by="nobody")

    assert rows() == before


def test_the_draft_belongs_to_the_log_in_that_was_named(file, reporter, capsys):
    call_command("import_story", file, by="reporter")

    story = Story.objects.get()
    assert (story.created_by, story.headline) == (reporter, "Ferry sails early")
    assert capsys.readouterr().out.startswith(f"Draft {story.pk} made of “Ferry sails early”")


def test_without_a_log_in_it_belongs_to_an_account_that_cannot_log_in(file):
    call_command("import_story", file)
    call_command("import_story", file)

    importer = User.objects.get(username="importer")
    assert {story.created_by for story in Story.objects.all()} == {importer}
    assert not importer.is_active
    assert not importer.has_usable_password()


def test_the_command_says_what_keeps_the_draft_from_going_out(tmp_path, capsys):
    path = tmp_path / "story.txt"
    path.write_text("The quay is shut\n\nIt has TK berths.", encoding="utf-8")

    call_command("import_story", path)

    said = capsys.readouterr().out
    assert "What keeps it from going out: 3. To begin with: " in said
