"""Mail: a notification by e-mail says that there is one, and where; never what it says.

A mailbox is not the desk: nothing of a story that is not public lies in one.
"""

from __future__ import annotations

from django.conf import settings
from django.core.mail import send_mail
from django.urls import reverse
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from articles.desk.notification import Notification
from articles.masthead.publication import the_publication


@app.task(
    name="articles.mail.notification", retry=RetryStrategy(max_attempts=6, exponential_wait=4)
)
def send_mail_of(notification: int) -> None:
    """The job: a mail to its reader, who still may see the story and has not read it yet."""
    row = Notification.objects.filter(pk=notification).select_related("user").first()
    if row is None or not row.user.email:
        return
    if not Notification.objects.of(row.user).unread().filter(pk=row.pk).exists():
        return
    address = f"{settings.SITE_URL}{reverse('admin:notifications')}"
    send_mail(
        subject=f"{the_publication().name} desk: {row.get_kind_display().lower()}",
        message=f"{row.get_kind_display()}. It is at the desk:\n\n{address}\n",
        from_email=None,
        recipient_list=[row.user.email],
    )
