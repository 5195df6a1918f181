"""Paste a story: a plain text becomes a draft, with everything in it kept apart."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from articles.admin.person import person
from articles.desk.story import Story
from articles.intake.paste.read import PasteRefused, read_text
from articles.intake.story import Origin, import_story, pasted_before
from articles.vocabulary import Provenance


class PasteForm(forms.Form):
    text = forms.CharField(
        label="The story",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 24, "spellcheck": "false"}),
        help_text="Headline first, then the paragraphs, as they were sent.",
    )
    file = forms.FileField(label="or a text file", required=False)
    provenance = forms.ChoiceField(
        label="Where it comes from",
        choices=[("", "Choose …"), *Provenance.choices],
        error_messages={"required": "Say where the text comes from; “Not known” is an answer."},
    )
    provenance_note = forms.CharField(
        label="From whom",
        required=False,
        max_length=300,
        help_text="The publisher or sender, the address, what was agreed. Never public.",
    )
    written_on = forms.DateField(
        label="Written on",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="The day by which “yesterday” and “on Sunday” in it are meant, if you know it.",
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        sent = cleaned.get("file")
        data = sent.read() if sent else cleaned.get("text", "").encode()
        try:
            cleaned["story"] = read_text(data, name=sent.name if sent else "The text")
        except PasteRefused as refusal:
            raise ValidationError(str(refusal)) from refusal
        return cleaned

    @property
    def origin(self) -> Origin:
        sent = self.cleaned_data
        return Origin(
            provenance=sent["provenance"],
            note=sent["provenance_note"],
            written_on=sent["written_on"],
        )


@require_http_methods(["GET", "HEAD", "POST"])
def paste(request: HttpRequest) -> HttpResponse:
    if not request.user.has_perm("articles.add_story"):
        raise PermissionDenied
    form = PasteForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            before = pasted_before(form.cleaned_data["story"])
            imported = import_story(
                form.cleaned_data["story"], by=person(request), origin=form.origin
            )
        except PasteRefused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, imported.summary)
            if before is not None:
                said = f"The same text was pasted before: it is draft {before.story_id}."
                messages.warning(request, said)
            address = reverse("admin:articles_story_proposals", args=[imported.story.pk])
            return HttpResponseRedirect(address)
    context = {
        **admin.site.each_context(request),
        "title": "Paste a story",
        "form": form,
        "opts": Story._meta,
    }
    status = 422 if request.method == "POST" else 200
    return TemplateResponse(request, "admin/articles/story/paste.html", context, status=status)
