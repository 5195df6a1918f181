"""Cursors: a story's place in a listing, as it stands in `?before=`. Opaque to readers."""

from __future__ import annotations

import base64
import re
import struct
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
PLACE = struct.Struct(">q16s")  # microseconds since 1970, then the story's key: 24 bytes
WRITTEN = re.compile(r"[A-Za-z0-9_-]{32}\Z")  # the same in base64url (RFC 4648), without padding


class CursorError(ValueError):
    """The text is no cursor of ours."""


@dataclass(frozen=True)
class Cursor:
    """The moment of a story's first publication, to the microsecond, and the story's key."""

    moment: datetime
    story_key: uuid.UUID

    def __str__(self) -> str:
        microseconds = (self.moment - EPOCH) // MICROSECOND
        place = PLACE.pack(microseconds, self.story_key.bytes)
        return base64.urlsafe_b64encode(place).decode("ascii")

    @classmethod
    def read(cls, text: str) -> Cursor:
        """Raises CursorError for whatever `str(cursor)` has not written."""
        if not WRITTEN.match(text):
            message = "A cursor has 32 letters, digits, hyphens and underlines."
            raise CursorError(message)
        microseconds, key = PLACE.unpack(base64.urlsafe_b64decode(text))
        try:
            return cls(EPOCH + microseconds * MICROSECOND, uuid.UUID(bytes=key))
        except OverflowError as error:
            message = "The cursor's moment lies outside the calendar."
            raise CursorError(message) from error
