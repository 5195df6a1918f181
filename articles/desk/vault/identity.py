"""Identities: the sealed who behind a source, and the people who know."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.contrib.auth.models import User
from django.db import models
from django.db.models import Q
from django.utils import timezone

from articles.desk.source import Source
from articles.desk.vault.envelope import Envelope


class Identity(models.Model):
    """Nothing of the secret stands here in clear, but for whom to ask and until when it is kept."""

    source = models.OneToOneField(Source, on_delete=models.PROTECT, related_name="identity")
    key = models.UUIDField(default=uuid.uuid4, editable=False)
    ciphertext = models.BinaryField(editable=False)
    wrapped_key = models.BinaryField(editable=False)
    master = models.CharField(max_length=16, blank=True, editable=False)
    destroy_after = models.DateField(help_text="The last day on which anybody can open it.")
    checked_description = models.CharField(
        max_length=200, blank=True, help_text="The public description that a knower last looked at."
    )
    sealed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    sealed_at = models.DateTimeField(auto_now_add=True)
    destroyed_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name_plural = "identities"
        default_permissions = ()  # no role opens it
        constraints = [
            models.UniqueConstraint(
                fields=["key"],
                name="identity_key_unique",
                violation_error_message="Two identities have one key. Seal this one again.",
            ),
            models.CheckConstraint(
                condition=Q(destroyed_at=None) | Q(ciphertext=b"", wrapped_key=b"", master=""),
                name="identity_destroyed_is_empty",
                violation_error_message="A destroyed identity keeps nothing.",
            ),
            models.CheckConstraint(
                condition=Q(destroyed_at__isnull=False) | ~Q(master=""),
                name="identity_is_sealed",
                violation_error_message="An identity is sealed under a key, or destroyed.",
            ),
        ]

    def __str__(self) -> str:
        return f"Identity behind source {self.source_id}"

    @property
    def envelope(self) -> Envelope:
        return Envelope(bytes(self.ciphertext), bytes(self.wrapped_key), self.master)

    def put(self, envelope: Envelope) -> None:
        self.ciphertext, self.wrapped_key = envelope.ciphertext, envelope.wrapped_key
        self.master = envelope.master

    def is_over(self, day: date) -> bool:
        return self.destroyed_at is not None or self.destroy_after < day

    def is_known_to(self, user_id: int | None) -> bool:
        return any(knower.user_id == user_id for knower in self.knowers.all())


class Knower(models.Model):
    """Somebody at the desk who knows who the source is."""

    identity = models.ForeignKey(Identity, on_delete=models.PROTECT, related_name="knowers")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    password_mark = models.CharField(
        max_length=64, help_text="Of the password that the person had when let in: `passwords`."
    )

    class Meta:
        ordering = ["pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["identity", "user"],
                name="knower_once",
                violation_error_message="This person knows already.",
            )
        ]

    def __str__(self) -> str:
        return str(self.user)


@dataclass(frozen=True)
class VaultStanding:
    """What the checks may know of an identity: that somebody keeps it; never what it says."""

    has_editor: bool  # beside the one who sealed it
    checked_description: str


def vault_standing(source_ids: Iterable[int]) -> dict[int, VaultStanding]:
    """Of those sources that have an identity, sealed or destroyed since. Nothing is opened."""
    rows = Identity.objects.filter(source__in=list(source_ids))
    rows = rows.prefetch_related("knowers__user")
    return {
        row.source_id: VaultStanding(
            has_editor=any(
                is_editor(knower.user)
                for knower in row.knowers.all()
                if knower.user_id != row.sealed_by_id
            ),
            checked_description=row.checked_description,
        )
        for row in rows.only("source", "sealed_by", "checked_description")
    }


def is_editor(user: User) -> bool:
    """Whether the person may publish, and so may answer for a source."""
    return user.is_active and user.has_perm("articles.publish_story")


def today() -> date:
    return timezone.localdate()
