"""The ledger as the rules read it: each passage with its source, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from articles.desk.attribution import Attribution
from articles.desk.source import Source
from articles.desk.via import root_of, withdrawn_in
from articles.preflight.finding import Case
from articles.preflight.lines import Line
from articles.preflight.place import Place


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A passage of the body, what is known of it, and who says so."""

    attribution: Attribution
    line: Line
    start: int
    end: int
    confirming: tuple[Source, ...] = ()

    @property
    def source(self) -> Source:
        return self.attribution.source

    @property
    def place(self) -> Place:
        return self.line.place(self.start, self.end)

    @property
    def beginning(self) -> str:
        return beginning(self.attribution.passage)


def entries(case: Case) -> Iterator[Entry]:
    """One for each mark of the body whose source exists, in its order, as the dossier has them."""
    rows = iter(case.dossier.attributions)
    for line in case.body:
        for mark in line.marks:
            if mark.source in case.dossier.sources and line.text[mark.start : mark.end].strip():
                row = next(rows)
                confirming = case.dossier.confirming.get(row.position, ())
                yield Entry(
                    attribution=row,
                    line=line,
                    start=mark.start,
                    end=mark.end,
                    confirming=confirming,
                )


QUOTATION_MARKS = '“”„‚‘’«»‹›"'


def beginning(words: str) -> str:
    """Enough of a passage to know it again, without its quotation marks."""
    whole = words.strip(f"{QUOTATION_MARKS} ,.")
    return whole if len(whole) <= LONGEST else f"{whole[:LONGEST].rsplit(' ', 1)[0]}…"


LONGEST = 60  # characters


def standing(sources: list[Source]) -> list[Source]:
    """Those that still stand by it: neither they nor whom they have it from withdrew."""
    return [source for source in sources if withdrawn_in(source) is None]


def roots(sources: list[Source]) -> set[int]:
    """Those from whom it all comes: what reached us via one outlet is one source."""
    return {root_of(source) for source in standing(sources)}
