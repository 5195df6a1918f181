"""Readings: every look into the vault, and every try, for the knowers to see."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.contrib.auth.models import User
from django.db import models
from django.utils import timezone

from articles.desk.vault.identity import Identity
from articles.vocabulary import ReadingKind

TRIES = 5
SHUT_OUT = timedelta(minutes=15)


class Reading(models.Model):
    """One act on an identity. PostgreSQL refuses to change or delete it."""

    identity = models.ForeignKey(Identity, on_delete=models.PROTECT, related_name="readings")
    kind = models.CharField(max_length=16, choices=ReadingKind)
    about = models.CharField(max_length=160, blank=True, help_text="Which knower came or went.")
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-made_at", "-pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.get_kind_display()} by {self.made_by or 'the clock'}"


def note(identity: Identity, kind: ReadingKind, *, by: User | None, about: str = "") -> None:
    Reading.objects.create(identity=identity, kind=kind, made_by=by, about=about)


def is_shut_out(user: User) -> bool:
    """After five wrong passwords within a quarter of an hour, for the rest of it."""
    since = timezone.now() - SHUT_OUT
    wrong = Reading.objects.filter(
        kind=ReadingKind.WRONG_PASSWORD, made_by=user, made_at__gte=since
    )
    return wrong.count() >= TRIES
