"""Who may see and settle readers' reports, as `desk.roles` had it then."""

from __future__ import annotations

from django.db import migrations

ROLES = ("Sub-editor", "Editor")
NAMES = {
    "view_readerreport": "Can view reader's report",
    "change_readerreport": "Can change reader's report",
}


def grant(apps, _schema_editor):
    kind, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="articles", model="readerreport"
    )
    permissions = apps.get_model("auth", "Permission").objects
    for codename, name in NAMES.items():
        permission, _ = permissions.get_or_create(
            content_type=kind, codename=codename, defaults={"name": name}
        )
        for role in ROLES:
            group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=role)
            group.permissions.add(permission)


def take_back(apps, _schema_editor):
    permissions = apps.get_model("auth", "Permission").objects.filter(codename__in=NAMES)
    for group in apps.get_model("auth", "Group").objects.filter(name__in=ROLES):
        group.permissions.remove(*permissions)


class Migration(migrations.Migration):
    dependencies = [("articles", "0037_readers_reports")]

    operations = [migrations.RunPython(grant, take_back)]
