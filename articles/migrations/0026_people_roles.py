"""What each group may do with stages, notes and hand-overs, as `desk.roles` had it then."""

from __future__ import annotations

from django.db import migrations

STORY = {
    "file_story": "Can file own stories",
    "sub_story": "Can sub stories and hand them back",
    "clear_story": "Can clear stories",
    "shelve_story": "Can hold and spike stories, and bring them back",
    "assign_story": "Can give stories to others",
}
NAMES = STORY | {
    "add_handover": "Can add hand-over",
    "view_handover": "Can view hand-over",
}
NOTES = {"add_note", "change_note", "view_note"}
SHIFT = {"add_handover", "view_handover"}
DESK = NOTES | SHIFT | {"file_story", "sub_story", "shelve_story", "assign_story"}
GRANTS = {
    "Reporter": NOTES | {"file_story"},
    "Sub-editor": DESK,
    "Editor": DESK | {"clear_story"},
    "Photo desk": NOTES | {"view_handover"},
    "Legal": NOTES | {"view_handover"},
}


def grant(apps, _schema_editor):
    """Gives each group its permissions; makes those that Django would make only afterwards."""
    content_type = apps.get_model("contenttypes", "ContentType").objects
    permission = apps.get_model("auth", "Permission").objects
    group = apps.get_model("auth", "Group").objects
    for role, codenames in GRANTS.items():
        made, _ = group.get_or_create(name=role)
        for codename in sorted(codenames):
            act, model = codename.rsplit("_", 1)
            kind, _ = content_type.get_or_create(app_label="articles", model=model)
            name = NAMES.get(codename, f"Can {act} {model}")
            made.permissions.add(
                permission.get_or_create(
                    content_type=kind, codename=codename, defaults={"name": name}
                )[0]
            )


def take_back(apps, _schema_editor):
    permission = apps.get_model("auth", "Permission").objects
    for role, codenames in GRANTS.items():
        for group in apps.get_model("auth", "Group").objects.filter(name=role):
            group.permissions.remove(
                *permission.filter(codename__in=codenames, content_type__app_label="articles")
            )


class Migration(migrations.Migration):
    dependencies = [("articles", "0025_people_rows")]

    operations = [migrations.RunPython(grant, take_back)]
