"""Stories' pages put together from their plates, without entering Django.

Django answers the first of them in each process; its headers are those of all the others, but for
the few that tell of the page itself. It also answers wherever there is no plate that fits, and
where PostgreSQL does not answer.
"""

from __future__ import annotations

import re
from datetime import date

from django.utils import timezone
from django.utils.http import http_date

from articles.site.cache.kept import Headers, Kept, kept
from articles.site.cache.lines import FAILURES, Lines
from articles.site.cache.memory import Name
from articles.site.cache.watch import Era
from articles.site.plate import Setting, setting

STORY = re.compile(r"/(\d{4})/(\d\d)/(\d\d)/([-\w]+)/", re.ASCII)
ITS_OWN = {"etag", "last-modified", "content-length"}


class Plates:
    def __init__(self) -> None:
        self.lines = Lines()
        self._headers: Headers | None = None

    def learn(self, name: Name, headers: Headers) -> None:
        """Takes the headers of a page that Django has answered with 200."""
        if STORY.fullmatch(name[0]):
            self._headers = [one for one in headers if one[0].lower() not in ITS_OWN]

    def page(self, name: Name, old: Kept | None, era: Era | None) -> Kept | None:
        """The story's page as it is to be kept in that era; None where Django has to answer."""
        found = STORY.fullmatch(name[0])
        if found is None or self._headers is None or era is None:
            return None
        year, month, day, slug = found.groups()
        try:
            ready = self._setting(date(int(year), int(month), int(day)), slug)
        except ValueError:  # no such day
            return None
        if ready is None:
            return None
        if old is not None and old.tag == ready.tag:
            return old.again(era)
        plain, pressed = ready.page()
        modified = http_date(ready.modified)
        headers = [*self._headers, ("ETag", ready.tag), ("Last-Modified", modified)]
        return kept("200 OK", headers, plain, era=era, pressed=pressed)

    def _setting(self, day: date, slug: str) -> Setting | None:
        try:
            with self.lines.one() as line:
                return setting(line.pgconn, timezone.now(), day, slug)
        except FAILURES:
            return None
