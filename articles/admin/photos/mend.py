"""The page on which mended words at a picture are brought to the stories that show it."""

from __future__ import annotations

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from articles.admin.person import person
from articles.desk.photos.photo import Photo
from articles.desk.story import Story
from articles.publishing.photos.mend import mend, proposals
from articles.publishing.refusal import Refused


class MendForm(forms.Form):
    stories = forms.ModelMultipleChoiceField(
        Story.objects.none(),
        error_messages={"required": "Tick the stories whose readers get the mended words."},
    )
    note = forms.CharField(
        label="Correction",
        required=False,
        max_length=1000,
        help_text="Told to readers, dated, if what they had was wrong: what was wrong and what is "
        "right. Empty: a slip that misled nobody.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def mend_page(request: HttpRequest, pk: int) -> HttpResponse:
    """GET: the live stories that show the picture, their words beside the picture's own. POST:
    `stories` (ids) get them, with a public `note` or without."""
    photo = Photo.objects.visible_to(request.user).filter(pk=pk).first()
    if photo is None:
        raise Http404
    if not request.user.has_perm("articles.mend_caption"):
        raise PermissionDenied
    form = MendForm(request.POST if request.method == "POST" else None)
    seen = Story.objects.visible_to(request.user)
    form.fields["stories"].queryset = seen  # type: ignore[attr-defined]
    if request.method != "POST":
        return _page(request, photo, form)
    if not form.is_valid():
        return _page(request, photo, form, status=422)
    try:
        editions = mend(
            photo,
            stories=form.cleaned_data["stories"],
            by=person(request),
            note=form.cleaned_data["note"],
        )
    except Refused as refusal:
        for sentence in refusal.sentences:
            form.add_error(None, sentence)
        return _page(request, photo, form, status=409)
    headlines = ", ".join(f"“{edition.headline}”" for edition in editions)
    messages.success(request, f"Readers have the mended words in {headlines}.")
    return HttpResponseRedirect(reverse("admin:articles_photo_change", args=[photo.pk]))


def _page(request: HttpRequest, photo: Photo, form: MendForm, *, status: int = 200) -> HttpResponse:
    proposed = proposals(photo)
    context = {
        **admin.site.each_context(request),
        "title": f"Where readers see “{photo}”",
        "photo": photo,
        "form": form,
        "proposals": proposed,
        # What was typed stays in sight although there is nothing to change any more.
        "is_waiting": form.is_bound or any(one.is_change for one in proposed),
        "opts": Photo._meta,
    }
    return TemplateResponse(request, "admin/articles/photo/mend.html", context, status=status)
