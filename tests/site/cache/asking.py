"""Asking a WSGI application as a server does, with nothing of Django's test client in between."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from urllib.parse import unquote

HOST = "127.0.0.1"


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
