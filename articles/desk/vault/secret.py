"""The secret itself, in memory only, and whether a description gives it away."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import asdict, dataclass

SHORTEST_NAME = 3  # letters of a part of a name
NOT_NAMES = frozenset({"the", "and", "van", "von", "der", "den", "de", "mrs", "miss"})


@dataclass(frozen=True, kw_only=True, repr=False)
class Secret:
    """Who the source is. Printing it, as an error page would, shows nothing."""

    name: str
    contact: str = ""
    organisation: str = ""
    role: str = ""
    reason: str = ""
    promised: str = ""

    def __repr__(self) -> str:
        return "<Secret>"

    def as_bytes(self) -> bytes:
        return json.dumps(asdict(self), ensure_ascii=False).encode()

    @classmethod
    def from_bytes(cls, plain: bytes) -> Secret:
        return cls(**json.loads(plain))


def gives_away(description: str, secret: Secret) -> str:
    """Why the public description would give the person away, as a sentence; empty when not.

    It must not have a part of the name, nor both the organisation and the role.
    """
    said = _plain(description)
    words = set(said.split())
    if words & _name_parts(secret.name):
        return "The public description has a part of the person’s name. Describe the role only."
    organisation, role = _plain(secret.organisation), _plain(secret.role)
    if organisation and role and organisation in said and role in said:
        return (
            "The public description names both the organisation and the role, "
            "which together can point at one person. Leave one out."
        )
    return ""


def holds_name(text: str, secret: Secret) -> bool:
    """Whether a part of the person's name stands in the text."""
    return bool(set(_plain(text).split()) & _name_parts(secret.name))


def _name_parts(name: str) -> set[str]:
    parts = set(_plain(name).split()) - NOT_NAMES
    return {part for part in parts if len(part) >= SHORTEST_NAME}


def _plain(text: str) -> str:
    """Words in small letters without accents, one space between."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(one for one in apart if not unicodedata.combining(one))
    return " ".join(re.findall(r"\w+", letters))
