"""Reads DATABASE_URL. A bad one is refused with a sentence that never shows the password."""

from __future__ import annotations

import re
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

ADDRESS = re.compile(r"postgres(ql)?://")
PORTS = re.compile(r"\d{1,5}(,\d{1,5})*")
EXAMPLE = (
    "Write it as postgresql://user:password@host:5432/database; in the password, write characters "
    "such as @ : / ? # % percent-encoded (%40 for @)."
)

PATIENCE = {"connect_timeout": "5", "tcp_user_timeout": "10000"}
"""Seconds, then milliseconds, after which a silent server counts as gone (libpq, 34.1.2): left to
the system that takes minutes, and every thread waits with it. The address may say otherwise."""


class BadAddress(ImproperlyConfigured):
    def __init__(self, fault: str) -> None:
        super().__init__(f"DATABASE_URL {fault}. {EXAMPLE}")


def parse(url: str) -> dict[str, Any]:
    """The entry of DATABASES for a connection URI, as libpq reads it (PostgreSQL manual, 34.1.1.2).

    `?host=/folder` names a socket's folder; sslmode, connect_timeout and libpq's other parameters
    become options, with `PATIENCE` where none is given. Raises BadAddress, which never repeats a
    part of the URI.
    """
    if not ADDRESS.match(url):
        raise BadAddress("is not an address of PostgreSQL")
    try:
        found = {name: str(value) for name, value in conninfo_to_dict(url).items()}
    except (ProgrammingError, UnicodeError):
        # Not chained: libpq's own message quotes the part it stumbles over.
        raise BadAddress("cannot be understood") from None
    name, port = found.pop("dbname", ""), found.pop("port", "")
    if not name:
        raise BadAddress("names no database")
    if port and not PORTS.fullmatch(port):
        raise BadAddress("has a port that is no number")
    if "@" in found.get("host", "") + name or "/" in name:  # a part of an unencoded password
        raise BadAddress("cannot be understood")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": found.pop("user", ""),
        "PASSWORD": found.pop("password", ""),
        "HOST": found.pop("host", ""),
        "PORT": port,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {**PATIENCE, **found},
        # No open session on template1 can so block the making of a test database.
        "TEST": {"TEMPLATE": "template0"},
    }
