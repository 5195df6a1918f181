"""Wagtail's project template, DEBUG off; its cache is left out with NEWSROOM_BENCH_UNCACHED."""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(os.environ["NEWSROOM_BENCH_PEER"])
SECRET_KEY = "bench"  # noqa: S105 - nobody logs in
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1"]

INSTALLED_APPS = [
    "benchmarks.peer",
    "wagtail.contrib.redirects",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

_PAGE = [
    "django.middleware.gzip.GZipMiddleware",  # what is kept is pressed already
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]
MIDDLEWARE = (
    _PAGE
    if os.environ.get("NEWSROOM_BENCH_UNCACHED")
    else [
        "django.middleware.cache.UpdateCacheMiddleware",
        *_PAGE,
        "django.middleware.cache.FetchFromCacheMiddleware",
    ]
)
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
CACHE_MIDDLEWARE_SECONDS = 3600

ROOT_URLCONF = "benchmarks.peer.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": os.environ["NEWSROOM_BENCH_PEER_DATABASE"],
        "USER": os.environ["NEWSROOM_BENCH_USER"],
        "HOST": os.environ["NEWSROOM_BENCH_HOST"],
        "PORT": os.environ["NEWSROOM_BENCH_PORT"],
        "CONN_MAX_AGE": 60,
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LANGUAGE_CODE = "en-gb"
USE_TZ = True
STATIC_URL = "/static/"
MEDIA_ROOT, MEDIA_URL = FOLDER / "media", "/media/"
WAGTAIL_SITE_NAME = "The paper"
WAGTAILADMIN_BASE_URL = "http://127.0.0.1"
