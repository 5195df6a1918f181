"""The draft of a front: saved whole, never over somebody else's, and no story twice."""

from __future__ import annotations

import pytest

from articles.desk.fronts.draft import MOST, ChangedByOther, DraftRefused, draft_of, save_draft
from articles.desk.fronts.front import Front, may_compose
from tests.builders import a_front, a_place, a_section, a_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def stories(editor):
    return [a_story(created_by=editor, headline=f"Story {number}") for number in range(4)]


def test_the_draft_keeps_order_sizes_and_words(editor, stories):
    places = [
        a_place(stories[2], "lead", headline="Said otherwise", kicker="Harbour"),
        a_place(stories[0], "brief", picture=False),
    ]

    saved = save_draft(a_front(), places, by=editor)

    assert draft_of(saved) == places
    assert (saved.version, saved.changed_by) == (2, editor)


def test_a_draft_that_stays_as_it_is_is_nobody_s_change(editor, sub_editor, stories):
    places = [a_place(stories[0])]
    before = save_draft(a_front(), places, by=editor)

    after = save_draft(before, places, by=sub_editor, version=1)

    assert (after.version, after.changed_by) == (before.version, editor)


def test_who_comes_second_is_told_who_was_first(editor, stories):
    front = a_front()
    editor.first_name, editor.last_name = "Mira", "Holt"
    editor.save()
    save_draft(front, [a_place(stories[0])], by=editor, version=1)

    with pytest.raises(ChangedByOther, match="Mira Holt changed this front on") as refusal:
        save_draft(front, [a_place(stories[1])], by=editor, version=1)

    assert draft_of(front) == [a_place(stories[0])]
    save_draft(front, [a_place(stories[1])], by=editor, version=refusal.value.version)
    assert draft_of(front) == [a_place(stories[1])]


def test_what_breaks_a_rule_is_refused_with_every_sentence(editor, stories):
    places = [a_place(stories[0], "lead"), a_place(stories[1], "lead"), a_place(stories[0])]

    with pytest.raises(DraftRefused) as refusal:
        save_draft(a_front(), places, by=editor)

    assert refusal.value.sentences == (
        "“Story 0” stands on the front twice. Remove it once.",
        "A front has one lead. Make one of them smaller: “Story 0” and “Story 1”.",
    )
    assert draft_of(a_front()) == []


def test_a_front_has_an_end(editor):
    places = [
        a_place(a_story(created_by=editor, slugline=f"s-{number}")) for number in range(MOST + 1)
    ]

    with pytest.raises(DraftRefused, match=f"at most {MOST} slots"):
        save_draft(a_front(), places, by=editor)


def test_a_story_that_left_the_desk_is_refused(editor, stories):
    place = a_place(stories[0])
    stories[0].delete()

    with pytest.raises(DraftRefused, match="no longer at the desk"):
        save_draft(a_front(), [place], by=editor)


def test_the_home_page_and_each_section_have_one_front():
    sections = [a_section("harbour", position=2), a_section("sport", position=1)]

    Front.objects.complete()
    Front.objects.complete()

    assert [str(front) for front in Front.objects.all()] == ["Home", "Sport", "Harbour"]
    assert {front.section for front in Front.objects.all()} == {None, *sections}


@pytest.mark.parametrize(
    ("who", "may"),
    [
        *(("editor", True), ("sub_editor", False), ("reporter", False)),
        *(("photo_desk", False), ("legal", False), ("administrator", False)),
    ],
)
def test_who_composes(who, may, request):
    a_front()
    user = request.getfixturevalue(who)

    assert may_compose(user) is may
    assert Front.objects.visible_to(user).exists() is may
