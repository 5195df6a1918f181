"""Notes: what people at the desk tell each other about a story, or about a passage of it."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.models import AnonymousUser, User
from django.db import models
from django.db.models import Q

from articles.desk.story import Story


class NoteQuerySet(models.QuerySet["Note"]):
    def visible_to(self, user: User | AnonymousUser) -> NoteQuerySet:
        """The notes of those stories that this person may see."""
        return self.filter(story__in=Story.objects.visible_to(user))

    def open(self) -> NoteQuerySet:
        """Threads that nobody has resolved yet."""
        return self.filter(answers=None, resolved_at=None)


class Note(models.Model):
    """A note, or an answer to one. Never public, never in an edition, an export or a preview."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="notes")
    answers = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, blank=True, related_name="thread"
    )
    passage = models.TextField(
        blank=True, help_text="The words of the body that it is about; empty: the whole story."
    )
    text = models.TextField(max_length=2000)
    mentions = models.ManyToManyField(settings.AUTH_USER_MODEL, blank=True, related_name="+")
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField(auto_now_add=True)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    resolved_at = models.DateTimeField(null=True)

    objects = NoteQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(text=""),
                name="note_says_something",
                violation_error_message="Write the note.",
            ),
            models.CheckConstraint(
                condition=Q(resolved_by=None, resolved_at=None)
                | Q(resolved_by__isnull=False, resolved_at__isnull=False),
                name="note_resolved_by_somebody",
                violation_error_message="Say who resolved the note, and when.",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:60]
