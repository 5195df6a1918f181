"""The preview of a front: the draft as readers would get it, with the site's own templates."""

from __future__ import annotations

from dataclasses import asdict, replace

from csp.decorators import csp_replace
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from articles.admin.door import SELF
from articles.admin.fronts.compose import seen_front
from articles.admin.look import moment_of, unkept
from articles.desk.fronts.draft import draft_of
from articles.masthead.section import HOME
from articles.site.listings import home_page, section_page
from articles.site.standing_front import standing_front


@require_safe
@xframe_options_sameorigin
@csp_replace({"frame-ancestors": [SELF]})  # type: ignore[arg-type]
def preview_page(request: HttpRequest, pk: int) -> HttpResponse:
    """The page as it would be now, or at `?at=`, with the stories that are live at that moment."""
    front = seen_front(request, pk)
    moment = moment_of(request) or timezone.now()
    slots = [asdict(place) for place in draft_of(front)]
    standing = replace(standing_front(front.slug, moment), slots=slots, since=None)
    if front.slug == HOME:
        return unkept(home_page(standing, moment))
    return unkept(section_page(front.slug, standing, moment))
