"""For migrations: a table of what readers get joins those that tell of their changes."""

from __future__ import annotations

from django.db import migrations


def tells(table: str) -> migrations.RunSQL:
    """From now on the table tells when a row of it comes, changes or goes (migration 0047)."""
    return migrations.RunSQL(
        f"""
        CREATE CONSTRAINT TRIGGER public_changed
        AFTER INSERT OR UPDATE OR DELETE ON {table} DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION public_changed()
        """,
        f"DROP TRIGGER public_changed ON {table}",
    )
