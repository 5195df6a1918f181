"""The pictures that an act on many is about: named by their ids in the address."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from articles.desk.photos.photo import Photo

MOST = 200
TOO_MANY = f"Choose at most {MOST} pictures at a time."


def act_on(photos: QuerySet[Photo], page: str, request: HttpRequest) -> HttpResponse | None:
    """The way from the list to the page that acts on what was ticked there."""
    ids = list(photos.values_list("pk", flat=True)[: MOST + 1])
    if len(ids) > MOST:
        messages.error(request, TOO_MANY)
        return None
    return HttpResponseRedirect(address_of(page, ids))


def address_of(page: str, ids: list[int]) -> str:
    return f"{reverse(page)}?{urlencode({'ids': ','.join(map(str, ids))}, safe=',')}"


def chosen(request: HttpRequest) -> list[Photo]:
    """The pictures of the address that the person may see, in the order in which they are named.

    Raises PermissionDenied for who may not change pictures.
    """
    if not request.user.has_perm("articles.change_photo"):
        raise PermissionDenied
    ids = [
        int(part)
        for part in request.GET.get("ids", "").split(",")[:MOST]
        if part.isascii() and part.isdigit() and int(part) < 2**63
    ]
    seen = Photo.objects.visible_to(request.user).prefetch_related("leases").in_bulk(ids)
    return [seen[pk] for pk in dict.fromkeys(ids) if pk in seen]
