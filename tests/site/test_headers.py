"""What answers to readers tell the browser: a policy of their own, stricter than the desk's."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db.utils import OperationalError

from tests.admin.test_headers import directives
from tests.builders import MONDAY_NOON, an_edition

pytestmark = pytest.mark.django_db

STORY = "/2026/11/23/night-ferry/"
GONE = "/2026/11/23/lost-ferry/"
NOWHERE = ["/nonsense/", "/preview/nonsense/", "/2026/11/23/nonsense/report/"]
ANSWERS = [
    *((path, 200) for path in ("/", "/search/?q=ferry", "/feed/", "/sitemap.xml", "/robots.txt")),
    *((path, 200) for path in (STORY, f"{STORY}history/", f"{STORY}report/")),
    *((path, 301) for path in (STORY.rstrip("/"), "/admin")),
    (GONE, 410),
    *((path, 404) for path in NOWHERE),
]
POLICY = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
}


@pytest.fixture
def paper(db):
    an_edition()
    lost = an_edition(slug="lost-ferry")
    again = {"story_key": lost.story_key, "slug": lost.slug, "number": 2}
    later = {"goes_live_at": MONDAY_NOON + timedelta(hours=1), "first_published_at": MONDAY_NOON}
    an_edition(kind="withdrawal", note="Wrong.", **again, **later)


@pytest.mark.parametrize(("path", "status"), ANSWERS)
def test_every_answer_to_readers_has_their_policy(client, paper, path, status):
    response = client.get(path)

    assert response.status_code == status
    assert directives(response) == POLICY
    assert "X-Frame-Options" not in response  # frame-ancestors says it


@pytest.mark.parametrize(("error", "status"), [(RuntimeError, 500), (OperationalError, 503)])
def test_a_failure_has_their_policy_too(client, monkeypatch, error, status):
    def broken(*_args):
        raise error

    monkeypatch.setattr("articles.site.listings.standing_front", broken)
    client.raise_request_exception = False
    response = client.get("/")

    assert response.status_code == status
    assert directives(response) == POLICY


def test_nothing_is_allowed_that_the_desk_is_not(client):
    desk = directives(client.get("/admin/login/"))

    for name, words in POLICY.items():
        assert set(words) <= {"'none'", *desk[name]}, name
    assert set(desk) - set(POLICY) == {"connect-src", "font-src", "object-src"}
