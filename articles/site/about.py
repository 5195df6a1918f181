"""The paper about itself: its policies and imprint; and its own colours and logo, as files."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.urls.converters import StringConverter

from articles.markup.render import render
from articles.masthead.logo import Logo
from articles.masthead.policy import Policy
from articles.masthead.publication import Publication
from articles.site.media import FOR_EVER
from articles.site.metadata.listing import of_about
from articles.site.page import masthead, page
from articles.site.readers import for_readers


class Colours(StringConverter):
    """Two colours in an address: `96201b-f0958a`, for light and for dark pages; `x` is none."""

    regex = r"(?:[0-9a-f]{6}|x)-(?:[0-9a-f]{6}|x)"


class LogoName(StringConverter):
    """The name of a logo: hash and format."""

    regex = r"[0-9a-f]{32}\.(?:svg|png)"


@for_readers
def contents(_request: HttpRequest) -> HttpResponse:
    """All pages about the paper; 404 where there is none."""
    head = masthead()
    if not head["policies"]:
        message = "The paper says nothing of itself."
        raise Http404(message)
    metadata = of_about(reverse("site:abouts"), f"About {head['name']}", head)
    return page("about.html", {"metadata": metadata}, head=head)


@for_readers
def about(_request: HttpRequest, slug: str) -> HttpResponse:
    rows = Policy.objects.annotate(masthead=Publication.objects.masthead())
    policy = rows.filter(slug=slug).first()
    if policy is None:
        message = "No such page about the paper."
        raise Http404(message)
    body = render(policy.body, figures={}, stories={})
    metadata = of_about(policy.get_absolute_url(), policy.title, policy.masthead)
    context = {"policy": policy, "body": body, "metadata": metadata}
    return page("policy.html", context, head=policy.masthead)


@for_readers
def colours(_request: HttpRequest, colours: str) -> HttpResponseBase:
    """The paper's colours as a style sheet; of others there is none."""
    light, dark = read_colours(colours)
    if not Publication.objects.filter(accent=light, accent_dark=dark).exists():
        message = "These are not the paper's colours."
        raise Http404(message)
    response = style_sheet(light, dark)
    response["Cache-Control"] = FOR_EVER
    return response


def read_colours(colours: str) -> tuple[str, str]:
    """For light and for dark pages, `#` and six digits each; empty for none."""
    light, dark = (f"#{one}" if one != "x" else "" for one in colours.split("-"))
    return light, dark


def style_sheet(light: str, dark: str) -> HttpResponse:
    """The two accents; an empty one leaves the house's own."""
    rules = [f":root{{--accent:{light}}}"] if light else []
    if dark:
        rules.append(f"@media (prefers-color-scheme:dark){{:root{{--accent:{dark}}}}}")
    elif light:
        rules = [f"@media (prefers-color-scheme:light){{{rules[0]}}}"]
    return HttpResponse("\n".join(rules), content_type="text/css; charset=utf-8")


@for_readers
def logo(_request: HttpRequest, name: str) -> HttpResponse:
    """A logo's bytes, where nothing in them can run or fetch."""
    found = Logo.objects.filter(name=name).first()
    if found is None:
        message = "No such logo."
        raise Http404(message)
    response = HttpResponse(bytes(found.data), content_type=found.media_type)
    response["Cache-Control"] = FOR_EVER
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = (
        "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
    )
    return response
