"""Asking a WSGI application as a server does, with nothing of Django's test client in between."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from io import BytesIO
from urllib.parse import unquote

from django.db import connection

from tests.postgres.house import eventually

HOST = "127.0.0.1"
STORY = "/2026/11/23/night-ferry/"
OLD, NEW = b"an hour earlier", b"two hours earlier"
"""What the story says, and what `test_fresh.next_edition` makes of it."""


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


def ask(application, address, method="GET", *, headers=None) -> Answer:
    path, _, query = address.partition("?")
    started = []
    environ = {
        "REQUEST_METHOD": method,
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote(path, encoding="latin-1"),
        "QUERY_STRING": query,
        "SERVER_NAME": "server",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": HOST,
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(),
        **{f"HTTP_{name.upper().replace('-', '_')}": one for name, one in (headers or {}).items()},
    }
    response = application(environ, lambda *given: started.append(given))
    body = b"".join(response)
    if hasattr(response, "close"):
        response.close()
    status, given = started[-1][:2]
    return Answer(int(status.split()[0]), {key.lower(): value for key, value in given}, body)


class Counted:
    """What stands behind the cache, and what it was asked for."""

    def __init__(self, application):
        self.application, self.asked = application, []

    def __call__(self, environ, start_response):
        query = environ["QUERY_STRING"]
        self.asked.append(environ["PATH_INFO"] + (f"?{query}" if query else ""))
        return self.application(environ, start_response)


class HeldUp:
    """Django, whose answers are made, but not handed over as long as the door is shut."""

    def __init__(self, django):
        self.django, self.door, self.is_made = django, threading.Event(), threading.Event()
        self.door.set()

    def __call__(self, environ, start_response):
        door = self.door  # that which is shut now, and not a later one
        response = self.django(environ, start_response)
        self.is_made.set()
        assert door.wait(20)
        return response

    def shut(self):
        self.is_made.clear()
        self.door = threading.Event()
        return self.door

    def let_pass(self):
        self.door = threading.Event()
        self.door.set()


def is_heard(watch):
    """That the watch knows of all that is committed."""
    return eventually(lambda: watch._heard and watch._heard.said.number == numbers_told())


def numbers_told():
    with connection.cursor() as cursor:
        cursor.execute("SELECT number FROM articles_public_version")
        return cursor.fetchone()[0]
