"""Triggers keep lists and search in step with editions, whoever writes these and however.

`edition_appears` and `edition_disappears` run once a statement. Words of an edition that is called
off, or that a court's order takes out, leave the list of words too where no other has them.
`search_matches` answers the newest editions that match, some months after some months,
so that a word which stands everywhere is not read everywhere. When it loses patience it ends with
a row without an edition, that tells how far it came.
"""

from __future__ import annotations

from django.db import migrations

LANGUAGES = {
    "ar": "arabic", "hy": "armenian", "eu": "basque", "ca": "catalan", "da": "danish",
    "nl": "dutch", "en": "english", "fi": "finnish", "fr": "french", "de": "german",
    "el": "greek", "hi": "hindi", "hu": "hungarian", "id": "indonesian", "ga": "irish",
    "it": "italian", "lt": "lithuanian", "ne": "nepali", "no": "norwegian", "nb": "norwegian",
    "nn": "norwegian", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian",
    "es": "spanish", "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip
CASES = "\n".join(
    f"        WHEN '{tag}' THEN 'pg_catalog.{name}'" for tag, name in LANGUAGES.items()
)

FUNCTIONS = """
CREATE FUNCTION language_config(language text) RETURNS regconfig
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT (CASE split_part(lower(language), '-', 1)
CASES
        ELSE 'pg_catalog.simple' END)::regconfig
$$;

CREATE FUNCTION word_stubs(word text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT array_agg(DISTINCT
        CASE place WHEN 0 THEN word ELSE left(word, place - 1) || substr(word, place + 1) END)
    FROM generate_series(0, length(word)) place
$$;

CREATE FUNCTION edition_lexemes(
    language text, headline text, above text, names text, body text, marks text[]
) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    own CONSTANT regconfig := language_config(language);
    plain CONSTANT regconfig := 'pg_catalog.simple';
    head CONSTANT tsvector := setweight(to_tsvector(own, headline), 'A')
        || setweight(to_tsvector(plain, headline), 'A')
        || setweight(to_tsvector(own, above), 'B') || setweight(to_tsvector(plain, above), 'B')
        || setweight(to_tsvector(plain, names), 'C') || array_to_tsvector(marks);
BEGIN
    RETURN head || to_tsvector(own, left(body, 100000)) || to_tsvector(plain, left(body, 100000));
EXCEPTION WHEN program_limit_exceeded THEN
    RETURN head || to_tsvector(plain, left(body, 20000));
END
$$;

CREATE FUNCTION edition_words(headline text, above text, body text) RETURNS SETOF text
LANGUAGE sql IMMUTABLE AS $$
    SELECT lexeme
    FROM unnest(to_tsvector('pg_catalog.simple', concat_ws(' ', headline, above, left(body, 100000))))
    WHERE length(lexeme) BETWEEN 4 AND 30 AND lexeme !~ '[^[:alpha:]]'
$$;

CREATE FUNCTION edition_appears() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO articles_listed (edition_id, place, first_published_at, story_key)
    SELECT id, place, first_published_at, story_key
    FROM fresh CROSS JOIN LATERAL (
        SELECT 'tag/' || (tag ->> 'slug') AS place FROM jsonb_array_elements(tags) tag
        UNION SELECT 'by/' || (line ->> 'slug') FROM jsonb_array_elements(bylines) line
    ) places
    WHERE kind <> 'withdrawal' AND place IS NOT NULL;

    INSERT INTO articles_searchentry
        (edition_id, story_key, first_published_at, goes_live_at, config, search)
    SELECT id, story_key, first_published_at, goes_live_at, language_config(language)::text,
        edition_lexemes(
            language, headline, concat_ws(' ', kicker, standfirst, dateline),
            coalesce((
                SELECT string_agg(name ->> 'name', ' ') FROM jsonb_array_elements(tags || bylines) name
            ), ''),
            text,
            ARRAY['=s=' || section_slug,
                '=m=' || to_char(first_published_at AT TIME ZONE 'UTC', 'YYYYMM')]
            || ARRAY(SELECT '=a=' || (line ->> 'slug') FROM jsonb_array_elements(bylines) line
                WHERE line ->> 'slug' <> '')
        )
    FROM fresh WHERE kind <> 'withdrawal';

    INSERT INTO articles_searchword (word, since, stubs)
    SELECT word, since, word_stubs(word) FROM (
        SELECT word, min(goes_live_at) AS since
        FROM fresh CROSS JOIN edition_words(headline, concat_ws(' ', kicker, standfirst), text) word
        WHERE kind <> 'withdrawal' GROUP BY word
    ) words
    WHERE NOT EXISTS (
        SELECT FROM articles_searchword known
        WHERE known.word = words.word AND known.since <= words.since
    );
    RETURN NULL;
END
$$;

CREATE FUNCTION edition_disappears() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM articles_listed USING stale WHERE edition_id = stale.id;
    DELETE FROM articles_searchentry USING stale WHERE edition_id = stale.id;
    DELETE FROM articles_searchword known
    USING stale CROSS JOIN edition_words(headline, concat_ws(' ', kicker, standfirst), text) gone
    WHERE known.word = gone
        AND (known.since >= stale.goes_live_at OR stale.goes_live_at <= clock_timestamp())
        AND NOT EXISTS (
            SELECT FROM articles_searchentry s
            WHERE s.search @@ quote_literal(gone)::tsquery
                AND s.goes_live_at <= greatest(known.since, clock_timestamp())
        );
    RETURN NULL;
END
$$;

CREATE TRIGGER edition_appears AFTER INSERT ON articles_edition
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION edition_appears();
CREATE TRIGGER edition_changes_1 AFTER UPDATE ON articles_edition
    REFERENCING OLD TABLE AS stale FOR EACH STATEMENT EXECUTE FUNCTION edition_disappears();
CREATE TRIGGER edition_changes_2 AFTER UPDATE ON articles_edition
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION edition_appears();
CREATE TRIGGER edition_disappears AFTER DELETE ON articles_edition
    REFERENCING OLD TABLE AS stale FOR EACH STATEMENT EXECUTE FUNCTION edition_disappears();
"""

MATCHES = """
CREATE FUNCTION search_matches(
    question tsquery, before timestamptz, before_key uuid, since timestamptz, at timestamptz,
    wanted integer, patience interval
) RETURNS TABLE (edition_id bigint, first_published_at timestamptz, story_key uuid)
LANGUAGE plpgsql STABLE SET enable_seqscan = off AS $$
DECLARE
    begun CONSTANT timestamptz := clock_timestamp();
    oldest CONSTANT timestamptz := (
        SELECT greatest(since, e.first_published_at) FROM articles_edition e
        ORDER BY e.first_published_at, e.story_key LIMIT 1
    );
    upper_end timestamptz;
    month timestamp := date_trunc('month', least(before, at) AT TIME ZONE 'UTC');
    months integer := 1;
    within tsquery;
    lacking integer := wanted;
    answered integer;
BEGIN
    LOOP
        SELECT question && string_agg(
            quote_literal('=m=' || to_char(month - make_interval(months => n), 'YYYYMM')), ' | '
        )::tsquery INTO within FROM generate_series(0, months - 1) n;
        RETURN QUERY
            SELECT s.edition_id, s.first_published_at, s.story_key
            FROM articles_searchentry s
            WHERE s.search @@ within
                AND s.first_published_at >= since AND s.goes_live_at <= at
                AND (s.first_published_at, s.story_key) < (before, before_key)
            ORDER BY s.first_published_at DESC, s.story_key DESC, s.edition_id DESC
            LIMIT lacking;
        GET DIAGNOSTICS answered = ROW_COUNT;
        lacking := lacking - answered;
        month := month - make_interval(months => months);
        upper_end := (month + interval '1 month') AT TIME ZONE 'UTC';
        EXIT WHEN lacking <= 0 OR oldest IS NULL OR upper_end <= oldest;
        IF clock_timestamp() - begun >= patience THEN
            RETURN QUERY SELECT NULL::bigint, upper_end - interval '1 microsecond',
                'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid;
            EXIT;
        END IF;
        months := least(6, months + 2);
    END LOOP;
END
$$;
"""

# Existing editions enter by a change that changes nothing, in the lawful way.
FILL = """
SELECT set_config('newsroom.expunge', 'The lists and the search begin.', true);
UPDATE articles_edition SET number = number;
SELECT set_config('newsroom.expunge', '', true);
"""

UNDO = """
DROP FUNCTION search_matches(tsquery, timestamptz, uuid, timestamptz, timestamptz, integer, interval);
DROP TRIGGER edition_appears ON articles_edition;
DROP TRIGGER edition_changes_1 ON articles_edition;
DROP TRIGGER edition_changes_2 ON articles_edition;
DROP TRIGGER edition_disappears ON articles_edition;
DROP FUNCTION edition_appears();
DROP FUNCTION edition_disappears();
DROP FUNCTION edition_words(text, text, text);
DROP FUNCTION edition_lexemes(text, text, text, text, text, text[]);
DROP FUNCTION word_stubs(text);
DROP FUNCTION language_config(text);
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0044_finding")]

    operations = [
        migrations.RunSQL(FUNCTIONS.replace("CASES", CASES) + MATCHES, UNDO),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
    ]
