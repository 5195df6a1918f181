"""What each group may do with pictures, as `desk.roles` had it when this was written."""

from __future__ import annotations

from django.db import migrations

NAMES = {
    "override_rights": "Can pass over an objection to a picture’s use, with a reason",
    "kill_photo": "Can hold and kill pictures",
    "mend_caption": "Can mend captions and credits that readers have",
}
KINDS = {"override_rights": "photo", "mend_caption": "photo"}
SEE = {"view_lease", "view_supplier", "view_notice"}
RIGHTS = SEE | {"add_lease", "change_lease", "delete_lease", "kill_photo"}
GRANTS = {
    "Reporter": SEE,
    "Sub-editor": SEE,
    "Editor": RIGHTS | {"override_rights", "mend_caption"},
    "Photo desk": RIGHTS
    | {"override_rights", "mend_caption", "add_supplier", "change_supplier", "delete_supplier"},
    "Legal": SEE | {"kill_photo"},
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
            kind, _ = content_type.get_or_create(
                app_label="articles", model=KINDS.get(codename, model)
            )
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
    dependencies = [("articles", "0005_photo_rights")]

    operations = [migrations.RunPython(grant, take_back)]
