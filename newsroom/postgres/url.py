"""Reads DATABASE_URL. A bad one is refused with a sentence that never shows the password."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

SCHEMES = {"postgres", "postgresql"}
EXAMPLE = "postgresql://user:password@host:5432/database"


def parse(url: str) -> dict[str, Any]:
    """The entry of DATABASES for a libpq connection URI (PostgreSQL manual, 34.1.1.2).

    `?host=/folder` names a socket's folder; other parameters, such as sslmode, become options.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        message = f"DATABASE_URL has a port that is no number. Write it as {EXAMPLE}."
        raise ImproperlyConfigured(message) from error
    if parts.scheme not in SCHEMES:
        message = f"DATABASE_URL is not an address of PostgreSQL. Write it as {EXAMPLE}."
        raise ImproperlyConfigured(message)
    name = unquote(parts.path.removeprefix("/"))
    if not name or "/" in name:
        message = f"DATABASE_URL names no database. Write it as {EXAMPLE}."
        raise ImproperlyConfigured(message)
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", "") or unquote(parts.hostname or ""),
        "PORT": str(port or ""),
        "OPTIONS": options,
        "CONN_HEALTH_CHECKS": True,
        "TEST": {"TEMPLATE": "template0"},
    }
