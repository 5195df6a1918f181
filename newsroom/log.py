"""The log: each event is one line of JSON, and none says anything of a person.

A line has no address of a reader, no query, no cookie, no user name. Of an exception it has the
kinds and the places in the code, and not the words: these often quote what somebody typed.

Standard library alone: the server's own process, which knows nothing of Django, logs by it too.
"""

from __future__ import annotations

import json
import logging
import re
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from types import TracebackType
from typing import Any

SECRET_PATH = re.compile(r"/preview/.*", re.DOTALL)
"""What follows is the token of a preview link."""
LONGEST = 500
"""Characters of a path, and of a message, that are worth keeping."""
OF_REQUESTS = "granian.access"


class JsonLines(logging.Formatter):
    """`time` (UTC), `level`, `logger`, `message`; with `method`, `path` and `status` where it is
    about a request, `seconds` where that was measured, `exception` where something was raised.

    Line ends, control characters and all that is not ASCII are escaped, so a line stays a line.
    """

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "process": record.process,
            **_about(record),
        }
        if record.exc_info and record.exc_info[1] is not None:
            line["exception"] = without_words(record.exc_info[1])
        return json.dumps(line)


def _about(record: logging.LogRecord) -> dict[str, Any]:
    if record.name == OF_REQUESTS and isinstance(record.args, dict):
        return _request(record.args)
    message = SECRET_PATH.sub("/preview/", record.getMessage())[:LONGEST]
    request = getattr(record, "request", None)
    path = getattr(request, "path", None)
    if not isinstance(path, str):
        return {"message": message}
    return {
        "message": message,
        "method": getattr(request, "method", None),
        "path": without_secret(path),
        "status": getattr(record, "status_code", None),
    }


def _request(about: dict[str, Any]) -> dict[str, Any]:
    """A line of granian's access log, from the values that granian would write out."""
    return {
        "message": "request",
        "method": about["method"],
        "path": without_secret(about["path"]),
        "status": about["status"],
        "seconds": round(about["dt_ms"] / 1000, 4),
    }


def without_secret(path: str) -> str:
    return SECRET_PATH.sub("/preview/", path.partition("?")[0])[:LONGEST]


def without_words(error: BaseException) -> str:
    """Kinds and places of an exception and of those behind it, as Python writes a traceback."""
    return "".join(_chain(error, seen=set())).rstrip()


def _chain(error: BaseException, *, seen: set[int]) -> Iterator[str]:
    seen.add(id(error))
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None and id(before) not in seen:
        yield from _chain(before, seen=seen)
        yield "\n"
    yield from _places(error.__traceback__)
    kind = type(error)
    code = getattr(error, "sqlstate", None)  # PostgreSQL's, where it was that which refused
    yield f"{kind.__module__}.{kind.__qualname__}{f' ({code})' if code else ''}\n"


def _places(walked: TracebackType | None) -> Iterator[str]:
    for place in traceback.extract_tb(walked):
        yield f'File "{place.filename}", line {place.lineno}, in {place.name}\n'
