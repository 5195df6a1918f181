"""Which characters may stand in our texts."""

from __future__ import annotations

import re
import unicodedata

LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
"""What other programs part lines with: Word's soft line break, the page break, Unicode's own."""

CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\u202a-\u202e\u2066-\u2069]")
"""C0 and C1 controls, and the bidirectional overrides that make text read as what it is not."""


def without_controls(text: str) -> str:
    """Text without control characters, lone surrogates or overrides; a line end is a newline."""
    whole = text.encode("utf-8", "ignore").decode("utf-8")
    return CONTROLS.sub("", LINE_ENDS.sub("\n", whole))


def plain_characters(text: str) -> str:
    """The same, in NFC. For words only: composed with a mark, the end of a tag is none."""
    return unicodedata.normalize("NFC", without_controls(text))
