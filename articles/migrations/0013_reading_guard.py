"""PostgreSQL keeps the vault's log as it was written: rows are added, never changed or deleted."""

from __future__ import annotations

from django.db import migrations

GUARD = """
CREATE FUNCTION reading_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The log of the vault is never changed.' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER reading_guard BEFORE UPDATE OR DELETE ON articles_reading
    FOR EACH ROW EXECUTE FUNCTION reading_guard();
"""

UNGUARD = """
DROP TRIGGER reading_guard ON articles_reading;
DROP FUNCTION reading_guard();
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0012_vault")]

    operations = [migrations.RunSQL(GUARD, UNGUARD)]
