"""Who speaks in a pasted text: named people, unnamed ones, organisations, other outlets.

Only what the text says in so many words is taken: a name with a verb of saying, “a soldier said”,
“the foundation describes itself”. “The lawyer” and “he” are whoever spoke last by name. All of it
is a proposal, for a person to confirm.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from articles.vocabulary import SourceKind, SourceTerms

VERB = (
    r"(?:said|says|added|adds|told|stressed|stresses|explained|insisted|argued|warned|stated|"
    r"wrote|writes|replied|noted|continued|recalled|asked|confirmed|announced|tweeted)"
)
WORD = r"[A-ZÀ-ÖØ-ÞА-Я][\w’'\-]*\w"
JOINED = rf"{WORD}(?: (?:(?:van|von|der|de|du|da|di|del|la|le|bin|al) )*{WORD}){{1,3}}"
ROLE = r"(?:the |an? )?[a-z][^,.“”]{2,90}"
LOWER = r"[a-z][a-z\-]*"
SOMEBODY = rf"an? {LOWER}(?: {LOWER})?"
OUTLET = r"(?:outlet|newspaper|magazine|website|broadcaster|channel|agency|news site|radio station)"
INTRODUCED = re.compile(rf"(?P<name>{JOINED}), (?P<role>{ROLE}), {VERB}\b")
TOLD = re.compile(
    rf"\btold (?:{LOWER} )*(?:[A-Z][a-z]+ )?(?:{LOWER} )*{OUTLET} "
    rf"(?P<outlet>(?:The )?{WORD}(?: {WORD}){{0,3}})"
)
NAMED = re.compile(
    rf"\b(?P<before>{WORD}(?: {WORD}){{0,3}}) {VERB}\b"
    rf"|(?:\b{VERB}|\b[Aa]ccording to) (?P<after>{JOINED}|{WORD})\b"
)
UNNAMED = re.compile(
    rf"\b{VERB} (?P<after>{SOMEBODY})(?=[.,;]|\Z)"
    rf"|(?:^|[.,;”’] )(?P<before>[Aa]{SOMEBODY[1:]}) {VERB}\b"
)
GROUPS = (
    r"(?:agency|army|board|bank|body|charity|club|committee|company|council|court|department|firm"
    r"|foundation|government|group|ministry|newspaper|office|organisation|outlet|paper|party|police"
    r"|report|school|service|statement|team|trust|union|university|[a-z]+s)"
)
THE_PERSON = rf"(?:[Tt]he (?!{GROUPS}\b)[a-z]+|[Hh]e|[Ss]he)"
THE_ONE = re.compile(
    rf"\b{VERB} {THE_PERSON}\b|(?<!of )\b{THE_PERSON} {VERB}\b"
    rf"|\b[Aa]ccording to {THE_PERSON}(?=[,.;]|\Z)"
)
SAYS = re.compile(rf"\b(?!asked\b){VERB}\b|\b[Aa]ccording to\b")
ITSELF = re.compile(r"\b[Tt]he (?P<noun>[a-z]+) describes itself (?P<where>on its website)?")
BODIES = (
    r"(?:Foundation|Trust|Council|Union|Association|Institute|Ministry|Party|University|Society|"
    r"Agency|Committee|Federation|Company|Group|Bank)"
)
ORGANISATION = re.compile(rf"\b(?P<name>(?:{WORD} ){{1,4}}{BODIES})\b")
NOT_A_NAME = frozenset(
    [
        "he",
        "she",
        "they",
        "it",
        "we",
        "i",
        "the",
        "but",
        "and",
        "in",
        "on",
        "according",
        "moscow",
        "today",
        "yesterday",
    ]
)


@dataclass(frozen=True)
class Voice:
    """A source that the text names or describes. `via` is another voice, by its key."""

    kind: SourceKind
    name: str
    description: str
    terms: SourceTerms = SourceTerms.ON_RECORD
    via: Voice | None = None

    @property
    def is_named_person(self) -> bool:
        return self.kind == SourceKind.PERSON and self.terms == SourceTerms.ON_RECORD


@dataclass
class Listener:
    """Reads paragraph after paragraph and remembers who has spoken."""

    voices: list[Voice] = field(default_factory=list)
    organisations: list[str] = field(default_factory=list)

    def listen(self, paragraph: str, outside_quotes: str) -> Voice | None:
        """The paragraph's speaker, if it has one. `outside_quotes` is it without its quotations."""
        self.organisations += [found["name"] for found in ORGANISATION.finditer(paragraph)]
        return (
            self._introduced(paragraph)
            or self._describes_itself(outside_quotes)
            or self._named(outside_quotes)
            or self._unnamed(outside_quotes)
            or self._the_one(outside_quotes)
        )

    def claim(self, sentence: str) -> Voice | None:
        """Whose word a sentence without quotation marks is, where it says so itself."""
        return self.listen(sentence, sentence) if SAYS.search(sentence) else None

    def _introduced(self, paragraph: str) -> Voice | None:
        found = INTRODUCED.search(paragraph)
        if not found:
            return None
        told = TOLD.search(paragraph, found.start())
        outlet = self._keep(Voice(SourceKind.OUTLET, told["outlet"], "")) if told else None
        return self._keep(Voice(SourceKind.PERSON, found["name"], found["role"], via=outlet))

    def _describes_itself(self, text: str) -> Voice | None:
        found = ITSELF.search(text)
        if not found:
            return None
        noun = found["noun"]
        names = [name for name in self.organisations if name.lower().endswith(noun)]
        if not names:
            return None
        if found["where"]:
            return self._keep(Voice(SourceKind.DOCUMENT, f"{names[-1]} website", ""))
        return self._keep(Voice(SourceKind.ORGANISATION, names[-1], ""))

    def _named(self, text: str) -> Voice | None:
        for found in NAMED.finditer(text):
            name = found["before"] or found["after"]
            if name.split()[0].lower() in NOT_A_NAME:
                continue
            known = [v for v in self.voices if v.name and v.name.split()[-1] == name.split()[-1]]
            if known:
                return self._keep(known[-1])
            if " " in name:
                return self._keep(Voice(SourceKind.PERSON, name, ""))
        return None

    def _unnamed(self, text: str) -> Voice | None:
        found = UNNAMED.search(text)
        if not found:
            return None
        who = (found["after"] or found["before"]).lower()
        return self._keep(Voice(SourceKind.PERSON, "", who, SourceTerms.ANONYMOUS))

    def _the_one(self, text: str) -> Voice | None:
        named = [voice for voice in self.voices if voice.is_named_person]
        return self._keep(named[-1]) if named and THE_ONE.search(text) else None

    def _keep(self, voice: Voice) -> Voice:
        """The voice, moved to the end: whoever spoke last is whom “he” means."""
        if voice in self.voices:
            self.voices.remove(voice)
        self.voices.append(voice)
        return voice
