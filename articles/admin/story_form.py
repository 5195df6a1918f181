"""The form of a story: what is saved is clean, and what it mentions exists."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django_prose_editor.fields import ProseEditorFormField
from django_prose_editor.widgets import AdminProseEditorWidget

from articles.admin.embargo import EmbargoFields
from articles.admin.moments import plausible
from articles.desk.keep_revision import newest_of
from articles.desk.photos.photo import Photo
from articles.desk.source import Source
from articles.desk.story import Story
from articles.markup.characters import plain_characters
from articles.markup.clean import clean
from articles.markup.definition import EXTENSIONS
from articles.markup.references import references

LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z")
ONE_LINE = (
    *("slugline", "kicker", "headline", "dateline", "provenance_note"),
    *("embargo_note", "waiting_for"),
)
ROWS = ((Photo, "photos", "photo"), (Source, "sources", "source"), (Story, "stories", "story"))
LONGEST_TAG = 100
LONGEST_SLUGLINE = 80


def stored_fields(form: forms.ModelForm[Story]) -> list[str]:
    """The columns that the form sets."""
    return [one.name for one in Story._meta.concrete_fields if one.name in form.fields]


class StoryForm(EmbargoFields, forms.ModelForm[Story]):
    """`version` is the number of the revision that the form was opened with: see `clash`."""

    locked = ""  # why this person may not write at this stage
    version = forms.CharField(required=False, widget=forms.HiddenInput)
    body = ProseEditorFormField(
        extensions=EXTENSIONS, sanitize=clean, widget=AdminProseEditorWidget, required=False
    )

    class Meta:
        model = Story
        fields = [
            "headline",
            "standfirst",
            "body",
            "unknowns",
            "kicker",
            "dateline",
            "slugline",
            "section",
            "tags",
            "kind",
            "urgency",
            "language",
            "embargo",
            "embargo_zone",
            "embargo_note",
            "deadline",
            "planned_length",
            "waiting_for",
            "slug",
            "provenance",
            "provenance_note",
            "written_on",
        ]
        widgets = {
            "headline": forms.Textarea(attrs={"rows": 2, "class": "story-headline"}),
            "standfirst": forms.Textarea(attrs={"rows": 3}),
            "unknowns": forms.Textarea(attrs={"rows": 3}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slugline" in self.fields:
            self.fields["slugline"].required = False
        if self.instance.pk:
            self.initial["version"] = self._newest

    def _newest(self) -> str:
        newest = newest_of(self.instance)
        return str(newest.number) if newest else ""

    def clean_deadline(self) -> datetime | None:
        return plausible(self.cleaned_data["deadline"])

    def clean_tags(self) -> list[str]:
        """Names that fit the column: the package itself does not look."""
        tags: list[str] = self.cleaned_data["tags"]
        sentences = [
            f"“{tag[:30]}…” is too long for a tag: it may have at most {LONGEST_TAG} characters."
            for tag in tags
            if len(tag) > LONGEST_TAG
        ]
        if sentences:
            raise ValidationError(sentences)
        return tags

    def clean_body(self) -> str:
        """The clean body; a photo, source or story it mentions must exist."""
        body: str = self.cleaned_data["body"]
        mentioned = references(body)
        sentences = []
        for model, name, word in ROWS:
            wanted = set(getattr(mentioned, name))
            missing = wanted - set(model.objects.filter(pk__in=wanted).values_list("pk", flat=True))
            sentences += [
                f"The body mentions {word} {pk}, which does not exist. Remove it, or choose one."
                for pk in sorted(missing)
            ]
        if sentences:
            raise ValidationError(sentences)
        return body

    def clean_language(self) -> str:
        language: str = self.cleaned_data["language"]
        if not LANGUAGE.match(language):
            message = f"“{language}” is not a language tag. Write it as en, en-GB or uk (BCP 47)."
            raise ValidationError(message)
        return language

    def clean_slugline(self) -> str:
        """The desk's working title, made from the headline where nobody has given one."""
        given = " ".join(plain_characters(self.cleaned_data["slugline"]).split())
        made = given or slugify(self.cleaned_data.get("headline", ""))[:LONGEST_SLUGLINE]
        if not made:
            message = "Give the story a headline, or a slugline: its working title at the desk."
            raise ValidationError(message)
        return made

    def clean(self) -> dict[str, Any]:
        """Plain fields hold plain characters; those of one line hold one line."""
        cleaned = super().clean() or {}
        if "_edit_on" in self.data:
            self.add_error(None, "Not saved yet: go on writing, then save.")
        if self.locked:
            self.add_error(None, f"{self.locked} What you wrote is still here and not saved.")
        for name in (*ONE_LINE, "standfirst", "unknowns"):
            if isinstance(cleaned.get(name), str):
                words = plain_characters(cleaned[name])
                cleaned[name] = " ".join(words.split()) if name in ONE_LINE else words.strip()
        return cleaned
