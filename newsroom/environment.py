"""Reads the environment, one small reader per kind of variable.

Each reader refuses a bad value with a sentence that names the variable. A secret may also be
given as a file: `NEWSROOM_SECRET_KEY_FILE=/run/secrets/key` stands for `NEWSROOM_SECRET_KEY`.
"""

from __future__ import annotations

import base64
import binascii
import os
from dataclasses import dataclass, field
from email.utils import parseaddr
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

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


def number(name: str, default: int = 0) -> int:
    """A whole number, 0 or more."""
    value = text(name) or str(default)
    if not (value.isascii() and value.isdigit()):
        message = f"{name} is {value!r}. Give a whole number, such as 8."
        raise ImproperlyConfigured(message)
    return int(value)


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


MAIL_PORTS = {"smtp": 587, "smtps": 465}
LOCAL = {"localhost", "127.0.0.1", "::1"}


@dataclass(frozen=True, kw_only=True)
class MailServer:
    """By which server mail goes out, and from which address. Without a host there is none."""

    host: str = ""
    port: int = 0
    user: str = ""
    password: str = field(default="", repr=False)
    starts_tls: bool = False
    speaks_tls: bool = False
    sender: str = ""


def mail_server(name: str) -> MailServer:
    """Reads `smtp://user:password@host:587?from=desk@example.org`; empty: no mail.

    `smtp` starts TLS on the way, but not to this machine itself; `smtps` is TLS from the start.
    A refusal never shows the value: it may hold a password.
    """
    value = text(name)
    if not value:
        return MailServer()
    try:
        parts = urlsplit(value)
        port = (parts.port or MAIL_PORTS[parts.scheme]) if parts.scheme in MAIL_PORTS else 0
        sender = parse_qs(parts.query).get("from", [""])[0]
    except ValueError:
        port, sender = 0, ""
    if not port or not parts.hostname or "@" not in parseaddr(sender)[1]:
        message = (
            f"{name} is no mail server. Write it as "
            "smtp://user:password@mail.example.org:587?from=desk@example.org, or with smtps."
        )
        raise ImproperlyConfigured(message)
    return MailServer(
        host=parts.hostname,
        port=port,
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        starts_tls=parts.scheme == "smtp" and parts.hostname not in LOCAL,
        speaks_tls=parts.scheme == "smtps",
        sender=sender,
    )


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
