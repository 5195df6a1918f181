"""The demo's log-ins: one for each role, all with the same well-known password.

Two are editors, because whoever wrote a story does not release it alone.
"""

from __future__ import annotations

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group, User

PASSWORD = "newsroom-demo"  # noqa: S105  (public on purpose: the README has it)
LOG_INS = {
    "reporter": "Reporter",
    "sub": "Sub-editor",
    "editor": "Editor",
    "night": "Editor",
    "photo": "Photo desk",
    "legal": "Legal",
    "admin": "Administrator",
}
"""User name -> group."""


def make_log_ins() -> dict[str, User]:
    password = make_password(PASSWORD)
    people = {}
    for name, role in LOG_INS.items():
        people[name], _ = User.objects.get_or_create(
            username=name, defaults={"is_staff": True, "password": password}
        )
        people[name].groups.set([Group.objects.get(name=role)])
    return people
