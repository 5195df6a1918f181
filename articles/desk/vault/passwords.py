"""Passwords: whoever sets a knower's password could come in that knower's name; so it shuts.

A knower is let in together with a mark of the password's hash. Who changes the own password with
the old one keeps the mark up; any other way to a new password, by an administrator, a command or
the database, leaves a mark that fits no more, and another knower must let the person in again.
"""

from __future__ import annotations

import hashlib

from django.contrib.auth.models import User

from articles.desk.vault.identity import Knower

SHUT_OUT = (
    "Your password was set by somebody else since you were let in, so the vault is shut for you. "
    "Ask another of those who know to let you in again."
)


def mark_of(user: User, encoded: str = "") -> str:
    """A mark of the password's hash, from which neither the hash nor the password is told."""
    return hashlib.sha256(f"{user.pk} {encoded or user.password}".encode()).hexdigest()


def fits(knower: Knower) -> bool:
    return knower.password_mark == mark_of(knower.user)


def carry_over(user: User, *, before: str) -> None:
    """The person gave the old password, whose hash was `before`: the new one counts as theirs."""
    if before != user.password:
        mine = Knower.objects.filter(user=user, password_mark=mark_of(user, before))
        mine.update(password_mark=mark_of(user))
