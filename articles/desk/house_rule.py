"""House rules: how the paper spells names and which words it avoids, kept by the sub-editors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from articles.markup.quotations import Span
from articles.markup.terms import places
from articles.vocabulary import HouseRuleKind

if TYPE_CHECKING:
    from collections.abc import Iterable


class HouseRuleQuerySet(models.QuerySet["HouseRule"]):
    def on(self) -> HouseRuleQuerySet:
        """Those that are asked of every story."""
        return self.filter(is_on=True)


class HouseRule(models.Model):
    """A term or an expression, what to do about it, and a sentence in which it must be found.

    It is tried on the archive before it is switched on. Names are the paper's own in quotations
    too; a term or a usage is not looked for in the words of others.
    """

    kind = models.CharField(max_length=5, choices=HouseRuleKind, default=HouseRuleKind.TERM)
    words = models.CharField(
        "term or expression",
        max_length=300,
        help_text="Found as whole words. In small letters it is found with a capital too.",
    )
    is_expression = models.BooleanField(
        "expression",
        default=False,
        help_text="A regular expression (RE2), such as <code>illegal (im)?migrants?</code>.",
    )
    advice = models.CharField(
        max_length=300,
        help_text="What the writer is told: why, and what to write. Whole sentences.",
    )
    instead = models.CharField(
        max_length=200, blank=True, help_text="What one click writes in its place, if anything."
    )
    example = models.CharField(max_length=300, help_text="A sentence in which it must be found.")
    counter_example = models.CharField(
        max_length=300, blank=True, help_text="A sentence that must be left alone."
    )
    language = models.CharField(
        max_length=35,
        blank=True,
        help_text="BCP 47 tag of the stories that it is for, such as en or de-AT. Empty: of all.",
    )
    is_on = models.BooleanField("on", default=False, editable=False)
    tried_at = models.DateTimeField(null=True, editable=False)

    objects = HouseRuleQuerySet.as_manager()

    class Meta:
        ordering = [Lower("words"), "pk"]
        verbose_name = "house rule"
        constraints = [
            models.UniqueConstraint(
                fields=["words", "is_expression", "language"],
                name="house_rule_once",
                violation_error_message="There is a rule for these words already.",
            ),
            models.CheckConstraint(
                condition=~Q(words="") & ~Q(advice="") & ~Q(example=""),
                name="house_rule_is_told",
                violation_error_message="A rule has its words, an advice and an example.",
            ),
            models.CheckConstraint(
                condition=Q(is_on=False) | Q(tried_at__isnull=False),
                name="house_rule_tried_before_on",
                violation_error_message="Try the rule on the archive before it is switched on.",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=HouseRuleKind.values),
                name="house_rule_kind_known",
                violation_error_message="A rule is about a name, a term or a usage.",
            ),
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def sought(self) -> str:
        """All that decides what it finds. Where that changes, it is tried anew."""
        return f"{self.kind} {self.language} {self.is_expression} {self.words}"

    def is_for(self, language: str) -> bool:
        """Whether stories in that language are looked at: a rule for `en` is for `en-GB` too."""
        wanted, given = self.language.lower(), language.lower()
        return not wanted or given == wanted or given.startswith(f"{wanted}-")

    def found_in(self, text: str, quotes: Iterable[Span]) -> list[tuple[int, int]]:
        """Where it is found in a text that has those quotations: pairs of start and end."""
        found = places(self.words, text, is_expression=self.is_expression)
        if self.kind == HouseRuleKind.NAME:
            return found
        return [
            (start, end)
            for start, end in found
            if not any(quote.start <= start < quote.end for quote in quotes)
        ]
