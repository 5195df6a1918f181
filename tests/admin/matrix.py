"""Who may do what: the matrix as data, by role, as `docs/editors.md` shows it.

`any` story, the `own` alone, another's story and one's own with a reason (`reason`), or `none`.
"""

from __future__ import annotations

ROLES = ("reporter", "sub-editor", "editor", "photo", "legal", "admin")
SIGNS = {"any": "●", "own": "○", "reason": "◐", "none": "–"}

_WRITERS = ("own", "any", "any", "none", "none", "none")
_EDITING = ("none", "any", "any", "none", "none", "none")
_NOTING = ("own", "any", "any", "any", "any", "none")

MATRIX = {
    "Change a draft": _WRITERS,
    "Change what is subbed": _EDITING,
    "Change what is cleared": _EDITING,
    "File": _WRITERS,
    "Take back what was filed": _WRITERS,
    "Sub": _EDITING,
    "Hand back to the writer": _EDITING,
    "Clear": ("none", "none", "any", "none", "none", "none"),
    "Hold": _EDITING,
    "Spike a draft": _WRITERS,
    "Spike what was filed": _EDITING,
    "Bring back": _EDITING,
    "Take in hand": _WRITERS,
    "Give to somebody": _EDITING,
    "Write a note": _NOTING,
    "Resolve a note": _NOTING,
    "Publish": ("none", "none", "reason", "none", "none", "none"),
    "Put on a front": ("none", "none", "any", "none", "none", "none"),
    "Put on legal hold": ("none", "any", "any", "none", "any", "none"),
    "Lift a legal hold": ("none", "none", "none", "none", "any", "none"),
}


def may(cell: str, whose: str) -> bool:
    """Whether such a cell lets one do it to one's own story, or to another's, without a reason."""
    return cell in {"any", whose} or (cell, whose) == ("reason", "other")


CASES = [
    (act, role, whose, may(cell, whose))
    for act, cells in MATRIX.items()
    for role, cell in zip(ROLES, cells, strict=True)
    for whose in ("own", "other")
]
