"""Who sets a knower's password does not come in with it: the vault shuts until one is let in."""

from __future__ import annotations

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from articles.desk.vault.acts import open_identity, set_knowers
from articles.desk.vault.identity import Identity
from articles.desk.vault.keys import VaultRefused
from tests.builders import a_user
from tests.desk.vault.test_acts import password_of, sealed, the_log

pytestmark = pytest.mark.django_db

NEW = "a-brand-new-long-password"


@pytest.fixture
def identity(reporter, editor):
    return sealed(reporter, editor)


def opens(identity, user, password):
    fresh = User.objects.get(pk=user.pk)
    return open_identity(Identity.objects.get(pk=identity.pk), by=fresh, password=password).name


def set_by_an_administrator(user):
    boss = Client()
    boss.force_login(a_user("boss", "Administrator"))
    boss.post(
        f"/admin/auth/user/{user.pk}/password/",
        {"password1": NEW, "password2": NEW, "usable_password": "true"},
    )


def set_by_hand(user):
    fresh = User.objects.get(pk=user.pk)
    fresh.set_password(NEW)
    fresh.save()


@pytest.mark.parametrize("way", [set_by_an_administrator, set_by_hand])
def test_a_password_that_somebody_else_set_opens_nothing(identity, editor, way):
    way(editor)
    assert User.objects.get(pk=editor.pk).check_password(NEW)

    with pytest.raises(VaultRefused, match="was set by somebody else"):
        opens(identity, editor, NEW)

    assert the_log(identity)[0] == ("shut_out", "editor")


def test_changing_it_once_more_oneself_does_not_let_in(identity, editor):
    set_by_hand(editor)
    intruder = Client()
    assert intruder.login(username="editor", password=NEW)
    intruder.post(
        "/admin/password_change/",
        {"old_password": NEW, "new_password1": f"{NEW}-2", "new_password2": f"{NEW}-2"},
    )

    with pytest.raises(VaultRefused, match="was set by somebody else"):
        opens(identity, editor, f"{NEW}-2")


def test_who_changes_the_own_password_still_knows(identity, editor):
    client = Client()
    client.login(username="editor", password=password_of(editor))
    client.post(
        "/admin/password_change/",
        {"old_password": password_of(editor), "new_password1": NEW, "new_password2": NEW},
    )

    assert opens(identity, editor, NEW) == "Wenna Tregale"


def test_another_who_knows_lets_the_person_in_again(identity, reporter, editor):
    set_by_hand(editor)

    set_knowers(identity, knowers=[editor, reporter], by=reporter, password=password_of(reporter))

    assert opens(identity, editor, NEW) == "Wenna Tregale"
    assert ("knower_added", "reporter") in the_log(identity)


@pytest.mark.parametrize("at_log_in", [True, False])
def test_a_hash_that_django_makes_stronger_keeps_the_person_in(
    identity, editor, settings, at_log_in
):
    stronger = "django.contrib.auth.hashers.PBKDF2PasswordHasher"
    settings.PASSWORD_HASHERS = [stronger, *settings.PASSWORD_HASHERS]

    if at_log_in:
        assert authenticate(username="editor", password=password_of(editor))

    assert opens(identity, editor, password_of(editor)) == "Wenna Tregale"
    assert User.objects.get(pk=editor.pk).password != editor.password


@pytest.mark.parametrize("page", ["identity", "start"])
def test_what_is_due_is_destroyed_when_anybody_comes_by(identity, colleague, page):
    Identity.objects.update(destroy_after=timezone.localdate().replace(year=2020))
    client = Client()
    client.force_login(colleague)
    path = f"/admin/articles/source/{identity.source_id}/identity/"

    client.get(path if page == "identity" else "/admin/")

    assert bytes(Identity.objects.get().ciphertext) == b""
