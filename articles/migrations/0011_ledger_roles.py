"""What each group may do with sources, requests and holds, as `desk.roles` had it then."""

from __future__ import annotations

from django.db import migrations

STORY = {
    "hold_story": "Can put stories on legal hold",
    "lift_hold": "Can lift legal holds",
    "override_sourcing": "Can pass over what blocks for its sourcing, with a reason",
    "override_legal": "Can pass over what blocks for legal reasons, with a reason",
    "override_workflow": "Can release own copy, with a reason",
}
KINDS = dict.fromkeys(STORY, "story") | {"withdraw_source": "source"}
NAMES = STORY | {"withdraw_source": "Can withdraw sources"}
ATTEMPTS = {"add_attempt", "change_attempt", "delete_attempt", "view_attempt"}
GRANTS = {
    "Reporter": ATTEMPTS,
    "Sub-editor": ATTEMPTS | {"hold_story"},
    "Editor": ATTEMPTS
    | {"hold_story", "override_sourcing", "override_workflow", "withdraw_source"},
    "Legal": {"view_attempt", "hold_story", "lift_hold", "override_legal"},
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
    dependencies = [("articles", "0010_ledger_rows")]

    operations = [
        migrations.RemoveField(model_name="reply", name="asked_on"),
        migrations.RemoveField(model_name="reply", name="channel"),
        migrations.RunPython(grant, take_back),
    ]
