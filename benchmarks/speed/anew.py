"""The newsroom with a memory for nothing: each request makes its page, however many ask at once."""

from __future__ import annotations

from newsroom import wsgi

# Django stands before what names models.
# isort: split
from articles.site.cache.cache import PageCache
from articles.site.cache.kept import Kept
from articles.site.cache.memory import Name
from articles.site.cache.watch import Era


class Anew(PageCache):
    def _made(self, name: Name, _old: Kept | None, era: Era | None) -> Kept:
        return self._fresh(name, None, era)


application = Anew(wsgi._django, bound=0)
