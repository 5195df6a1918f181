"""What was typed into the search: words, “a phrase”, -not, or. Pure, and never an error.

It reads as PostgreSQL's `websearch_to_tsquery` does. We take it apart ourselves since each word is
looked for in several languages' forms at once, and may be exchanged for one that is spelt alike.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

LONGEST = 200  # characters; the rest is passed over
MOST_TERMS = 12
PIECE = re.compile(r'(-?)"([^"]*)"?|([^\s"]+)')
MARKS = str.maketrans(dict.fromkeys("“”„«»", '"'))
SAYS = re.compile(r"\w")
OR = "or"

SQL = tuple[str, list[str]]
"""An expression of PostgreSQL's type tsquery, and its parameters."""


@dataclass(frozen=True)
class Question:
    """Stories have one term of each group, and none of the unwanted."""

    groups: tuple[tuple[str, ...], ...] = ()
    unwanted: tuple[str, ...] = ()

    @property
    def words(self) -> list[str]:
        """The single words that are wanted, in small letters."""
        terms = [term for group in self.groups for term in group]
        return [word for term in terms for word in term.lower().split()]

    def with_spellings(self, spellings: Mapping[str, Sequence[str]]) -> Question:
        """The same with each single word, or one that is spelt like it; phrases fall apart."""
        alone = [(word,) for group in self.groups if len(group) == 1 for word in group[0].split()]
        either = [group for group in self.groups if len(group) > 1]
        groups = [
            tuple(alike for one in group for alike in (one, *spellings.get(one.lower(), ())))
            for group in (*alone, *either)
        ]
        return Question(tuple(groups), self.unwanted)

    def wanted(self, configs: Sequence[str]) -> SQL:
        """Each term in the forms that those languages give it. There is at least one group."""
        return _joined(
            " && ",
            [_joined(" || ", [_forms(one, configs) for one in group]) for group in self.groups],
        )

    def but(self, configs: Sequence[str]) -> SQL:
        """That none of the unwanted is there."""
        if not self.unwanted:
            return "''::tsquery", []
        sql, parameters = _joined(" || ", [_forms(one, configs) for one in self.unwanted])
        return f"(!! {sql})", parameters


def read(typed: str) -> Question:
    """The question in what was typed; without groups where there is nothing to look for."""
    groups: list[tuple[str, ...]] = []
    unwanted: list[str] = []
    joins = False
    for minus, phrase, word in PIECE.findall(_tidy(typed))[:MOST_TERMS]:
        is_unwanted = bool(minus) or (len(word) > 1 and word.startswith("-"))
        term = " ".join((phrase or word).split())
        if word.lower() == OR:
            joins = bool(groups)
        elif not SAYS.search(term):
            continue
        elif is_unwanted:
            unwanted.append(term.lstrip("-"))
        elif joins:
            groups[-1] = (*groups[-1], term)
            joins = False
        else:
            groups.append((term,))
    return Question(tuple(groups), tuple(unwanted))


def _tidy(typed: str) -> str:
    """Cut to length, one form for each letter, and no sign that is not printed."""
    text = unicodedata.normalize("NFC", typed[:LONGEST]).translate(MARKS)
    return "".join(" " if unicodedata.category(sign) in {"Cc", "Cs"} else sign for sign in text)


def _forms(term: str, configs: Sequence[str]) -> SQL:
    one = "phraseto_tsquery(%s::regconfig, %s)"
    parameters = [value for config in configs for value in (config, term)]
    return f"({' || '.join([one] * len(configs))})", parameters


def _joined(by: str, parts: Sequence[SQL]) -> SQL:
    return f"({by.join(sql for sql, _ in parts)})", [one for _, values in parts for one in values]
