"""A picture's public addresses open and close with the stories that show it, and with its right."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction

from articles.desk.photos.arrival import receive
from articles.desk.photos.lease import Lease
from articles.desk.photos.photo import Photo
from articles.imaging.picture import PictureRefused
from articles.publishing.call_off import call_off
from articles.publishing.correct import correct
from articles.publishing.photos.follow_rights import follow_rights
from articles.publishing.photos.hold import hold, lift
from articles.publishing.photos.kill import kill
from articles.publishing.photos.mend import mend
from articles.publishing.publish import publish
from articles.publishing.withdraw import withdraw
from articles.site.edition import Edition
from articles.site.picture import PublicPicture
from tests.builders import LATER_NOON as NOON
from tests.builders import a_photo, a_ready_story
from tests.drawing import a_drawing

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
ORDER = {"origin": "Northmark Pictures, kill 7", "reason": "The scene was staged."}


@pytest.fixture
def story(reporter):
    return a_ready_story(created_by=reporter)


@pytest.fixture
def photo(story):
    return Photo.objects.get()


def addresses(edition):
    """Every address of a picture that an edition names."""
    return [
        copy["url"]
        for figure in edition.figures
        for copy in (*figure["renditions"], *figure["card"], figure["social"])
        if copy
    ]


@pytest.fixture
def answers(client):
    """The HTTP status codes that all of an edition's addresses answer with."""

    def ask(edition):
        found = set()
        for address in addresses(edition):
            response = client.get(address)
            list(response)  # which closes the file
            found.add(response.status_code)
        assert found
        return found

    return ask


def shared_with(photo, **values):
    """Another story that shows the same picture."""
    story = a_ready_story(**values)
    ours = story.placements.get()
    story.body = story.body.replace(f'data-photo="{ours.photo_id}"', f'data-photo="{photo.pk}"')
    story.save()
    ours.photo = photo
    ours.save()
    return story


def test_a_draft_s_picture_has_no_address(story, photo):
    assert not PublicPicture.objects.exists()


def test_published_it_has_one(story, editor, answers):
    edition = publish(story, by=editor)

    assert answers(edition) == {200}
    assert all(figure["width"] and figure["height"] for figure in edition.figures)


def test_publishing_waits_for_no_copy_and_asks_the_queue(story, editor, settings):
    publish(story, by=editor)

    assert not (Path(settings.MEDIA_ROOT) / "copies").exists()
    with connection.cursor() as cursor:
        cursor.execute("SELECT args->>'stem' FROM procrastinate_jobs")
        assert cursor.fetchall() == [(PublicPicture.objects.get().stem,)]


def test_no_page_makes_a_copy(client, story, editor, settings):
    edition = publish(story, by=editor)

    pages = [client.get(one).content.decode() for one in ("/", edition.get_absolute_url())]

    assert all(PublicPicture.objects.get().stem in page for page in pages)
    assert not (Path(settings.MEDIA_ROOT) / "copies").exists()


def test_a_publishing_that_fails_leaves_neither_row_nor_job(story, editor):
    with pytest.raises(RuntimeError), transaction.atomic():
        publish(story, by=editor)
        raise RuntimeError

    assert not PublicPicture.objects.exists()
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM procrastinate_jobs")
        assert cursor.fetchone() == (0,)


def test_scheduled_it_opens_with_its_story(story, editor, answers, clock):
    edition = publish(story, by=editor, goes_live_at=NOON + HOUR)

    assert answers(edition) == {404}
    clock.move_to(NOON + HOUR)
    assert answers(edition) == {200}


def test_called_off_it_never_opens(story, editor, answers, clock):
    edition = publish(story, by=editor, goes_live_at=NOON + HOUR)
    call_off(story, by=editor)

    clock.move_to(NOON + DAY)

    assert answers(edition) == {404}
    assert not PublicPicture.objects.exists()


def test_called_off_in_one_story_it_stays_with_the_other(
    story, photo, editor, reporter, answers, clock
):
    edition = publish(story, by=editor, goes_live_at=NOON + HOUR)
    other = shared_with(photo, created_by=reporter, slugline="other")
    publish(other, by=editor, goes_live_at=NOON + 2 * HOUR)
    call_off(story, by=editor)

    clock.move_to(NOON + HOUR)
    before = answers(edition)
    clock.move_to(NOON + 2 * HOUR)

    assert before == {404}
    assert answers(edition) == {200}


def test_withdrawn_it_goes_and_comes_back_with_its_story(story, editor, answers, clock):
    edition = publish(story, by=editor)
    clock.shift(HOUR)
    withdraw(story, by=editor, note="It was wrong.")
    gone = answers(edition)
    clock.shift(HOUR)
    publish(story, by=editor)

    assert gone == {410}
    assert answers(edition) == {200}


def test_another_story_keeps_it_when_one_is_withdrawn(story, photo, editor, reporter, answers):
    edition = publish(story, by=editor)
    publish(shared_with(photo, created_by=reporter, slugline="other"), by=editor)

    withdraw(story, by=editor, note="It was wrong.")

    assert answers(edition) == {200}


def test_replaced_by_an_editor_it_stays_for_earlier_editions(story, editor, answers, clock):
    edition = publish(story, by=editor)
    clock.shift(HOUR)
    story.refresh_from_db()
    story.body = "<p>Without a picture.</p>"
    story.save()
    story.placements.all().delete()
    correct(story, by=editor, note="The picture was of another ferry.")

    assert answers(edition) == {200}


def test_it_closes_when_its_right_ends(story, photo, editor, answers, clock):
    Lease.objects.create(photo=photo, access="allow", ends_at=NOON + DAY)
    edition = publish(story, by=editor)
    before = answers(edition)
    clock.move_to(NOON + DAY)

    assert (before, answers(edition)) == ({200}, {410})


def test_a_longer_lease_keeps_it_open(story, photo, editor, answers, clock):
    lease = Lease.objects.create(photo=photo, access="allow", ends_at=NOON + DAY)
    edition = publish(story, by=editor)
    lease.ends_at = NOON + 3 * DAY
    lease.save()
    follow_rights(Photo.objects.get(pk=photo.pk), by=editor)
    clock.move_to(NOON + 2 * DAY)

    assert answers(edition) == {200}


def test_a_fallback_opens_when_its_turn_comes(story, photo, editor, answers, clock):
    fallback = a_photo(credit_line="Northmark Pictures")
    story.placements.update(fallback=fallback)
    Lease.objects.create(photo=photo, access="allow", ends_at=NOON + DAY)
    publish(story, by=editor)
    successor = Edition.objects.get(story_key=story.key, number=2)
    before = answers(successor)
    clock.move_to(NOON + DAY)

    assert [figure["photo"] for figure in successor.figures] == [str(fallback.key)]
    assert (before, answers(successor)) == ({404}, {200})


def test_mended_words_get_addresses_of_their_own(story, photo, editor, answers, clock):
    first = publish(story, by=editor)
    clock.shift(HOUR)
    photo.credit_line = "Ines Okafor/AFP"
    photo.save()
    (second,) = mend(photo, stories=[story], by=editor)

    assert not set(addresses(first)) & set(addresses(second))
    assert answers(first) == answers(second) == {200}


def test_held_it_goes_and_lifted_it_comes_back(story, photo, editor, photo_desk, answers, clock):
    edition = publish(story, by=editor)
    clock.shift(HOUR)
    hold(photo, by=photo_desk, **ORDER)
    held = answers(edition)
    clock.shift(HOUR)
    lift(photo, by=photo_desk, **ORDER)

    assert (held, answers(edition)) == ({410}, {200})


def test_killed_it_is_gone_with_all_its_copies(
    story, photo, editor, photo_desk, answers, settings, django_capture_on_commit_callbacks
):
    edition = publish(story, by=editor)
    before = answers(edition)
    folder = Path(settings.MEDIA_ROOT) / "copies"
    lay_there = list(folder.glob("[!.]*"))

    with django_capture_on_commit_callbacks(execute=True):
        kill(photo, by=photo_desk, **ORDER)

    assert (before, answers(edition)) == ({200}, {410})
    assert lay_there
    assert not list(folder.glob("[!.]*"))


def test_killed_before_it_went_live_it_never_opens(
    story, photo, editor, photo_desk, answers, clock
):
    edition = publish(story, by=editor, goes_live_at=NOON + HOUR)
    kill(photo, by=photo_desk, **ORDER)
    clock.move_to(NOON + DAY)

    assert answers(edition) == {404}


def test_two_photos_of_one_file_have_addresses_of_their_own(
    story, photo, editor, photo_desk, reporter, answers
):
    twin = a_ready_story(created_by=reporter, slugline="twin")
    first, second = publish(story, by=editor), publish(twin, by=editor)

    kill(photo, by=photo_desk, **ORDER)

    assert (answers(first), answers(second)) == ({410}, {200})


def test_a_resized_copy_of_what_was_killed_is_refused(photo_desk):
    large = a_drawing()
    photo = receive(SimpleUploadedFile("harbour.jpg", large, "image/jpeg"))
    kill(photo, by=photo_desk, **ORDER)

    for name, data in {
        "the-same.jpg": large,
        "smaller.jpg": a_drawing(size=(800, 533)),
        "again.webp": a_drawing(size=(1200, 800), image_format="WEBP"),
        "cropped.jpg": a_drawing(crop=(60, 40, 1540, 1027)),
    }.items():
        with pytest.raises(PictureRefused, match="was killed on 24 November 2036 by order of"):
            receive(SimpleUploadedFile(name, data))

    assert Photo.objects.count() == 1


@pytest.fixture
def large(story):
    """The story's picture, large enough for a card."""
    photo = receive(SimpleUploadedFile("harbour.jpg", a_drawing(), "image/jpeg"))
    words = Photo.objects.exclude(pk=photo.pk).values(
        "credit_line", "creator", "caption", "alt_text", "rights_category", "place_shown"
    )
    Photo.objects.filter(pk=photo.pk).update(**words.get())
    ours = story.placements.get()
    story.body = story.body.replace(f'data-photo="{ours.photo_id}"', f'data-photo="{photo.pk}"')
    story.save()
    ours.photo_id = photo.pk
    ours.save()
    return Photo.objects.get(pk=photo.pk)


def test_a_shared_story_has_its_card_until_its_picture_is_killed(
    client, story, large, editor, photo_desk, answers, clock
):
    edition = publish(story, by=editor)
    address = edition.get_absolute_url()
    social = edition.figures[0]["social"]
    before = client.get(address).content.decode()
    assert answers(edition) == {200}
    clock.shift(HOUR)

    kill(large, by=photo_desk, **ORDER)

    after = client.get(address).content.decode()
    assert f'<meta property="og:image" content="http://127.0.0.1:8000{social["url"]}">' in before
    assert (social["width"], social["height"]) == (1200, 630)
    assert "og:image" not in after
    assert social["url"] not in after
    assert client.get(social["url"]).status_code == 410


@pytest.mark.parametrize(
    ("lease", "has_card"),
    [
        ({"access": "deny", "channel": "social"}, False),
        ({"access": "allow", "channel": "social", "ends_at": NOON + DAY}, False),
        ({"access": "allow", "channel": "social"}, True),
        ({"access": "allow", "channel": "site"}, True),
    ],
)
def test_what_networks_may_not_keep_is_on_no_card(story, large, editor, lease, has_card):
    Lease.objects.create(photo=large, **lease)

    edition = publish(story, by=editor)

    assert bool(edition.figures[0]["social"]) is has_card
    assert edition.figures[0]["renditions"]
