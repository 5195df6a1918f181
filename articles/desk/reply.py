"""Requests for comment: what was put to whom, when and how, and what came back."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.models import AnonymousUser, User
from django.db import models

from articles.desk.source import Source
from articles.desk.story import Story
from articles.vocabulary import Contact, ReplyState


class ReplyQuerySet(models.QuerySet["Reply"]):
    def visible_to(self, user: User | AnonymousUser) -> ReplyQuerySet:
        """The requests of those stories that this person may see."""
        if not user.has_perm("articles.view_reply"):
            return self.none()
        return self.filter(story__in=Story.objects.visible_to(user))

    def waiting(self) -> ReplyQuerySet:
        """Those still to be sent or answered, the nearest deadline first."""
        waiting = self.filter(state__in=[ReplyState.TO_SEND, ReplyState.OPEN])
        return waiting.order_by(models.F("deadline").asc(nulls_last=True), "pk")


class Reply(models.Model):
    """A request for comment to one party about one story, and its answer."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="replies")
    party = models.CharField(max_length=200, help_text="Who was asked: the office, or the person.")
    put_to_them = models.TextField(
        "what was put to them", blank=True, help_text="The claims and questions, as they were sent."
    )
    deadline = models.DateTimeField(null=True, blank=True, help_text="By when we asked for it.")
    state = models.CharField(max_length=12, choices=ReplyState, default=ReplyState.TO_SEND)
    answer = models.TextField(blank=True, help_text="Word for word.")
    source = models.ForeignKey(
        Source,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="replies",
        help_text="The party as a source: mark the answer in the body with it.",
    )
    note = models.TextField(blank=True, help_text="For the desk only. Never public.")
    is_proposal = models.BooleanField(
        "proposal",
        default=False,
        help_text="Read out of a pasted text. Untick when a person has looked.",
    )

    objects = ReplyQuerySet.as_manager()

    class Meta:
        verbose_name = "request for comment"
        verbose_name_plural = "requests for comment"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(party=""),
                name="reply_has_a_party",
                violation_error_message="Say who was asked for comment.",
            ),
            models.CheckConstraint(
                condition=~models.Q(state=ReplyState.ANSWERED) | ~models.Q(answer=""),
                name="reply_answered_has_an_answer",
                violation_error_message="Write down the answer, or choose another state.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party}: {self.get_state_display()}"

    @property
    def tries(self) -> list[Attempt]:
        """How often it was asked; a request that is being typed has none yet."""
        return list(self.attempts.all()) if self.pk else []


class Attempt(models.Model):
    """One time that the party was asked, by one way."""

    reply = models.ForeignKey(Reply, on_delete=models.CASCADE, related_name="attempts")
    made_at = models.DateTimeField("when", help_text="Local time of the publication.")
    contact = models.CharField("how", max_length=10, choices=Contact, default=Contact.EMAIL)
    note = models.CharField(
        max_length=300, blank=True, help_text="To whom, what was said. For the desk only."
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
    )

    class Meta:
        ordering = ["made_at", "pk"]

    def __str__(self) -> str:
        return f"{self.get_contact_display()}, {self.made_at:%d %B %Y, %H:%M}"
