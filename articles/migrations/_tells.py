"""For migrations: a table of what readers get joins those that tell of their changes."""

from __future__ import annotations

from django.db import migrations


def tells(table: str) -> migrations.RunSQL:
    """From now on the table tells when a row of it comes, changes or goes (migration 0047)."""
    return at_commit(table, "public_changed")


def at_commit(table: str, function: str) -> migrations.RunSQL:
    """The function, a trigger's, is called for each row of the table that comes, changes or goes,
    when its transaction commits."""
    return migrations.RunSQL(
        f"""
        CREATE CONSTRAINT TRIGGER {function}
        AFTER INSERT OR UPDATE OR DELETE ON {table} DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION {function}()
        """,
        f"DROP TRIGGER {function} ON {table}",
    )
