"""Roles: which group may do what at the desk. A migration writes this table to the database."""

from __future__ import annotations

_COPY = ("byline", "placement", "attribution", "reply", "attempt")
_MASTHEAD = ("section", "contributor", "publication", "policy")


def _may(models: tuple[str, ...], *acts: str) -> frozenset[str]:
    return frozenset(f"{act}_{model}" for model in models for act in acts)


_SEE_RIGHTS = _may(("lease", "supplier", "notice"), "view")
_RIGHTS = _SEE_RIGHTS | _may(("lease",), "add", "change", "delete") | {"kill_photo"}
_NOTES = _may(("note",), "add", "change", "view")
_WRITE = _may(("story", *_COPY), "add", "change", "view") | _may(_COPY, "delete") | _NOTES
_LIBRARY = _may(("photo", "source"), "add", "view") | {"change_source"} | _SEE_RIGHTS
_LOOK = _may(_MASTHEAD, "view") | {"view_tag"}
_SHIFT = _may(("handover",), "add", "view")
_DESK = {"file_story", "sub_story", "shelve_story", "assign_story"} | _SHIFT
_REPORTS = _may(("readerreport",), "change", "view")
_STYLE = _may(("houserule",), "add", "change", "delete", "view")
_EDIT = _WRITE | _LIBRARY | _LOOK | {"change_photo", "see_every_story"} | _DESK | _REPORTS

ROLES: dict[str, frozenset[str]] = {
    "Reporter": _WRITE | _LIBRARY | _LOOK | {"view_houserule", "propose_correction", "file_story"},
    "Sub-editor": _EDIT | _STYLE | {"hold_story", "share_preview", "propose_correction"},
    "Editor": _EDIT
    | _STYLE
    | _RIGHTS
    | {"override_rights", "mend_caption", "override_sourcing", "override_workflow"}
    | {"delete_story", "publish_story", "correct_story", "withdraw_story", "view_release"}
    | {"hold_story", "withdraw_source", "share_preview", "propose_correction", "clear_story"}
    | {"compose_front"},
    "Photo desk": _LOOK
    | _RIGHTS
    | {"override_rights", "mend_caption"}
    | _may(("supplier",), "add", "change", "delete")
    | _may(("photo",), "add", "change", "delete", "view")
    | _may(("placement",), "change", "view")
    | _NOTES
    | {"view_story", "see_every_story", "view_source", "view_houserule", "view_handover"},
    "Legal": _LOOK
    | _NOTES
    | {"view_houserule"}
    | _SEE_RIGHTS
    | {"kill_photo"}
    | _may(("story", "photo", "source", "release", *_COPY), "view")
    | {"see_every_story", "withdraw_story", "hold_story", "lift_hold", "override_legal"}
    | {"share_preview", "view_handover"},
    "Administrator": _may(_MASTHEAD, "add", "change", "delete", "view")
    | {"add_user", "change_user", "view_user", "view_group", "view_tag", "change_tag"},
}
"""Permission codenames of each group. Administrators keep the house; they do not read the copy."""
