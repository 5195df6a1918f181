"""The log: a line for each event, and nothing of a person in it."""

from __future__ import annotations

import json
import logging
import re

import pytest
from django.db import connection
from django.db.utils import DatabaseError
from django.test import RequestFactory

from newsroom.log import JsonLines
from newsroom.settings import LOGGING

SECRET = "canary@example.org"


@pytest.fixture
def logged():
    """What a logger writes in this test, line by line."""
    lines: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: lines.append(JsonLines().format(record))
    logging.getLogger().addHandler(handler)
    yield lines
    logging.getLogger().removeHandler(handler)


def test_an_event_is_one_line_whatever_stands_in_it(logged):
    logging.getLogger("newsroom").warning("first\nsecond\x1b[31m\u2028 %s", "é\r\n{}")

    (line,) = logged
    assert re.fullmatch(r"[ -~]+", line)
    event = json.loads(line)
    assert event["message"] == "first\nsecond\x1b[31m\u2028 é\r\n{}"
    assert (event["level"], event["logger"]) == ("warning", "newsroom")
    assert event["time"].endswith("+00:00")


def test_a_page_that_is_not_there_is_logged_without_its_query(client, db, logged):
    client.get(f"/nothing%0A/?q={SECRET}", headers={"user-agent": SECRET, "cookie": SECRET})

    (line,) = logged
    event = json.loads(line)
    assert event["message"] == "Not Found: /nothing\\n/"
    assert (event["method"], event["path"], event["status"]) == ("GET", "/nothing\n/", 404)
    assert SECRET not in line


def test_the_token_of_a_preview_link_is_not_logged(client, db, logged):
    client.get(f"/preview/{SECRET}/")

    (line,) = logged
    assert json.loads(line)["path"] == "/preview/"
    assert SECRET not in line


def test_an_exception_tells_kinds_and_places_but_no_words(logged, db):
    def fail(secret):
        try:
            connection.cursor().execute("SELECT %s::integer", [secret])
        except DatabaseError as error:
            raise ValueError(secret) from error

    try:
        fail(SECRET)
    except ValueError:
        logging.getLogger("newsroom").exception("It failed.")

    (line,) = logged
    told = json.loads(line)["exception"]
    assert SECRET not in line
    assert "in fail\n" in told
    assert "psycopg.errors.InvalidTextRepresentation (22P02)" in told
    assert told.endswith("builtins.ValueError")


def test_an_exception_that_goes_round_in_a_circle_ends(logged):
    first, second = ValueError(), ValueError()
    first.__cause__, second.__cause__ = second, first

    logging.getLogger("newsroom").error("Round.", exc_info=first)

    assert json.loads(logged[0])["exception"] == "builtins.ValueError\n\nbuiltins.ValueError"


def test_a_request_that_fails_is_logged_with_its_place(logged):
    request = RequestFactory().get("/", {"q": SECRET})
    logging.getLogger("django.request").error(
        "Internal Server Error: %s", "/", extra={"request": request, "status_code": 500}
    )

    event = json.loads(logged[0])
    assert (event["path"], event["status"]) == ("/", 500)
    assert SECRET not in logged[0]


def test_an_access_line_has_no_address_and_no_query(logged):
    about = {
        "addr": "192.0.2.7",
        "time": "now",
        "dt_ms": 1.26,
        "status": 200,
        "method": "GET",
        "path": f"/preview/{SECRET}/",
        "query_string": f"q={SECRET}",
        "protocol": "HTTP/1.1",
    }
    record = logging.LogRecord("granian.access", 20, "", 0, "%(addr)s", (about,), None)

    event = json.loads(JsonLines().format(record))
    assert event["message"] == "request"
    assert (event["path"], event["status"], event["seconds"]) == ("/preview/", 200, 0.0013)
    assert not {"192.0.2.7", SECRET} & set(map(str, event.values()))


def test_the_project_logs_in_lines():
    assert LOGGING["formatters"]["json"] == {"()": "newsroom.log.JsonLines"}
