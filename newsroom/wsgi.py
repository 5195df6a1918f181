"""The WSGI application that granian, or any other WSGI server, serves.

Readers' pages stand in memory before Django is asked; a process of the desk alone shows none.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")

_handler = get_wsgi_application()


def _django(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """Django, told of the scheme that browsers use: TLS ends in front of this process."""
    if settings.HTTPS:
        environ["wsgi.url_scheme"] = "https"
    return _handler(environ, start_response)


from articles.site.cache.cache import PageCache  # noqa: E402  (it names models: Django stands first)
from articles.site.cache.shared import Shared  # noqa: E402
from articles.site.freshness import code_of  # noqa: E402


def _shared() -> Shared | None:
    """What the workers of one server share; a server that is not ours has no place for it."""
    folder = os.environ.get("NEWSROOM_PAGES")
    return Shared(Path(folder), code_of(settings.ROOT)) if folder else None


application = _django if settings.ROLE == "desk" else PageCache(_django, shared=_shared())
