"""What stands near a story: the newest of each of its tags, or of its section where it has none.

A few dozen rows are read by index, however large the archive is.
"""

from __future__ import annotations

from django.db import migrations

NEAR = r"""
CREATE FUNCTION stories_near(own uuid, tags jsonb, section text, at timestamptz) RETURNS uuid[]
LANGUAGE sql STABLE AS $$
    SELECT ARRAY(
        SELECT story_key FROM (
            SELECT place, listed.story_key, listed.first_published_at
            FROM (SELECT DISTINCT 'tag/' || (tag ->> 'slug') AS of_tag
                FROM jsonb_array_elements(tags) tag LIMIT 12) tags
            CROSS JOIN LATERAL (
                SELECT place, l.story_key, l.first_published_at FROM articles_listed l
                WHERE place = of_tag AND l.first_published_at <= at
                ORDER BY l.first_published_at DESC, l.story_key DESC LIMIT 24
            ) listed
            UNION ALL (
                SELECT 'section', e.story_key, e.first_published_at FROM articles_edition e
                WHERE jsonb_array_length($2) = 0 AND e.section_slug = section
                    AND e.first_published_at <= at
                ORDER BY e.first_published_at DESC, e.story_key DESC LIMIT 24
            )
        ) near
        WHERE story_key <> own
        GROUP BY story_key
        ORDER BY count(DISTINCT place) DESC, max(first_published_at) DESC, story_key
        LIMIT 12
    )
$$;
"""

QUESTION = r"""
CREATE FUNCTION headline_question(language text, headline text) RETURNS tsquery
LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce(
        string_agg('''' || replace(replace(lexeme, '\', '\\'), '''', '''''') || '''', ' | ')::tsquery,
        ''::tsquery
    ) FROM unnest(to_tsvector(language_config(language), headline))
$$;
"""

NO_NEAR = "DROP FUNCTION stories_near(uuid, jsonb, text, timestamptz)"
NO_QUESTION = "DROP FUNCTION headline_question(text, text)"


class Migration(migrations.Migration):
    dependencies = [("articles", "0045_finding_follows_editions")]

    operations = [migrations.RunSQL(NEAR, NO_NEAR), migrations.RunSQL(QUESTION, NO_QUESTION)]
