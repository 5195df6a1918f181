"""Names that are spelt in two ways within one story."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations

from articles.preflight.finding import Case, Fault, rule
from articles.preflight.lines import Line
from articles.preflight.place import Fix
from articles.vocabulary import Severity

NAME = re.compile(r"(?<![\w’'\-./@])[A-ZÀ-Þ][\w]*[a-zà-ÿ]\w*(?:-[A-ZÀ-Þ]\w+)*(?![\w@/])")
SHORTEST = 5
MOST = 8  # names that are looked at together
LONG = 7
"""From this length on one letter more or other makes two spellings of one name."""

ENDINGS = tuple(
    "s es n an ian ish er ers y ly ed d r e ns ing side ton ie a ia o".split()  # noqa: SIM905
)
"""What makes another word of a word: German and Germany, Martin and Martina."""

SILENT = frozenset("ehk")
"""Letters that a spelling may have or lack: Tarnwater and Tarnewater."""

SOUND_ALIKE = tuple(map(frozenset, ("iy", "ck", "sz", "gh", "vw")))
"""Letters that stand for one sound, or for one letter of another alphabet: Luhansk and Lugansk."""


@rule("names.spellings", Severity.WARN)
def spellings(case: Case) -> Iterator[Fault]:
    """MediaZona and Mediazona, Rinchino and Rinchyno, Zoë and Zoe (T5).

    Only what stands within a sentence is sure to be a name: a word that begins one has a capital
    anyway. Of two spellings the rarer is taken for the slip.
    """
    places = _names(case)
    counts = Counter({name: len(found) for name, found in places.items()})
    for slip, right in _pairs(sorted(places)):
        if counts[slip] > counts[right] or (counts[slip] == counts[right] and slip < right):
            slip, right = right, slip  # noqa: PLW2901
        for line, start in places[slip][:1]:
            yield Fault(
                f"“{slip}” is “{right}” elsewhere in the story. Find out which is right.",
                line.place(start, start + len(slip)),
                Fix(f"Write “{right}”", right),
            )


def _names(case: Case) -> dict[str, list[tuple[Line, int]]]:
    found: dict[str, list[tuple[Line, int]]] = defaultdict(list)
    for line in case.lines:
        begins = {start for start, _ in line.sentences}
        for match in NAME.finditer(line.text):
            if len(match[0]) >= SHORTEST and not _begins(line, match.start(), begins):
                found[match[0]].append((line, match.start()))
    return found


def _begins(line: Line, position: int, begins: set[int]) -> bool:
    """Whether a sentence, or a quotation, begins there; a headline may have capitals throughout."""
    before = line.text[:position].rstrip()[-1:]
    return position in begins or before in {"“", "‘", '"', "«", "„", "(", "–", "—", ":"}


def _pairs(names: list[str]) -> Iterator[tuple[str, str]]:
    """Names that differ by so little that they are one.

    Two words that are one letter apart have a word in common when that letter is left out: only
    such ones are compared, so that a story of many names takes no longer for each.
    """
    groups: dict[str, list[str]] = defaultdict(list)
    for name in names:
        bare = _bare(name)
        for key in {bare, *(bare[:n] + bare[n + 1 :] for n in range(1, len(bare)))}:
            groups[key].append(name)
    near = {pair for group in groups.values() for pair in combinations(group[:MOST], 2)}
    return (pair for pair in sorted(near) if _is_one(*pair))


def _is_one(first: str, second: str) -> bool:
    one, other = sorted((_bare(first), _bare(second)), key=len)
    if one == other:
        # Capitals throughout are a way of setting; a capital within is a spelling.
        return not (first.isupper() or second.isupper())
    if f"{one}s" == other and one.endswith("s"):
        return True
    if _stems(one) & _stems(other):
        return False
    gap = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    if len(one) == len(other):
        return len(one) >= LONG and {one[gap], other[gap]} in SOUND_ALIKE
    return other[gap] == other[gap - 1] or (len(one) >= LONG and other[gap] in SILENT)


def _stems(word: str) -> set[str]:
    return {word, *(word.removesuffix(ending) for ending in ENDINGS)}


def _bare(name: str) -> str:
    """Without accents, hyphens and capitals."""
    plain = unicodedata.normalize("NFKD", name)
    return "".join(sign for sign in plain if sign.isalnum()).casefold()
