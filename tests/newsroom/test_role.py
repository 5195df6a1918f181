"""NEWSROOM_ROLE: a process of the site has no desk, one of the desk has no pages for readers."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.site.cache.servers import ROOT, database_url

LOOK = """
import json, django
from django.core.management import call_command
django.setup()
call_command("check", fail_level="WARNING")
from django.test import Client
client = Client(headers={"host": "localhost"})
ask = lambda address: client.get(address).status_code
print(json.dumps({one: ask(one) for one in %r}))
"""
ADDRESSES = [
    *("/healthz", "/readyz", "/", "/feed/", "/search/", "/robots.txt"),
    *("/admin/", "/admin/login/", "/admin/articles/story/", "/preview/x/"),
]


@pytest.fixture
def asked(db, tmp_path):
    def ask(role):
        said = subprocess.run(
            [sys.executable, "-c", LOOK % ADDRESSES],
            cwd=ROOT,
            env={
                **os.environ,
                "DJANGO_SETTINGS_MODULE": "newsroom.settings",
                "NEWSROOM_ROLE": role,
                "NEWSROOM_VAR": str(tmp_path),
                "NEWSROOM_DEBUG": "1",
                "DATABASE_URL": database_url(),
            },
            capture_output=True,
            text=True,
            check=True,
        )
        return json.loads(said.stdout.splitlines()[-1])

    return ask


def test_a_process_of_the_site_knows_no_desk(asked):
    found = asked("site")

    desk = {one: status for one, status in found.items() if one.startswith(("/admin", "/preview"))}
    assert set(desk.values()) == {404}
    assert {status for one, status in found.items() if one not in desk} == {200}


def test_a_process_of_the_desk_shows_no_page_for_readers(asked):
    found = asked("desk")

    assert [found[one] for one in ("/", "/feed/", "/search/", "/robots.txt")] == [404] * 4
    assert [found[one] for one in ("/healthz", "/readyz", "/admin/login/")] == [200] * 3
    assert [found[one] for one in ("/admin/", "/admin/articles/story/")] == [302, 302]
