"""The panels of the writing page: shut as they may be, one with something wrong in it is open."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.helpers import AdminForm
from django.contrib.admin.utils import flatten_fieldsets


def open_where_wrong(page: AdminForm) -> None:
    """Django opens a panel for a field on a line of its own, and not for those that share one."""
    page.fieldsets = [_opened(panel, page) for panel in page.fieldsets]


def _opened(panel: Any, page: AdminForm) -> Any:
    name, options = panel
    if page.form.errors.keys().isdisjoint(flatten_fieldsets([panel])):
        return panel
    kept = [one for one in options.get("classes", ()) if one != "collapse"]
    return name, {**options, "classes": kept}
