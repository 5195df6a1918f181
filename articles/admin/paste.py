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
from articles.intake.story import import_story


class PasteForm(forms.Form):
    text = forms.CharField(
        label="The story",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 24, "spellcheck": "false"}),
        help_text="Headline first, then the paragraphs, as they were sent.",
    )
    file = forms.FileField(label="or a text file", required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        sent = cleaned.get("file")
        data = sent.read() if sent else cleaned.get("text", "").encode()
        try:
            cleaned["story"] = read_text(data, name=sent.name if sent else "The text")
        except PasteRefused as refusal:
            raise ValidationError(str(refusal)) from refusal
        return cleaned


@require_http_methods(["GET", "HEAD", "POST"])
def paste(request: HttpRequest) -> HttpResponse:
    if not request.user.has_perm("articles.add_story"):
        raise PermissionDenied
    form = PasteForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            imported = import_story(form.cleaned_data["story"], by=person(request))
        except PasteRefused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, imported.summary)
            address = reverse("admin:articles_story_change", args=[imported.story.pk])
            return HttpResponseRedirect(address)
    context = {
        **admin.site.each_context(request),
        "title": "Paste a story",
        "form": form,
        "opts": Story._meta,
    }
    status = 422 if request.method == "POST" else 200
    return TemplateResponse(request, "admin/articles/story/paste.html", context, status=status)
