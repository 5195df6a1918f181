"""Plates are cut when editions are saved, and made good wherever one is missing."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone

from articles.masthead.publication import Publication
from articles.publishing import plates
from articles.publishing.plates import cut, cut_missing
from articles.publishing.publish import publish
from articles.publishing.withdraw import withdraw
from articles.site.edition import Edition
from articles.site.freshness import look
from articles.site.plate import Plate
from tests.builders import MONDAY_NOON, a_ready_story, a_section, an_edition
from tests.queue import work

HOUR = timedelta(hours=1)

on_commit = pytest.mark.django_db(transaction=True)


def fitting():
    return set(Plate.objects.fitting(look()).values_list("edition", flat=True))


def stories(number):
    return [
        an_edition(
            slug=f"story-{at}", headline=f"Story {at}", goes_live_at=MONDAY_NOON + at * HOUR
        ).pk
        for at in range(number)
    ]


@on_commit
def test_what_is_published_has_its_plate_at_once(editor, reporter):
    story = a_ready_story(created_by=reporter)

    with transaction.atomic():
        edition = publish(story, by=editor)
        assert not Plate.objects.exists()  # not before all is settled

    assert fitting() == {edition.pk}


@on_commit
def test_what_is_to_come_has_one_and_what_is_withdrawn_has_none(editor, reporter):
    story = a_ready_story(created_by=reporter)
    first = publish(story, by=editor)
    story.headline = "Night ferry to sail two hours earlier"
    story.save()
    later = publish(
        story, by=editor, goes_live_at=timezone.now() + HOUR, new_facts="The tables are out."
    )
    assert fitting() == {first.pk, later.pk}

    withdraw(story, by=editor, note="It was another ferry.")

    assert Edition.objects.standing().get(story_key=story.key).kind == "withdrawal"
    cut_missing()
    assert not fitting()


@on_commit
def test_the_plate_of_an_edition_that_is_called_off_goes_with_it(editor, reporter):
    story = a_ready_story(created_by=reporter)
    edition = publish(story, by=editor, goes_live_at=timezone.now() + HOUR)
    assert fitting() == {edition.pk}

    Edition.objects.filter(pk=edition.pk).delete()

    assert not Plate.objects.exists()


@on_commit
def test_an_edition_stands_even_if_its_plate_cannot_be_cut(editor, reporter, monkeypatch, caplog):
    def fail(edition):
        message = "no ink"
        raise RuntimeError(message)

    monkeypatch.setattr(plates, "plate_of", fail)
    story = a_ready_story(created_by=reporter)

    edition = publish(story, by=editor)

    assert Edition.objects.get() == edition
    assert not Plate.objects.exists()
    assert "no ink" in caplog.text


@on_commit
def test_one_that_cannot_be_cut_keeps_none_of_the_others_from_it(monkeypatch, caplog):
    first, second, third = stories(3)
    really = plates.plate_of

    def fail_once(edition):
        if edition.pk == second:
            message = "no ink"
            raise RuntimeError(message)
        return really(edition)

    monkeypatch.setattr(plates, "plate_of", fail_once)

    assert cut_missing() == 2
    assert fitting() == {first, third}
    assert f"edition {second} could not be cut" in caplog.text


@pytest.mark.django_db
def test_of_a_story_one_plate_is_kept():
    first = an_edition()
    cut([first.pk])
    second = an_edition(number=2, story_key=first.story_key)
    cut([second.pk])

    assert fitting() == {second.pk}


@pytest.mark.django_db
def test_while_the_next_one_is_to_come_both_have_theirs():
    first = an_edition()
    cut([first.pk])
    second = an_edition(
        number=2, story_key=first.story_key, goes_live_at=timezone.now() + HOUR, kind="update"
    )
    cut([second.pk])

    assert fitting() == {first.pk, second.pk}


@on_commit
def test_all_that_is_missing_is_made_good(monkeypatch):
    monkeypatch.setattr(plates, "BATCH", 2)
    known = {*stories(5), an_edition(slug="to-come", goes_live_at=timezone.now() + HOUR).pk}

    assert cut_missing() == 6
    assert fitting() == known
    assert cut_missing() == 0
    Publication.objects.update(strapline="Every tide")
    assert not fitting()
    assert cut_missing() == 6
    Plate.objects.update(look="that of an earlier release")
    assert cut_missing() == 6
    Publication.objects.update(strapline="")


@on_commit
def test_a_worker_takes_away_what_the_clock_has_replaced():
    first = an_edition()
    cut([first.pk])
    second = an_edition(number=2, story_key=first.story_key)  # as if it had been scheduled

    plates.cut_all()

    assert set(Plate.objects.values_list("edition", flat=True)) == {second.pk}


@pytest.mark.django_db
def test_each_minute_nothing_is_looked_for_below_a_batch_that_has_all(monkeypatch):
    monkeypatch.setattr(plates, "BATCH", 2)
    oldest, *newer = stories(6)
    cut(newer)

    plates.cut_newest(timestamp=0)
    assert fitting() == set(newer)

    Plate.objects.filter(edition=newer[-1]).delete()
    plates.cut_newest(timestamp=0)
    assert fitting() == {*newer}

    plates.cut_all()
    assert fitting() == {oldest, *newer}


@on_commit
def test_a_worker_begins_with_what_is_missing():
    (known,) = stories(1)

    work()

    assert fitting() == {known}


@on_commit
def test_a_command_makes_it_good_at_once(capsys):
    known = set(stories(2))

    call_command("cut_plates")

    assert fitting() == known
    assert capsys.readouterr().out == "2 plates cut.\n"


@on_commit
def test_words_that_a_court_takes_out_meanwhile_get_into_no_plate(client):
    """Who cuts waits until the order is carried out, or is waited for: then the plate goes."""
    a_section()
    edition = an_edition(headline="Ferry of Jon Doe sails")
    order = "SELECT set_config('newsroom.expunge', 'Order 1', true)"
    threads = []

    def cut_elsewhere():
        try:
            cut([edition.pk])
        finally:
            connection.close()

    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(order)
        Edition.objects.filter(pk=edition.pk).update(headline="Ferry of [removed] sails")
        threads.append(threading.Thread(target=cut_elsewhere))
        threads[0].start()
        threads[0].join(0.3)
        assert threads[0].is_alive()
    threads[0].join(20)

    assert fitting() == {edition.pk}
    html = plates.plate_of(Edition.objects.with_masthead().with_question().get(pk=edition.pk))
    assert bytes(Plate.objects.get().top) == html.top

    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(order)
        Edition.objects.filter(pk=edition.pk).update(note="A court has had a name taken out.")
    assert not Plate.objects.exists()
