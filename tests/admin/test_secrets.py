"""What a page about one thing must not tell of another that the person may not see."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group, User

from articles.desk.byline import Byline
from articles.desk.story import Story
from articles.publishing.publish import publish
from tests.builders import a_contributor, a_photo, a_ready_story, a_section, a_story, a_user

pytestmark = pytest.mark.django_db

SECRET = "The mayor and the granary"


@pytest.fixture
def secret(editor):
    """A story that only editors see, in a section, with a byline and a photo."""
    photo = a_photo()
    story = a_story(
        created_by=editor,
        headline=SECRET,
        slugline="granary-secret",
        section=a_section(),
        body=f'<figure data-photo="{photo.pk}"></figure>',
    )
    Byline.objects.create(story=story, contributor=a_contributor())
    return story


@pytest.mark.parametrize(
    ("who", "path"),
    [
        ("reporter", "/admin/articles/photo/{photo}/change/"),
        ("reporter", "/admin/articles/photo/pick/?q=ferry"),
        ("reporter", "/admin/articles/story/pick/?q=granary"),
        ("reporter", "/admin/articles/story/pick/?id={story}"),
        ("reporter", "/admin/articles/story/?q=granary"),
        ("admin", "/admin/articles/section/{section}/delete/"),
        ("admin", "/admin/articles/contributor/{contributor}/delete/"),
        ("admin", "/admin/articles/story/pick/?q=granary"),
        ("admin", "/admin/"),
    ],
)
def test_a_page_does_not_tell_of_a_story_behind_it(who, path, secret, at_desk):
    path = path.format(
        photo=secret.placements.get().photo_id,
        story=secret.pk,
        section=secret.section_id,
        contributor=secret.bylines.get().contributor_id,
    )

    page = at_desk(who).get(path)

    assert page.status_code == 200
    # The search field repeats what was asked for; the story's own words are others.
    for words in (SECRET, "granary-secret", f"/story/{secret.pk}/"):
        assert words not in page.content.decode()


@pytest.mark.parametrize("act", ["delete", "delete_selected"])
def test_a_section_with_stories_stays_and_the_page_says_why(act, secret, at_desk):
    client, pk = at_desk("admin"), secret.section_id
    path = (
        f"/admin/articles/section/{pk}/delete/" if act == "delete" else "/admin/articles/section/"
    )

    page = client.post(
        path, {"post": "yes", "action": "delete_selected", "_selected_action": [pk]}, follow=True
    )

    html = page.content.decode()
    assert SECRET not in html
    assert "<li>story</li>" in html
    assert Story.objects.get(pk=secret.pk).section_id == pk


def test_those_who_may_see_the_story_are_told_where_a_photo_is_used(secret, at_desk):
    page = at_desk("editor").get(
        f"/admin/articles/photo/{secret.placements.get().photo_id}/change/"
    )

    assert SECRET in page.content.decode()


def test_a_public_story_is_offered_in_the_words_that_readers_have(reporter, editor, at_desk):
    story = a_ready_story(created_by=editor)
    publish(story, by=editor)
    Story.objects.filter(pk=story.pk).update(headline=SECRET, slugline="granary-secret")
    client = at_desk("reporter")

    assert client.get("/admin/articles/story/pick/?q=granary").json()["results"] == []
    (card,) = client.get("/admin/articles/story/pick/?q=ferry").json()["results"]
    assert card == {
        "id": story.pk,
        "label": "Night ferry to sail an hour earlier",
        "detail": "public",
        "live": True,
    }
    assert client.get(f"/admin/articles/story/pick/?id={story.pk}").json()["results"] == [card]


@pytest.mark.parametrize(
    "query",
    [
        "note__contains=x",
        "created_by__password__startswith=md5",
        "releases__reason__contains=x",
        "bylines__contributor__user__password__contains=md5",
    ],
)
def test_a_list_answers_no_question_about_another_table(query, secret, at_desk):
    page = at_desk("editor").get(f"/admin/articles/story/?{query}", follow=True)

    assert page.status_code in {200, 400}
    assert "cl" not in (page.context or {}) or "e=1" in page.redirect_chain[0][0]


@pytest.mark.parametrize("field", ["is_superuser", "user_permissions", "date_joined"])
def test_an_administrator_makes_nobody_a_superuser(field, reporter, at_desk):
    form = {
        "username": "reporter",
        "is_active": "on",
        "is_staff": "on",
        "groups": [Group.objects.get(name="Reporter").pk],
        field: "1",
    }
    before = User.objects.values(field).get(pk=reporter.pk)

    page = at_desk("admin").post(f"/admin/auth/user/{reporter.pk}/change/", form)

    assert page.status_code == 302
    assert User.objects.values(field).get(pk=reporter.pk) == before


def test_an_administrator_makes_a_log_in_with_a_role(administrator, at_desk):
    form = {
        "username": "ines",
        "usable_password": "true",
        "password1": "a-quay-at-low-tide",
        "password2": "a-quay-at-low-tide",
        "is_superuser": "on",
    }

    at_desk("admin").post("/admin/auth/user/add/", form)

    ines = User.objects.get(username="ines")
    assert (ines.is_staff, ines.is_superuser) == (False, False)


@pytest.mark.parametrize("path", ["change", "password"])
def test_an_administrator_leaves_superusers_alone(path, at_desk):
    boss = a_user("boss", is_superuser=True)
    before = User.objects.values().get(pk=boss.pk)

    page = at_desk("admin").post(
        f"/admin/auth/user/{boss.pk}/{path}/",
        {"username": "mine", "password1": "a-quay-at-low-tide", "password2": "a-quay-at-low-tide"},
    )

    assert page.status_code == 403
    assert User.objects.values().get(pk=boss.pk) == before


def test_a_password_hash_is_shown_to_nobody(reporter, at_desk):
    page = at_desk("admin").get(f"/admin/auth/user/{reporter.pk}/change/")

    assert reporter.password not in page.content.decode()
    assert reporter.password.split("$")[-1] not in page.content.decode()
