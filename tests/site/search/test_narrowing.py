"""The fields that narrow a search: folded until one of them says something."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("fields", "is_open"),
    [
        ({}, False),
        ({"q": "ferry"}, False),
        ({"q": "ferry", "section": "harbour"}, True),
        ({"q": "ferry", "until": "2026-11-23"}, True),
        ({"q": "ferry", "until": "soon"}, True),
        ({"q": "ferry", "sort": "newest"}, True),
    ],
)
def test_they_are_seen_where_they_say_something(client, fields, is_open):
    html = client.get("/search/", fields).content.decode()

    assert ('<details class="search-narrow" open>' in " ".join(html.split())) is is_open
