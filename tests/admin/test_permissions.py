"""What each role may open and do at the desk: every address, as the table of roles has it."""

from __future__ import annotations

import pytest
from django.contrib.contenttypes.models import ContentType
from taggit.models import Tag

from articles.desk.photos.photo import Photo
from articles.desk.roles import ROLES
from articles.desk.source import Source
from articles.desk.story import Story
from articles.publishing.correction import Correction
from articles.publishing.propose import Said, propose
from articles.publishing.publish import publish
from articles.site.edition import Edition
from tests.admin.addresses import PLACES
from tests.admin.conftest import CAST
from tests.builders import a_ready_story, a_user, an_edition

pytestmark = pytest.mark.django_db

GROUPS = {
    "reporter": "Reporter",
    "sub-editor": "Sub-editor",
    "editor": "Editor",
    "photo": "Photo desk",
    "legal": "Legal",
    "admin": "Administrator",
}
FOR_EVERYONE = {
    "index": 200,
    "login": 302,
    "logout": 405,
    "password_change": 200,
    "password_change_done": 200,
    "jsi18n": 200,
    "autocomplete": 403,  # it names no field here
    "articles_photo_pick": 200,
    "articles_source_pick": 200,
    "articles_story_pick": 200,
    "articles_publication_changelist": 302,  # to the one row
    "articles_publication_add": 403,
    "articles_publication_delete": 403,
    "articles_publication_colours": 404,  # these are none; see test_masthead
    "articles_publication_trial": 405,
    "articles_readerreport_add": 403,  # only readers write one
    "articles_story_call_off": 405,  # only ever posted, as the next four
    "articles_story_reschedule": 405,
    "articles_story_check": 405,
    "articles_story_check_new": 405,
    "articles_story_dismiss": 405,
    "articles_story_keep": 405,
    "articles_story_keep_new": 405,
    "articles_story_give_back": 405,
    "articles_story_give_back_new": 405,
    "articles_story_throw_away": 405,
    "articles_story_throw_away_new": 405,
    "articles_story_beat": 405,
    "articles_story_bring_back": 405,
    "articles_story_move": 405,
    "articles_story_assign": 405,
    "notifications": 200,
    "articles_source_identity": 404,  # the source is on the record; see test_vault
    "articles_reply_add": 403,  # a request is begun in its story
    "articles_front_add": 403,  # there is one for each page, no more and no less
    "articles_front_delete": 403,
    "articles_front_discard": 405,  # only ever posted, as the next three
    "articles_front_put_back": 405,
    "articles_front_call_off": 405,
    "articles_front_flow": 405,
}
NEEDS = {
    "changelist": ("view", "change"),
    "change": ("view", "change"),
    "history": ("view", "change"),
    "add": ("add",),
    "delete": ("delete",),
    "password_change": ("change",),
    "paste": ("add",),
    "proposals": ("change",),
    "preview": ("view",),
    "compare": ("view",),
    "look": ("view",),
    "share": ("share_preview",),
    "publish": ("view",),
    "thumbnail": ("view",),
    "large": ("view",),
    "upload": ("add",),
    "caption": ("change",),
    "credit": ("change",),
    "kill": ("kill",),
    "mend": ("mend_caption",),
    "hold": ("hold_story",),
    "articles_source_withdraw": ("withdraw_source",),
    "articles_story_withdraw": ("withdraw_story",),
    "correct": ("propose_correction", "correct_story"),
    "try": ("view",),
    "notes": ("view",),
    "handover": ("view_handover",),
    "read": ("view_handover",),
    **{
        f"articles_front_{act}": ("compose_front",)
        for act in ("changelist", "change", "history", "compose", "pool", "preview")
    },
}
GUARDED = {"kill", "mend", "hold", "withdraw", "correct", "share"}
HIDDEN = {"preview", "look", "compare", "publish", "notes", "thumbnail", "large", *GUARDED}
"""Acts that answer 404, not 403, to who may not know that the thing exists."""
LIMITED = {"story", "photo", "source", "reply", "readerreport"}
"""Models of which each sees those rows alone that are theirs to see."""


def expected(place, role):
    if place.name in FOR_EVERYONE:
        return FOR_EVERYONE[place.name]
    granted = ROLES[GROUPS[role]]
    needed = {
        act if "_" in act else f"{act}_{place.model}"
        for act in NEEDS.get(place.name) or NEEDS[place.act]
    }
    if needed & granted:
        return 302 if place.name == "articles_front_change" else 200  # to where it is composed
    if place.act in GUARDED and f"view_{place.model}" in granted:
        return 403
    if place.act == "history" and place.model in LIMITED:
        return 302  # to the index: there is no such row, as far as this person may know
    return 404 if place.act in HIDDEN and place.model != "front" else 403


@pytest.fixture
def reporter(db, rows_of_the_module):
    """Whose the rows are."""
    return rows_of_the_module.writer


@pytest.mark.parametrize("role", GROUPS)
@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_each_address_opens_for_just_the_roles_of_the_table(place, role, rows, at_desk):
    response = at_desk(role).get(place.address(rows.get(place.model, 1)))
    b"".join(response)  # to its end, which closes its file

    assert response.status_code == expected(place, role)


AS = {
    "password_change": "change",
    "paste": "add",
    "proposals": "change",
    "upload": "add",
    "caption": "change",
    "credit": "change",
}
"""Acts with addresses of their own, and the permission that each needs."""
READ_ONLY = [
    (place, role)
    for place in PLACES
    for role, group in GROUPS.items()
    if place.act in {"add", "change", "delete", *AS}
    and place.model
    and f"{AS.get(place.act, place.act)}_{place.model}" not in ROLES[group]
    and (place.name, role)
    != ("articles_front_change", "editor")  # it leads on, and changes nothing
]


@pytest.mark.parametrize(
    ("place", "role"), READ_ONLY, ids=[f"{place.name}-{role}" for place, role in READ_ONLY]
)
def test_what_a_role_may_not_do_cannot_be_posted_either(place, role, rows, at_desk):
    before = {model: list(model.objects.values()) for model in (Story, Photo, Source, Tag)}

    response = at_desk(role).post(
        place.address(rows[place.model]), {"post": "yes", "slugline": "x", "text": "A story."}
    )

    assert response.status_code == 403
    assert {model: list(model.objects.values()) for model in before} == before


STORY_PLACES = [p for p in PLACES if p.model == "story" and "<" in p.pattern]


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("place", STORY_PLACES, ids=lambda place: place.name)
def test_another_s_draft_and_no_story_at_all_look_the_same(place, method, rows, at_desk):
    client, secret, nothing = at_desk("reporter"), rows["story"], rows["story"] + 1000
    Story.objects.update(created_by=a_user("somebody", "Reporter"))

    hidden, missing = (
        getattr(client, method)(place.address(pk), follow=True) for pk in (secret, nothing)
    )

    assert hidden.status_code == missing.status_code
    assert "A secret of the harbour" not in hidden.content.decode()
    said = [
        [str(m).replace(str(pk), "…") for m in (page.context or {}).get("messages", [])]
        for page, pk in ((hidden, secret), (missing, nothing))
    ]
    assert said[0] == said[1]


@pytest.mark.parametrize("role", [role for role in GROUPS if role != "editor"])
def test_only_an_editor_publishes_through_the_door(role, reporter, at_desk):
    story = a_ready_story(created_by=reporter)

    response = at_desk(role).post(f"/admin/articles/story/{story.pk}/publish/", {})

    assert response.status_code in {403, 404}
    assert not Edition.objects.exists()


APPROVE = {"act": "approve"}
WRONG = {"wrong": "nine", "right": "ten", "note": "It sails at ten.", "noticed_by": "staff"}
PROPOSE = {**WRONG, "kind": "correction", "note_place": "end"}
GO = {"note": "It named the wrong man.", "noticed_note": "The editor.", "confirmed": "on"}
LIVE_ACTS = [
    ("correct", PROPOSE, {"reporter", "sub-editor", "editor"}, "own"),
    ("correct", PROPOSE, {"sub-editor", "editor"}, "other"),
    ("withdraw", GO, {"editor", "legal"}, "own"),
    ("withdraw", GO, {"editor", "legal"}, "other"),
    ("correct", APPROVE, {"editor"}, "waiting"),
    ("reschedule", {}, {"editor"}, "other"),
    ("call-off", {}, {"editor"}, "other"),
]
"""Address, what is posted, who may, and whose story it is: the role's own or another's."""


@pytest.mark.parametrize("role", GROUPS)
@pytest.mark.parametrize(
    ("act", "posted", "may", "whose"), LIVE_ACTS, ids=[f"{a[0]}-{a[3]}" for a in LIVE_ACTS]
)
def test_who_changes_what_is_live(act, posted, may, whose, role, request, at_desk):
    client = at_desk(role)
    editor = a_user("somebody", "Editor")
    writer = request.getfixturevalue(CAST[role]) if whose == "own" else editor
    story = a_ready_story(created_by=writer)
    publish(story, by=editor)
    if whose == "waiting":
        propose(story, Said(note="It sails at ten.", wrong="nine", right="ten"), by=editor)
    before = Edition.objects.count(), Correction.objects.count()

    response = client.post(f"/admin/articles/story/{story.pk}/{act}/", posted)

    assert (response.status_code == 302) is (role in may), response.status_code
    if role not in may:
        assert response.status_code in {403, 404}
        assert (Edition.objects.count(), Correction.objects.count()) == before


@pytest.mark.parametrize("role", ["reporter", "photo", "legal", "admin", "editor", "sub-editor"])
def test_nobody_deletes_what_was_released(role, reporter, editor, at_desk):
    story = a_ready_story(created_by=reporter)
    at_desk("editor").post(f"/admin/articles/story/{story.pk}/publish/", {})
    assert Edition.objects.count() == 1

    response = at_desk(role).post(f"/admin/articles/story/{story.pk}/delete/", {"post": "yes"})

    assert response.status_code in {302, 403}
    assert Story.objects.filter(pk=story.pk).exists()


def test_the_list_of_stories_has_no_act_that_deletes_many(rows, at_desk):
    at_desk("editor").post(
        "/admin/articles/story/",
        {"action": "delete_selected", "_selected_action": [rows["story"]], "post": "yes"},
    )

    assert Story.objects.filter(pk=rows["story"]).exists()


def test_a_reporter_cannot_merge_tags(rows, at_desk):
    client = at_desk("reporter")
    ids = [rows["tag"], Tag.objects.create(name="Ferries").pk]
    client.post(
        "/admin/taggit/tag/", {"action": "render_tag_form", "_selected_action": ids}, follow=True
    )

    client.post("/admin/taggit/tag/merge-tags/", {"new_tag_name": "Mine"})

    assert set(Tag.objects.values_list("name", flat=True)) == {"Tides", "Ferries"}


def test_the_desk_does_not_tell_where_an_edition_will_be(reporter, at_desk):
    kind = ContentType.objects.get_for_model(Edition)

    response = at_desk("reporter").get(f"/admin/r/{kind.pk}/{an_edition().pk}/")

    assert response.status_code == 404
