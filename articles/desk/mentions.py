"""Mentions: the log-ins that a note names with an @."""

from __future__ import annotations

import re

MENTION = re.compile(r"(?<![\w@.])@(?P<name>[\w.+-]+(?:@[\w.-]+)?)")


def names_in(text: str) -> list[str]:
    """Each once, in the order of the text. A full stop behind a name ends the sentence."""
    found = (match["name"].rstrip(".-+") for match in MENTION.finditer(text))
    return list(dict.fromkeys(name for name in found if name))
