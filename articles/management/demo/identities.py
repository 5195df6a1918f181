"""Seals who the demo's anonymous sources are, so that its vault has something in it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib.auth.models import User
from django.utils import timezone

from articles.desk.source import Source
from articles.desk.vault.acts import seal_identity
from articles.desk.vault.secret import Secret

KEPT = timedelta(days=365)


def seal_identities(
    rows: list[dict[str, Any]], sources: dict[str, Source], people: dict[str, User]
) -> None:
    """`rows` are of the paper's file: the source's key, and the secret's fields."""
    for row in rows:
        secret = {name: value for name, value in row.items() if name != "source"}
        seal_identity(
            sources[row["source"]],
            secret=Secret(**secret),
            knowers=[people["editor"]],
            destroy_after=timezone.localdate() + KEPT,
            by=people["reporter"],
        )
