"""The rich editor on a page of the admin, under the strict content policy."""

from __future__ import annotations

from typing import Any

import js_asset
from django.http import HttpRequest


def with_nonce(media: Any, request: HttpRequest) -> Any:
    """The page's media; the editor's import map is an inline script, which needs the nonce."""
    return js_asset.Media.from_media(media, nonce=str(getattr(request, "csp_nonce", "")))
