"""Who sits at the desk: a client for each of the cast, and posting as the page itself would."""

from __future__ import annotations

import pytest
from django.test import Client

CAST = {
    "reporter": "reporter",
    "sub-editor": "sub_editor",
    "editor": "editor",
    "photo": "photo_desk",
    "legal": "legal",
    "admin": "administrator",
}
"""What the tables call each role, and its fixture."""


@pytest.fixture
def at_desk(request):
    """A client logged in as a user, or as the one of the cast who has that role."""

    def sit_down(who, **options):
        client = Client(**options)
        user = request.getfixturevalue(CAST[who]) if isinstance(who, str) else who
        client.force_login(user)
        return client

    return sit_down
