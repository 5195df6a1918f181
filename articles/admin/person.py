"""The person at the desk."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest


def person(request: HttpRequest) -> User:
    """Who sent the request; the desk has let nobody in without a log-in."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user
