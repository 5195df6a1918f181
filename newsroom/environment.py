"""Reads the environment, one small reader per kind of variable.

Each reader refuses a bad value with a sentence that names the variable. A secret may also be
given as a file: `NEWSROOM_SECRET_KEY_FILE=/run/secrets/key` stands for `NEWSROOM_SECRET_KEY`.
"""

from __future__ import annotations

import base64
import binascii
import os
from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

TRUE = frozenset({"1", "true", "yes", "on"})
FALSE = frozenset({"0", "false", "no", "off", ""})
KEY_BYTES = 32  # of an AES-256 key


def text(name: str, default: str = "") -> str:
    """The variable, or the first line of the file that `<name>_FILE` names."""
    from_file = os.environ.get(f"{name}_FILE")
    if from_file is None:
        return os.environ.get(name, default).strip()
    try:
        return Path(from_file).read_text(encoding="utf-8").strip()
    except OSError as error:
        message = f"{name}_FILE names {from_file}, which cannot be read: {error.strerror}."
        raise ImproperlyConfigured(message) from error


def boolean(name: str, *, default: bool) -> bool:
    value = text(name, "1" if default else "0").lower()
    if value in TRUE:
        return True
    if value in FALSE:
        return False
    message = f"{name} is {value!r}. Say 1 or 0."
    raise ImproperlyConfigured(message)


def choice(name: str, default: str, options: tuple[str, ...]) -> str:
    value = text(name, default)
    if value not in options:
        message = f"{name} is {value!r}. Choose one of: {', '.join(options)}."
        raise ImproperlyConfigured(message)
    return value


def folder(name: str, default: Path) -> Path:
    value = text(name)
    path = Path(value) if value else default
    if not path.is_absolute():
        message = f"{name} is {value!r}. Give the folder's whole path, from the root."
        raise ImproperlyConfigured(message)
    if path.exists() and not path.is_dir():
        message = f"{name} names {path}, which is a file. Name a folder."
        raise ImproperlyConfigured(message)
    return path


def hosts(name: str, default: list[str]) -> list[str]:
    """A comma-separated list of host names (RFC 9110, without port); `*` is refused."""
    names = [host.strip() for host in text(name).split(",") if host.strip()]
    for host in names:
        if "*" in host or "/" in host or ":" in host.strip("[]"):
            message = f"{name} holds {host!r}. List plain host names, such as news.example.org."
            raise ImproperlyConfigured(message)
    return names or default


def origin(name: str, default: str) -> str:
    """An address of scheme and host only, such as https://news.example.org."""
    value = text(name, default).rstrip("/")
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path or parts.query:
        message = f"{name} is {value!r}. Give scheme and host only, as in https://news.example.org."
        raise ImproperlyConfigured(message)
    return value


def keys(name: str) -> list[str]:
    """Keys of 32 bytes in URL-safe base64, newest first, with commas between; never shown."""
    given = [one.strip() for one in text(name).split(",") if one.strip()]
    for position, one in enumerate(given, start=1):
        try:
            length = len(base64.b64decode(one, altchars=b"-_", validate=True))
        except binascii.Error:
            length = 0
        if length != KEY_BYTES:
            message = (
                f"Key {position} of {name} is not 32 bytes in URL-safe base64. "
                "Make one with: manage.py rotate_identity_keys --new-key"
            )
            raise ImproperlyConfigured(message)
    return given
