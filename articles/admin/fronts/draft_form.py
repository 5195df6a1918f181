"""The form of a front's draft: a row for each slot, and the version that the person saw."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.forms.formsets import BaseFormSet, formset_factory

from articles.desk.fronts.draft import MOST, Place
from articles.markup.characters import plain_characters
from articles.vocabulary import SlotSize

PREFIX = "slots"
LAST = 999


class OneLine(forms.CharField):
    """Plain characters, on one line."""

    def clean(self, value: Any) -> str:
        return " ".join(plain_characters(super().clean(value)).split())


class SlotForm(forms.Form):
    story = forms.UUIDField(widget=forms.HiddenInput)
    position = forms.IntegerField(
        label="Place",
        min_value=1,
        max_value=LAST,
        required=False,
        widget=forms.NumberInput(attrs={"class": "slot-position"}),
    )
    size = forms.ChoiceField(choices=SlotSize)
    kicker = OneLine(max_length=60, required=False)
    headline = OneLine(max_length=200, required=False)
    picture = forms.BooleanField(label="Picture", required=False)


class SlotRows(BaseFormSet[SlotForm]):
    def add_fields(self, form: SlotForm, index: int | None) -> None:
        super().add_fields(form, index)
        form.fields["DELETE"].label = "Remove"

    def places(self) -> list[Place]:
        """What was typed, in the order of the places; rows of one place keep their order."""
        rows = [form.cleaned_data for form in self.forms if form.cleaned_data.get("story")]
        kept = [row for row in rows if not row.get("DELETE")]
        return [
            Place(
                story=str(row["story"]),
                size=row["size"],
                kicker=row["kicker"],
                headline=row["headline"],
                picture=row["picture"],
            )
            for row in sorted(kept, key=lambda row: row["position"] or LAST + 1)
        ]


SlotFormSet = cast(
    type[SlotRows],
    formset_factory(
        SlotForm,
        formset=SlotRows,
        extra=0,
        can_delete=True,
        max_num=MOST,
        absolute_max=2 * MOST,
        validate_max=True,
    ),
)


def rows_of(places: list[Place]) -> SlotRows:
    """The form of what is there."""
    initial = [
        {
            "story": place.story,
            "position": position,
            "size": place.size,
            "kicker": place.kicker,
            "headline": place.headline,
            "picture": place.picture,
        }
        for position, place in enumerate(places, 1)
    ]
    return SlotFormSet(initial=initial, prefix=PREFIX)


class VersionForm(forms.Form):
    """`version` is the draft's that the person saw; `q` what is looked for in the pool."""

    version = forms.IntegerField(min_value=0, max_value=2**31 - 1, widget=forms.HiddenInput)
    q = forms.CharField(
        label="Find a story",
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    add = forms.UUIDField(required=False)
