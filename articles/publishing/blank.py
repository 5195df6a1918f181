"""Blanking: words leave an edition, and what is kept beside it, and a black bar stays. Pure."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from typing import Any

from articles.site.edition import Edition

BAR = "███"  # of one length, whatever stood there
TAG = re.compile(r"(<[^>]*>)")
SAID = re.compile(r'((?:alt|title|aria-label)=")([^"]*)(")')
"""The attributes of our own mark-up that hold words."""
FIELDS = (
    *("kicker", "headline", "standfirst", "dateline", "text", "note", "unknowns"),
    *("tags", "bylines", "figures", "sources", "asked", "corrections"),
)


class Blanking:
    """Some words, each as a whole, whatever their capitals; counts how often they stood there."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern = pattern
        self.count = 0

    @classmethod
    def of(cls, words: Iterable[str]) -> Blanking:
        longest_first = sorted({one.strip() for one in words}, key=len, reverse=True)
        found = "|".join(re.escape(one).replace(r"\ ", r"\s+") for one in longest_first)
        return cls(re.compile(rf"(?<!\w)(?:{found})(?!\w)", re.IGNORECASE))

    def stands_in(self, words: str) -> bool:
        return self.pattern.search(words) is not None

    def text(self, words: str) -> str:
        blanked, times = self.pattern.subn(BAR, words)
        self.count += times
        return blanked

    def value(self, value: Any) -> Any:
        """A value of JSON, with the words gone out of every string in it; keys stay."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, list):
            return [self.value(one) for one in value]
        if isinstance(value, dict):
            return {key: self.value(one) for key, one in value.items()}
        return value

    def markup(self, body: str) -> str:
        """Our own finished HTML: the words between tags, and those that attributes say."""
        return "".join(
            SAID.sub(lambda found: found[1] + self._escaped(found[2]) + found[3], part)
            if part.startswith("<")
            else self._escaped(part)
            for part in TAG.split(body)
        )

    def _escaped(self, words: str) -> str:
        plain = html.unescape(words)
        return html.escape(self.text(plain)) if self.stands_in(plain) else words

    def edition(self, edition: Edition) -> dict[str, Any]:
        """The fields that it changes, with their new values."""
        values = {name: self.value(getattr(edition, name)) for name in FIELDS}
        values["body_html"] = self.markup(edition.body_html)
        return {name: new for name, new in values.items() if new != getattr(edition, name)}
