"""Requests for comment at the desk: on the story's page, and on a page of their own."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from articles.admin.called_off import tell
from articles.admin.moments import MOMENT, NATIVE, plausible
from articles.admin.person import person
from articles.desk.ask import note_attempt
from articles.desk.asked import public_sentence
from articles.desk.keep_revision import keep_revision
from articles.desk.reply import Attempt, Reply
from articles.desk.story import Story
from articles.publishing.recheck import recheck
from articles.vocabulary import Contact

SHORT: dict[Any, Any] = {
    **NATIVE,
    models.TextField: {"widget": forms.Textarea(attrs={"rows": 2})},
}
FIELDS: list[Any] = [
    ("party", "state", "deadline"),
    "put_to_them",
    ("asked_at", "contact"),
    "asked_so_far",
    "answer",
    "source",
    "sentence",
    "note",
    "is_proposal",
]


class ReplyForm(forms.ModelForm[Reply]):
    """With a line for one more attempt; those that were made are listed below it."""

    asked_at = forms.DateTimeField(
        label="Asked just now, or at",
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MOMENT),
    )
    contact = forms.ChoiceField(label="by", choices=[("", "–"), *Contact.choices], required=False)

    class Meta:
        model = Reply
        fields = [
            *("party", "state", "deadline", "put_to_them", "answer", "source", "note"),
            "is_proposal",
        ]

    def clean_deadline(self) -> datetime | None:
        return plausible(self.cleaned_data["deadline"])

    def clean(self) -> dict[str, Any]:
        """An attempt has its way; without a time it is now, and it never is to come."""
        cleaned = super().clean() or {}
        asked_at = plausible(cleaned.get("asked_at"))
        if asked_at and asked_at > timezone.now():
            message = "That time is to come. Note an attempt once it was made."
            raise ValidationError({"asked_at": message})
        if asked_at and not cleaned.get("contact"):
            raise ValidationError({"contact": "Say how they were asked."})
        return cleaned


def note_attempts(request: HttpRequest, formsets: Any) -> None:
    """Notes the attempts that were typed with the requests, once these are saved."""
    for formset in formsets:
        if formset.model is Reply:
            for form in formset.forms:
                _note_attempt(request, form)


def _note_attempt(request: HttpRequest, form: Any) -> None:
    contact = form.cleaned_data.get("contact")
    if contact and form.instance.pk and not form.cleaned_data.get("DELETE"):
        asked_at = form.cleaned_data.get("asked_at") or timezone.now()
        note_attempt(form.instance, by=person(request), made_at=asked_at, contact=contact)


class _Told:
    """What is shown of a request and not typed."""

    @admin.display(description="asked so far")
    def asked_so_far(self, reply: Reply) -> str:
        attempts = reply.attempts.all() if reply.pk else []
        return "; ".join(_in_words(attempt) for attempt in attempts) or "not yet"

    @admin.display(description="for readers")
    def sentence(self, reply: Reply) -> str:
        """As it would stand in the story now."""
        if not reply.pk:
            return "Written from the record, once somebody was asked."
        told = public_sentence(reply, reply.tries, at=timezone.localtime())
        return told or "Written from the record, once somebody was asked."


def _in_words(attempt: Attempt) -> str:
    made_at = timezone.localtime(attempt.made_at)
    note = f" ({attempt.note})" if attempt.note else ""
    return f"{attempt.get_contact_display()}, {made_at:%a %d %b %Y, %H:%M}{note}"


class ReplyInline(_Told, admin.StackedInline[Reply, Story]):
    model = Reply
    form = ReplyForm
    extra = 0
    fields = FIELDS
    readonly_fields = ["asked_so_far", "sentence"]
    autocomplete_fields = ["source"]
    formfield_overrides = SHORT
    show_change_link = True

    def get_queryset(self, request: HttpRequest) -> QuerySet[Reply]:
        rows = super().get_queryset(request).select_related("source")
        return rows.prefetch_related("attempts")


class AttemptInline(admin.TabularInline[Attempt, Reply]):
    model = Attempt
    extra = 0
    fields = ["made_at", "contact", "note"]
    formfield_overrides = NATIVE


@admin.register(Reply)
class ReplyAdmin(_Told, admin.ModelAdmin[Reply]):
    form = ReplyForm
    inlines = [AttemptInline]
    list_display = ["party", "story", "state", "deadline"]
    list_filter = ["state"]
    list_select_related = ["story"]
    search_fields = ["party", "story__headline", "story__slugline"]
    readonly_fields = ["asked_so_far", "sentence"]
    autocomplete_fields = ["source"]
    formfield_overrides = SHORT
    fields = FIELDS

    def get_queryset(self, request: HttpRequest) -> QuerySet[Reply]:
        return super().get_queryset(request) & Reply.objects.visible_to(request.user)

    def has_add_permission(self, _request: HttpRequest) -> bool:
        """A request is begun in its story."""
        return False

    def save_model(self, request: HttpRequest, obj: Reply, form: Any, change: Any) -> None:
        super().save_model(request, obj, form, change)
        _note_attempt(request, form)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: Any) -> None:
        """Once the attempts are saved too, what is scheduled must still pass."""
        super().save_related(request, form, formsets, change)
        keep_revision(form.instance.story, by=person(request), why=CHANGED)
        _recheck(request, [form.instance.story], because=CHANGED)

    def delete_model(self, request: HttpRequest, obj: Reply) -> None:
        super().delete_model(request, obj)
        _recheck(request, [obj.story], because=DELETED)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Reply]) -> None:
        """All or none of them, with what follows."""
        with transaction.atomic():
            stories = list(Story.objects.filter(replies__in=queryset).distinct())
            super().delete_queryset(request, queryset)
            _recheck(request, stories, because=DELETED)


CHANGED = "A request for comment was changed."
DELETED = "A request for comment was deleted."


def _recheck(request: HttpRequest, stories: Iterable[Story], *, because: str) -> None:
    tell(request, recheck(stories, by=person(request), because=because))
