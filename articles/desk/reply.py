"""Requests for comment: who was asked, when and how, and whether they answered."""

from __future__ import annotations

from django.db import models

from articles.desk.story import Story
from articles.vocabulary import ReplyState


class Reply(models.Model):
    """A request for comment to one party about one story, and its answer."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="replies")
    party = models.CharField(max_length=200, help_text="Who was asked: the office, or the person.")
    asked_on = models.DateField(null=True, blank=True)
    channel = models.CharField(max_length=80, blank=True, help_text="E-mail, telephone, in person.")
    deadline = models.DateTimeField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=ReplyState, default=ReplyState.TO_SEND)
    answer = models.TextField(blank=True)
    note = models.TextField(blank=True, help_text="For the desk only. Never public.")
    is_proposal = models.BooleanField(
        "proposal",
        default=False,
        help_text="Read out of a pasted text. Untick when a person has looked.",
    )

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
