"""PostgreSQL keeps front editions as they were, as it keeps editions; and editors compose fronts.

The one lawful exception is the edition guard's: a reason named as `newsroom.expunge`.
"""

from __future__ import annotations

from django.db import migrations

GUARD = """
CREATE FUNCTION front_edition_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF coalesce(current_setting('newsroom.expunge', true), '') <> '' THEN
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    END IF;
    IF TG_OP = 'UPDATE' THEN
        RAISE EXCEPTION 'Front edition % is never changed. Launch a next one instead.',
            OLD.number USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'TRUNCATE' THEN
        RAISE EXCEPTION 'Front editions are kept. They cannot be emptied out.'
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF OLD.goes_live_at <= clock_timestamp() THEN
        RAISE EXCEPTION 'Front edition % has been public. Launch a next one instead.',
            OLD.number USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN OLD;
END
$$;
CREATE TRIGGER front_edition_guard BEFORE UPDATE OR DELETE ON articles_frontedition
    FOR EACH ROW EXECUTE FUNCTION front_edition_guard();
CREATE TRIGGER front_edition_guard_all BEFORE TRUNCATE ON articles_frontedition
    FOR EACH STATEMENT EXECUTE FUNCTION front_edition_guard();
"""

UNGUARD = """
DROP TRIGGER front_edition_guard_all ON articles_frontedition;
DROP TRIGGER front_edition_guard ON articles_frontedition;
DROP FUNCTION front_edition_guard();
"""

ROLE = "Editor"
NAME = "Can compose and launch fronts"


def grant(apps, _schema_editor):
    kind, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="articles", model="front"
    )
    permission, _ = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=kind, codename="compose_front", defaults={"name": NAME}
    )
    group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=ROLE)
    group.permissions.add(permission)


def take_back(apps, _schema_editor):
    permissions = apps.get_model("auth", "Permission").objects
    for group in apps.get_model("auth", "Group").objects.filter(name=ROLE):
        group.permissions.remove(*permissions.filter(codename="compose_front"))


class Migration(migrations.Migration):
    dependencies = [("articles", "0043_fronts")]

    operations = [
        migrations.RunSQL(GUARD, UNGUARD),
        migrations.RunPython(grant, take_back),
    ]
