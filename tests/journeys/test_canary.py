"""A protected name is nowhere but in a knower's hands: not in one answer, row, log line or dump."""

from __future__ import annotations

import base64
import logging
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.utils import timezone

from articles.desk.references import settle_references
from articles.desk.source import Source
from articles.desk.vault.acts import seal_identity
from articles.desk.vault.secret import Secret
from articles.publishing.publish import publish
from tests.admin.addresses import PLACES
from tests.builders import a_ready_story, a_source, a_user
from tests.crawl import everything_public

pytestmark = pytest.mark.django_db

CANARIES = {
    "name": "Xylophina Quirrell",
    "contact": "behind-the-bandstand@quirrell.example",
    "organisation": "Zwingli Cheese Board",
    "role": "under-rennetmaster",
    "reason": "Fears the wheyfall tribunal",
    "promised": "Never to print her curdhouse",
}
ROLES = ["Reporter", "Sub-editor", "Editor", "Photo desk", "Legal", "Administrator", ""]


def forms_of(words: str) -> list[bytes]:
    """The words as they might stand in a dump: as they are, in base64 at any offset, in hex."""
    plain = words.encode()
    shifted = [base64.b64encode(b"\0" * n + plain)[4 * bool(n) : -4] for n in range(3)]
    return [plain, plain.hex().encode(), *shifted, words.lower().encode()]


def canaries_in(said: bytes) -> list[str]:
    return [
        name
        for name, words in CANARIES.items()
        if any(form in said or form in said.lower() for form in forms_of(words))
    ]


@pytest.fixture
def source(reporter, editor):
    """An anonymous source of a live story and of a draft, whom the reporter and an editor know."""
    source = a_source(name="", terms="anonymous", public_description="a person in the trade")
    seal_identity(
        source,
        secret=Secret(**CANARIES),
        knowers=[editor],
        destroy_after=timezone.localdate() + timedelta(days=30),
        by=reporter,
    )
    for headline in ("Cheese prices rise", "Cheese prices may fall"):
        story = a_ready_story(created_by=reporter, headline=headline)
        story.body += f'<p><span data-source="{source.pk}">“The rind is not safe.”</span></p>'
        story.save()
        settle_references(story)
        if headline == "Cheese prices rise":
            publish(story, by=editor)
    return source


def identity_address(source):
    return f"/admin/articles/source/{source.pk}/identity/"


def the_whole_database() -> bytes:
    """Every row of every table as PostgreSQL writes it into a dump."""
    dump = b""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            with cursor.copy(f'COPY "{table}" TO STDOUT') as rows:
                dump += b"".join(bytes(piece) for piece in rows)
    return dump


def desk_pages(client, pk):
    """Every address of the desk, with the source's and a story's ids in turn; then searches."""
    for place in PLACES:
        response = client.get(place.address(pk))
        yield place.name, b"".join(response) if response.streaming else response.content
    for model in ("source", "story", "photo"):
        for words in ("Xylophina", "Quirrell", "Zwingli"):
            for address in (f"{model}/?q={words}", f"{model}/pick/?q={words}"):
                # The page repeats what was searched for: only what it found counts.
                said = client.get(f"/admin/articles/{model and address}").content
                yield address, said.replace(words.encode(), b"")


def test_a_canary_can_be_found(source):
    """The search itself can fail: in clear, in base64 and in hexadecimal it is seen."""
    for name, words in CANARIES.items():
        plain = words.encode()
        for said in (plain, base64.b64encode(b"?" + plain), plain.hex().encode()):
            assert name in canaries_in(b"before " + said + b" after")


def test_it_is_in_no_row_of_the_database(source):
    dump = the_whole_database()

    assert b"The rind is not safe" in dump
    assert canaries_in(dump) == []


def test_it_is_in_no_public_answer(source):
    answers = everything_public("/corrections/", "/search/?q=Quirrell", "/feed/")

    assert any("The rind is not safe" in said for said in answers.values())
    found = {where: canaries_in(said.encode()) for where, said in answers.items()}
    assert {where: names for where, names in found.items() if names} == {}


@pytest.mark.parametrize("role", ROLES)
def test_it_is_on_no_page_of_the_desk(role, source, client):
    client.force_login(a_user("somebody", role, is_superuser=not role))

    found = {where: canaries_in(said) for where, said in desk_pages(client, source.pk)}

    assert {where: names for where, names in found.items() if names} == {}


def test_it_is_on_no_page_of_a_knower_but_the_one_after_the_password(source, client):
    client.force_login(User.objects.get(username="editor"))
    found = {where: canaries_in(said) for where, said in desk_pages(client, source.pk)}

    opened = client.post(
        identity_address(source), {"act": "open", "password": "editor-has-a-long-password"}
    )

    assert {where: names for where, names in found.items() if names} == {}
    assert canaries_in(opened.content) == list(CANARIES)
    assert canaries_in(the_whole_database()) == []


def test_it_is_in_no_log_line(source, client, caplog):
    """Sealed, opened, changed and refused, with every logger at its most talkative."""
    connection.force_debug_cursor = True
    client.force_login(User.objects.get(username="editor"))
    values = {**CANARIES, "destroy_after": (timezone.localdate() + timedelta(days=9)).isoformat()}
    for logger in ("", "django", "django.db.backends"):
        caplog.set_level(logging.DEBUG, logger=logger)
    for sent in (
        {"act": "open", "password": "editor-has-a-long-password"},
        {"act": "open", "password": "wrong"},
        {"act": "change", "password": "editor-has-a-long-password", **values},
    ):
        client.post(identity_address(source), sent)
    connection.force_debug_cursor = False

    said = "\n".join(f"{line.getMessage()} {line.__dict__}" for line in caplog.records)
    assert "articles_identity" in said
    assert canaries_in(said.encode()) == []
    assert "has-a-long-password" not in said


def test_a_name_that_stood_there_before_anonymity_was_asked_is_in_no_row(reporter, client):
    client.force_login(reporter)
    typed = {
        "kind": "person",
        "name": CANARIES["name"],
        "public_description": "a person in the trade",
        "terms": "on_record",
        "first_hand": "on",
    }
    client.post("/admin/articles/source/add/", typed)
    assert canaries_in(the_whole_database()) == ["name"]
    pk = Source.objects.get().pk

    client.post(f"/admin/articles/source/{pk}/change/", {**typed, "name": "", "terms": "anonymous"})

    assert Source.objects.get().is_protected
    assert canaries_in(the_whole_database()) == []
