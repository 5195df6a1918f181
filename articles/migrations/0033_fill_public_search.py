"""The words of the editions that there were before the desk searched them."""

from __future__ import annotations

from django.db import migrations

FILL = """
UPDATE articles_story AS story SET public_search = to_tsvector('simple', said.words)
FROM (
    SELECT story_key,
        string_agg(concat_ws(E'\\n', headline, kicker, standfirst, text), E'\\n') AS words
    FROM articles_edition AS edition
    WHERE goes_live_at > now() OR NOT EXISTS (
        SELECT FROM articles_edition AS newer
        WHERE newer.story_key = edition.story_key
            AND newer.number > edition.number
            AND newer.goes_live_at <= now()
    )
    GROUP BY story_key
) AS said
WHERE said.story_key = story.key
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0032_desk_walks")]

    operations = [migrations.RunSQL(FILL, migrations.RunSQL.noop)]
