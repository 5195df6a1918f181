"""House style: names and terms as the paper's own rows have them (see `desk.house_rule`)."""

from __future__ import annotations

from collections.abc import Iterator

from articles.desk.house_rule import HouseRule
from articles.preflight.finding import Case, Fault, rule
from articles.preflight.place import Fix
from articles.vocabulary import HouseRuleKind, Severity


@rule("house_style.names", Severity.WARN)
def names(case: Case) -> Iterator[Fault]:
    """A name that the paper spells otherwise, in quotations too (T5)."""
    yield from _found(case, HouseRuleKind.NAME)


@rule("house_style.terms", Severity.WARN)
def terms(case: Case) -> Iterator[Fault]:
    """A loaded, banned or wrong term outside quotations (T8)."""
    yield from _found(case, HouseRuleKind.TERM)


@rule("house_style.usage", Severity.INFO)
def usage(case: Case) -> Iterator[Fault]:
    """A word for which the paper has a better one, outside quotations (T8)."""
    yield from _found(case, HouseRuleKind.USAGE)


def _found(case: Case, kind: HouseRuleKind) -> Iterator[Fault]:
    language = case.dossier.story.language
    rows = [row for row in case.dossier.house_rules if row.kind == kind and row.is_for(language)]
    whole = "\n".join(line.text for line in case.lines)
    some = [row for row in rows if row.found_in(whole, ())]  # most rows are about other stories
    for line in case.lines:
        for row in some:
            for start, end in row.found_in(line.text, line.quotes):
                words = line.text[start:end]
                yield Fault(f"“{words}”. {row.advice}", line.place(start, end), _fix(row, words))


def _fix(row: HouseRule, found: str) -> Fix | None:
    """The words that the paper prefers, with a capital where the found ones have one."""
    if not row.instead:
        return None
    instead = row.instead
    if found[0].isupper() and not row.words[0].isupper():
        instead = instead[0].upper() + instead[1:]
    return Fix(f"Write “{instead}”", instead)
