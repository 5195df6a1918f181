"""Envelope encryption: each secret under a key of its own, and that key under a master key.

AES-256-GCM throughout (NIST SP 800-38D). The identity's permanent key is authenticated along with
the text, so that one row's secret cannot be put into another's place. Pure: no query, no setting.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY = 32  # bytes
NONCE = 12  # bytes


class CannotOpen(Exception):
    """The envelope does not open: its master key is not there, or somebody changed its bytes."""


@dataclass(frozen=True)
class MasterKey:
    """A key from the environment. It is told from others by `id` and never shown."""

    secret: bytes

    @property
    def id(self) -> str:
        return hashlib.sha256(self.secret).hexdigest()[:16]

    def __repr__(self) -> str:
        return f"<MasterKey {self.id}>"

    @classmethod
    def from_text(cls, text: str) -> MasterKey:
        """From 32 bytes in URL-safe base64; raises ValueError on anything else."""
        try:
            secret = base64.b64decode(text, altchars=b"-_", validate=True)
        except binascii.Error as error:
            message = "not base64"
            raise ValueError(message) from error
        if len(secret) != KEY:
            message = f"{len(secret)} bytes, not {KEY}"
            raise ValueError(message)
        return cls(secret)


def new_key() -> str:
    """A fresh master key as the environment wants it."""
    return base64.urlsafe_b64encode(secrets.token_bytes(KEY)).decode()


@dataclass(frozen=True)
class Envelope:
    """What is stored: the ciphertext, its own key wrapped, and which master key wrapped that."""

    ciphertext: bytes
    wrapped_key: bytes
    master: str


def seal(plain: bytes, *, about: UUID, master: MasterKey) -> Envelope:
    own = secrets.token_bytes(KEY)
    return Envelope(
        ciphertext=_encrypt(own, plain, about),
        wrapped_key=_encrypt(master.secret, own, about),
        master=master.id,
    )


def unseal(envelope: Envelope, *, about: UUID, masters: Sequence[MasterKey]) -> bytes:
    return _decrypt(_own_key(envelope, about, masters), envelope.ciphertext, about)


def rewrap(envelope: Envelope, *, about: UUID, masters: Sequence[MasterKey]) -> Envelope:
    """The same secret with its own key under the newest master key, which is the first one."""
    own = _own_key(envelope, about, masters)
    return Envelope(
        ciphertext=envelope.ciphertext,
        wrapped_key=_encrypt(masters[0].secret, own, about),
        master=masters[0].id,
    )


def _own_key(envelope: Envelope, about: UUID, masters: Sequence[MasterKey]) -> bytes:
    master = next((one for one in masters if one.id == envelope.master), None)
    if master is None:
        message = f"Its master key {envelope.master} is not among those given."
        raise CannotOpen(message)
    return _decrypt(master.secret, envelope.wrapped_key, about)


def _encrypt(key: bytes, plain: bytes, about: UUID) -> bytes:
    nonce = secrets.token_bytes(NONCE)
    return nonce + AESGCM(key).encrypt(nonce, plain, about.bytes)


def _decrypt(key: bytes, sealed: bytes, about: UUID) -> bytes:
    try:
        return AESGCM(key).decrypt(sealed[:NONCE], sealed[NONCE:], about.bytes)
    except (InvalidTag, ValueError) as error:
        message = "Its bytes are not as they were sealed."
        raise CannotOpen(message) from error
