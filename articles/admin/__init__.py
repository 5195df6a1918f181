"""The editors' surface: Django's admin, one file per thing edited.

No business rule lives here: a class shows and checks what was typed, and calls `desk` or
`publishing`. `photos` has the photo desk's screens, `pickers` answers the editor's dialogs, `door`
has the pages of publishing, `paste` the page that takes in a pasted story. Importing this package
registers everything.
"""

from __future__ import annotations

from articles.admin import (
    handover,
    house_style,
    masthead,
    notifications,
    people,
    queue,
    reader_report,
    reply,
    source,
    story,
    tags,
)
from articles.admin.fronts import front
from articles.admin.photos import photo, supplier

__all__ = [
    "front",
    "handover",
    "house_style",
    "masthead",
    "notifications",
    "people",
    "photo",
    "queue",
    "reader_report",
    "reply",
    "source",
    "story",
    "supplier",
    "tags",
]
