"""Which addresses this process answers: the desk's, the site's, or both (NEWSROOM_ROLE)."""

from __future__ import annotations

from django.conf import settings
from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

from newsroom import health

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", health.process_is_up),
    path("readyz", health.ready),
]
if settings.ROLE in {"all", "desk"}:
    urlpatterns.append(path("admin/", admin.site.urls))
    urlpatterns.append(path("preview/", include("articles.admin.outsiders")))
    urlpatterns.append(path("", include("articles.admin.from_readers")))
urlpatterns.append(path("", include("articles.site.urls")))

handler404 = "articles.site.errors.not_found"
