"""Copied text: what stands elsewhere word for word is licensed, linked to, or written anew."""

from __future__ import annotations

from collections.abc import Iterator

from articles.desk.copied import NOT_OURS, Copied
from articles.preflight.finding import Case, Fault, rule
from articles.preflight.place import Place
from articles.vocabulary import Severity


@rule("workflow.copied", Severity.WARN)
def copied(case: Case) -> Iterator[Fault]:
    """A long run of words that a story of ours, or somebody else's text, has too (T10).

    What was pasted and is said to be another's still is told by `workflow.provenance`.
    """
    still_another_s = case.dossier.story.provenance in NOT_OURS
    for one in case.dossier.copied:
        if one.is_own_paste and still_another_s:
            continue
        yield Fault(f"{one.run.words} words in a row {_told(one)}", _where(case, one))


def _told(one: Copied) -> str:
    if one.headline:
        return f"stand in “{one.headline}” too. Link to it, or write them anew."
    if one.is_own_paste:
        return (
            "stand here as they were pasted, from another publisher or nobody knows whom. Write "
            "them anew, or say under “Where from” who gave leave."
        )
    return (
        "stand in a text that was pasted at the desk, and no leave to print it is on record. "
        "Write them anew, or get leave."
    )


def _where(case: Case, one: Copied) -> Place | str:
    """The first paragraph of the run, as far as it goes there."""
    words = one.words.split("\n\n")[0].replace("\n", " ")
    for line in case.body:
        start = line.text.replace("\n", " ").replace("\xa0", " ").find(words)
        if start >= 0:
            return line.place(start, start + len(words))
    return "body"
