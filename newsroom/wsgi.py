"""The WSGI application that granian, or any other WSGI server, serves.

Readers' pages stand in memory before Django is asked; a process of the desk alone shows none.
"""

from __future__ import annotations

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")

_django = get_wsgi_application()

from articles.site.cache.cache import PageCache  # noqa: E402  (it names models: Django stands first)

application = _django if settings.ROLE == "desk" else PageCache(_django)
