"""The form of the door: when, and what must be said for it."""

from __future__ import annotations

from typing import Any

from django import forms

from articles.admin.when import WallTimeField, WhenForm
from articles.vocabulary import EditionKind

NEWS = "news"
SHORT = {"rows": 2}


class PublishForm(WhenForm):
    offers_now = True

    goes_live_at = WallTimeField(
        label="Goes live at",
        required=False,
        help_text="Local time of the publication. Empty: now.",
    )
    change = forms.ChoiceField(
        label="What readers have is different. What is this?",
        required=False,
        choices=[
            (str(EditionKind.CORRECTION), "A correction: it was wrong"),
            (str(EditionKind.CLARIFICATION), "A clarification: it could be misread"),
            (NEWS, "An update with new facts"),
        ],
        widget=forms.RadioSelect,
    )
    new_facts = forms.CharField(
        label="What is new",
        required=False,
        max_length=1000,
        help_text="One sentence, for an update: what happened, or what we learnt. It stays on "
        "record.",
        widget=forms.Textarea(attrs=SHORT),
    )
    keeps_later = forms.BooleanField(
        label="Keep what is scheduled for later",
        required=False,
        help_text="It was composed before, without what you changed since. Otherwise it is called "
        "off.",
    )
    override_reason = forms.CharField(
        label="Why what blocks is passed over",
        required=False,
        max_length=1000,
        help_text="Who gave leave, when and how. It stays on record under your name.",
        widget=forms.Textarea(attrs=SHORT),
    )
    reason = forms.CharField(
        label="Why",
        required=False,
        max_length=1000,
        help_text="For the desk’s record; readers do not see it.",
        widget=forms.Textarea(attrs=SHORT),
    )

    @property
    def corrects(self) -> bool:
        """Whether it is not an update at all, but has its own page."""
        return self.cleaned_data["change"] in {EditionKind.CORRECTION, EditionKind.CLARIFICATION}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("change") == NEWS and not cleaned.get("new_facts", "").strip():
            self.add_error("new_facts", "Say what is new.")
        return cleaned

    def leave_out(self, *, override: bool, facts: bool, later: bool) -> None:
        """Asks only what there is to answer."""
        asked = {"override_reason": override, "change": facts, "new_facts": facts}
        for name, is_left_out in {**asked, "keeps_later": later}.items():
            if is_left_out:
                del self.fields[name]
