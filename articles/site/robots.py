"""What robots and browsers ask for at addresses of their own choosing."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.templatetags.static import static

from articles.site.readers import for_readers

RULES = """\
User-agent: *
Disallow: /admin/

Sitemap: {site}/sitemap.xml
Sitemap: {site}/sitemap-news.xml
"""
"""RFC 9309, and the sitemaps as sitemaps.org has them named: by their whole address."""


@for_readers
def robots(_request: HttpRequest) -> HttpResponse:
    return HttpResponse(
        RULES.format(site=settings.SITE_URL), content_type="text/plain; charset=utf-8"
    )


@for_readers
def icon(_request: HttpRequest) -> HttpResponse:
    """Browsers that read no `<link rel="icon">` ask here."""
    return HttpResponseRedirect(static("articles/site/icon.png"))
