"""A page of each kind that the demo's readers find: accessible, and light to fetch."""

from __future__ import annotations

import gzip

from articles.site.edition import Edition
from articles.vocabulary import EditionKind
from tests.journeys.test_axe import findings

HTML, STYLES, FIRST_VIEW = 40_000, 20_000, 250_000
"""Bytes, compressed as they are sent: the page budget. The first view is all that is fetched."""
TELEPHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2}


def kinds_of_page():
    corrected = Edition.objects.get(kind=EditionKind.CORRECTION).get_absolute_url()
    withdrawn = Edition.objects.get(kind=EditionKind.WITHDRAWAL).get_absolute_url()
    longest = Edition.objects.live().order_by("-word_count")[0].get_absolute_url()
    return [
        *("/", "/section/news/", "/tag/tides/", "/by/ruth-thorsby/", f"{longest[:6]}", longest[:8]),
        *(longest, corrected, withdrawn, f"{corrected}history/", f"{corrected}history/2/"),
        *(f"{corrected}report/", "/corrections/", "/about/", "/about/how-we-work/", "/nothing/"),
    ]


def they_are_accessible(visit):
    """Everything that axe knows, in both colour schemes."""
    page = visit(bypass_csp=True)
    for path in kinds_of_page():
        page.goto(path)
        assert findings(page) == [], path


def they_are_light(visit):
    page = visit(**TELEPHONE)
    answers = []
    page.on("response", lambda one: answers.append(one))  # noqa: PLW0108 (Playwright marks it)
    for path in kinds_of_page():
        answers.clear()
        page.goto(path, wait_until="networkidle")
        sizes = {one.url: (kind(one), size(one)) for one in answers if not 300 <= one.status < 400}
        per_kind = {"html": 0, "css": 0}
        for what, count in sizes.values():
            per_kind[what] = per_kind.get(what, 0) + count
        assert per_kind["html"] <= HTML, (path, sizes)
        assert 0 < per_kind["css"] <= STYLES, (path, sizes)
        assert sum(per_kind.values()) <= FIRST_VIEW, (path, sizes)


def kind(response):
    return response.headers.get("content-type", "").partition(";")[0].rpartition("/")[2]


def size(response):
    """Of words as they go over the wire: the server of the tests does not compress style sheets."""
    body = response.body()
    is_text = kind(response) in {"html", "css", "javascript", "svg+xml"}
    return len(gzip.compress(body)) if is_text else len(body)
