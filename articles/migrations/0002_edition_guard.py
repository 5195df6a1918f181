"""PostgreSQL keeps editions as they were: no UPDATE ever, no DELETE or TRUNCATE of what is live.

The one lawful exception, a court's order, is made by a command that names its reason to the
database inside its own transaction: `SET LOCAL newsroom.expunge = '<reason>'`.
"""

from __future__ import annotations

from django.db import migrations

GUARD = """
CREATE FUNCTION edition_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF coalesce(current_setting('newsroom.expunge', true), '') <> '' THEN
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    END IF;
    IF TG_OP = 'UPDATE' THEN
        RAISE EXCEPTION 'Edition % of story % is never changed. Publish a next edition instead.',
            OLD.number, OLD.story_key USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'TRUNCATE' THEN
        RAISE EXCEPTION 'Editions are kept. They cannot be emptied out.'
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF OLD.goes_live_at <= clock_timestamp() THEN
        RAISE EXCEPTION 'Edition % of story % has been public. Withdraw the story instead.',
            OLD.number, OLD.story_key USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN OLD;
END
$$;
CREATE TRIGGER edition_guard BEFORE UPDATE OR DELETE ON articles_edition
    FOR EACH ROW EXECUTE FUNCTION edition_guard();
CREATE TRIGGER edition_guard_all BEFORE TRUNCATE ON articles_edition
    FOR EACH STATEMENT EXECUTE FUNCTION edition_guard();
"""

UNGUARD = """
DROP TRIGGER edition_guard_all ON articles_edition;
DROP TRIGGER edition_guard ON articles_edition;
DROP FUNCTION edition_guard();
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0001_newsroom")]

    operations = [migrations.RunSQL(GUARD, UNGUARD)]
