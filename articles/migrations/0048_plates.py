"""Plates, and the one question by which a story's page is put together from its plate.

Both functions plan their queries once for each connection, for whatever values: planning takes
longer than answering. `related_stories` takes the place of `stories_near`. `masthead`, beside the
other counts, tells a plate that shows an older masthead from one that fits; it is counted when a
transaction commits, so that the one row is locked no longer than that.
"""

from __future__ import annotations

from importlib import import_module

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

from articles.migrations._tells import at_commit

RELATED = """
CREATE FUNCTION lists_of(tags jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
    SELECT ARRAY(
        SELECT DISTINCT 'tag/' || (tag ->> 'slug') FROM jsonb_array_elements(tags) tag LIMIT 12
    )
$$;

CREATE FUNCTION related_stories(
    own uuid, question tsquery, lists text[], section text, at timestamptz
) RETURNS jsonb LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    near uuid[];
BEGIN
    IF lists = '{}' THEN
        near := ARRAY(
            SELECT story_key FROM (
                SELECT one.story_key, one.first_published_at FROM articles_edition one
                WHERE one.section_slug = section AND one.first_published_at <= at
                ORDER BY one.first_published_at DESC, one.story_key DESC LIMIT 24
            ) listed
            WHERE story_key <> own
            GROUP BY story_key
            ORDER BY max(first_published_at) DESC, story_key LIMIT 8
        );
    ELSE
        near := ARRAY(
            SELECT story_key FROM unnest(lists) AS list CROSS JOIN LATERAL (
                SELECT one.story_key, one.first_published_at FROM articles_listed one
                WHERE one.place = list AND one.first_published_at <= at
                ORDER BY one.first_published_at DESC, one.story_key DESC LIMIT 24
            ) listed
            WHERE story_key <> own
            GROUP BY story_key
            ORDER BY count(DISTINCT list) DESC, max(first_published_at) DESC, story_key LIMIT 8
        );
    END IF;
    RETURN (
        SELECT coalesce(jsonb_agg(jsonb_build_object(
            'headline', headline, 'language', language, 'date', date, 'slug', slug
        )), '[]') FROM (
            SELECT standing.headline, standing.language, standing.date, standing.slug
            FROM unnest(near) AS key
            CROSS JOIN LATERAL (
                SELECT one.id, one.kind, one.headline, one.language, one.date, one.slug,
                    one.first_published_at, one.story_key
                FROM articles_edition one
                WHERE one.story_key = key AND one.goes_live_at <= at
                ORDER BY one.number DESC LIMIT 1
            ) standing
            JOIN articles_searchentry entry ON entry.edition_id = standing.id
            CROSS JOIN LATERAL ts_rank(entry.search, question) AS likeness
            WHERE standing.kind <> 'withdrawal'
                -- Of a text without any of the words it is a little more than nothing.
                AND (likeness >= 0.001 OR lists <> '{}')
            ORDER BY likeness DESC, standing.first_published_at DESC, standing.story_key DESC
            LIMIT 4
        ) alike
    );
END
$$;
"""
NO_RELATED = """
DROP FUNCTION related_stories(uuid, tsquery, text[], text, timestamptz);
DROP FUNCTION lists_of(jsonb);
"""

NO_NEAR = "DROP FUNCTION stories_near(uuid, jsonb, text, timestamptz)"
NEAR = import_module("articles.migrations.0046_stories_near").NEAR

PLATE = """
CREATE FUNCTION story_plate(that_day date, that_slug text, at timestamptz, that_look text)
RETURNS TABLE (
    modified bigint, mark text, zone text, top bytea, middle bytea, bottom bytea, related json
) LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    there record;
BEGIN
    SELECT one.id, one.story_key, one.section_slug, one.goes_live_at INTO there
    FROM articles_edition one
    WHERE one.date = that_day AND one.slug = that_slug AND one.goes_live_at <= at
        AND NOT EXISTS (
            SELECT FROM articles_edition newer
            WHERE newer.story_key = one.story_key AND newer.number > one.number
                AND newer.goes_live_at <= at
        )
    LIMIT 1;
    RETURN QUERY
        SELECT floor(extract(epoch FROM there.goes_live_at))::bigint, plate.mark::text, plate.zone::text,
            plate.top, plate.middle, plate.bottom,
            related_stories(
                there.story_key, plate.question::tsquery, plate.lists, there.section_slug, at
            )::json
        FROM articles_plate plate
        WHERE plate.edition_id = there.id AND plate.look = that_look
            AND plate.masthead = (SELECT masthead FROM articles_public_version);
END
$$;
"""
NO_PLATE = "DROP FUNCTION story_plate(date, text, timestamptz, text)"

MASTHEAD = """
ALTER TABLE articles_public_version ADD COLUMN masthead bigint NOT NULL DEFAULT 0;

CREATE FUNCTION masthead_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE articles_public_version SET masthead = masthead + 1;
    RETURN NULL;
END
$$;
"""
NO_MASTHEAD = """
DROP FUNCTION masthead_changed();
ALTER TABLE articles_public_version DROP COLUMN masthead;
"""

WITH_THE_EDITION = """
CREATE FUNCTION plate_goes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM articles_plate WHERE edition_id = OLD.id;
    RETURN NULL;
END
$$;
CREATE TRIGGER plate_goes AFTER UPDATE OR DELETE ON articles_edition
FOR EACH ROW EXECUTE FUNCTION plate_goes();
"""
WITHOUT_IT = """
DROP TRIGGER plate_goes ON articles_edition;
DROP FUNCTION plate_goes();
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0047_readers_are_told")]

    operations = [
        migrations.CreateModel(
            name="Plate",
            fields=[
                (
                    "edition",
                    models.OneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        primary_key=True,
                        serialize=False,
                        to="articles.edition",
                    ),
                ),
                ("look", models.CharField(help_text="See `freshness.look`.", max_length=32)),
                (
                    "masthead",
                    models.BigIntegerField(help_text="How often the masthead had changed."),
                ),
                (
                    "zone",
                    models.CharField(help_text="The publication's time zone.", max_length=64),
                ),
                ("mark", models.CharField(help_text="See `freshness.mark`.", max_length=32)),
                (
                    "question",
                    models.TextField(help_text="The words of the headline, for `ts_rank`."),
                ),
                (
                    "lists",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=110),
                        help_text="Those of its tags, as in `listed`.",
                        size=None,
                    ),
                ),
                (
                    "top",
                    models.BinaryField(
                        help_text="As far as the story's age; see `pressing.press`."
                    ),
                ),
                ("middle", models.BinaryField(help_text="From there to what is related.")),
                ("bottom", models.BinaryField(help_text="The rest.")),
            ],
            options={"default_permissions": ()},
        ),
        # They are pressed already.
        migrations.RunSQL(
            "ALTER TABLE articles_plate ALTER top SET STORAGE EXTERNAL,"
            " ALTER middle SET STORAGE EXTERNAL, ALTER bottom SET STORAGE EXTERNAL",
            migrations.RunSQL.noop,
        ),
        migrations.RunSQL(RELATED, NO_RELATED),
        migrations.RunSQL(NO_NEAR, NEAR),
        migrations.RunSQL(MASTHEAD, NO_MASTHEAD),
        migrations.RunSQL(PLATE, NO_PLATE),
        at_commit("articles_publication", "masthead_changed"),
        at_commit("articles_section", "masthead_changed"),
        at_commit("articles_policy", "masthead_changed"),
        at_commit("articles_logo", "masthead_changed"),
        migrations.RunSQL(WITH_THE_EDITION, WITHOUT_IT),
    ]
