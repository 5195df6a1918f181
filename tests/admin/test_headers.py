"""What the desk's answers tell the browser, and which process answers which addresses."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings as project
from django.contrib.auth.models import User

from tests.admin.addresses import PLACES, one_of_each
from tests.admin.page import Page
from tests.builders import a_user

pytestmark = pytest.mark.django_db

ROOT = Path(__file__).resolve().parent.parent.parent
CACHEABLE = {"jsi18n"}
"""The words of the interface: the same for everybody."""


def directives(response):
    policy = response["Content-Security-Policy"]
    return {words[0]: words[1:] for part in policy.split(";") if (words := part.split())}


@pytest.fixture
def answers(db, at_desk):
    """What each address says to somebody who may do everything."""
    boss = a_user("boss", is_superuser=True)
    ids, client = one_of_each(created_by=boss), at_desk(boss)
    return {place: client.get(place.address(ids.get(place.model, 1))) for place in PLACES}


def test_every_page_of_the_desk_is_shut_to_strangers_scripts(answers):
    for place, response in answers.items():
        policy = directives(response)
        assert policy["default-src"] == ["'none'"], place
        assert policy["object-src"] == policy["base-uri"] == ["'none'"], place
        assert policy["form-action"] == ["'self'"], place
        framed_by = ["'self'"] if place.act == "preview" else ["'none'"]
        assert policy["frame-ancestors"] == framed_by, place
        for words in policy.values():
            assert not {"'unsafe-inline'", "'unsafe-eval'", "*", "data:", "https:"} & set(
                words if words is not policy["img-src"] else []
            ), place
        assert all(word == "'self'" or word.startswith("'nonce-") for word in policy["script-src"])


def test_every_page_of_the_desk_is_kept_by_no_cache(answers):
    for place, response in answers.items():
        if place.name not in CACHEABLE:
            assert {"no-store", "private"} <= set(response["Cache-Control"].split(", ")), place


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("X-Content-Type-Options", "nosniff"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    ],
)
def test_every_page_of_the_desk_has_the_header(name, value, answers):
    for place, response in answers.items():
        assert response[name] == value, place


def test_no_page_of_the_desk_tells_other_sites_its_address(answers):
    for place, response in answers.items():
        wanted = "no-referrer" if place.act == "preview" else "strict-origin-when-cross-origin"
        assert response["Referrer-Policy"] == wanted, place
        frame = "SAMEORIGIN" if place.act == "preview" else "DENY"
        assert response["X-Frame-Options"] == frame, place


def test_every_script_of_the_desk_is_a_file_or_carries_the_nonce(answers):
    for place, response in answers.items():
        if response.status_code != 200 or "html" not in response["Content-Type"]:
            continue
        nonces = [word[7:-1] for word in directives(response)["script-src"] if "nonce" in word]
        for script in Page(response).all("script"):
            kind = script.attributes.get("type", "text/javascript")
            if "src" not in script.attributes and kind in {
                "text/javascript",
                "importmap",
                "module",
            }:
                assert script.attributes.get("nonce") in nonces, (place, script)
        assert not [one for one in Page(response).elements if "style" in one.attributes], place


def test_a_nonce_is_used_once(at_desk):
    client = at_desk("reporter")
    policies = {
        client.get("/admin/articles/story/add/")["Content-Security-Policy"] for _ in range(3)
    }

    assert len(policies) == 3
    assert all("'nonce-" in policy for policy in policies)


def test_the_log_in_s_cookies_are_out_of_a_script_s_reach(client):
    a_user("ines", "Reporter")

    client.post("/admin/login/", {"username": "ines", "password": "ines-has-a-long-password"})

    session = client.cookies[project.SESSION_COOKIE_NAME]
    assert session["httponly"]
    assert session["samesite"] == "Lax"
    assert client.cookies["csrftoken"]["samesite"] == "Lax"


def test_logging_out_ends_the_session(reporter, at_desk):
    client = at_desk(User.objects.get())
    client.post("/admin/logout/")

    assert client.get("/admin/").status_code == 302


ASK = """
import django; django.setup()
from django.test import Client
from django.conf import settings
settings.ALLOWED_HOSTS = ["testserver"]
from django.test.utils import setup_databases
import sys
for path in sys.argv[1:]:
    print(path, Client(raise_request_exception=False).get(path).status_code)
"""
PATHS = ["/admin/", "/admin/login/", "/", "/section/harbour/", "/2026/", "/robots.txt", "/healthz"]


def asked(role, **environment):
    """What a process of that role answers, on the tests' own database."""
    database = project.DATABASES["default"]
    done = subprocess.run(
        [sys.executable, "-c", ASK.replace("settings.ALLOWED", database_line(database)), *PATHS],
        cwd=ROOT,
        env={**os.environ, "NEWSROOM_ROLE": role, "DJANGO_SETTINGS_MODULE": "tests.settings"},
        capture_output=True,
        text=True,
        check=True,
    )
    return dict(line.rsplit(" ", 1) for line in done.stdout.splitlines())


def database_line(database):
    return f"settings.DATABASES['default']['NAME'] = {database['NAME']!r}\nsettings.ALLOWED"
