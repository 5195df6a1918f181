"""Who may make preview links, as `desk.roles` had it then."""

from __future__ import annotations

from django.db import migrations

ROLES = ("Sub-editor", "Editor", "Legal")
NAME = "Can show stories to outsiders before they are published"


def grant(apps, _schema_editor):
    kind, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="articles", model="previewlink"
    )
    permission, _ = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=kind, codename="share_preview", defaults={"name": NAME}
    )
    for role in ROLES:
        group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=role)
        group.permissions.add(permission)


def take_back(apps, _schema_editor):
    for group in apps.get_model("auth", "Group").objects.filter(name__in=ROLES):
        permissions = apps.get_model("auth", "Permission").objects
        group.permissions.remove(*permissions.filter(codename="share_preview"))


class Migration(migrations.Migration):
    dependencies = [("articles", "0029_desk_indexes")]

    operations = [migrations.RunPython(grant, take_back)]
