"""Protected people: children, victims and the hidden, of whom the law keeps names and places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.preflight.accused import HISTORY
from articles.preflight.finding import Case, Fault, rule
from articles.preflight.identified import children, victims
from articles.preflight.lines import Line
from articles.preflight.whereabouts import NUMBER, Span, addresses, plates, positions
from articles.vocabulary import Severity, StoryKind

REMEDY = "Take it out, or let Legal decide."
CHILD = "“{}” is named and under 18, in a story of a crime or a court."
VICTIM = "“{}” is named as the victim of a sexual offence."
HOME = "“{}” is where somebody lives or hides."
PLATE = "“{}” is a number plate."
POSITION = "“{}” tells where soldiers, hostages or people in hiding are."

COURT = re.compile(
    r"\b(?:(?:crown|magistrates[’']?|youth|high|county|family|district|supreme|criminal|appeal)"
    r" court|court (?:heard|hearing|order|case|ruled|was told)|in court(?! shoes)"
    r"|appeared before (?:the )?(?:magistrates|a judge|court)|prosecut(?:ors?|ion|ed)"
    r"|pleaded (?:not )?guilty|found guilty|convicted of|sentenced to|jurors"
    r"|jury (?:heard|found|was told)|charged with (?:\w+ )?(?:murder|theft|assault|robbery"
    r"|burglary|rape|possess|wounding|manslaughter|arson|fraud|dealing|supplying|causing|attempt))",
    re.IGNORECASE,
)
CRIME = re.compile(
    r"\b(?:arrested(?! (?:the|its|a) (?:slide|decline|fall|drop|rot|slump))|murder(?:ed|er|s)?"
    r"|manslaughter|raped?|rapist"
    r"|stabb(?:ed|ing)|sexual(?:ly)? (?:abus|assault|exploit)\w+"
    r"|(?:child|domestic|physical|sexual) abuse|abused|groomed by|abducted|kidnapp\w+|trafficked"
    r"|robber(?:y|ies)|burglar(?:y|ies)|shoplifting|arson|knife crime|assaulted|young offenders?"
    r"|custody (?:of|battle|dispute|case|hearing)|in custody|care (?:order|proceedings)"
    r"|taken into care|foster (?:care|home|parents?)|social services)\b",
    re.IGNORECASE,
)
WAIVED = re.compile(r"\bwaiv(?:ed|ing|es|e) (?:\w+ ){1,4}anonymity\b")


@dataclass(frozen=True, kw_only=True)
class Setting:
    """What is told round a line, by which a child’s age or an address may be told or not.

    `here` is the line with the headline and the standfirst, `around` has its neighbours as well.
    """

    here: str
    around: str
    in_english: bool
    names_may_stand: bool

    def in_court(self) -> bool:
        return COURT.search(self.around) is not None

    def tells_of_crime(self) -> bool:
        return self.in_court() or CRIME.search(self.here) is not None


@rule("legal.protected", Severity.BLOCK, override="override_legal")
def protected(case: Case) -> Iterator[Fault]:
    """What only Legal lets out (L3), once for each name, address, plate and position.

    Novels and plays may have their victims; who has waived anonymity may be named.
    """
    seen: set[str] = set()
    waived = any(WAIVED.search(line.text) for line in case.lines)
    for number, line in enumerate(case.lines):
        setting = Setting(
            here=_here(case, line),
            around=_here(case, *case.lines[max(0, number - 1) : number + 2]),
            in_english=case.is_english,
            names_may_stand=waived or case.dossier.story.kind == StoryKind.REVIEW,
        )
        for message, start, end in _in_line(line, setting):
            said = message.format(line.text[start:end])
            if said not in seen:
                seen.add(said)
                yield Fault(f"{said} {REMEDY}", line.place(start, end))


def _here(case: Case, *lines: Line) -> str:
    story = case.dossier.story
    return "\n".join((story.headline, story.standfirst, *(line.text for line in lines)))


def _in_line(line: Line, setting: Setting) -> Iterator[tuple[str, int, int]]:
    """What must not stand there, as a sentence, and where it does; the first of each in order."""
    for first, last in line.sentences:
        sentence = line.text[first:last]
        found: list[tuple[str, Span]] = []
        if NUMBER.search(sentence):
            found += [(PLATE, span) for span in plates(sentence, line.text)]
            if setting.in_english:
                found += [(HOME, span) for span in addresses(sentence, in_court=setting.in_court)]
                found += [(POSITION, span) for span in positions(sentence, setting.around)]
        if setting.in_english and not setting.names_may_stand:
            hurt = list(victims(sentence))
            young = [span for span in children(sentence) if span not in hurt]
            if (hurt or young) and not HISTORY.search(sentence):
                found += [(VICTIM, span) for span in hurt]
                found += [(CHILD, span) for span in young if setting.tells_of_crime()]
        for message, (start, end) in sorted(found, key=lambda one: one[1]):
            yield message, first + start, first + end
