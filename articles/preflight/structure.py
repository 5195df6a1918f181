"""Structure: headings and links by which a listener finds the way through the body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from articles.markup.passages import paragraphs
from articles.markup.tree import Element
from articles.preflight.finding import Case, Fault, rule
from articles.preflight.place import Place
from articles.vocabulary import Severity

HEADINGS = frozenset({"h2", "h3"})
WORD = re.compile(r"[^\W_]")

SILENT_WORDS = """
    here|click here|click|this|this link|this one|that|it|link|the link|read more|read on|read this
    |see here|see more|see this|more here|find out more|learn more|more information|details
    |continue|continue reading
    |hier|hier klicken|klicken sie hier|mehr lesen|weiterlesen|mehr erfahren|dieser link
    |ici|cliquez ici|lire la suite|en savoir plus|ce lien
    |aquí|haga clic aquí|leer más|qui|clicca qui|leggi di più
"""
SILENT = frozenset(words.strip() for words in SILENT_WORDS.split("|"))
"""What a link may not be called: read out in a list of links it says nothing."""

ROUND_IT = " \n\xa0.,:;!?…()[]“”‘’\"'«»„>→-–—"
ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)+/\S*", re.IGNORECASE)


@rule("structure.headings", Severity.WARN)
def headings(case: Case) -> Iterator[Fault]:
    """One of no words but “***” or a blank that does not show (what is wholly empty, the sanitiser
    takes out); and, once, one of level 3 with none of level 2 above it (A1)."""
    above = False
    for number, element in enumerate(paragraphs(case.dossier.story.body)):
        if element.tag not in HEADINGS:
            continue
        words = element.words()
        if not WORD.search(words):
            yield Fault(
                f"Paragraph {number + 1} is a heading without words. Write it, or take it out.",
                _place(number, words, 0, len(words)),
            )
        elif element.tag == "h2":
            above = True
        elif not above:
            above = True  # made level 2, it stands above those that follow
            yield Fault(
                f"“{words.strip()}” is a heading of level 3 with none of level 2 above it. "
                "Make it level 2.",
                _place(number, words, 0, len(words)),
            )


@rule("structure.links", Severity.WARN)
def links(case: Case) -> Iterator[Fault]:
    """“Here”, “read more”, a bare address: a list of the links alone must tell where they lead."""
    for number, element in enumerate(paragraphs(case.dossier.story.body)):
        words = element.words()
        for start, end in _links(element):
            if remedy := _remedy(words[start:end]):
                yield Fault(
                    f"The link “{words[start:end].strip()}” does not say where it leads. {remedy}",
                    _place(number, words, start, end),
                )


def _remedy(words: str) -> str:
    bare = " ".join(words.strip(ROUND_IT).casefold().split())
    if bare in SILENT:
        return "Link the words that name the thing."
    if ADDRESS.fullmatch(words.strip()):
        return "Write what is there in words, and link them."
    return ""


def _links(element: Element) -> Iterator[tuple[int, int]]:
    """Where each link starts and ends; pieces of one that touch, as round bold words, are one."""
    position = 0
    for target, run in groupby(_pieces(element), key=lambda piece: piece[1]):
        length = sum(len(words) for words, _ in run)
        if target is not None:
            yield position, position + length
        position += length


def _pieces(element: Element, target: str | None = None) -> Iterator[tuple[str, str | None]]:
    """The words below an element in pieces, each with what it is linked to, or None."""
    for child in element.children:
        if isinstance(child, str):
            yield child, target
        elif child.tag == "br":
            yield "\n", target
        else:
            own = child.attributes.get("href") or child.attributes.get("data-story")
            yield from _pieces(child, own or target)


def _place(paragraph: int, words: str, start: int, end: int) -> Place:
    return Place(field="body", paragraph=paragraph, start=start, end=end, words=words[start:end])
