"""What the editor's dialogs ask: photos, sources and stories by words or id, and new ones.

Answers are JSON: `{"results": [...]}`; after a POST 201 with the new thing, or 400 with
`{"errors": {field: [sentence, ...]}}`. Each asks the one door of its kind, with the user.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import Case, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Concat
from django.forms import ModelForm
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_http_methods, require_safe

from articles.admin.photos.copy import copy_address
from articles.admin.photos.photo_form import PhotoForm
from articles.admin.photos.standing import lacks
from articles.admin.source_form import SourceForm
from articles.desk.photos.photo import Photo
from articles.desk.source import Source
from articles.desk.story import Story
from articles.site.edition import Edition
from articles.vocabulary import RightsCategory, SourceKind, SourceTerms

MOST = 20
LONGEST_QUERY = 200


@require_http_methods(["GET", "HEAD", "POST"])
def photos(request: HttpRequest) -> JsonResponse:
    if request.method == "POST":
        form = PhotoForm({"taken_on_precision": "day", **request.POST.dict()}, request.FILES)
        return _make(request, form, "articles.add_photo", photo_card)
    if "form" in request.GET:
        unknown = ("", "Not known yet")
        return JsonResponse({"choices": {"rights_category": [unknown, *RightsCategory.choices]}})
    names = ["caption", "alt_text", "creator", "credit_line", "place_shown"]
    seen = Photo.objects.visible_to(request.user).prefetch_related("leases")
    return _found(request, seen, names, photo_card)


def photo_card(photo: Photo) -> dict[str, Any]:
    return {
        "id": photo.pk,
        "label": str(photo),
        "caption": photo.caption,
        "credit_line": photo.credit_line,
        "alt_text": photo.alt_text,
        "thumbnail": copy_address(photo) or None,
        "missing": lacks(photo),
    }


@require_http_methods(["GET", "HEAD", "POST"])
def sources(request: HttpRequest) -> JsonResponse:
    if request.method == "POST":
        form = SourceForm(request.POST)
        return _make(request, form, "articles.add_source", source_card)
    if "form" in request.GET:
        return JsonResponse({"choices": {"kind": SourceKind.choices, "terms": SourceTerms.choices}})
    names = ["name", "public_description"]
    return _found(request, Source.objects.visible_to(request.user), names, source_card)


def source_card(source: Source) -> dict[str, Any]:
    return {
        "id": source.pk,
        "label": str(source),
        "terms": source.get_terms_display(),
        "kind": source.get_kind_display(),
    }


@require_safe
def stories(request: HttpRequest) -> JsonResponse:
    """Those the person may see, and those that are public anyway, in the words readers have."""
    live = Edition.objects.live().filter(story_key=OuterRef("key"))
    seen = Q(pk__in=Story.objects.visible_to(request.user).values("pk"))
    rows = Story.objects.annotate(
        is_seen=seen,
        public_headline=Subquery(live.values("headline")[:1]),
        words=Case(
            When(seen, then=Concat("headline", Value(" "), "slugline")), default="public_headline"
        ),
    ).filter(Q(is_seen=True) | Q(public_headline__isnull=False))
    return _found(request, rows, ["words"], story_card)


def story_card(story: Any) -> dict[str, Any]:
    """The card of a story that `stories` found."""
    is_live = story.public_headline is not None
    return {
        "id": story.pk,
        "label": str(story) if story.is_seen else story.public_headline,
        "detail": "public" if is_live else "not public yet",
        "live": is_live,
    }


def _rows(request: HttpRequest, rows: QuerySet[Any], names: list[str]) -> list[Any]:
    ids = [int(pk) for pk in request.GET.getlist("id")[:100] if pk.isascii() and pk.isdigit()]
    if "id" in request.GET:
        return list(rows.filter(pk__in=[pk for pk in ids if pk < 2**63]))
    for word in request.GET.get("q", "")[:LONGEST_QUERY].replace("\x00", "").split()[:10]:
        match = Q()
        for name in names:
            match |= Q(**{f"{name}__icontains": word})
        rows = rows.filter(match)
    return list(rows.order_by("-pk")[:MOST])


def _found(
    request: HttpRequest,
    rows: QuerySet[Any],
    names: list[str],
    card: Callable[[Any], dict[str, Any]],
) -> JsonResponse:
    return _results([card(row) for row in _rows(request, rows, names)])


def _results(cards: list[dict[str, Any]]) -> JsonResponse:
    response = JsonResponse({"results": cards})
    response["Cache-Control"] = "no-store"
    return response


def _make(
    request: HttpRequest,
    form: ModelForm[Any],
    permission: str,
    card: Callable[[Any], dict[str, Any]],
) -> JsonResponse:
    if not request.user.has_perm(permission):
        sentence = "You may not add this. Ask the photo desk or an editor."
        return JsonResponse({"errors": {"__all__": [sentence]}}, status=403)
    if not form.is_valid():
        return JsonResponse({"errors": form.errors}, status=400)
    return JsonResponse(card(form.save()), status=201)
