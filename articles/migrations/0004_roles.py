"""The desk's groups and what each may do, as `desk.roles` had it when this was written."""

from __future__ import annotations

from django.db import migrations

COPY = ("byline", "placement", "attribution", "reply")
MASTHEAD = ("section", "contributor", "publication")
NAMES = {
    "see_every_story": "Can see stories that others write",
    "publish_story": "Can publish stories",
    "correct_story": "Can correct published stories",
    "withdraw_story": "Can withdraw published stories",
}


def may(models, *acts):
    return {f"{act}_{model}" for model in models for act in acts}


WRITE = may(("story", *COPY), "add", "change", "view") | may(COPY, "delete")
LIBRARY = may(("photo", "source"), "add", "view") | {"change_source"}
LOOK = may(MASTHEAD, "view") | {"view_tag"}
EDIT = WRITE | LIBRARY | LOOK | {"change_photo", "see_every_story"}

ROLES = {
    "Reporter": WRITE | LIBRARY | LOOK,
    "Sub-editor": EDIT,
    "Editor": EDIT
    | {"delete_story", "publish_story", "correct_story", "withdraw_story", "view_release"},
    "Photo desk": LOOK
    | may(("photo",), "add", "change", "delete", "view")
    | may(("placement",), "change", "view")
    | {"view_story", "see_every_story", "view_source"},
    "Legal": LOOK
    | may(("story", "photo", "source", "release", *COPY), "view")
    | {"see_every_story", "withdraw_story"},
    "Administrator": may(MASTHEAD, "add", "change", "delete", "view")
    | {"add_user", "change_user", "view_user", "view_group", "view_tag", "change_tag"},
}
ELSEWHERE = {"user": "auth", "group": "auth", "tag": "taggit"}


def make_roles(apps, _schema_editor):
    """Makes each group; the permissions too, which Django itself would make only afterwards."""
    content_type = apps.get_model("contenttypes", "ContentType").objects
    permission = apps.get_model("auth", "Permission").objects
    group = apps.get_model("auth", "Group").objects
    for role, codenames in ROLES.items():
        granted = []
        for codename in sorted(codenames):
            act, model = codename.rsplit("_", 1)
            kind, _ = content_type.get_or_create(
                app_label=ELSEWHERE.get(model, "articles"), model=model
            )
            name = NAMES.get(codename, f"Can {act} {model}")
            granted.append(
                permission.get_or_create(
                    content_type=kind, codename=codename, defaults={"name": name}
                )[0]
            )
        made, _ = group.get_or_create(name=role)
        made.permissions.set(granted)


def remove_roles(apps, _schema_editor):
    apps.get_model("auth", "Group").objects.filter(name__in=ROLES).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0003_publication_row"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"),
    ]

    operations = [migrations.RunPython(make_roles, remove_roles)]
