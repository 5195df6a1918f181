"""The forms of the pages that change what is live: what is said, and who approves it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict

from articles.admin.when import WallTimeField, WhenForm
from articles.publishing.approve import Approval
from articles.publishing.propose import Said
from articles.publishing.public_note import PATTERNS, proposed_note
from articles.vocabulary import CorrectedPlace, EditionKind, NotePlace, NoticedBy

ROWS = {"rows": 3}
ALONE = "Why nobody else approves it"
ALONE_HELP = (
    "Only when there is nobody else, as at night. It stays on record under your name. Leave it "
    "empty to put it before a second person."
)
WHEN = "Local time of the publication."

FIELDS = (
    *("kind", "wrong", "right", "where", "noticed_by", "noticed_note", "note", "note_place"),
    *("goes_live_at", "alone_reason", "override_reason"),
)


class CorrectionForm(WhenForm):
    kind = forms.ChoiceField(
        choices=[(str(one), one.label) for one in PATTERNS], widget=forms.RadioSelect
    )
    wrong = forms.CharField(
        label="What was wrong",
        max_length=1000,
        help_text="What readers were told, in a few words.",
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Say what was wrong."},
    )
    right = forms.CharField(
        label="What is right",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Say what is right."},
    )
    where = forms.MultipleChoiceField(
        choices=CorrectedPlace.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    noticed_by = forms.ChoiceField(label="Who noticed", choices=NoticedBy.choices)
    noticed_note = forms.CharField(
        label="Who, when and how",
        required=False,
        max_length=300,
        help_text="For the record; readers do not see it.",
    )
    note = forms.CharField(
        label="What readers are told",
        required=False,
        max_length=2000,
        help_text="Proposed from the two above; change it as you like. It is dated by itself.",
        widget=forms.Textarea(attrs=ROWS),
    )
    note_place = forms.ChoiceField(
        label="Where readers are told",
        choices=NotePlace.choices,
        initial=NotePlace.END,
        widget=forms.RadioSelect,
    )
    goes_live_at = WallTimeField(
        label="Goes live at", required=False, help_text=f"{WHEN} Empty: as soon as it is approved."
    )
    alone_reason = forms.CharField(
        label=ALONE,
        required=False,
        max_length=1000,
        help_text=ALONE_HELP,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    override_reason = forms.CharField(
        label="Why what blocks is passed over",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    field_order = FIELDS

    def clean(self) -> dict[str, Any]:
        """Without a note the page comes back with one to look at: give a copy of what was sent."""
        cleaned = super().clean() or {}
        if not self.errors and not cleaned.get("note", "").strip():
            proposed = proposed_note(
                EditionKind(cleaned["kind"]), wrong=cleaned["wrong"], right=cleaned["right"]
            )
            if isinstance(self.data, QueryDict):
                self.data["note"] = proposed
            self.add_error("note", "This is what readers would be told. Look at it and send again.")
        return cleaned

    def said(self) -> Said:
        values = self.cleaned_data
        return Said(
            kind=EditionKind(values["kind"]),
            wrong=values["wrong"],
            right=values["right"],
            where=tuple(values["where"]),
            noticed_by=NoticedBy(values["noticed_by"]),
            noticed_note=values["noticed_note"],
            note=values["note"],
            note_place=NotePlace(values["note_place"]),
            goes_live_at=values["goes_live_at"],
        )


class WithdrawalForm(forms.Form):
    note = forms.CharField(
        label="What readers are told",
        max_length=2000,
        help_text="It stands at the story’s address for good, instead of the story.",
        widget=forms.Textarea(attrs=ROWS),
        error_messages={"required": "Tell readers why the story is withdrawn."},
    )
    noticed_note = forms.CharField(
        label="For the record",
        max_length=300,
        help_text="Who asked for it, what was decided, by whom. Readers do not see it.",
        error_messages={"required": "Say for the record why it is withdrawn."},
    )
    confirmed = forms.BooleanField(
        label="Readers lose the story, its pictures and all its earlier editions",
        error_messages={"required": "Confirm that the whole story goes, not a part of it."},
    )
    alone_reason = forms.CharField(
        label=ALONE,
        required=False,
        max_length=1000,
        help_text=ALONE_HELP,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def said(self) -> Said:
        values = self.cleaned_data
        return Said(
            kind=EditionKind.WITHDRAWAL, note=values["note"], noticed_note=values["noticed_note"]
        )


class DecisionForm(WhenForm):
    """A second person's: approve, or turn down with a reason."""

    goes_live_at = WallTimeField(
        label="Goes live at", required=False, help_text=f"{WHEN} Empty: now."
    )
    seen = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)
    alone_reason = forms.CharField(
        label=ALONE, required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )
    override_reason = forms.CharField(
        label="Why what blocks is passed over",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    why_not = forms.CharField(
        label="Why it is turned down",
        required=False,
        max_length=500,
        help_text="Only when you turn it down.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def approval(self) -> Approval:
        values = self.cleaned_data
        return Approval(
            alone_reason=values["alone_reason"],
            override_reason=values["override_reason"],
            seen=values["seen"],
            goes_live_at=values.get("goes_live_at"),
        )
