"""Claims: what accuses somebody rests on more than one word, and the accused are asked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.desk.asked import public_sentence
from articles.desk.reply import Reply
from articles.preflight.accusations import accusations
from articles.preflight.finding import Case, Fault, rule
from articles.preflight.ledger import Entry, entries, roots, standing
from articles.preflight.place import Fix, Place
from articles.vocabulary import ClaimStatus, ReplyState, Severity

ENOUGH = 2  # sources that know it each for themselves
ASKED = {
    *(ReplyState.OPEN, ReplyState.ANSWERED, ReplyState.DECLINED, ReplyState.NO_ANSWER),
    ReplyState.NOT_POSSIBLE,
}


def serious(case: Case) -> list[Entry]:
    """The passages that accuse somebody."""
    return [entry for entry in entries(case) if entry.attribution.is_serious]


@rule("claims.serious", Severity.WARN)
def unmarked(case: Case) -> Iterator[Fault]:
    """A claim with accusing words is either marked as serious, or dismissed here with a reason."""
    if not case.is_english:
        return
    for entry in entries(case):
        if entry.attribution.is_quote or entry.attribution.is_serious:
            continue
        if found := accusations(entry.attribution.passage):
            yield Fault(
                f"This claim says “{found[0]}”. If it accuses somebody, tick “serious” and say "
                "whom, under Sources.",
                entry.place,
            )


@rule("claims.support", Severity.BLOCK, override="override_sourcing")
def support(case: Case) -> Iterator[Fault]:
    """A serious claim rests on two sources, or on what we found out ourselves (S5)."""
    for entry in serious(case):
        known = roots([entry.source, *entry.confirming])
        if len(known) < ENOUGH and entry.attribution.status != ClaimStatus.CONFIRMED:
            whom = f" {entry.attribution.about}" if entry.attribution.about else " somebody"
            yield Fault(
                f"“{entry.beginning}” accuses{whom} and rests on {_alone(entry)} alone. "
                "Find a second source that knows it, or confirm it ourselves.",
                entry.place,
            )


def _alone(entry: Entry) -> str:
    """Whoever is left; where all withdrew, the source itself."""
    source = next(iter(standing([entry.source, *entry.confirming])), entry.source)
    return (
        f"{source.public_label}, via {source.via.public_label},"
        if source.via
        else str(source.public_label)
    )


@rule("claims.second_hand", Severity.WARN)
def second_hand(case: Case) -> Iterator[Fault]:
    """The story has a source of its own (S6)."""
    if _has_only_others(case) and not serious(case):
        yield Fault(
            "Nobody told us this ourselves: every source of the story came through others. "
            "Speak to one, or say so to readers.",
            "attributions",
        )


@rule("claims.second_hand_serious", Severity.BLOCK, override="override_sourcing")
def second_hand_serious(case: Case) -> Iterator[Fault]:
    """What accuses somebody is never printed on the word of others alone (S6)."""
    found = serious(case)
    if found and _has_only_others(case):
        yield Fault(
            "The story accuses somebody, and nobody told us ourselves: every source came through "
            "others. Speak to one of them.",
            found[0].place,
        )


def _has_only_others(case: Case) -> bool:
    sources = [
        case.dossier.sources[pk]
        for pk in case.dossier.references.sources
        if pk in case.dossier.sources
    ]
    return bool(sources) and not any(source.first_hand for source in sources)


@rule("claims.asked", Severity.BLOCK, override="override_sourcing")
def asked(case: Case) -> Iterator[Fault]:
    """Everybody accused was asked for comment (S10)."""
    told = set()
    for entry in serious(case):
        about = entry.attribution.about
        if not about.strip():
            yield Fault(
                f"“{entry.beginning}” is a serious claim. Say whom it accuses, under Sources, and "
                "ask them for comment.",
                entry.place,
            )
        for party in filter(None, (one.strip() for one in about.split(","))):
            if party.casefold() not in told and not _was_asked(case, party):
                told.add(party.casefold())
                yield Fault(
                    f"{party} is accused and has not been asked for comment. "
                    "Ask, and write down when and how.",
                    entry.place,
                )


def _was_asked(case: Case, party: str) -> bool:
    return any(
        _is_same(party, request.party) and request.state in ASKED and _counts(request)
        for request in case.dossier.replies
    )


def _counts(request: Reply) -> bool:
    """What another paper asked was not asked by us: there must be an attempt of ours."""
    return request.state == ReplyState.NOT_POSSIBLE or bool(request.tries)


def _is_same(first: str, second: str) -> bool:
    """“Harbour trust” is “the harbour trust”."""
    one, other = (re.sub(r"\Athe ", "", name.strip().casefold()) for name in (first, second))
    return one in other or other in one


@rule("replies.unsent", Severity.BLOCK, override="override_sourcing")
def unsent(case: Case) -> Iterator[Fault]:
    for request in case.dossier.replies:
        if request.state == ReplyState.TO_SEND:
            yield Fault(f"{request.party} has not been asked for comment yet. Ask.", _row(request))


@rule("replies.open", Severity.WARN)
def still_open(case: Case) -> Iterator[Fault]:
    """As long as a request is open it is told here, and readers are told what came of it."""
    for request in case.dossier.replies:
        if request.state not in TOLD_AS or not _counts(request):
            continue
        if (
            request.state == ReplyState.OPEN
            and request.deadline
            and (case.goes_live_at < request.deadline)
        ):
            ends = request.deadline.astimezone(case.goes_live_at.tzinfo)
            yield Fault(
                f"{request.party} has until {ends:%A %d %B, %H:%M %Z} to answer. "
                "Publish after that, or ask for an answer now.",
                _row(request),
            )
        elif not _is_told(case, request):
            yield Fault(
                f"{request.party} {TOLD_AS[ReplyState(request.state)]}, and the story does not say "
                "so. Put the sentence in that stands with the request.",
                _row(request),
                _put_in(case, request),
            )
        elif request.state == ReplyState.OPEN:
            yield Fault(
                f"{request.party} has not answered yet. Ask once more, or write down that no "
                "answer came.",
                _row(request),
            )


TOLD_AS = {
    ReplyState.OPEN: "was asked and has not answered",
    ReplyState.NO_ANSWER: "was asked and has not answered",
    ReplyState.DECLINED: "declined to comment",
    ReplyState.NOT_POSSIBLE: "could not be asked",
}
TELLS = re.compile(
    r"\b(?:asked|approached|contacted|comment|repl(?:y|ied)|respon(?:d|ded|se)|answer(?:ed)?"
    r"|declined|refused|reached)\b"
)
SHORTEST_NAME = 4  # letters


def _is_told(case: Case, request: Reply) -> bool:
    """Whether a sentence names the party, by its last word at least, and what came of asking."""
    party = re.sub(r"\A[Tt]he ", "", request.party).casefold()
    last = party.split()[-1]
    names = {party, last} if len(last) >= SHORTEST_NAME else {party}
    for line in case.body:
        for first, end in line.sentences:
            sentence = line.text[first:end].casefold()
            if TELLS.search(sentence) and any(name in sentence for name in names):
                return True
    return False


@rule("replies.answer", Severity.WARN)
def answer(case: Case) -> Iterator[Fault]:
    """What somebody answered is in the story."""
    for request in case.dossier.replies:
        if request.state != ReplyState.ANSWERED:
            continue
        if request.source_id not in case.dossier.sources and not _is_told(case, request):
            yield Fault(
                f"{request.party} has answered, and the story does not have it. Put it in.",
                _row(request),
                _put_in(case, request),
            )


def _put_in(case: Case, request: Reply) -> Fix | None:
    """The public sentence, as the story's last paragraph."""
    sentence = public_sentence(request, request.tries, at=case.goes_live_at)
    if not sentence or not case.body:
        return None
    last = case.body[-1]
    end = last.place(len(last.text), len(last.text))
    return Fix("Put the sentence at the end", f"\n\n{sentence}", at=end)


@rule("replies.proposal", Severity.WARN)
def proposal(case: Case) -> Iterator[Fault]:
    for request in case.dossier.replies:
        if request.is_proposal:
            yield Fault(
                f"That {request.party} was asked for comment was read out of a pasted text. "
                "Check it; ask ourselves where another paper did the asking.",
                _row(request),
            )


def _row(request: Reply) -> Place:
    return Place(field="replies", row=request.pk, words=request.party)
