"""Addresses in finished HTML, made to hold wherever it is read."""

from __future__ import annotations

import re

from django.utils.safestring import SafeString

TAG = re.compile(r"<[a-z][^<>]*>")
OWN = re.compile(r'(\s(?:href|src)=")(?=/)')
SRCSET = re.compile(r'(\ssrcset=")([^"]*)"')


def absolute(body_html: str, origin: str) -> SafeString:
    """A body that `render` made, with `origin` before each path of our own site.

    In finished HTML no bare “<” or “>” stands in a text or a value, so its tags are found exactly,
    and words that look like an attribute stay as they are.
    """
    return SafeString(TAG.sub(lambda found: _in_tag(found[0], origin), body_html))


def _in_tag(tag: str, origin: str) -> str:
    def candidates(found: re.Match[str]) -> str:
        each = (one.strip() for one in found[2].split(","))
        return (
            f'{found[1]}{", ".join(f"{origin}{one}" if one[:1] == "/" else one for one in each)}"'
        )

    return SRCSET.sub(candidates, OWN.sub(lambda found: found[1] + origin, tag))
