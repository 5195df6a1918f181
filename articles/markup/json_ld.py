"""Data inside a page, for machines: no value can end the element it stands in."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from django.utils.safestring import SafeString

ESCAPED = {one: f"\\u{ord(one):04X}" for one in "<>&\u2028\u2029"}


def json_ld(values: Mapping[str, Any]) -> SafeString:
    """A JSON-LD block (W3C JSON-LD 1.1, 7). It is data: no browser runs it, so no policy of
    scripts concerns it."""
    data = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    for one, escaped in ESCAPED.items():  # ten times as quick as `translate`
        data = data.replace(one, escaped)
    return SafeString(f'<script type="application/ld+json">{data}</script>')
