"""Mail: a notification by e-mail says that there is one, and where; never what it says.

A mailbox is not the desk: nothing of a story that is not public lies in one.
"""

from __future__ import annotations

from django.conf import settings
from django.core.mail import send_mail
from django.urls import reverse
from procrastinate.contrib.django import app

from articles.desk.notification import Notification
from articles.masthead.publication import the_publication


@app.task(name="articles.mail.notifications")
def send_mail_of(notifications: list[int]) -> None:
    """The job: one mail each, to whoever still may see the story and has not read it yet."""
    name = the_publication().name
    address = f"{settings.SITE_URL}{reverse('admin:notifications')}"
    for row in Notification.objects.filter(pk__in=notifications).select_related("user"):
        is_for = Notification.objects.of(row.user).unread()
        if row.user.email and is_for.filter(pk=row.pk).exists():
            send_mail(
                subject=f"{name} desk: {row.get_kind_display().lower()}",
                message=f"{row.get_kind_display()}. It is at the desk:\n\n{address}\n",
                from_email=None,
                recipient_list=[row.user.email],
            )
