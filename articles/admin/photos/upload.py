"""Uploading many pictures: each file is taken or refused by itself, and the others go on."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.admin.models import ADDITION, LogEntry
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from articles.admin.person import person
from articles.admin.photos.alter import TAKEN, words_of
from articles.admin.photos.chosen import address_of
from articles.admin.photos.copy import copy_address
from articles.admin.photos.photo_form import ACCEPTED
from articles.admin.photos.standing import lacks
from articles.desk.photos.another_picture import may_tell_apart
from articles.desk.photos.arrival import Judgement, Resembles, receive
from articles.desk.photos.photo import Photo
from articles.imaging.picture import PictureRefused

NOT_YOURS = "You may not add pictures. Ask the photo desk."
NO_FILE = "No file came along. Choose one, then send it."
READ = {"credit_line": "Credit", "caption": "Caption", TAKEN: "Taken", "place_shown": "Place"}
"""What the page tells of each file that was taken."""


@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """The page; or, of files that are sent, what became of each: as JSON to who asks for that."""
    wants_json = request.accepts("application/json") and not request.accepts("text/html")
    if not request.user.has_perm("articles.add_photo"):
        if wants_json:
            return JsonResponse({"sentence": NOT_YOURS}, status=403)
        raise PermissionDenied(NOT_YOURS)
    sent = request.FILES.getlist("image")
    by = person(request)
    reasons = {name: str(words) for name, words in request.POST.items()}
    judgement = Judgement(by, reasons) if may_tell_apart(by) else None
    results = [_take(one, by, judgement) for one in sent]
    if wants_json and request.method == "POST":
        result = results[0] if results else {"sentence": NO_FILE}
        return JsonResponse(result, status=400 if "sentence" in result else 201)
    return _page(request, results)


def _take(sent: UploadedFile[Any], by: User, judgement: Judgement | None) -> dict[str, Any]:
    """What became of one file: the picture that it is now, or the sentence that refuses it.

    Where it resembles a killed picture, and the person may say that it is another one, `another`
    is the name under which the page sends why.
    """
    name = sent.name or "The file"
    try:
        photo = receive(sent, judgement)
    except Resembles as refusal:
        another = {"another": refusal.answer} if judgement else {}
        return {"name": name, "sentence": str(refusal), **another}
    except PictureRefused as refusal:
        return {"name": name, "sentence": str(refusal)}
    LogEntry.objects.log_actions(by.pk, [photo], ADDITION, "Uploaded.")
    return {"name": name, **_taken(photo)}


def _taken(photo: Photo) -> dict[str, Any]:
    return {
        "id": photo.pk,
        "thumbnail": copy_address(photo),
        "address": reverse("admin:articles_photo_change", args=[photo.pk]),
        "read": [
            {"label": label, "words": words}
            for name, label in READ.items()
            if (words := words_of(photo, name))
        ],
        "missing": lacks(photo),
    }


def _page(request: HttpRequest, results: list[dict[str, Any]]) -> HttpResponse:
    ids = [result["id"] for result in results if "id" in result]
    context = {
        **admin.site.each_context(request),
        "title": "Upload pictures",
        "opts": Photo._meta,
        "accepted": ACCEPTED,
        "results": results,
        "nothing_sent": request.method == "POST" and not results,
        "captioning": reverse("admin:articles_photo_caption"),
        "next": address_of("admin:articles_photo_caption", ids) if ids else "",
        "may_caption": request.user.has_perm("articles.change_photo"),
    }
    return TemplateResponse(request, "admin/articles/photo/upload.html", context)
