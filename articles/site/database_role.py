"""The database role of a process that has readers' pages alone: it reads what they are made of.

Tables are named one by one. A new one is refused to it until it is named here: the tests walk
every page under this role.
"""

from __future__ import annotations

from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Model

from articles.masthead.contributor import Contributor
from articles.masthead.logo import Logo
from articles.masthead.policy import Policy
from articles.masthead.publication import Publication
from articles.masthead.section import Section
from articles.site.address import Address
from articles.site.edition import Edition
from articles.site.front_edition import FrontEdition
from articles.site.listed import Listed
from articles.site.picture import PublicPicture
from articles.site.plate import Plate
from articles.site.search.entry import SearchEntry, SearchWord

NAME = "newsroom_site"
MODELS = (
    *(Edition, Plate, Address, FrontEdition, PublicPicture, Listed, SearchEntry, SearchWord),
    *(Publication, Section, Contributor, Policy, Logo),
    MigrationRecorder.Migration,  # for /readyz
)
HIDDEN = {("articles_contributor", "user_id")}
"""Who has a log-in is no concern of readers."""
VERSION = "articles_public_version"
"""What the page cache asks for (migration 0047)."""
SETTINGS = {
    "default_transaction_read_only": "on",
    "statement_timeout": "2s",
    "lock_timeout": "1s",
    "idle_in_transaction_session_timeout": "10s",
}
SQL = """\
-- The role {role} may read what readers' pages are made of, and nothing else.
-- To be run by the owner of the tables, as often as you like:
--     manage.py site_role | psql --set ON_ERROR_STOP=1 "$DATABASE_URL"
-- Then give it a password in psql, with \\password {role}
BEGIN;
DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = {literal}) THEN
        CREATE ROLE {role} LOGIN;
    END IF;
END $$;
{settings}
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {role};
REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM {role};
GRANT CONNECT ON DATABASE {database} TO {role};
GRANT USAGE ON SCHEMA public TO {role};
{tables}
COMMIT;
"""


def grants(role: str = NAME) -> str:
    """SQL for psql that makes the role and gives it what it needs; it changes nothing if run again.

    What an earlier release granted is taken away first, in the same transaction.
    """
    quote = connection.ops.quote_name
    quoted = quote(role)
    tables = [*(_readable(model) for model in MODELS), f"ON {quote(VERSION)}"]
    return SQL.format(
        role=quoted,
        literal="'" + role.replace("'", "''") + "'",
        database=quote(connection.settings_dict["NAME"]),
        settings="\n".join(
            f"ALTER ROLE {quoted} SET {name} = '{value}';" for name, value in SETTINGS.items()
        ),
        tables="\n".join(f"GRANT SELECT {table} TO {quoted};" for table in tables),
    )


def _readable(model: type[Model]) -> str:
    """`ON table`, or the columns of it that may be read."""
    quote, table = connection.ops.quote_name, model._meta.db_table
    columns = [str(field.column) for field in model._meta.concrete_fields]
    open_ones = [quote(column) for column in columns if (table, column) not in HIDDEN]
    listed = f"({', '.join(open_ones)}) " if len(open_ones) < len(columns) else ""
    return f"{listed}ON {quote(table)}"
