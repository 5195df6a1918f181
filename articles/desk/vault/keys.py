"""The master keys, from the environment."""

from __future__ import annotations

from django.conf import settings

from articles.desk.vault.envelope import MasterKey

SHUT = (
    "The vault is shut: this newsroom has no NEWSROOM_IDENTITY_KEYS. "
    "Ask whoever keeps the server to set them; everything else works."
)


class VaultRefused(Exception):
    """The vault stays shut; the sentence says why, and what to do."""


def master_keys() -> list[MasterKey]:
    """Newest first. Raises `VaultRefused` when there are none."""
    keys = [MasterKey.from_text(text) for text in settings.IDENTITY_KEYS]
    if not keys:
        raise VaultRefused(SHUT)
    return keys


def is_open() -> bool:
    return bool(settings.IDENTITY_KEYS)
