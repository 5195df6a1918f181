"""What search and lists keep follows editions in and out, by whatever way they go."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.desk.references import settle_references
from articles.publishing.expunge import Order, expunge
from articles.publishing.publish import publish
from articles.site.listed import Listed
from articles.site.search.entry import SearchEntry, SearchWord
from tests.builders import a_ready_story, an_edition

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)
TIDES = [{"slug": "tides", "name": "Tides"}, {"slug": "tides", "name": "Tides again"}]
ORDER = Order(reference="High Court, HC-2026-1", reason="Anonymity was ordered.")


def words():
    return set(SearchWord.objects.values_list("word", flat=True))


def test_an_edition_is_listed_once_under_each_tag_and_author():
    an_edition(tags=TIDES)

    assert sorted(Listed.objects.values_list("place", flat=True)) == ["by/ada-lumen", "tag/tides"]


def test_a_tombstone_is_neither_listed_nor_searched():
    an_edition(number=2, kind="withdrawal", note="Wrong.", tags=TIDES)

    assert not Listed.objects.exists()
    assert not SearchEntry.objects.exists()
    assert not SearchWord.objects.exists()


@pytest.mark.parametrize(
    ("language", "config", "lexeme"),
    [
        ("en-GB", "english", "ferri"),
        ("DE", "german", "ferri"),
        ("nb-NO", "norwegian", "ferri"),
        ("uk", "simple", "ferries"),
        ("xx-Latn", "simple", "ferries"),
    ],
)
def test_a_text_has_the_forms_of_its_language(language, config, lexeme):
    an_edition(language=language, headline="Ferries")

    entry = SearchEntry.objects.get()
    assert entry.config == config
    assert f"'{lexeme}':" in entry.search or config != "english"
    assert "'ferries':" in entry.search


def test_a_word_is_kept_with_all_that_is_left_when_a_letter_goes():
    an_edition(headline="Quay", standfirst="", text="")

    word = SearchWord.objects.get()
    assert sorted(word.stubs) == ["qay", "qua", "quay", "quy", "uay"]


def test_what_was_called_off_leaves_no_word():
    an_edition(slug="other")
    before = words()
    coming = an_edition(headline="Merger of banks", goes_live_at=timezone.now() + HOUR)
    assert "merger" in words()

    coming.delete()

    assert words() == before
    assert SearchEntry.objects.count() == 1


def test_what_a_court_takes_out_cannot_be_found(reporter, editor, legal, client):
    story = a_ready_story(created_by=reporter)
    publish(story, by=editor)
    assert "trust" in words()

    expunge(story, 1, by=legal, order=ORDER, words=["harbour trust"])

    assert "trust" not in words()
    assert b"No story was found" in client.get("/search/?q=%22harbour+trust%22").content
    assert "trust" not in SearchEntry.objects.get().search


def test_an_edition_that_is_taken_out_leaves_the_words_that_others_have(reporter, editor, legal):
    story = a_ready_story(created_by=reporter)
    publish(story, by=editor)
    story.refresh_from_db()
    story.body = story.body.split("<figure")[0] + "<p>Nobody else was there.</p>"
    story.save()
    settle_references(story)
    publish(story, by=editor, new_facts="The picture was of another ferry.")

    expunge(story, 1, by=legal, order=ORDER)

    assert SearchEntry.objects.count() == 1
    assert {"ferry", "nobody"} <= words()


def test_a_text_of_any_length_can_be_published():
    long = " ".join(f"wörter{number}" for number in range(150_000))

    an_edition(text=long)

    assert SearchEntry.objects.count() == 1
