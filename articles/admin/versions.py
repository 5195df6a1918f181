"""Forms that know which version they were opened with, so that nobody's words are lost unseen."""

from __future__ import annotations

from typing import Any, TypeVar

from django import forms
from django.db import models

Row = TypeVar("Row", bound=models.Model)


def with_version(fieldsets: Any) -> Any:
    """An admin's fieldsets, of which the first sends along which version was opened."""
    (title, first), *rest = fieldsets
    return [(title, {**first, "fields": [*first["fields"], "version"]}), *rest]


class VersionedForm(forms.ModelForm[Row]):
    """Of a model with `updated_at`. A form that is sent without a version is not held up."""

    version = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["version"] = self.instance.updated_at.isoformat()  # type: ignore[attr-defined]

    def clean_version(self) -> str:
        """Nobody's words are written over unseen: the form must start from what is stored.

        The row stays locked until the save, so that of two who save at once one is told. Who then
        saves again has been told, and the form carries the version that is stored now.
        """
        rows = self._meta.model._default_manager.select_for_update().filter(pk=self.instance.pk)
        stored = rows.values_list("updated_at", flat=True).first()
        sent: str = self.cleaned_data["version"]
        if stored is None or sent in {"", stored.isoformat()}:
            return sent
        data = self.data.copy()  # type: ignore[attr-defined]
        data[self.add_prefix("version")] = stored.isoformat()
        self.data = data
        name = self._meta.model._meta.verbose_name
        message = (
            f"Somebody saved this {name} after you opened it. What you wrote is still here and not "
            f"saved: compare it with the stored {name} in another window, then save again."
        )
        self.add_error(None, message)
        return sent
