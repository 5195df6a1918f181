"""Via: through which sources something reached us, and what came through one of them.

A chain may be as long as people make it, and two sources may name each other: it is followed until
nothing new comes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from articles.desk.source import Source

UP = """
    WITH RECURSIVE chain (id, via_id) AS (
        SELECT id, via_id FROM articles_source WHERE id = ANY(%s)
        UNION
        SELECT one.id, one.via_id FROM articles_source one JOIN chain ON one.id = chain.via_id
    )
    SELECT * FROM articles_source WHERE id IN (SELECT id FROM chain)
"""
DOWN = """
    WITH RECURSIVE chain (id) AS (
        SELECT id FROM articles_source WHERE id = ANY(%s)
        UNION
        SELECT one.id FROM articles_source one JOIN chain ON one.via_id = chain.id
    )
    SELECT id FROM chain
"""


def with_origins(ids: Iterable[int]) -> dict[int, Source]:
    """Those of the sources that exist, by their ids, with all that they came via. One query."""
    wanted = set(ids)
    known = {one.pk: one for one in Source.objects.raw(UP, [list(wanted)])} if wanted else {}
    for one in known.values():
        if one.via_id is not None:
            one.via = known[one.via_id]
    return {pk: one for pk, one in known.items() if pk in wanted}


def passed_on_by(sources: Iterable[Source]) -> set[int]:
    """The ids of the sources, and of all that came via one of them. One query."""
    return {one.pk for one in Source.objects.raw(DOWN, [[source.pk for source in sources]])}


def origins(source: Source) -> Iterator[Source]:
    """The source, what it came via, and so on. Pure where `with_origins` has loaded it."""
    seen: set[int] = set()
    one: Source | None = source
    while one is not None and one.pk not in seen:
        seen.add(one.pk)
        yield one
        one = one.via


def withdrawn_in(source: Source) -> Source | None:
    """Who of them withdrew: the source itself, or the nearest through which it came."""
    return next((one for one in origins(source) if one.is_withdrawn), None)


def root_of(source: Source) -> int:
    """From whom it all comes, by id: what reached us via one outlet is that outlet's.

    Those who name each other are one.
    """
    chain = list(origins(source))
    ids, beyond = [one.pk for one in chain], chain[-1].via_id
    return ids[-1] if beyond is None else min(ids[ids.index(beyond) :])
