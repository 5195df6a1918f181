"""Who may log in: Django's accounts, less the demo's well-known password outside DEBUG."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import User
from django.http import HttpRequest

from articles.desk.vault.passwords import carry_over

DEMO_PASSWORD = "newsroom-demo"  # noqa: S105  (public on purpose: the README has it)


class NewsroomBackend(ModelBackend):
    """Refuses the demo's password where DEBUG is off, whoever carries it.

    A demo newsroom that is later put on a public address must not stand open.
    """

    def authenticate(
        self,
        request: HttpRequest | None,
        username: str | None = None,
        password: str | None = None,
        **kwargs: Any,
    ) -> User | None:
        if password == DEMO_PASSWORD and not settings.DEBUG:
            return None
        stored = User.objects.filter(username=username).values_list("password", flat=True).first()
        user = super().authenticate(request, username=username, password=password, **kwargs)
        if isinstance(user, User) and stored:
            carry_over(user, before=stored)  # Django may have hashed it anew, in a stronger way
        return user
