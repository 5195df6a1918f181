"""The smallest Django view that does one query: a row by its primary key, and a word of it.

Django as `startproject` makes it, on the newsroom's database; with NEWSROOM_BENCH_BARE even the
middleware of `startproject` is left out.
"""

from __future__ import annotations

import os

import django
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.urls import path

STARTPROJECT = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

settings.configure(
    SECRET_KEY="bench",  # noqa: S106 - nothing is signed
    ALLOWED_HOSTS=["127.0.0.1"],
    ROOT_URLCONF=__name__,
    MIDDLEWARE=[] if os.environ.get("NEWSROOM_BENCH_BARE") else STARTPROJECT,
    INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes"],
    USE_TZ=True,
    DATABASES={
        "default": {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": os.environ["NEWSROOM_BENCH_DATABASE"],
            "USER": os.environ["NEWSROOM_BENCH_USER"],
            "HOST": os.environ["NEWSROOM_BENCH_HOST"],
            "PORT": os.environ["NEWSROOM_BENCH_PORT"],
            "CONN_MAX_AGE": 60,
        }
    },
)
django.setup()


class Paper(models.Model):
    name = models.CharField(max_length=80)

    class Meta:
        app_label = "least"
        managed = False
        db_table = "articles_publication"

    def __str__(self) -> str:
        return self.name


def name(_request: HttpRequest) -> HttpResponse:
    return HttpResponse(Paper._default_manager.get(pk=1).name)


urlpatterns = [path("", name)]
application = get_wsgi_application()
