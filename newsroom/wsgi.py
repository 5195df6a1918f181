"""The WSGI application that granian, or any other WSGI server, serves.

Readers' pages stand in memory before Django is asked; a process of the desk alone shows none.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
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

application = _django if settings.ROLE == "desk" else PageCache(_django)
