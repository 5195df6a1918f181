"""What is due at the desk: the lists of its start page, for whoever looks at it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.models import AnonymousUser, User

from articles.desk.act import Act
from articles.desk.photos.library import waiting
from articles.desk.photos.photo import Photo
from articles.desk.reader_report import ReaderReport
from articles.desk.reply import Reply
from articles.desk.story import Story
from articles.publishing.agenda import agenda
from articles.publishing.board import board_for
from articles.publishing.owed import owed
from articles.publishing.photos.due import ends_soon, without_right, words_behind

LATELY = timedelta(days=7)
MOST = 20  # lines of one list


def due_for(user: User | AnonymousUser, *, now: datetime) -> dict[str, Any]:
    """Lists by the names that the page's template knows them by; each as the person may see it."""
    return dict(_due_for(user, now))


def _due_for(user: User | AnonymousUser, now: datetime) -> Iterator[tuple[str, Any]]:
    ending = ends_soon(now)
    if user.has_perm("articles.view_story"):
        yield from board_for(user, now=now).items()
        yield "agenda", agenda(user, now=now, ending=ending)
        yield "owed", owed(user, now=now)
        acts = Act.objects.filter(
            story__in=Story.objects.visible_to(user), made_at__gt=now - LATELY
        )
        yield "called_off", acts.still_called_off().select_related("story")[:MOST]
    if user.has_perm("articles.view_reply"):
        asked = Reply.objects.visible_to(user).waiting().select_related("story")[:MOST]
        yield (
            "requests",
            [
                {"request": one, "is_late": bool(one.deadline and one.deadline < now)}
                for one in asked
            ],
        )
    if user.has_perm("articles.view_readerreport"):
        reports = ReaderReport.objects.visible_to(user).waiting()
        yield "reports", reports.select_related("story")[:MOST]
    if user.has_perm("articles.change_lease"):
        yield "ends_soon", ending
        yield "without_right", without_right(now)
    if user.has_perm("articles.mend_caption"):
        yield "words_behind", words_behind(now)
    if user.has_perm("articles.view_photo"):
        yield "pictures", waiting(Photo.objects.visible_to(user), at=now)
