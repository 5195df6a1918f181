"""The cast, and what every test stands on."""

from __future__ import annotations

import gc

import pytest
from django.contrib.auth.models import User
from django.core.management.commands import flush as flush_command
from django.db.backends.postgresql.operations import DatabaseOperations

from tests.builders import a_user

pytest_plugins = ["tests.browser"]

MADE_BY_MIGRATIONS = {
    "articles_houserule",
    "articles_logo",  # the publication refers to it
    "articles_publication",
    "articles_supplier",
    "auth_group",
    "auth_group_permissions",
    "auth_permission",
    "django_content_type",
}
"""Tables whose rows stay when a test with real transactions is cleared away."""


@pytest.hookimpl(wrapper=True)
def pytest_collection():
    """Next to nothing of what is collected is rubbish: it is looked for only afterwards.

    Ten thousand tests and all modules stay to the end, so looking for rubbish passes them by. It
    also begins later than it would by itself, for a page of the desk alone makes thousands of
    objects. What is left unclosed is still found, at the latest when the session ends.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()
        gc.collect()
        gc.freeze()
        gc.set_threshold(20_000, 20, 10)


@pytest.fixture(autouse=True)
def media_of_its_own(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture(autouse=True, scope="session")
def editions_may_be_cleared_between_tests():
    """Tests with real transactions are cleared by TRUNCATE, which the edition guard refuses.

    They take the lawful way: they name a reason, inside the transaction that clears. What the
    migrations made stays, so they are not told to make it again.
    """
    flush, signal = DatabaseOperations.sql_flush, flush_command.emit_post_migrate_signal

    def lawful_flush(self, style, tables, **kwargs):
        cleared = [table for table in tables if table not in MADE_BY_MIGRATIONS]
        statements = flush(self, style, cleared, **kwargs)
        reason = "SET LOCAL newsroom.expunge = 'the test is over';"
        queue = "TRUNCATE procrastinate_jobs CASCADE;"  # Django does not manage its tables
        return [reason, *statements, queue] if statements else statements

    DatabaseOperations.sql_flush = lawful_flush
    flush_command.emit_post_migrate_signal = lambda *_, **__: None
    yield
    DatabaseOperations.sql_flush = flush
    flush_command.emit_post_migrate_signal = signal


@pytest.fixture
def reporter(db) -> User:
    """Writes stories; sees only the own ones; cannot publish."""
    return a_user("reporter", "Reporter")


@pytest.fixture
def colleague(db) -> User:
    """Another reporter, who must not see the reporter's drafts."""
    return a_user("colleague", "Reporter")


@pytest.fixture
def sub_editor(db) -> User:
    return a_user("subeditor", "Sub-editor")


@pytest.fixture
def editor(db) -> User:
    """Sees every story, publishes, corrects, withdraws."""
    return a_user("editor", "Editor")


@pytest.fixture
def photo_desk(db) -> User:
    return a_user("photo", "Photo desk")


@pytest.fixture
def legal(db) -> User:
    return a_user("legal", "Legal")


@pytest.fixture
def administrator(db) -> User:
    """Keeps the house; does not read the copy."""
    return a_user("admin", "Administrator")
