"""Roles: the migration wrote just what the table says, and people see what they may see."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group, Permission

from articles.desk.byline import Byline
from articles.desk.roles import ROLES
from articles.desk.story import Story
from tests.builders import a_contributor, a_story

pytestmark = pytest.mark.django_db


def test_the_groups_of_the_contract_exist():
    assert set(Group.objects.values_list("name", flat=True)) == {
        "Reporter",
        "Sub-editor",
        "Editor",
        "Photo desk",
        "Legal",
        "Administrator",
    }


@pytest.mark.parametrize("role", ROLES)
def test_the_migration_wrote_the_table(role):
    granted = Group.objects.get(name=role).permissions.values_list("codename", flat=True)

    assert set(granted) == ROLES[role]


def test_no_permission_exists_twice():
    keys = list(Permission.objects.values_list("content_type", "codename"))

    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("who", "sees"),
    [
        ("reporter", True),
        ("colleague", False),
        ("sub_editor", True),
        ("editor", True),
        ("photo_desk", True),
        ("legal", True),
        ("administrator", False),
    ],
)
def test_who_sees_a_reporter_s_draft(who, sees, reporter, request):
    story = a_story(created_by=reporter)
    user = request.getfixturevalue(who)

    assert Story.objects.visible_to(user).filter(pk=story.pk).exists() is sees


def test_a_reporter_with_a_byline_sees_the_story(colleague, editor):
    story = a_story(created_by=editor)
    contributor = a_contributor(user=colleague)
    Byline.objects.create(story=story, contributor=contributor, role="writer")
    Byline.objects.create(story=story, contributor=contributor, role="photographer")

    assert list(Story.objects.visible_to(colleague)) == [story]


@pytest.mark.parametrize("spoil", [{"is_active": False}, {"is_staff": False}])
def test_who_is_not_at_the_desk_sees_nothing(reporter, spoil):
    a_story(created_by=reporter)
    for name, value in spoil.items():
        setattr(reporter, name, value)

    assert not Story.objects.visible_to(reporter).exists()
