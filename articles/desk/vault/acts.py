"""What is done with an identity: sealed, opened, changed, shared, destroyed, its key renewed."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables

from articles.desk.source import Source
from articles.desk.vault.envelope import CannotOpen, rewrap, seal, unseal
from articles.desk.vault.identity import Identity, Knower, is_editor, today
from articles.desk.vault.keys import VaultRefused, master_keys
from articles.desk.vault.passwords import SHUT_OUT, carry_over, fits, mark_of
from articles.desk.vault.reading import is_shut_out, note
from articles.desk.vault.secret import Secret, gives_away, holds_name
from articles.vocabulary import ReadingKind, SourceTerms


@sensitive_variables("secret")
@transaction.atomic
def seal_identity(
    source: Source,
    *,
    secret: Secret,
    knowers: Collection[User],
    destroy_after: date,
    by: User,
) -> Identity:
    """Keeps who the source is. Whoever seals it knows; so must at least one editor besides.

    Raises `VaultRefused`, and keeps nothing, when something is missing or gives the person away.
    """
    destroy_due()
    keys = master_keys()
    if not by.has_perm("articles.change_source"):
        message = "You may not seal identities. Ask the reporter or an editor."
        raise VaultRefused(message)
    if source.terms == SourceTerms.ON_RECORD:
        message = "This source is on the record: readers have its name already."
        raise VaultRefused(message)
    if Identity.objects.filter(source=source, destroyed_at=None).exists():
        message = "Somebody has sealed who this source is already. Ask those who know."
        raise VaultRefused(message)
    _refuse(source, secret, destroy_after)
    if not any(is_editor(one) for one in knowers if one != by):
        message = "At least one editor besides yourself must know who the source is. Choose one."
        raise VaultRefused(message)
    identity = Identity.objects.filter(source=source).first() or Identity(source=source)
    identity.put(seal(secret.as_bytes(), about=identity.key, master=keys[0]))
    identity.sealed_by, identity.destroyed_at = by, None
    identity.destroy_after = destroy_after
    identity.checked_description = source.public_description
    identity.save()
    identity.knowers.all().delete()
    for one in dict.fromkeys([by, *knowers]):
        Knower.objects.create(identity=identity, user=one, password_mark=mark_of(one))
    note(identity, ReadingKind.SEALED, by=by)
    return identity


@sensitive_variables("secret")
def _refuse(source: Source, secret: Secret, destroy_after: date) -> None:
    for value, what in (
        (secret.name, "who the source is"),
        (secret.reason, "why the source must not be named"),
        (secret.promised, "what was promised"),
    ):
        if not value.strip():
            message = f"Say {what}."
            raise VaultRefused(message)
    if destroy_after <= today():
        message = "Give a day to come, after which the identity is destroyed."
        raise VaultRefused(message)
    if sentence := gives_away(source.public_description, secret):
        raise VaultRefused(sentence)
    if holds_name(f"{source.note} {source.knows_because}", secret):
        message = "The source’s notes have a part of the name in clear. Take it out there first."
        raise VaultRefused(message)


@sensitive_variables("password")
def admit(identity: Identity, *, by: User, password: str) -> None:
    """Lets a knower in who gives the own password again. Every other try is noted, then refused."""
    destroy_due()
    identity.refresh_from_db()
    if not identity.is_known_to(by.pk) or not by.is_active:
        note(identity, ReadingKind.REFUSED, by=by)
        message = "You are not one of those who know. Ask one of them; no role opens the vault."
        raise VaultRefused(message)
    if is_shut_out(by):
        message = "Too many wrong passwords. The vault stays shut for you for a quarter of an hour."
        raise VaultRefused(message)
    before = by.password
    if not by.check_password(password):
        note(identity, ReadingKind.WRONG_PASSWORD, by=by)
        message = "That is not your password. The try is noted, and the others who know see it."
        raise VaultRefused(message)
    carry_over(by, before=before)  # Django may have hashed it anew, in a stronger way
    if not fits(identity.knowers.select_related("user").get(user=by)):
        note(identity, ReadingKind.SHUT_OUT, by=by)
        raise VaultRefused(SHUT_OUT)
    if identity.is_over(today()):
        message = "The identity was destroyed when its day had come."
        raise VaultRefused(message)


@sensitive_variables("password", "secret")
def open_identity(identity: Identity, *, by: User, password: str) -> Secret:
    """Who the source is, for a knower; the look is noted before anything is shown."""
    admit(identity, by=by, password=password)
    try:
        secret = Secret.from_bytes(
            unseal(identity.envelope, about=identity.key, masters=master_keys())
        )
    except CannotOpen as error:
        message = f"The identity does not open. {error} Ask whoever keeps the server."
        raise VaultRefused(message) from error
    note(identity, ReadingKind.OPENED, by=by)
    description = identity.source.public_description
    if not gives_away(description, secret) and identity.checked_description != description:
        identity.checked_description = description
        identity.save(update_fields=["checked_description"])
    return secret


@sensitive_variables("password", "secret")
def change_identity(
    identity: Identity, *, secret: Secret, destroy_after: date, by: User, password: str
) -> None:
    admit(identity, by=by, password=password)
    keys = master_keys()
    _refuse(identity.source, secret, destroy_after)
    with transaction.atomic():
        identity.put(seal(secret.as_bytes(), about=identity.key, master=keys[0]))
        identity.destroy_after = destroy_after
        identity.checked_description = identity.source.public_description
        identity.save()
        note(identity, ReadingKind.CHANGED, by=by)


@sensitive_variables("password")
def set_knowers(identity: Identity, *, knowers: Collection[User], by: User, password: str) -> None:
    """Whoever knows may say who else does. An editor besides the one who sealed it always does.

    Who was shut out because the password was set by somebody else is let in again.
    """
    admit(identity, by=by, password=password)
    wanted = set(knowers)
    if not any(is_editor(one) for one in wanted if one.pk != identity.sealed_by_id):
        message = "At least one editor besides the one who sealed it must know. Choose one."
        raise VaultRefused(message)
    rows = list(identity.knowers.select_related("user"))
    had = {knower.user for knower in rows}
    with transaction.atomic():
        for knower in rows:
            if knower.user in wanted and not fits(knower):
                knower.password_mark = mark_of(knower.user)
                knower.save(update_fields=["password_mark"])
                note(identity, ReadingKind.KNOWER_ADDED, by=by, about=str(knower.user))
        for one in sorted(wanted - had, key=str):
            Knower.objects.create(identity=identity, user=one, password_mark=mark_of(one))
            note(identity, ReadingKind.KNOWER_ADDED, by=by, about=str(one))
        for one in sorted(had - wanted, key=str):
            identity.knowers.filter(user=one).delete()
            note(identity, ReadingKind.KNOWER_REMOVED, by=by, about=str(one))


@sensitive_variables("password")
def destroy_identity(identity: Identity, *, by: User, password: str) -> None:
    """Deletes the secret and its key for good. Who knew, and the log, stay."""
    admit(identity, by=by, password=password)
    _destroy(identity, by=by)


def destroy_due() -> int:
    """Destroys every identity whose last day is past; answers how many."""
    due = Identity.objects.filter(destroyed_at=None, destroy_after__lt=today())
    for identity in (found := list(due)):
        _destroy(identity, by=None)
    return len(found)


@transaction.atomic
def _destroy(identity: Identity, *, by: User | None) -> None:
    identity.ciphertext = identity.wrapped_key = b""
    identity.master, identity.destroyed_at = "", timezone.now()
    identity.save()
    note(identity, ReadingKind.DESTROYED, by=by)


@transaction.atomic
def rotate() -> int:
    """Puts every identity under the newest master key; answers how many were under another one.

    Raises `VaultRefused`, and changes nothing, when a key that is still needed is not there.
    """
    keys = master_keys()
    rows = Identity.objects.select_for_update().filter(destroyed_at=None).exclude(master=keys[0].id)
    for identity in (found := list(rows)):
        try:
            identity.put(rewrap(identity.envelope, about=identity.key, masters=keys))
        except CannotOpen as error:
            message = f"{identity}: {error} Nothing was changed. Give the older keys too."
            raise VaultRefused(message) from error
        identity.save(update_fields=["ciphertext", "wrapped_key", "master"])
    return len(found)
