"""Who may see and keep the pages about the paper, as `desk.roles` had it then."""

from __future__ import annotations

from django.db import migrations

ACTS = ("add", "change", "delete", "view")
LOOK = ("Reporter", "Sub-editor", "Editor", "Photo desk", "Legal", "Administrator")
KEEP = ("Administrator",)


def grant(apps, _schema_editor):
    kind, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="articles", model="policy"
    )
    permissions = apps.get_model("auth", "Permission").objects
    for act in ACTS:
        permission, _ = permissions.get_or_create(
            content_type=kind,
            codename=f"{act}_policy",
            defaults={"name": f"Can {act} page about the paper"},
        )
        for role in LOOK if act == "view" else KEEP:
            group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=role)
            group.permissions.add(permission)


def take_back(apps, _schema_editor):
    permissions = apps.get_model("auth", "Permission").objects.filter(
        codename__in=[f"{act}_policy" for act in ACTS]
    )
    for group in apps.get_model("auth", "Group").objects.filter(name__in=LOOK):
        group.permissions.remove(*permissions)


class Migration(migrations.Migration):
    dependencies = [("articles", "0040_the_paper_itself")]

    operations = [migrations.RunPython(grant, take_back)]
