"""Hold, lift and kill: one act takes a picture from readers, wherever it shows."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.desk.byline import Byline
from articles.desk.photos.notice import Notice
from articles.publishing.photos.hold import hold, lift
from articles.publishing.photos.kill import kill
from articles.publishing.photos.uses import uses_of
from articles.publishing.publish import publish
from articles.publishing.refusal import NotAllowed, PreflightBlocks, Refused
from articles.publishing.release import Release
from articles.site.edition import Edition
from tests.builders import a_contributor, a_photo, a_section, a_story

pytestmark = pytest.mark.django_db
ORDER = {"origin": "Northmark Pictures, kill 7", "reason": "The scene was staged."}
DAY = timedelta(days=1)


def story_with(*photos, reporter, headline):
    figures = "".join(f'<figure data-photo="{photo.pk}"></figure>' for photo in photos)
    story = a_story(
        created_by=reporter,
        headline=headline,
        body=f"<p>The ferry sails on Monday.</p>{figures}<p>So said the trust.</p>",
        section=a_section(),
    )
    Byline.objects.create(story=story, contributor=a_contributor())
    return story


@pytest.fixture
def photo():
    return a_photo(
        caption="A heron stands on the quay at Marrick on Sunday.", credit_line="I. Kill"
    )


@pytest.fixture
def other():
    return a_photo()


@pytest.fixture
def stories(photo, other, reporter, editor):
    """Three live stories with the picture, the last with another one too."""
    made = [
        story_with(photo, reporter=reporter, headline="One"),
        story_with(photo, reporter=reporter, headline="Two"),
        story_with(photo, other, reporter=reporter, headline="Three"),
    ]
    for story in made:
        publish(story, by=editor)
    return made


def live(story):
    return Edition.objects.live().get(story_key=story.key)


def test_each_live_story_gets_an_edition_without_the_picture(stories, photo, other, photo_desk):
    kill(photo, by=photo_desk, **ORDER)

    for story in stories:
        edition = live(story)
        assert edition.kind == "picture_withdrawn"
        assert edition.number == 2
        assert "heron" not in edition.body_html
        assert "I. Kill" not in edition.body_html
        assert edition.note == "A picture was withdrawn by order of its supplier."
    assert [figure["photo"] for figure in live(stories[2]).figures] == [str(other.key)]


def test_the_record_says_who_and_why(stories, photo, photo_desk):
    notice = kill(photo, by=photo_desk, **ORDER)

    photo.refresh_from_db()
    assert photo.state == "killed"
    assert notice.made_by == photo_desk
    releases = Release.objects.filter(notice=notice)
    assert {release.story for release in releases} == set(stories)
    assert {release.reason for release in releases} == {"The scene was staged."}


def test_a_scheduled_story_loses_it_and_keeps_its_hour(photo, reporter, editor, photo_desk):
    story = story_with(photo, reporter=reporter, headline="Tomorrow’s")
    moment = timezone.now() + DAY
    publish(story, by=editor, goes_live_at=moment)

    kill(photo, by=photo_desk, **ORDER)

    edition = Edition.objects.get(story_key=story.key)
    assert edition.number == 1
    assert edition.kind == "first"
    assert edition.goes_live_at == moment
    assert not edition.figures
    assert Release.objects.get(story=story).edition == edition


def test_a_live_story_with_a_scheduled_update_loses_it_in_both(stories, photo, editor, photo_desk):
    story = stories[0]
    story.refresh_from_db()
    story.headline = "One, and more"
    story.save()
    publish(story, by=editor, goes_live_at=timezone.now() + DAY, new_facts="Soundings.")

    kill(photo, by=photo_desk, **ORDER)

    editions = Edition.objects.filter(story_key=story.key).order_by("number")
    assert [one.kind for one in editions] == ["first", "picture_withdrawn", "update"]
    assert [bool(one.figures) for one in editions] == [True, False, False]


def test_a_draft_cannot_be_published_with_it(photo, reporter, editor, photo_desk):
    story = story_with(photo, reporter=reporter, headline="Later")
    kill(photo, by=photo_desk, **ORDER)

    with pytest.raises(PreflightBlocks, match="is killed"):
        publish(story, by=editor, override_reason="It is a fine picture.")


def test_no_page_names_it_any_more(client, stories, photo, photo_desk):
    addresses = ["/", "/section/harbour/", "/by/ada-lumen/"]
    addresses += [live(story).get_absolute_url() for story in stories]
    before = [client.get(address).content.decode() for address in addresses]

    kill(photo, by=photo_desk, **ORDER)

    after = [client.get(address).content.decode() for address in addresses]
    assert all("I. Kill" in page for page in before)
    assert not [page for page in after if "I. Kill" in page or "heron" in page]


def test_every_use_is_told(stories, photo, reporter):
    draft = story_with(photo, reporter=reporter, headline="Later")

    uses = uses_of(photo)

    assert {use.story for use in uses if use.is_live} == set(stories)
    assert [use.story for use in uses if not use.is_live] == [draft]
    assert str(uses[-1]) == "placed in the draft"


def test_it_is_killed_once(photo, photo_desk):
    kill(photo, by=photo_desk, **ORDER)

    with pytest.raises(Refused, match="is killed already"):
        kill(photo, by=photo_desk, **ORDER)


@pytest.mark.parametrize("lacking", ["origin", "reason"])
def test_it_asks_for_origin_and_reason(photo, photo_desk, lacking):
    with pytest.raises(Refused, match="from whom"):
        kill(photo, by=photo_desk, **{**ORDER, lacking: " "})

    photo.refresh_from_db()
    assert photo.state == "usable"


def test_a_reporter_kills_nothing(photo, reporter):
    with pytest.raises(NotAllowed):
        kill(photo, by=reporter, **ORDER)


def test_a_hold_takes_it_out_and_its_lifting_brings_it_back(stories, photo, photo_desk):
    first = live(stories[0])

    hold(photo, by=photo_desk, **ORDER)
    held = live(stories[0])
    lift(photo, by=photo_desk, origin="Northmark Pictures, 8", reason="It was sound.")
    back = live(stories[0])

    assert not held.figures
    assert back.number == 3
    assert back.body_html == first.body_html
    assert back.figures == first.figures


def test_lifting_does_not_undo_what_was_published_since(stories, photo, editor, photo_desk):
    hold(photo, by=photo_desk, **ORDER)
    story = stories[0]
    story.refresh_from_db()
    story.body = "<p>Without a picture.</p>"
    story.save()
    story.placements.all().delete()
    publish(story, by=editor, new_facts="Soundings.")

    lift(photo, by=photo_desk, origin="Northmark Pictures, 8", reason="It was sound.")

    assert live(story).body_html == "<p>Without a picture.</p>"
    assert live(stories[1]).figures


def test_after_a_hold_it_can_still_be_killed(stories, photo, photo_desk):
    hold(photo, by=photo_desk, **ORDER)

    kill(photo, by=photo_desk, **ORDER)

    assert not live(stories[0]).figures
    assert set(Notice.objects.values_list("kind", flat=True)) == {"hold", "kill"}


def test_what_is_killed_is_not_lifted(photo, photo_desk):
    kill(photo, by=photo_desk, **ORDER)

    with pytest.raises(Refused, match="is killed already"):
        lift(photo, by=photo_desk, **ORDER)
