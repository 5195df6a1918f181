"""Notify: tells people at the desk of a story, and by e-mail where that is set up."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth.models import User
from django.db.models import Q

from articles.desk.mail import send_mail_of
from articles.desk.notification import Notification
from articles.desk.story import Story
from articles.vocabulary import NotificationKind

if TYPE_CHECKING:
    from django.db.models import QuerySet

LONGEST = 400


def concerned(story: Story) -> QuerySet[User]:
    """Who wrote the story, and who has it in hand."""
    writers = Q(stories=story) | Q(contributor__bylines__story=story)
    return User.objects.filter(writers | Q(assigned_stories=story)).distinct()


def notify(
    story: Story,
    kind: NotificationKind,
    text: str,
    *,
    to: Iterable[User],
    by: User,
) -> list[Notification]:
    """One notification for each who may see the story; whoever did it needs none.

    Each mail, if any, is a job of the same transaction: it goes out when that is committed.
    """
    heard = {one.pk: one for one in to if one.pk != by.pk}
    rows = Notification.objects.bulk_create(
        Notification(user=one, story=story, kind=kind, text=text[:LONGEST], caused_by=by)
        for one in heard.values()
        if Story.objects.visible_to(one).filter(pk=story.pk).exists()
    )
    if settings.EMAIL_IS_SET_UP:
        for row in rows:
            send_mail_of.defer(notification=row.pk)
    return rows
