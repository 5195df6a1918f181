"""Notifications: one's own, of stories that one may still see; by mail without a word of them."""

from __future__ import annotations

import pytest
from django.core import mail
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.testing import InMemoryConnector

from articles.desk.mail import send_mail_of
from articles.desk.notification import Notification
from articles.desk.notify import notify
from articles.desk.story import Story
from articles.vocabulary import NotificationKind
from tests.builders import a_story, a_user

pytestmark = pytest.mark.django_db

SECRET = "The mayor resigns on Friday"


@pytest.fixture
def story(reporter):
    return a_story(created_by=reporter, headline=SECRET)


def tell(story, to, by):
    return notify(story, NotificationKind.MENTIONED, f"On “{story}”.", to=to, by=by)


def test_each_is_told_once_and_whoever_did_it_is_not(story, reporter, editor):
    tell(story, [reporter, reporter, editor], editor)

    assert [one.user for one in Notification.objects.all()] == [reporter]


def test_who_may_not_see_the_story_is_not_told(story, colleague, editor, administrator):
    quitter = a_user("quitter", "Editor", is_active=False)

    tell(story, [colleague, quitter], editor)

    assert not Notification.objects.exists()


def test_nobody_sees_another_s(story, reporter, editor, sub_editor):
    tell(story, [reporter], editor)

    assert Notification.objects.of(reporter).count() == 1
    assert not Notification.objects.of(sub_editor).exists()
    assert not Notification.objects.of(editor).exists()


def test_none_of_a_story_that_one_may_no_longer_see(story, colleague, editor):
    Story.objects.update(assigned_to=colleague)
    tell(story, [colleague], editor)
    assert Notification.objects.of(colleague).unread().count() == 1

    Story.objects.update(assigned_to=None)

    assert not Notification.objects.of(colleague).exists()


def test_a_long_text_is_cut_to_what_the_row_holds(story, reporter, editor):
    (row,) = notify(story, NotificationKind.MOVED, "x" * 900, to=[reporter], by=editor)

    assert len(Notification.objects.get(pk=row.pk).text) == 400


def test_the_bell_is_one_query_by_an_index(story, reporter, editor, django_assert_num_queries):
    tell(story, [reporter], editor)
    user = type(editor).objects.get(pk=editor.pk)
    user.has_perm("articles.see_every_story")  # a page has asked long before

    with django_assert_num_queries(1):
        Notification.objects.of(user).unread().count()


def jobs():
    return ProcrastinateJob.objects.filter(task_name="articles.mail.notification")


def test_without_a_mail_server_nothing_is_queued(story, reporter, editor):
    tell(story, [reporter], editor)

    assert not jobs().exists()


@pytest.fixture
def with_mail(settings):
    settings.EMAIL_IS_SET_UP = True
    settings.DEFAULT_FROM_EMAIL = "desk@example.org"


def test_with_one_the_queue_holds_a_job_of_the_same_transaction(with_mail, story, reporter, editor):
    (row,) = tell(story, [reporter], editor)

    (job,) = jobs()
    assert job.args == {"notification": row.pk}


def test_the_mail_names_the_desk_and_no_word_of_the_story(with_mail, story, editor):
    ines = a_user("ines", "Sub-editor", email="ines@example.org")
    (row,) = tell(story, [ines], editor)

    send_mail_of(notification=row.pk)

    (letter,) = mail.outbox
    assert (letter.to, letter.from_email) == (["ines@example.org"], "desk@example.org")
    assert "/admin/notifications/" in letter.body
    for word in ("mayor", "resigns", "Friday", story.slugline, "editor"):
        assert word not in f"{letter.subject} {letter.body}"


@pytest.mark.parametrize("spoil", ["read", "hidden", "left", "no address"])
def test_whoever_needs_no_mail_any_more_gets_none(spoil, with_mail, story, editor):
    them = a_user("them", "Reporter", email="" if spoil == "no address" else "them@example.org")
    Story.objects.update(assigned_to=them)
    (row,) = tell(story, [them], editor)
    if spoil == "read":
        Notification.objects.update(read_at=row.made_at)
    if spoil == "hidden":
        Story.objects.update(assigned_to=None)
    if spoil == "left":
        type(them).objects.filter(pk=them.pk).update(is_active=False)

    send_mail_of(notification=row.pk)

    assert mail.outbox == []


def test_the_queue_knows_the_job():
    with app.replace_connector(InMemoryConnector()):
        assert "articles.mail.notification" in app.tasks
