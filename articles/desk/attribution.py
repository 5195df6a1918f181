"""Attributions: a passage of the body, whose words or claim it is, and how sure we are of it."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from articles.desk.source import Source
from articles.desk.story import Story
from articles.vocabulary import AttributionKind, ClaimStatus, Heard


class Attribution(models.Model):
    """A quote or claim, as the source mark in the body has it (see `marks`).

    A quote has its words as they were said (`verbatim`), and what they were translated from. A
    claim has a status; a serious one accuses somebody, and says whom.
    """

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="attributions")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="attributions")
    kind = models.CharField(max_length=6, choices=AttributionKind)
    passage = models.TextField()
    position = models.PositiveIntegerField(help_text="Order in the body, from 0.")
    verbatim = models.TextField(
        "words on record",
        blank=True,
        help_text="As they were said or written, without quotation marks. The story may leave "
        "words out with … and add some in [brackets], and change none.",
    )
    original = models.TextField(
        "in the original language", blank=True, help_text="What a translated quote says there."
    )
    original_language = models.CharField(
        max_length=35, blank=True, help_text="BCP 47 tag, such as uk or fr-CA."
    )
    translator = models.CharField(max_length=120, blank=True)
    heard = models.CharField(
        "how heard", max_length=10, choices=Heard, blank=True, help_text="How the words came to us."
    )
    status = models.CharField(
        max_length=10,
        choices=ClaimStatus,
        default=ClaimStatus.ATTRIBUTED,
        help_text="For a claim: what we know of it ourselves.",
    )
    is_serious = models.BooleanField(
        "serious", default=False, help_text="It accuses somebody of a crime or of wrongdoing."
    )
    about = models.CharField(
        "whom it accuses",
        max_length=200,
        blank=True,
        help_text="The person or body, as in the request for comment. Several: commas between.",
    )
    confirmed_by = models.ManyToManyField(
        Source,
        blank=True,
        related_name="confirms",
        help_text="Other sources that say the same, each of its own knowledge.",
    )
    shingles = ArrayField(
        models.IntegerField(),
        default=list,
        editable=False,
        help_text="Of the words on record, each four in a row, hashed: finds other wordings.",
    )
    is_proposal = models.BooleanField(
        "proposal",
        default=False,
        help_text="Read out of a pasted text. Untick when a person has looked.",
    )

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(passage=""),
                name="attribution_has_a_passage",
                violation_error_message="An attribution marks at least a word of the body.",
            ),
            models.CheckConstraint(
                condition=models.Q(original="") | ~models.Q(original_language=""),
                name="attribution_original_has_a_language",
                violation_error_message="Say in which language the original words are, such as uk.",
            ),
        ]
        indexes = [GinIndex(fields=["shingles"], name="attribution_shingles")]

    def __str__(self) -> str:
        return f"{self.source}: {self.passage[:60]}"

    @property
    def is_quote(self) -> bool:
        return self.kind == AttributionKind.QUOTE
