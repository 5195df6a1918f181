"""XMP, IIM and EXIF often say the same thing twice over, one of them cut off, and sometimes not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from unicodedata import normalize

Said = Mapping[str, Sequence[str]]
"""Origin -> what it says, in the order in which origins are believed: XMP, then IIM, then EXIF."""


@dataclass
class Comparison:
    """Settles what a field is, and notes where the origins truly differ."""

    disagreements: list[tuple[str, Mapping[str, str]]] = field(default_factory=list)

    def settle(self, name: str, said: Said) -> list[str]:
        """The first origin's words, or a fuller version of them that another origin has."""
        said = {origin: words for origin, words in said.items() if words}
        if not said:
            return []
        if any(differ(*pair) for pair in combinations(said.values(), 2)):
            self.note(name, said)
        best, *others = said.values()
        for other in others:
            best = fuller(best, other)
        return list(best)

    def note(self, name: str, said: Said) -> None:
        self.disagreements.append((name, {key: "; ".join(words) for key, words in said.items()}))


def same_or_cut_off(one: str, other: str) -> bool:
    """Whether two texts are one: IIM cuts at 32 to 2,000 bytes, and programs wherever they like.

    Programs that write EXIF in ASCII put “?” for every other letter.
    """
    pairs = zip(_plain(one), _plain(other), strict=False)
    return all(a == b or (a == "?" and b > "~") or (b == "?" and a > "~") for a, b in pairs)


def differ(one: Sequence[str], other: Sequence[str]) -> bool:
    """Not where one has only some of the other's names, as programs that know one name write."""
    short, long = sorted((one, other), key=len)
    return not all(any(same_or_cut_off(name, each) for each in long) for name in short)


def fuller(one: Sequence[str], other: Sequence[str]) -> Sequence[str]:
    """`one`, unless `other` says the same and more."""
    if differ(one, other):
        return one
    if len(one) != len(other):
        return max(one, other, key=len)
    return [_longer(name, each) for name, each in zip(one, other, strict=True)]


def _longer(one: str, other: str) -> str:
    if same_or_cut_off(one, other) and len(_plain(other)) > len(_plain(one)):
        return other
    return one


def _plain(text: str) -> str:
    """Without what makes no difference: capitals, white space, how © and é are composed."""
    return "".join(normalize("NFC", text).casefold().replace("(c)", "©").split())
