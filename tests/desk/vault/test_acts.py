"""The acts on the vault: who may, with which password, and what is noted of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.db.utils import Error
from django.utils import timezone

from articles.desk.vault.acts import (
    change_identity,
    destroy_identity,
    open_identity,
    seal_identity,
    set_knowers,
)
from articles.desk.vault.envelope import new_key
from articles.desk.vault.identity import Identity
from articles.desk.vault.keys import VaultRefused
from articles.desk.vault.reading import Reading
from articles.desk.vault.secret import Secret, gives_away
from tests.builders import a_source, a_user

pytestmark = pytest.mark.django_db

WHO = Secret(
    name="Wenna Tregale",
    contact="her sister",
    organisation="Marrick Hospital",
    role="ward sister",
    reason="Her contract forbids it.",
    promised="No name.",
)


def password_of(user):
    return f"{user.username}-has-a-long-password"


def an_anonymous_source(**values):
    values = {"public_description": "a nurse on the night shift", **values}
    return a_source(name="", terms="anonymous", **values)


def sealed(by, *knowers, secret=WHO, source=None, days=30):
    return seal_identity(
        source or an_anonymous_source(),
        secret=secret,
        knowers=knowers,
        destroy_after=timezone.localdate() + timedelta(days=days),
        by=by,
    )


def the_log(identity):
    return [(row.kind, row.made_by and row.made_by.username) for row in identity.readings.all()]


def test_a_knower_opens_it_with_the_own_password(reporter, editor):
    identity = sealed(reporter, editor)

    found = open_identity(identity, by=editor, password=password_of(editor))

    assert found == WHO
    assert the_log(identity) == [("opened", "editor"), ("sealed", "reporter")]


@pytest.mark.parametrize("role", ["", "Sub-editor", "Editor", "Legal", "Administrator"])
def test_no_role_opens_it_and_the_try_is_noted(role, reporter, editor):
    identity = sealed(reporter, editor)
    other = a_user("somebody", role, is_superuser=not role)

    with pytest.raises(VaultRefused, match="no role opens the vault"):
        open_identity(identity, by=other, password=password_of(other))

    assert the_log(identity)[0] == ("refused", "somebody")


def test_a_wrong_password_is_noted_and_five_shut_the_vault_for_a_while(reporter, editor):
    identity = sealed(reporter, editor)

    for _ in range(5):
        with pytest.raises(VaultRefused, match="not your password"):
            open_identity(identity, by=editor, password="a guess")
    with pytest.raises(VaultRefused, match="Too many"):
        open_identity(identity, by=editor, password=password_of(editor))

    assert the_log(identity)[:5] == [("wrong_password", "editor")] * 5
    with time_machine.travel(datetime.now(UTC) + timedelta(minutes=16)):
        assert open_identity(identity, by=editor, password=password_of(editor)) == WHO


@pytest.mark.parametrize(
    ("spoilt", "sentence"),
    [
        ({"name": " "}, "who the source is"),
        ({"reason": ""}, "why the source must not be named"),
        ({"promised": ""}, "what was promised"),
        ({"name": "Ann Nürse"}, "a part of the person’s name"),
        ({"organisation": "night shift", "role": "nurse"}, "both the organisation and the role"),
    ],
)
def test_what_is_missing_or_gives_away_is_refused(spoilt, sentence, reporter, editor):
    secret = Secret(**{**vars(WHO), **spoilt})

    with pytest.raises(VaultRefused, match=sentence):
        sealed(reporter, editor, secret=secret)

    assert not Identity.objects.exists()


@pytest.mark.parametrize(
    ("description", "gives"),
    [
        ("a nurse on the night shift", False),
        ("TREGALE, a nurse", True),
        ("Wenna’s colleague", True),
        ("a colleague of Wennas", False),
        ("a ward sister at another hospital", False),
        ("a ward sister at Marrick Hospital", True),
        ("somebody at Marrick Hospital", False),
    ],
)
def test_a_description_gives_away_by_name_or_by_place_and_role(description, gives):
    assert bool(gives_away(description, WHO)) == gives


def test_the_notes_do_not_hold_the_name_in_clear(reporter, editor):
    source = an_anonymous_source(note="Ring Tregale after ten.")

    with pytest.raises(VaultRefused, match="in clear"):
        sealed(reporter, editor, source=source)


def test_an_editor_besides_the_one_who_seals_must_know(reporter, editor, colleague):
    with pytest.raises(VaultRefused, match="one editor besides"):
        sealed(reporter, colleague)
    with pytest.raises(VaultRefused, match="one editor besides"):
        sealed(editor, colleague)


def test_a_day_that_is_past_is_refused(reporter, editor):
    with pytest.raises(VaultRefused, match="a day to come"):
        sealed(reporter, editor, days=0)


def test_who_is_on_the_record_is_not_sealed(reporter, editor):
    with pytest.raises(VaultRefused, match="on the record"):
        sealed(reporter, editor, source=a_source())


def test_a_second_seal_does_not_write_over_the_first(reporter, editor, colleague):
    identity = sealed(reporter, editor)

    with pytest.raises(VaultRefused, match="already"):
        sealed(colleague, editor, source=identity.source)


def test_a_knower_changes_it_and_says_who_else_knows(reporter, editor, colleague):
    identity = sealed(reporter, editor)
    changed = Secret(**{**vars(WHO), "contact": "by letter"})

    change_identity(
        identity,
        secret=changed,
        destroy_after=identity.destroy_after,
        by=reporter,
        password=password_of(reporter),
    )
    set_knowers(identity, knowers=[editor, colleague], by=editor, password=password_of(editor))

    assert open_identity(identity, by=colleague, password=password_of(colleague)) == changed
    with pytest.raises(VaultRefused, match="not one of those who know"):
        open_identity(identity, by=reporter, password=password_of(reporter))
    kinds = [kind for kind, _ in the_log(identity)]
    assert kinds == ["refused", "opened", "knower_removed", "knower_added", "changed", "sealed"]


def test_the_last_editor_who_knows_stays(reporter, editor, colleague):
    identity = sealed(reporter, editor)

    with pytest.raises(VaultRefused, match="At least one editor"):
        set_knowers(
            identity, knowers=[reporter, colleague], by=reporter, password=password_of(reporter)
        )


def test_opening_it_checks_a_changed_description(reporter, editor):
    identity = sealed(reporter, editor)
    identity.source.public_description = "a nurse"
    identity.source.save()

    open_identity(identity, by=editor, password=password_of(editor))

    assert Identity.objects.get().checked_description == "a nurse"


def test_a_description_that_gives_away_is_not_taken_for_checked(reporter, editor):
    identity = sealed(reporter, editor)
    identity.source.public_description = "nurse Tregale"
    identity.source.save()

    open_identity(identity, by=editor, password=password_of(editor))

    assert Identity.objects.get().checked_description == "a nurse on the night shift"


def test_destroyed_it_is_gone_for_good_and_its_log_stays(reporter, editor):
    identity = sealed(reporter, editor)

    destroy_identity(identity, by=editor, password=password_of(editor))

    identity = Identity.objects.get()
    assert (bytes(identity.ciphertext), bytes(identity.wrapped_key), identity.master) == (
        b"",
    ) * 2 + ("",)
    with pytest.raises(VaultRefused, match="destroyed"):
        open_identity(identity, by=editor, password=password_of(editor))
    assert ("destroyed", "editor") in the_log(identity)


def test_after_its_last_day_it_is_destroyed_by_whoever_comes_next(reporter, editor):
    identity = sealed(reporter, editor, days=3)

    with (
        time_machine.travel(datetime.now(UTC) + timedelta(days=4)),
        pytest.raises(VaultRefused, match="destroyed"),
    ):
        open_identity(identity, by=editor, password=password_of(editor))

    assert Identity.objects.get().destroyed_at is not None
    assert ("destroyed", None) in the_log(identity)


def test_rotation_puts_it_under_the_newest_key(settings, reporter, editor, capsys):
    identity = sealed(reporter, editor)
    newest = new_key()

    settings.IDENTITY_KEYS = [newest, *settings.IDENTITY_KEYS]
    call_command("rotate_identity_keys")
    settings.IDENTITY_KEYS = [newest]

    assert "under the newest key: 1" in capsys.readouterr().out
    identity.refresh_from_db()
    assert open_identity(identity, by=editor, password=password_of(editor)) == WHO


def test_rotation_without_an_old_key_changes_nothing_and_says_so(settings, reporter, editor):
    identity = sealed(reporter, editor)
    settings.IDENTITY_KEYS = [new_key()]

    with pytest.raises(CommandError, match="Nothing was changed"):
        call_command("rotate_identity_keys")
    with pytest.raises(VaultRefused, match="does not open"):
        open_identity(identity, by=editor, password=password_of(editor))

    assert Identity.objects.get().wrapped_key == identity.wrapped_key


def test_the_command_prints_a_key_that_can_be_used(capsys, settings, reporter, editor):
    call_command("rotate_identity_keys", "--new-key")
    settings.IDENTITY_KEYS = [capsys.readouterr().out.strip()]

    identity = sealed(reporter, editor)

    assert open_identity(identity, by=editor, password=password_of(editor)) == WHO


def test_without_keys_the_vault_is_shut_with_a_sentence(settings, reporter, editor):
    settings.IDENTITY_KEYS = []

    with pytest.raises(VaultRefused, match="NEWSROOM_IDENTITY_KEYS"):
        sealed(reporter, editor)


@pytest.mark.parametrize("act", ["update", "delete"])
def test_the_log_cannot_be_changed(act, reporter, editor):
    sealed(reporter, editor)
    rows = Reading.objects.all()

    with pytest.raises(Error, match="never changed"), transaction.atomic():
        rows.update(kind="opened") if act == "update" else rows._raw_delete(rows.db)


def test_a_source_that_somebody_protects_is_not_deleted(reporter, editor):
    identity = sealed(reporter, editor)

    with pytest.raises(IntegrityError), transaction.atomic():
        identity.source.delete()


def test_printing_a_secret_shows_nothing():
    assert "Wenna" not in f"{WHO!r} {WHO}"
