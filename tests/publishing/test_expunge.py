"""Expunging: by a court's order alone, and nothing beside it moves."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import InternalError, connection, transaction
from django.db.utils import DatabaseError
from django.utils import timezone

from articles.desk.act import Act
from articles.desk.references import settle_references
from articles.desk.story import Story
from articles.publishing.blank import Blanking
from articles.publishing.expunge import Order, expunge
from articles.publishing.publish import publish
from articles.publishing.refusal import NotAllowed, NotPublic, Refused
from articles.publishing.release import Release
from articles.site.edition import Edition
from articles.site.picture import PublicPicture
from tests.builders import a_ready_story

pytestmark = pytest.mark.django_db

ORDER = Order(reference="High Court, HC-2026-1", reason="Anonymity was ordered.")


@pytest.fixture
def story(reporter, editor):
    """Two editions before readers; the second has no picture."""
    story = a_ready_story(created_by=reporter)
    publish(story, by=editor)
    story.refresh_from_db()
    story.body = story.body.split("<figure")[0] + "<p>Nobody else was there.</p>"
    story.save()
    settle_references(story)
    publish(story, by=editor, new_facts="The picture was of another ferry.")
    return story


def test_the_edition_is_gone_and_the_others_keep_their_numbers(story, legal):
    expunge(story, 1, by=legal, order=ORDER)

    assert [one.number for one in Edition.objects.all()] == [2]
    act = Act.objects.get(kind="expunged")
    assert act.reason == "Edition 1 is gone. High Court, HC-2026-1: Anonymity was ordered."
    assert act.made_by == legal
    assert Release.objects.get(number=1).as_released == {}


def test_its_picture_is_closed_when_nothing_else_shows_it(story, legal):
    assert PublicPicture.objects.exists()

    expunge(story, 1, by=legal, order=ORDER)

    assert not PublicPicture.objects.exists()


def test_what_readers_have_is_not_taken_out_but_blanked(story, legal, client):
    with pytest.raises(Refused, match="what readers have"):
        expunge(story, 2, by=legal, order=ORDER)

    count = expunge(story, 2, by=legal, order=ORDER, words=["the harbour trust", "night ferry"])

    edition = Edition.objects.get(number=2)
    page = client.get(edition.get_absolute_url()).content.decode()
    assert count > 2
    assert "harbour trust" not in page.lower()
    assert "night ferry" not in page.lower()
    assert "███ to sail an hour earlier" in page
    assert "harbour trust" not in str(Release.objects.get(number=2).as_released)
    assert "harbour trust" in Edition.objects.get(number=1).text


@pytest.mark.parametrize(
    ("number", "order", "words", "refusal", "sentence"),
    [
        (1, Order(reference="", reason="Because."), [], Refused, "reference of the order"),
        (1, Order(reference="HC", reason=" "), [], Refused, "Give the reason"),
        (9, ORDER, [], NotPublic, "no public edition 9"),
        (1, ORDER, ["Jonathan Wild"], Refused, "do not stand"),
        (1, ORDER, ["a"], Refused, "at least 3 letters"),
        (1, ORDER, ["anonymity"], Refused, "names what has to go"),
    ],
)
def test_it_is_refused(number, order, words, refusal, sentence, story, legal):
    with pytest.raises(refusal, match=sentence):
        expunge(story, number, by=legal, order=order, words=words)

    assert Edition.objects.count() == 2
    assert not Act.objects.filter(kind="expunged").exists()


def test_a_reporter_does_not(story, reporter):
    with pytest.raises(NotAllowed):
        expunge(story, 1, by=reporter, order=ORDER)


def test_what_is_to_come_is_called_off_instead(reporter, editor):
    story = a_ready_story(created_by=reporter)
    publish(story, by=editor, goes_live_at=timezone.now() + timedelta(days=1))

    with pytest.raises(NotPublic, match="called off"):
        expunge(story, 1, by=editor, order=ORDER)


def test_the_guard_stands_again_right_after(story, legal):
    expunge(story, 1, by=legal, order=ORDER)

    with pytest.raises((DatabaseError, InternalError)), transaction.atomic():
        Edition.objects.update(headline="Rewritten")
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('newsroom.expunge', true)")
        assert cursor.fetchone()[0] == ""


def run(*arguments):
    out = StringIO()
    call_command("expunge_edition", *arguments, stdout=out)
    return out.getvalue()


WHY = ["--by", "legal", "--order", "HC-1", "--reason", "Ordered."]


@pytest.mark.parametrize("named", ["key", "address"])
def test_the_command_takes_a_key_or_an_address(named, story, legal):
    address = Edition.objects.get(number=2).get_absolute_url()
    name = str(story.key) if named == "key" else f"https://news.example{address}"

    said = run(name, "1", *WHY)

    assert "Edition 1 out; readers now: live, edition 2." in said
    assert Edition.objects.count() == 1


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["nonsense", "1", *WHY], "No story is known"),
        (["/2026/13/45/night-ferry/", "1", *WHY], "No story is known"),
        (["7c1e7f0c-0000-4000-8000-000000000000", "1", *WHY], "No story is known"),
        (["KEY", "2", *WHY], "what readers have"),
        (["KEY", "1", "--by", "nobody", *WHY[2:]], "Nobody has the log-in"),
    ],
)
def test_the_command_says_why_not(arguments, sentence, story, legal):
    arguments = [str(story.key) if one == "KEY" else one for one in arguments]

    with pytest.raises(CommandError, match=sentence):
        run(*arguments)

    assert Story.objects.count() == 1
    assert Edition.objects.count() == 2


@pytest.mark.parametrize(
    ("words", "before", "after"),
    [
        (["Holt"], "<p>Holt and Holter met.</p>", "<p>███ and Holter met.</p>"),
        (["mira holt"], "<p>Mira\n Holt said</p>", "<p>███ said</p>"),
        (["O'Hara & Sons"], "<p>O&#x27;Hara &amp; Sons paid.</p>", "<p>███ paid.</p>"),
        (
            ["Holt"],
            '<img alt="Mira Holt" src="/m/Holt.jpg">',
            '<img alt="Mira ███" src="/m/Holt.jpg">',
        ),
        (["strong"], "<p><strong>So strong</strong></p>", "<p><strong>So ███</strong></p>"),
    ],
)
def test_words_go_and_markup_stays(words, before, after):
    assert Blanking.of(words).markup(before) == after
