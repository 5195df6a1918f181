"""Cursors: what is written is read again, and nothing else is."""

from __future__ import annotations

import base64
import struct
import uuid
from datetime import UTC, datetime

import pytest

from articles.site.cursor import Cursor, CursorError

KEY = uuid.UUID("0f8fad5b-d9cb-469f-a165-70867728950e")


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2026, 11, 23, 12, 0, 0, 123457, tzinfo=UTC),
        datetime(1970, 1, 1, tzinfo=UTC),
        datetime(1890, 5, 1, 8, 30, tzinfo=UTC),
        datetime(9999, 12, 31, 23, 59, 59, 999999, tzinfo=UTC),
    ],
)
def test_a_place_comes_back_to_the_microsecond(moment):
    cursor = Cursor(moment, KEY)

    assert Cursor.read(str(cursor)) == cursor
    assert str(cursor).replace("-", "").replace("_", "").isalnum()


FAR_AWAY = base64.urlsafe_b64encode(struct.pack(">q16s", 2**62, KEY.bytes)).decode()
LONG_AGO = base64.urlsafe_b64encode(struct.pack(">q16s", -(2**62), KEY.bytes)).decode()


@pytest.mark.parametrize(
    "text",
    ["1", "a" * 31, "a" * 33, "!" * 32, "ä" * 32, "\x00" * 32, "a" * 32 + "\n", FAR_AWAY, LONG_AGO],
)
def test_whatever_we_have_not_written_is_refused(text):
    with pytest.raises(CursorError):
        Cursor.read(text)
