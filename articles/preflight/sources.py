"""Sources: every quotation has one that stands by it, and the words are as they were said."""

from __future__ import annotations

from collections.abc import Iterator

from articles.desk.via import withdrawn_in
from articles.markup.quotations import quotations, quoted_spans
from articles.markup.text import WORD
from articles.markup.wording import difference, said
from articles.preflight.finding import Case, Fault, rule
from articles.preflight.ledger import Entry, beginning, entries
from articles.preflight.place import Fix, Place
from articles.vocabulary import ReplyState, Severity, SourceKind

SCARE_QUOTE_WORDS = 3
"""Up to so many words in quotation marks are a term or a title, not somebody's statement."""


@rule("sources.quotation", Severity.BLOCK)
def quotation(case: Case) -> Iterator[Fault]:
    """Somebody stands by every quotation, and a person has said so (S1)."""
    for found in quotations(case.dossier.story.body):
        if found.source is None and found.words > SCARE_QUOTE_WORDS:
            yield Fault(
                f"The quotation “{beginning(found.text)}” has no source. "
                "Mark it and say whose words they are.",
                _where(case, found.paragraph, found.parts[0]),
            )
    yield from _beside_marked_ones(case)
    for entry in entries(case):
        if entry.attribution.is_quote and entry.attribution.is_proposal:
            yield Fault(
                f"Nobody has confirmed yet that {entry.source.public_label} said "
                f"“{entry.beginning}”: it was read out of a pasted text. Accept it, or change it.",
                entry.place,
            )


def _beside_marked_ones(case: Case) -> Iterator[Fault]:
    """What is said beside a marked quotation may be another's; a block quote needs no marks."""
    told = {
        part
        for found in quotations(case.dossier.story.body)
        if found.source is None
        for part in found.parts
    }
    for line in case.body:
        spans = [(span.start, span.end) for span in line.quotes]
        if line.in_block_quote and not line.marks and not spans:
            spans = [(0, len(line.text))]
        for start, end in spans:
            words = line.text[start:end].strip()
            is_marked = any(mark.start < end and start < mark.end for mark in line.marks)
            if not is_marked and words not in told and len(WORD.findall(words)) > SCARE_QUOTE_WORDS:
                yield Fault(
                    f"“{beginning(words)}” has no source. Mark these words too, and say whose "
                    "they are.",
                    line.place(start, end),
                )


@rule("sources.mixed", Severity.WARN)
def mixed(case: Case) -> Iterator[Fault]:
    """A quotation inside a marked passage has no record of its own (S2)."""
    for entry in entries(case):
        passage = entry.attribution.passage
        if entry.attribution.is_quote:
            continue
        for span in quoted_spans(passage):
            words = passage[span.start : span.end]
            if len(WORD.findall(words)) > SCARE_QUOTE_WORDS:
                yield Fault(
                    f"The mark of “{entry.beginning}” takes in the quotation “{beginning(words)}”. "
                    "Mark the quoted words alone, so that they are kept on record.",
                    entry.place,
                )


def _where(case: Case, paragraph: int, words: str) -> Place | str:
    line = next((one for one in case.body if one.paragraph == paragraph), None)
    start = line.text.find(words) if line else -1
    return line.place(start, start + len(words)) if line and start >= 0 else "body"


@rule("sources.exist", Severity.BLOCK)
def exist(case: Case) -> Iterator[Fault]:
    for line in case.body:
        for mark in line.marks:
            if mark.source not in case.dossier.sources:
                yield Fault(
                    f"A passage is marked with source {mark.source}, which exists no more. "
                    "Mark it with another source, or remove the mark.",
                    line.place(mark.start, mark.end),
                )


@rule("sources.withdrawn", Severity.BLOCK, override="override_sourcing")
def withdrawn(case: Case) -> Iterator[Fault]:
    """Neither the source of a passage nor anybody through whom it came has withdrawn."""
    for entry in entries(case):
        if one := withdrawn_in(entry.source):
            whose, who = entry.source.public_label, one.public_label
            came = "" if one == entry.source else f"{whose} came via {who}. "
            yield Fault(
                f"{came}{who} withdrew: {one.withdrawn_reason} "
                "Take the passage out, or rest it on another source.",
                entry.place,
            )


@rule("sources.record", Severity.BLOCK)
def record(case: Case) -> Iterator[Fault]:
    """A quote has the words on record; “…” may leave some out and [brackets] add some (S2)."""
    for entry in entries(case):
        row = entry.attribution
        if not row.is_quote:
            continue
        if not row.verbatim.strip():
            if not row.is_proposal:
                yield Fault(
                    f"The words of “{entry.beginning}” are not on record. "
                    "Write down what was said, under Sources.",
                    entry.place,
                )
        elif fault := _drift(entry):
            yield fault


def _drift(entry: Entry) -> Fault | None:
    passage = entry.line.text[entry.start : entry.end]
    quoted = said(passage) or passage
    if difference(quoted, entry.attribution.verbatim) is None:
        return None
    found = difference(passage, entry.attribution.verbatim)
    if found is None:
        return None
    start = entry.start + found.start
    who = entry.source.public_label
    if not found.words:
        return Fault(
            f"The quote of {who} leaves out “{found.record}”. Write “…” there, or the words.",
            entry.place,
            None,
        )
    if not found.record:
        return Fault(
            f"The quote of {who} has “{found.words}”, which is not in the words on record. "
            "Take it out, or put it in [brackets].",
            entry.line.place(start, entry.start + found.end),
            Fix(f"Write “[{found.words}]”", f"[{found.words}]"),
        )
    return Fault(
        f"The quote of {who} has “{found.words}” where the words on record are "
        f"“{found.record}”. Write what was said; a quote is never tidied.",
        entry.line.place(start, entry.start + found.end),
        Fix(f"Write “{found.record}”", found.record),
    )


@rule("sources.echo", Severity.WARN)
def echo(case: Case) -> Iterator[Fault]:
    """The same quote stands in another story of ours with other words (S3)."""
    by_position = {entry.attribution.position: entry for entry in entries(case)}
    told = set()
    for one in case.dossier.echoes:
        entry = by_position[one.position]
        passage = entry.attribution.passage
        found = difference(said(passage) or passage, one.verbatim)
        if found is None or one.position in told:
            continue
        told.add(one.position)
        yield Fault(
            f"“{one.headline}” has this quote with other words: “{one.verbatim}”. "
            "Find out what was said, and mend the one that is wrong.",
            entry.place,
        )


@rule("sources.link", Severity.WARN)
def link(case: Case) -> Iterator[Fault]:
    """Readers can go to the outlet that we have it from (S7)."""
    outlets = {}
    for source in case.dossier.sources.values():
        for one in (source, source.via):
            if one is not None and one.kind == SourceKind.OUTLET:
                outlets[one.pk] = one
    for outlet in outlets.values():
        if not (outlet.url or outlet.archived_url):
            yield Fault(
                f"{outlet.public_label} is quoted without its address. "
                "Add the address to the source, so that readers can go there.",
                _first_mention(case, outlet.name),
            )


@rule("sources.document", Severity.WARN)
def document(case: Case) -> Iterator[Fault]:
    """A document that is quoted can be read (S12)."""
    told = set()
    for entry in entries(case):
        source = entry.source
        on_paper = source.kind in {SourceKind.DOCUMENT, SourceKind.DATA, SourceKind.SOCIAL_POST}
        if not on_paper or not entry.attribution.is_quote or source.pk in told:
            continue
        if not (source.url or source.archived_url or source.first_hand):
            told.add(source.pk)
            yield Fault(
                f"{source.public_label} is quoted, and we have neither its address nor read it. "
                "Add the address, or say that we read it ourselves.",
                entry.place,
            )


def _first_mention(case: Case, name: str) -> Place | str:
    for line in case.body:
        start = line.text.casefold().find(name.casefold()) if name else -1
        if start >= 0:
            return line.place(start, start + len(name))
    return "body"


@rule("sources.anonymous", Severity.BLOCK, override="override_sourcing")
def anonymous(case: Case) -> Iterator[Fault]:
    """Somebody here knows who it is and why it is not named, an editor among them (S4, AP)."""
    for pk, source in case.dossier.sources.items():
        if not source.is_protected:
            continue
        first = next((entry.place for entry in entries(case) if entry.source.pk == pk), "body")
        standing = case.dossier.vault.get(pk)
        if standing is None:
            yield Fault(
                f"Nobody has written down who “{source.public_label}” is, and why it must not be "
                "named. Put it in the vault, at the source, and let an editor know.",
                first,
            )
        elif not standing.has_editor:
            yield Fault(
                f"No editor besides the reporter knows who “{source.public_label}” is. "
                "Let one know, at the source.",
                first,
            )
        elif standing.checked_description != source.public_description:
            yield Fault(
                f"“{source.public_label}” is described otherwise since somebody who knows looked "
                "at it. One of those who know must open the vault once more.",
                first,
            )


@rule("sources.declined", Severity.BLOCK, override="override_sourcing")
def declined(case: Case) -> Iterator[Fault]:
    """Nobody is an anonymous source and has “declined to comment” in one story (S11, AP)."""
    for request in case.dossier.replies:
        source = case.dossier.sources.get(request.source_id or 0)
        if source and source.is_protected and request.state == ReplyState.DECLINED:
            yield Fault(
                f"“{source.public_label}” is an anonymous source of this story and, as "
                f"{request.party}, is said to have declined to comment. Say neither untruly.",
                Place(field="replies", row=request.pk),
            )


@rule("sources.proposal", Severity.WARN)
def proposal(case: Case) -> Iterator[Fault]:
    for entry in entries(case):
        if entry.attribution.is_proposal and not entry.attribution.is_quote:
            yield Fault(
                f"That {entry.source.public_label} said “{entry.beginning}” was read out of a "
                "pasted text. Accept it, or change it.",
                entry.place,
            )
