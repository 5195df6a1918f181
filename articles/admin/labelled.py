"""The form of a row in a table, with a label at each field."""

from __future__ import annotations

from typing import Any

from django import forms


class LabelledForm(forms.ModelForm[Any]):
    """In a table the label stands over the column alone: a screen reader needs it at the field."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs.setdefault("aria-label", str(field.label))
