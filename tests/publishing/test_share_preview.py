"""A preview link: for one revision, for a time, by who may; and never stronger than who made it."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission, User
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from articles.desk.act import Act
from articles.desk.kept_revision import kept_revision
from articles.desk.photos.photo import Photo
from articles.desk.preview_link import PreviewLink
from articles.desk.revision import Revision
from articles.desk.story import Story
from articles.publishing.hold_story import hold_story, lift_hold
from articles.publishing.refusal import NotAllowed, Refused
from articles.publishing.share_preview import LONGEST, revoke_preview, share_preview
from tests.builders import a_ready_story, a_story, a_user

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)
WHOM = "Counsel, to be read for libel"


@pytest.fixture
def story(reporter):
    return a_ready_story(created_by=reporter)


@pytest.fixture
def shared(story, editor):
    return share_preview(story, by=editor, for_whom=WHOM, lasts=DAY)


def get(token, rest="", client=None):
    return (client or Client()).get(f"/preview/{token}/{rest}")


def said(response):
    """All that a stranger could tell two answers apart by."""
    return response.status_code, response.content, dict(response.headers), dict(response.cookies)


def test_whoever_has_the_address_reads_the_story_as_readers_would(shared):
    link, token = shared

    page = get(token).content.decode()

    assert "Night ferry to sail an hour earlier" in page
    assert f"Not published: preview for {WHOM}" in page
    assert 'name="robots" content="noindex"' in page
    assert "By <" in page or "Ada Lumen" in page
    assert link.expires_at - link.made_at <= DAY


def test_it_sets_no_cookie_and_is_not_kept_indexed_or_told_of(shared):
    response = get(shared[1])

    assert not response.cookies
    assert response["Cache-Control"] == "no-store"
    assert response["X-Robots-Tag"].startswith("noindex")
    assert response["Referrer-Policy"] == "no-referrer"
    assert "Cookie" not in response.get("Vary", "")


def test_the_token_itself_is_kept_nowhere(shared):
    link, token = shared

    assert token not in str(PreviewLink.objects.values().get())
    assert token not in str(list(Act.objects.values()))
    assert re.fullmatch(r"[0-9a-f]{64}", link.digest)
    assert len(token) >= 43


def test_wrong_expired_and_revoked_are_one_answer(story, editor):
    expired, revoked = (share_preview(story, by=editor, for_whom=WHOM, lasts=DAY) for _ in range(2))
    PreviewLink.objects.filter(pk=expired[0].pk).update(expires_at=timezone.now())
    revoke_preview(revoked[0], by=editor)
    client = Client()
    client.force_login(editor)

    answers = [said(get(token)) for token in ("a-guess", "x" * 43, expired[1], revoked[1])]
    answers += [said(get("a-guess", client=client)), said(get(revoked[1], "1/"))]

    assert answers[0][0] == 404
    assert all(one == answers[0] for one in answers)


def test_its_readers_are_counted_and_nothing_else_of_them_is_kept(shared):
    link, token = shared

    get(token)
    get(token)
    Client().head(f"/preview/{token}/")

    link.refresh_from_db()
    assert link.reads == 2
    assert link.last_read_at is not None


def test_what_is_written_later_is_not_in_it(shared, story):
    Story.objects.filter(pk=story.pk).update(headline="A later thought", body="<p>Later.</p>")

    page = get(shared[1]).content.decode()

    assert "A later thought" not in page
    assert "The night ferry will sail an hour earlier" in page


def test_its_pictures_are_bound_to_the_same_token(shared, story, editor):
    photo = Photo.objects.get()
    address = f"/preview/{shared[1]}/{photo.pk}/"

    page, picture = get(shared[1]).content.decode(), Client().get(address)

    assert f'src="{address}"' in page
    assert "/admin/" not in page
    assert "/media/" not in page
    assert (picture.status_code, picture["Content-Type"]) == (200, "image/jpeg")
    assert picture["Cache-Control"] == "no-store"
    assert b"".join(picture).startswith(b"\xff\xd8")
    assert get(shared[1], f"{photo.pk + 1}/").status_code == 404
    revoke_preview(shared[0], by=editor)
    assert Client().get(address).status_code == 404


@pytest.mark.parametrize("state", ["held", "killed"])
def test_a_picture_that_was_stopped_since_is_not_shown(shared, state):
    photo = Photo.objects.get()
    Photo.objects.update(state=state)

    page = get(shared[1]).content.decode()

    assert "<img" not in page
    assert "A lit ferry moves off a dark quay" in page
    assert get(shared[1], f"{photo.pk}/").status_code == 404


def test_a_legal_hold_shuts_the_links_until_it_is_lifted(shared, story, legal):
    hold_story(story, by=legal, reason="A letter came.")
    held = get(shared[1]).status_code
    lift_hold(story, by=legal, reason="It was about another ferry.")

    assert (held, get(shared[1]).status_code) == (404, 200)


def test_legal_shows_a_held_story_to_counsel_and_an_editor_does_not(story, editor, legal):
    hold_story(story, by=legal, reason="A letter came.")
    held = Story.objects.get()

    _, token = share_preview(held, by=legal, for_whom=WHOM, lasts=DAY)

    assert get(token).status_code == 200
    with pytest.raises(NotAllowed, match="only Legal"):
        share_preview(held, by=editor, for_whom=WHOM, lasts=DAY)


@pytest.mark.parametrize("spoil", [{"is_active": False}, {"is_staff": False}])
def test_the_link_of_somebody_who_has_left_shows_nothing(shared, editor, spoil):
    User.objects.filter(pk=editor.pk).update(**spoil)

    assert get(shared[1]).status_code == 404


def test_the_link_of_somebody_who_lost_the_role_shows_nothing(shared, editor):
    editor.groups.clear()

    assert get(shared[1]).status_code == 404


@pytest.mark.parametrize("who", ["reporter", "colleague", "photo_desk", "administrator"])
def test_who_may_not_share_makes_no_link_and_revokes_none(who, story, shared, request):
    user = request.getfixturevalue(who)

    with pytest.raises(NotAllowed):
        share_preview(story, by=user, for_whom=WHOM, lasts=DAY)
    with pytest.raises(NotAllowed):
        revoke_preview(shared[0], by=user)

    assert PreviewLink.objects.count() == 1
    assert get(shared[1]).status_code == 200


def test_a_sharer_who_may_not_see_the_story_does_not_share_it(story):
    outsider = a_user("stringer", "Reporter")
    outsider.user_permissions.add(Permission.objects.get(codename="share_preview"))

    with pytest.raises(NotAllowed):
        share_preview(story, by=outsider, for_whom=WHOM, lasts=DAY)


@pytest.mark.parametrize("lasts", [LONGEST + timedelta(seconds=1), timedelta(), -DAY])
def test_a_link_lasts_some_time_and_no_more_than_thirty_days(story, editor, lasts):
    with pytest.raises(Refused, match="at most 30 days"):
        share_preview(story, by=editor, for_whom=WHOM, lasts=lasts)


def test_it_is_for_somebody(story, editor):
    with pytest.raises(Refused, match="Say who gets the link"):
        share_preview(story, by=editor, for_whom="  ", lasts=DAY)
    with pytest.raises(IntegrityError, match="preview_link_is_for_somebody"), transaction.atomic():
        link, _ = share_preview(story, by=editor, for_whom=WHOM, lasts=DAY)
        PreviewLink.objects.filter(pk=link.pk).update(for_whom="")


def test_making_and_revoking_stand_on_the_story_s_record(shared, story, editor, sub_editor):
    revoke_preview(shared[0], by=sub_editor)
    revoke_preview(shared[0], by=editor)

    acts = story.acts.order_by("pk").values_list("kind", "made_by", "reason")
    assert list(acts) == [
        ("link_made", editor.pk, f"For {WHOM}"),
        ("link_revoked", sub_editor.pk, f"For {WHOM}"),
    ]


def test_an_unchanged_story_is_kept_in_one_revision(story, editor):
    first = share_preview(story, by=editor, for_whom=WHOM, lasts=DAY)[0].revision
    same = share_preview(story, by=editor, for_whom="The agency", lasts=DAY)[0].revision
    Story.objects.filter(pk=story.pk).update(headline="Another headline")
    next_one = kept_revision(story, by=editor, why="A test.")

    assert first == same
    assert [first.number, next_one.number] == [1, 2]
    assert Revision.objects.count() == 2


def test_nothing_but_reading_is_done_there(shared):
    client = Client(enforce_csrf_checks=True)

    assert client.post(f"/preview/{shared[1]}/").status_code == 405
    assert client.delete(f"/preview/{shared[1]}/").status_code == 405


@pytest.mark.parametrize("token", ["%00", "%2e%2e", "é", "a" * 5000, "' OR 1=1"])
def test_nonsense_finds_nothing(token, shared):
    assert get(token).status_code == 404


def test_a_story_in_progress_is_shown_too(reporter, editor):
    story = a_story(created_by=reporter, headline="", body="<p>Half a thought.</p>")

    _, token = share_preview(story, by=editor, for_whom=WHOM, lasts=DAY)

    assert "Half a thought." in get(token).content.decode()
