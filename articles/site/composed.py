"""Queries that are composed once in a process, for the pages on which readers wait.

Django takes longer to write the SQL of a rich query than PostgreSQL takes to answer it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from django.db import DEFAULT_DB_ALIAS, connection, models

AT = datetime(1, 1, 31, tzinfo=UTC)
"""A mark for the present instant; a mark for one that is some hours or days earlier is so much
earlier, too."""
SLUG = "the slug"

REMEMBERED = 1_000
"""Values of JSON that each process keeps: of some 300 editions, 5 MB."""


@lru_cache(REMEMBERED)
def _read(text: str) -> Any:
    return json.loads(text)


class _Sql(NamedTuple):
    """`fields` are the model's own columns and where in a row they stand, `others` what else does;
    `converters` are those that Django would apply, and `json` is where it would read JSON."""

    text: str
    parameters: tuple[Any, ...]
    fields: dict[str, int]
    others: dict[str, int]
    converters: dict[int, tuple[list[Callable[..., Any]], Any]]
    json: frozenset[int]


class Composed:
    """`make` answers the query for some values; it is asked for it once, with `marks` for them.

    A mark is a value of the right type that stands nowhere else in the query: by it the parameters
    are found again. So a value must change parameters alone, never the query's form. A list of
    marks stands for a list of as many values.
    """

    def __init__(self, make: Callable[..., models.QuerySet[Any, Any]], **marks: Any) -> None:
        self._make, self._marks = make, marks

    def __call__(self, **values: Any) -> list[Any]:
        """What the query finds for these values, one for each mark: objects of the model, or
        dictionaries where it asks for `values`.

        The values of JSON in them are read once as long as the database says the same, so they
        are others', too: change none.
        """
        sql, given = self._sql, dict(self._pairs(values))
        with connection.cursor() as cursor:
            cursor.execute(sql.text, [given.get(one, one) for one in sql.parameters])
            rows = cursor.fetchall()
        return [self._found(list(row)) for row in rows]

    def _pairs(self, values: dict[str, Any]) -> Iterator[tuple[Any, Any]]:
        for name, mark in self._marks.items():
            if isinstance(mark, list):
                yield from zip(mark, values[name], strict=True)
            else:
                yield mark, values[name]

    @cached_property
    def _query(self) -> models.QuerySet[Any, Any]:
        return self._make(**self._marks)

    @cached_property
    def _sql(self) -> _Sql:
        compiler: Any = self._query.query.get_compiler(DEFAULT_DB_ALIAS)
        text, parameters = compiler.as_sql()
        missing = [mark for mark, _ in self._pairs(self._marks) if mark not in parameters]
        if missing:
            message = f"{missing} stand nowhere in the query: their values would change nothing."
            raise ValueError(message)
        columns = [column[0] for column in compiler.select]
        own = compiler.klass_info["select_fields"] if compiler.klass_info else ()
        fields = {columns[at].target.attname: at for at in own}
        others = dict(compiler.annotation_col_map)
        converters = compiler.get_converters(columns)
        read = frozenset(at for at, one in converters.items() if _is_json(*one))
        rest = {at: one for at, one in converters.items() if at not in read}
        return _Sql(text, parameters, fields, others, rest, read)

    def _found(self, row: list[Any]) -> Any:
        sql = self._sql
        for at in sql.json:
            if row[at] is not None:
                row[at] = _read(row[at])
        for at, (functions, column) in sql.converters.items():
            for convert in functions:
                row[at] = convert(row[at], column, connection)
        others = {name: row[at] for name, at in sql.others.items()}
        if not sql.fields:
            return others
        own = [row[at] for at in sql.fields.values()]
        found = self._query.model.from_db(DEFAULT_DB_ALIAS, list(sql.fields), own)
        for name, value in others.items():
            setattr(found, name, value)
        return found


def _is_json(functions: list[Callable[..., Any]], column: Any) -> bool:
    """Whether Django would read the column's text as JSON, and do nothing else with it."""
    field = column.output_field
    return (
        isinstance(field, models.JSONField)
        and field.decoder is None
        and functions == [field.from_db_value]
    )
