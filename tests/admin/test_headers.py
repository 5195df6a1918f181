"""What the desk's answers tell the browser, and which process answers which addresses."""

from __future__ import annotations

import importlib

import pytest
from django.conf import settings as project
from django.db import transaction
from django.test import Client, override_settings
from django.urls import clear_url_caches

import newsroom.urls
from articles.site.picture import PublicPicture
from tests.admin.addresses import PLACES, one_of_each
from tests.admin.page import Page
from tests.builders import a_ready_story, a_user, an_edition

pytestmark = pytest.mark.django_db

CACHEABLE = {"jsi18n"}
"""The words of the interface: the same for everybody."""


def directives(response):
    policy = response["Content-Security-Policy"]
    return {words[0]: words[1:] for part in policy.split(";") if (words := part.split())}


@pytest.fixture(scope="module")
def answers(django_db_setup, django_db_blocker, tmp_path_factory):
    """What each address says to somebody who may do everything; asked once, and taken back."""
    media = tmp_path_factory.mktemp("answers")
    with django_db_blocker.unblock(), transaction.atomic(), override_settings(MEDIA_ROOT=media):
        boss, client = a_user("boss", is_superuser=True), Client()
        client.force_login(boss)
        ids = one_of_each(created_by=boss)
        said = {place: client.get(place.address(ids.get(place.model, 1))) for place in PLACES}
        for response in said.values():
            b"".join(response)  # to its end, which closes its file
        transaction.set_rollback(True)
    return said


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
        if place.name not in CACHEABLE and response.status_code < 400:
            assert {"no-store", "private"} <= set(response.get("Cache-Control", "").split(", ")), (
                place
            )


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
        wanted = {"preview": "no-referrer", "share": "same-origin"}
        usual = "strict-origin-when-cross-origin"
        assert response["Referrer-Policy"] == wanted.get(place.act, usual), place
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
    client = at_desk(reporter)
    client.post("/admin/logout/")

    assert client.get("/admin/").status_code == 302


EVERYWHERE = {"/healthz": 200, "/readyz": 200}
DESK = {"/admin/": 302, "/admin/login/": 200, "/admin/articles/story/1/publish/": 302}
SITE = ["/", "/section/harbour/", "/2026/", "/robots.txt", "/by/ada-lumen/"]


@pytest.fixture
def process(settings):
    """A client of a process that has this role."""

    def start(role):
        settings.ROLE = role
        importlib.reload(newsroom.urls)
        clear_url_caches()
        return Client()

    yield start
    start("all")


@pytest.mark.parametrize("role", ["all", "desk", "site"])
def test_a_process_answers_the_addresses_of_its_role(role, process):
    edition = an_edition()
    client = process(role)

    for path, status in EVERYWHERE.items():
        assert client.get(path).status_code == status, path
    for path, status in DESK.items():
        assert client.get(path).status_code == (404 if role == "site" else status), path
    for path in [*SITE, edition.get_absolute_url()]:
        response = client.get(path)
        assert response.status_code == (404 if role == "desk" else 200), path
        assert edition.headline not in response.content.decode() or role != "desk"
    report = client.get(f"{edition.get_absolute_url()}report/")
    assert report.status_code == (404 if role == "site" else 200)


def test_a_process_of_the_desk_shows_the_preview_with_its_pictures(process, editor):
    story = a_ready_story(created_by=editor)
    client = process("desk")
    client.force_login(editor)

    page = Page(client.get(f"/admin/articles/story/{story.pk}/preview/"))

    picture = client.get(page.all("img")[0].attributes["src"])
    assert b"".join(picture.streaming_content).startswith(b"\xff\xd8\xff")
    assert not PublicPicture.objects.exists()


def test_a_process_of_the_site_sets_no_cookie(process):
    an_edition()
    client = process("site")
    client.get("/")

    assert not client.cookies
