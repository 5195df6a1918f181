"""Who may propose corrections, as `desk.roles` had it then."""

from __future__ import annotations

from django.db import migrations

CODENAME = "propose_correction"
GROUPS = ("Reporter", "Sub-editor", "Editor")


def grant(apps, _schema_editor):
    """Makes the permission that Django would make only afterwards, and gives it to the groups."""
    kind, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="articles", model="story"
    )
    permission, _ = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=kind,
        codename=CODENAME,
        defaults={"name": "Can propose corrections of published stories"},
    )
    for role in GROUPS:
        group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=role)
        group.permissions.add(permission)


def take_back(apps, _schema_editor):
    permissions = apps.get_model("auth", "Permission").objects.filter(
        codename=CODENAME, content_type__app_label="articles"
    )
    for group in apps.get_model("auth", "Group").objects.filter(name__in=GROUPS):
        group.permissions.remove(*permissions)


class Migration(migrations.Migration):
    dependencies = [("articles", "0027_corrections")]

    operations = [migrations.RunPython(grant, take_back)]
