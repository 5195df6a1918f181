"""Letters out of bytes that do not say how they were written, or say it wrongly."""

from __future__ import annotations

CUT_OFF = "unexpected end of data"
"""Why Python's decoder stops where the last character of a text has lost its end."""


def decoded(data: bytes, *, is_utf8: bool = False, limit: int = 0) -> str:
    """UTF-8 where the bytes are that, else Windows-1252, as most old files are.

    A field of `limit` bytes may have been cut in the middle of a character: the rest of that
    character is dropped, and the text stays UTF-8. `is_utf8` is what the file claims.
    """
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        whole = data[: error.start]
        surely = is_utf8 or not whole.isascii() or (limit and len(data) >= limit)
        if error.reason == CUT_OFF and surely:
            return whole.decode()
    return data.decode("cp1252", errors="replace")
