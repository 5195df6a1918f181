"""PostgreSQL keeps a revision as it was saved: never changed, deleted only with its story."""

from __future__ import annotations

from django.db import migrations

GUARD = """
CREATE FUNCTION revision_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'A revision is never changed. Save the story: that makes the next one.'
        USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER revision_guard BEFORE UPDATE ON articles_revision
    FOR EACH ROW EXECUTE FUNCTION revision_guard();
"""

UNGUARD = """
DROP TRIGGER revision_guard ON articles_revision;
DROP FUNCTION revision_guard();
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0021_desk_rows")]

    operations = [migrations.RunSQL(GUARD, UNGUARD)]
