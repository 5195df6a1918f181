"""Working copies: kept for their author alone, given back, thrown away."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from articles.desk.keep_copy import prune_copies
from articles.desk.presence import Presence
from articles.desk.story import Story
from articles.desk.working_copy import WorkingCopy
from tests.admin.addresses import PLACES, one_of_each
from tests.admin.page import Page
from tests.builders import a_ready_story, a_story, a_user

pytestmark = pytest.mark.django_db

WINDOW = str(uuid.UUID(int=7))
SECRET = "Xylophone"


def at(story, act):
    return f"/admin/articles/story/{story.pk}/{act}/"


def opened(client, path):
    return Page(client.get(path)).fields("story_form")


@pytest.fixture
def story(reporter):
    return a_ready_story(created_by=reporter)


@pytest.fixture
def keep(at_desk, reporter):
    """Keeps the story's form with some words changed."""

    def act(story, window=WINDOW, **values):
        client = at_desk(reporter)
        form = opened(client, at(story, "change"))
        sent = {**form, "window": window, "who": str(reporter.pk), "headline": SECRET, **values}
        return client, client.post(at(story, "keep"), sent)

    return act


def test_what_is_typed_is_kept_and_the_story_is_not_touched(story, keep, reporter):
    _, response = keep(story, body="<p>Xylophone.</p>")

    copy = WorkingCopy.objects.get()
    assert response.json() == {"kept_at": f"{timezone.localtime(copy.kept_at):%H:%M:%S}"}
    assert (copy.user, copy.story, copy.started_from.number) == (reporter, story, 1)
    assert copy.fields["body"] == ["<p>Xylophone.</p>"]
    assert "csrfmiddlewaretoken" not in copy.fields
    assert Story.objects.get().headline != SECRET


def test_a_window_keeps_one_copy_and_two_windows_two(story, keep):
    keep(story)
    keep(story, headline="Later")
    keep(story, window=str(uuid.uuid4()))

    assert WorkingCopy.objects.count() == 2


@pytest.mark.parametrize(
    ("values", "status"), [({"window": "x"}, 400), ({"window": ""}, 400), ({"who": "1"}, 409)]
)
def test_what_is_not_of_this_window_is_not_kept(values, status, story, keep):
    _, response = keep(story, **values)

    assert response.status_code == status
    assert not WorkingCopy.objects.exists()


def test_a_copy_is_offered_on_the_next_opening(story, keep):
    client, _ = keep(story)

    page = client.get(at(story, "change")).content.decode()

    assert "and did not save" in page
    assert SECRET not in page


def test_not_while_another_window_of_one_s_own_holds_it(story, keep, reporter):
    client, _ = keep(story)
    Presence.objects.create(story=story, user=reporter, window=WINDOW, seen_at=timezone.now())

    assert "and did not save" not in client.get(at(story, "change")).content.decode()


def test_a_copy_is_given_back_with_its_rows(story, keep):
    client, _ = keep(story, **{"placements-0-caption": "Kept caption.", "tags": "tides"})

    page = client.post(at(story, "give-back"), {"copy": WorkingCopy.objects.get().pk})

    fields = Page(page).fields("story_form")
    assert page.status_code == 200
    assert (fields["headline"], fields["tags"]) == (SECRET, "tides")
    assert fields["placements-0-caption"] == "Kept caption."
    assert Page(page).errors == []
    assert Story.objects.get().headline != SECRET
    assert WorkingCopy.objects.exists()
    assert f'action="{at(story, "change")}"' in page.content.decode()


def test_given_back_it_meets_what_was_saved_since(story, keep, at_desk):
    client, _ = keep(story)
    editor = at_desk("editor")
    form = opened(editor, at(story, "change"))
    editor.post(at(story, "change"), {**form, "standfirst": "Theirs."})

    page = client.post(at(story, "give-back"), {"copy": WorkingCopy.objects.get().pk})

    fields = Page(page).fields("story_form")
    assert (fields["headline"], fields["standfirst"]) == (SECRET, "Theirs.")
    assert fields["version"] == "2"


def test_given_back_what_collides_is_shown_on_the_clash_page(story, keep, at_desk):
    client, _ = keep(story)
    editor = at_desk("editor")
    form = opened(editor, at(story, "change"))
    editor.post(at(story, "change"), {**form, "headline": "Theirs"})

    page = client.post(at(story, "give-back"), {"copy": WorkingCopy.objects.get().pk})

    assert page.status_code == 409
    assert SECRET in page.content.decode()


def test_a_copy_goes_when_its_window_saves(story, keep):
    client, _ = keep(story)
    other = str(uuid.uuid4())
    keep(story, window=other)

    form = opened(client, at(story, "change"))
    client.post(at(story, "change"), {**form, "window": WINDOW})

    assert [str(one.window) for one in WorkingCopy.objects.all()] == [other]


def test_a_copy_stays_when_the_save_is_refused(story, keep):
    client, _ = keep(story)

    form = opened(client, at(story, "change"))
    client.post(at(story, "change"), {**form, "window": WINDOW, "language": "<b>"})

    assert WorkingCopy.objects.exists()


def test_a_page_that_was_refused_goes_on_from_its_copy(story, keep):
    client, _ = keep(story)
    form = {**opened(client, at(story, "change")), "window": WINDOW}

    refused = client.post(at(story, "change"), {**form, "language": "<b>"})

    assert f'data-restored="{WINDOW}"' in refused.content.decode()
    client.post(at(story, "change"), {**form, "window": str(uuid.uuid4()), "restored": WINDOW})
    assert not WorkingCopy.objects.exists()


def test_a_copy_is_thrown_away(story, keep):
    client, _ = keep(story)

    response = client.post(at(story, "throw-away"), {"copy": WorkingCopy.objects.get().pk})

    assert response.status_code == 302
    assert not WorkingCopy.objects.exists()


def test_the_copy_that_a_window_was_given_goes_once_it_keeps_its_own(story, keep):
    keep(story)
    keep(story, window=str(uuid.uuid4()), restored=WINDOW)

    assert WINDOW not in {str(one.window) for one in WorkingCopy.objects.all()}


@pytest.mark.parametrize(("age", "left"), [(29, 1), (31, 0)])
def test_copies_that_nobody_comes_back_for_go_after_a_month(age, left, story, keep):
    keep(story)
    then = timezone.now() - timedelta(days=age)
    WorkingCopy.objects.update(kept_at=then)

    prune_copies(timezone.now())

    assert WorkingCopy.objects.count() == left


def test_a_story_goes_with_its_copies(story, keep, at_desk):
    keep(story)

    at_desk("editor").post(at(story, "delete"), {"post": "yes"})

    assert not WorkingCopy.objects.exists()


# Nobody reads another's


@pytest.fixture
def kept(reporter):
    """A copy of the reporter's on each address that has one, with a word that is nowhere else."""
    rows = one_of_each(created_by=reporter)
    story = Story.objects.get(pk=rows["story"])
    for of in (story, None):
        WorkingCopy.objects.create(
            user=reporter, story=of, window=uuid.uuid4(), fields={"headline": [SECRET]}
        )
    return rows


WITH_COPIES = [place for place in PLACES if "copies" not in place.name]


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("place", WITH_COPIES, ids=lambda place: place.name)
def test_nobody_reads_another_s_copy_at_any_address(place, method, kept, at_desk):
    boss = a_user("boss", is_superuser=True)
    client, before = at_desk(boss), set(WorkingCopy.objects.values_list("pk", flat=True))
    data = {"copy": min(before), "window": str(WorkingCopy.objects.first().window)}

    response = getattr(client, method)(place.address(kept.get(place.model, 1)), data)

    content = b"".join(response.streaming_content) if response.streaming else response.content
    assert SECRET.encode() not in content
    if place.act != "delete":
        assert before <= set(WorkingCopy.objects.values_list("pk", flat=True))


@pytest.mark.parametrize("act", ["give-back", "throw-away"])
@pytest.mark.parametrize("who", ["editor", "sub-editor", "photo", "legal", "admin"])
def test_another_s_copy_is_neither_given_nor_thrown_away(who, act, kept, at_desk):
    for copy in WorkingCopy.objects.all():
        of = f"{copy.story_id}/" if copy.story_id else ""

        response = at_desk(who).post(f"/admin/articles/story/{of}{act}/", {"copy": copy.pk})

        assert response.status_code in {403, 404}
    assert WorkingCopy.objects.count() == 2


@pytest.mark.parametrize("who", ["photo", "legal", "admin"])
def test_who_may_not_write_keeps_nothing(who, story, at_desk):
    response = at_desk(who).post(at(story, "keep"), {"window": WINDOW})

    assert response.status_code == 403
    assert not WorkingCopy.objects.exists()


def test_a_copy_of_a_story_that_one_may_no_longer_see_is_not_given(colleague, story, at_desk):
    copy = WorkingCopy.objects.create(
        user=colleague, story=story, window=WINDOW, fields={"headline": [SECRET]}
    )

    response = at_desk(colleague).post(at(story, "give-back"), {"copy": copy.pk})

    assert response.status_code == 404


@pytest.mark.parametrize("sent", ["", "x", "-1", "9" * 30])
def test_a_copy_that_never_was_is_not_found(sent, story, at_desk):
    assert at_desk("reporter").post(at(story, "give-back"), {"copy": sent}).status_code == 404


def test_a_never_saved_story_has_copies_of_its_own(reporter, at_desk):
    client = at_desk("reporter")
    a_story(created_by=reporter)
    add = "/admin/articles/story/"
    form = opened(client, f"{add}add/")
    client.post(
        f"{add}keep/", {**form, "window": WINDOW, "who": str(reporter.pk), "headline": SECRET}
    )

    page = client.post(f"{add}give-back/", {"copy": WorkingCopy.objects.get().pk})

    assert Page(page).fields("story_form")["headline"] == SECRET
    assert "and did not save" in client.get(f"{add}add/").content.decode()
    response = client.post(f"{add}add/", {**form, "window": WINDOW, "slugline": "quay"})
    assert response.status_code == 302
    assert not WorkingCopy.objects.exists()
