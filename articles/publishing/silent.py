"""The guard against silent edits: what in a live story is changed that readers must be told of.

A figure, a name, a quote, the headline, a picture, a credit, a “not”: whoever changes one says
whether it is a correction, a clarification or news. Spelling, punctuation and better wording are
nobody's business. Pure. Where it is in doubt it asks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from articles.markup.diff import steps, tokens
from articles.markup.quotations import OPENING_MARKS, quoted_spans
from articles.publishing.read_lines import PICTURE, Change, Line, changes, read_lines, words_in
from articles.site.edition import Edition
from articles.vocabulary import EditionKind

LETTERS = re.compile(r"[^\W_]+")
CURRENCIES = frozenset("%£$€")
SENTENCE_ENDS = frozenset(".!?:")
SAYING = frozenset({"said", "says", "told", "added", "wrote", "denied", "asked", "called"})
PRONOUNS = frozenset({"I", "He", "She", "It", "We", "They", "You", "So", "Who", "This", "That"})
NEGATIONS = frozenset({"not", "no", "never", "nobody", "nothing", "without", "cannot"})
NUMBERS = frozenset(
    {
        *("two", "three", "four", "five", "six", "seven", "eight", "nine"),
        *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
        *("eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy"),
        *("eighty", "ninety", "hundred", "thousand", "million", "billion", "dozen", "half"),
        *("third", "quarter", "double", "twice", "once"),
    }
)
RUNNING = ("standfirst", "dateline", "body", "caption")
"""The places whose words are looked at one by one."""
SPELT_ALIKE = 0.75


@dataclass(frozen=True)
class Fact:
    """One thing that is different for readers: what sort of thing, where, from what to what."""

    sort: str
    place: str
    before: str
    after: str

    def __str__(self) -> str:
        where = f"in the {self.place}" if self.place != self.sort else ""
        if self.before and self.after:
            said = f"{self.sort} {where}: “{self.before}” became “{self.after}”"
        elif self.after:
            said = f"{self.sort} {where}: “{self.after}” is new"
        else:
            said = f"{self.sort} {where}: “{self.before}” is gone"
        return said.replace(" :", ":")


def facts_changed(before: Sequence[Line], after: Sequence[Line]) -> list[Fact]:
    """Everything of that kind that differs between what readers have and what they would get."""
    known = _names_anywhere(before) | _names_anywhere(after)
    found: list[Fact] = []
    for change in changes(before, after):
        if change.place in {"headline", "byline", "credit"}:
            if not _same_but_for_spelling(change, strict=change.place != "headline"):
                found.append(Fact(change.place, change.place, change.before, change.after))
        elif change.place in RUNNING:
            found += _in_running_words(change, known)
    return [*found, *_pictures(before, after)]


def silently_changed(edition: Edition, before: Edition | None) -> list[Fact]:
    """What an update would change without a word, of the edition that readers have before it."""
    if before is None or before.kind == EditionKind.WITHDRAWAL:
        return []
    return facts_changed(read_lines(before), read_lines(edition))


def _pictures(before: Sequence[Line], after: Sequence[Line]) -> Iterator[Fact]:
    old, new = set(words_in(before, PICTURE)), set(words_in(after, PICTURE))
    if old - new and new - old:
        yield Fact("picture", "story", "one picture", "another one")
    elif old - new:
        yield Fact("picture", "story", "a picture", "")
    elif new - old:
        yield Fact("picture", "story", "", "a picture")


def _in_running_words(change: Change, known: set[str]) -> Iterator[Fact]:
    """Quotes as wholes; outside them figures, names and negations, stretch by stretch."""
    was, now = _quotes(change.before), _quotes(change.after)
    if Counter(map(_bare, was)) != Counter(map(_bare, now)):
        gone = [one for one in was if _bare(one) not in set(map(_bare, now))]
        new = [one for one in now if _bare(one) not in set(map(_bare, was))]
        yield Fact("quote", change.place, " … ".join(gone), " … ".join(new))
    old, new_words = _marked(change.before, known), _marked(change.after, known)
    same, same_now = [one.same for one in old], [one.same for one in new_words]
    for tag, i, j, k, m in steps(same, same_now):
        if tag != "equal":
            yield from _in_stretch(change.place, old[i:j], new_words[k:m])


@dataclass(frozen=True)
class _Word:
    words: str
    sort: str  # "figure", "name", "negation", "quoted" or ""

    @property
    def same(self) -> str:
        return _figure(self.words) if self.sort == "figure" else self.words.casefold()


def _in_stretch(place: str, old: Sequence[_Word], new: Sequence[_Word]) -> Iterator[Fact]:
    for sort in ("figure", "name", "negation"):
        was = [one for one in old if one.sort == sort]
        now = [one for one in new if one.sort == sort]
        if [one.same for one in was] != [one.same for one in now]:
            yield Fact(sort, place, _said(was), _said(now))


def _said(words: Iterable[_Word]) -> str:
    return " ".join(one.words for one in words)


def _marked(words: str, known: set[str]) -> list[_Word]:
    """Each word with its sort; what stands in quotes is looked at as a quote."""
    spans = [(span.start, span.end) for span in quoted_spans(words)]
    found: list[_Word] = []
    position = 0
    for token, name in zip(tokens(words), _is_name(words, known), strict=True):
        quoted = any(start <= position < end for start, end in spans)
        position += len(token)
        if LETTERS.match(token) or token in CURRENCIES:
            found.append(_Word(token, "quoted" if quoted else _sort(token, is_name=name)))
    return found


def _sort(token: str, *, is_name: bool) -> str:
    low = token.casefold()
    if token[0].isdigit() or token in CURRENCIES or set(low.split("-")) & NUMBERS:
        return "figure"
    if low in NEGATIONS or low.replace("'", "’").endswith("n’t"):
        return "negation"
    return "name" if is_name else ""


def _is_name(words: str, known: set[str]) -> list[bool]:
    """Of each token: whether it names somebody or something.

    A capital inside a sentence makes a name; one that begins it does only where the word is a name
    elsewhere, or another capital or a verb of saying follows.
    """
    every = tokens(words)
    solid = [index for index, token in enumerate(every) if not token.isspace()]
    found = [False] * len(every)
    begins = True
    for place, index in enumerate(solid):
        token = every[index]
        if LETTERS.match(token):
            follows = every[solid[place + 1]] if place + 1 < len(solid) else ""
            found[index] = token[0].isupper() and (
                not begins or token in known or _looks_like_a_name(token, follows)
            )
            begins = False
        elif token in SENTENCE_ENDS or token in OPENING_MARKS:
            begins = True
    return found


def _looks_like_a_name(token: str, follows: str) -> bool:
    """Of the first word of a sentence, by the word behind it."""
    return token not in PRONOUNS and (follows[:1].isupper() or follows in SAYING)


def _names_anywhere(lines: Sequence[Line]) -> set[str]:
    found: set[str] = set()
    for line in lines:
        if line.place in RUNNING:
            every = tokens(line.words)
            marked = zip(every, _is_name(line.words, set()), strict=True)
            found |= {token for token, name in marked if name}
    return found


def _quotes(words: str) -> list[str]:
    return [words[span.start : span.end] for span in quoted_spans(words)]


def _bare(words: str) -> str:
    """The letters and digits alone: what marks and capitals change does not change a quote."""
    return " ".join(LETTERS.findall(words.casefold()))


def _figure(words: str) -> str:
    """1,000 and 1000 are one figure."""
    return re.sub(r"(?<=\d),(?=\d{3})", "", words.casefold())


def _same_but_for_spelling(change: Change, *, strict: bool) -> bool:
    """Whether only marks, capitals and the spelling of words differ; of names not even that."""
    was, now = _bare(change.before).split(), _bare(change.after).split()
    if strict or len(was) != len(now):
        return was == now
    return all(
        one == other or _is_misspelling(one, other) for one, other in zip(was, now, strict=True)
    )


def _is_misspelling(one: str, other: str) -> bool:
    if any(word[0].isdigit() or word in NUMBERS | NEGATIONS for word in (one, other)):
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= SPELT_ALIKE
