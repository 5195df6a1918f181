"""Whatever changes what readers get says so, by itself, when its transaction commits.

A page kept in memory must be dropped the moment that something on it changed, whatever way the
change came: the desk, a command, SQL by hand. So the tables tell it and not the code. The row
`articles_public_version` counts the changes, for whoever has to ask; `NOTIFY newsroom_public` wakes
those who listen. `taken_back` counts those after which readers must not have the older page, not
even while the database does not answer: all but what is merely added.

The triggers are deferred: the one row is locked while a transaction commits and no longer, just as
NOTIFY itself does, so nobody waits for a colleague who is still publishing.

A further table of what readers get joins with one operation, `tells("articles_…")` (`_tells`).
"""

from __future__ import annotations

from django.db import migrations

from articles.migrations._tells import tells

VERSION = """
CREATE TABLE articles_public_version (
    is_one boolean PRIMARY KEY DEFAULT true CHECK (is_one),
    number bigint NOT NULL DEFAULT 0,
    taken_back bigint NOT NULL DEFAULT 0
);
INSERT INTO articles_public_version DEFAULT VALUES;

CREATE FUNCTION public_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    is_taken_back boolean := TG_OP <> 'INSERT';
    mark text;
BEGIN
    IF TG_TABLE_NAME = 'articles_edition' AND TG_OP = 'INSERT' THEN
        is_taken_back := NEW.kind NOT IN ('first', 'update');
    END IF;
    -- Of many rows of one transaction, one tells.
    mark := pg_current_xact_id()::text || is_taken_back;
    IF coalesce(current_setting('newsroom.told', true), '') <> mark THEN
        UPDATE articles_public_version
            SET number = number + 1, taken_back = taken_back + is_taken_back::int;
        PERFORM pg_notify('newsroom_public', '');
        PERFORM set_config('newsroom.told', mark, true);
    END IF;
    RETURN NULL;
END
$$;
"""

NO_VERSION = """
DROP FUNCTION public_changed();
DROP TABLE articles_public_version;
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0046_stories_near")]

    operations = [
        migrations.RunSQL(VERSION, NO_VERSION),
        tells("articles_edition"),
        tells("articles_address"),
        tells("articles_publication"),
        tells("articles_section"),
        tells("articles_contributor"),
        tells("articles_policy"),
        tells("articles_logo"),
        tells("articles_frontedition"),
    ]
