"""The form of a source: at its own page and in the editor's dialog alike.

The constraints' sentences come with the model.
"""

from __future__ import annotations

from typing import Any

from django import forms

from articles.desk.source import Source


class SourceForm(forms.ModelForm[Source]):
    class Meta:
        model = Source
        fields = [
            "kind",
            "name",
            "public_description",
            "terms",
            "first_hand",
            "via",
            "knows_because",
            "url",
            "archived_url",
            "retrieved_on",
            "note",
        ]

    url = forms.URLField(label="Address", required=False, max_length=500, assume_scheme="https")

    archived_url = forms.URLField(
        label="Archived address", required=False, max_length=500, assume_scheme="https"
    )

    def clean(self) -> dict[str, Any]:
        """What came via another source is second hand, whatever the box says."""
        cleaned = super().clean() or {}
        if cleaned.get("via"):
            cleaned["first_hand"] = False
        return cleaned
