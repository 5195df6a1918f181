"""Sources: what a story rests on, and what was agreed about naming it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import F, Q

from articles.vocabulary import SourceKind, SourceTerms

if TYPE_CHECKING:
    from django.contrib.auth.models import User


class SourceQuerySet(models.QuerySet["Source"]):
    def visible_to(self, user: User | AnonymousUser) -> SourceQuerySet:
        """Every source, for staff who may see sources: the ledger is shared, identities are not."""
        if user.is_active and user.has_perm("articles.view_source"):
            return self
        return self.none()


class Source(models.Model):
    """A person, organisation, document, outlet, observation or data set that says something.

    An anonymous source has no name here at all: it is known by its public description alone.
    """

    kind = models.CharField(max_length=14, choices=SourceKind, default=SourceKind.PERSON)
    name = models.CharField(
        max_length=160, blank=True, help_text="Empty for an anonymous source: no name is kept here."
    )
    public_description = models.CharField(
        max_length=200,
        blank=True,
        help_text="As readers are told: “the harbour master”, “a nurse on the night shift”.",
    )
    terms = models.CharField(max_length=12, choices=SourceTerms, default=SourceTerms.ON_RECORD)
    first_hand = models.BooleanField(
        default=True,
        help_text="Said to us, or read or seen by us. Untick when it came via another.",
    )
    via = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="passes_on",
        help_text="The source through which it came, such as another outlet.",
    )
    knows_because = models.CharField(
        "how they know",
        max_length=300,
        blank=True,
        help_text="Was there, wrote it, was told by whom. For the desk; never public.",
    )
    url = models.URLField("address", max_length=500, blank=True)
    archived_url = models.URLField(
        "archived address",
        max_length=500,
        blank=True,
        help_text="A copy that stays as it was, such as at a web archive.",
    )
    retrieved_on = models.DateField(null=True, blank=True, help_text="When we read that address.")
    note = models.TextField(blank=True, help_text="For the desk only. Never public.")
    is_proposal = models.BooleanField(
        "proposal",
        default=False,
        editable=False,
        help_text="Read out of a pasted text, and nobody has looked at it yet.",
    )
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
    )
    withdrawn_reason = models.TextField(blank=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = SourceQuerySet.as_manager()

    class Meta:
        ordering = ["name", "public_description", "pk"]
        permissions = [("withdraw_source", "Can withdraw sources")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(terms=SourceTerms.ANONYMOUS) | Q(name=""),
                name="source_anonymous_has_no_name",
                violation_error_message="An anonymous source has no name here. "
                "Remove the name and describe the source instead.",
            ),
            models.CheckConstraint(
                condition=~Q(terms=SourceTerms.ON_RECORD) | ~Q(name=""),
                name="source_on_record_has_a_name",
                violation_error_message="A source on the record needs its name. "
                "Give it, or choose other terms.",
            ),
            models.CheckConstraint(
                condition=Q(terms=SourceTerms.ON_RECORD) | ~Q(public_description=""),
                name="source_unnamed_is_described",
                violation_error_message="Say how readers are told of this source, "
                "such as “a nurse on the night shift”.",
            ),
            models.CheckConstraint(
                condition=Q(via=None) | Q(first_hand=False),
                name="source_via_is_second_hand",
                violation_error_message="What came via another source is not first hand. "
                "Untick first hand, or remove the other source.",
            ),
            models.CheckConstraint(
                condition=Q(via=None) | ~Q(via=F("pk")),
                name="source_not_via_itself",
                violation_error_message="A source cannot come via itself.",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by=None, withdrawn_reason="")
                | (Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False))
                & ~Q(withdrawn_reason=""),
                name="source_withdrawn_with_a_reason",
                violation_error_message="Say who withdrew the source, when and why.",
            ),
        ]

    def __str__(self) -> str:
        """For the desk alone, wherever a source is listed or chosen."""
        words = self.public_label
        if self.terms == SourceTerms.ON_RECORD and self.public_description:
            words = f"{self.name}, {self.public_description}"
        return f"{words} (withdrew)" if self.is_withdrawn else words

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_at is not None

    @property
    def is_protected(self) -> bool:
        """Whether readers must not learn who it is."""
        return self.terms == SourceTerms.ANONYMOUS

    @property
    def public_label(self) -> str:
        """What readers may be told this source is called."""
        return self.name if self.terms == SourceTerms.ON_RECORD else self.public_description
