"""Other publishers: words in which somebody else’s paper speaks of itself, or to its readers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.preflight.finding import Case, Fault, rule
from articles.preflight.lines import Line
from articles.vocabulary import Severity

KNOWN = """
    AAP, ABC, AFP, Al Jazeera, ANSA, AP, Associated Press, Axios, BBC, BBC News, Bloomberg, Business
    Insider, BuzzFeed, BuzzFeed News, CBS, CBS News, CNBC, CNN, Channel 4 News, Daily Beast, Daily
    Express, Daily Mail, Daily Mirror, Daily Record, Daily Star, Daily Telegraph, Der Spiegel,
    Deutsche Welle, DPA, Economist, EFE, El País, Evening Standard, Financial Times, Forbes, Fox
    News, Guardian, HuffPost, Independent, Insider, Irish Times, ITV News, Kyiv Independent,
    Le Figaro, Le Monde, Los Angeles Times, MailOnline, Meduza, Metro, Mirror, MSNBC, NBC, NBC News,
    New Statesman, New York Post, New York Times, New Yorker, Newsweek, NPR, Observer, PA, PA Media,
    Politico, ProPublica, Radio Free Europe, Reuters, Scotsman, Sky News, Spectator, Spiegel, Sun,
    Sunday Times, TASS, Telegraph, Time, Times, USA Today, Vice, Vox, Wall Street Journal,
    Washington Post, Wired, Yahoo News
"""
PUBLISHERS = sorted({" ".join(name.split()) for name in KNOWN.split(",")}, key=len, reverse=True)
ONE_OF_THEM = rf"(?:The |the )?(?:{'|'.join(map(re.escape, PUBLISHERS))})"
NAME = r"(?:The |the )?[A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*){0,3}"
ASKED = r"(?:reached out to|contacted|approached|asked|e-?mailed|written to)"
ASKING = re.compile(rf"\b(?:{ASKED}|requests?)\b")
FOR = r"(?:for (?:a |further )?(?:comment|response|statement|reply)|about)"

SELF = re.compile(
    rf"\b(?P<asks>{ONE_OF_THEM}) (?:has|have|had) (?:also )?{ASKED}\b"
    rf"|\b(?P<asked>{ONE_OF_THEM}) {ASKED} [^.;]{{1,80}}? {FOR}"
    rf"|\b(?:respond(?:ed)?|repl(?:y|ied)) to (?:a |an )?(?P<whose>{ONE_OF_THEM})"
    r"[’']s? (?:immediate )?requests?\b"
    rf"|\brequests? (?:for comment )?(?:from|by) (?P<by>{ONE_OF_THEM})"
)
ASKS = re.compile(rf"\b(?P<name>{NAME}) (?:has|have|had) (?:also )?{ASKED} [^.;]{{1,120}}? {FOR}")
AGENCY = r"\((?:Reuters|AP|AFP|PA|dpa|UPI|TASS|ANSA|EFE)\)"
TO_READERS = re.compile(
    r"(?P<appeared>\bthis (?:article|story|piece|report) (?:was )?(?:first|originally) "
    r"(?:appeared|published|ran)\b[^.]{0,80})"
    r"|(?P<newsletter>\b(?:sign up|subscribe) (?:to|for) (?:our|the|this) [^.]{0,40}?"
    r"newsletters?\b)"
    r"|(?P<click>\bclick here to (?:read|see|watch|sign|subscribe)\b)"
    rf"|(?P<lead>{AGENCY}(?= [-–—]| ?\Z)|\A[A-ZÀ-Þ][\w ,]{{2,40}}{AGENCY})"
    r"|(?P<sign>\b(?:additional )?(?:reporting|writing) by [A-ZÀ-Þ][^.;]{2,120}; ?(?:\w+ )?"
    r"editing by)"
    r"|(?P<copyright>(?:©|\(c\)|\bcopyright) ?(?:\d{4} )?(?:Reuters|AFP|AP|PA|dpa|The Associated"
    r" Press|Associated Press|Agence France-Presse)\b)",
    re.IGNORECASE,
)
NO_PUBLISHER = re.compile(
    r"\A(?:She|He|They|We|It|I|Police|Detectives|Officers|Journalists|Reporters|Campaigners"
    r"|Residents|Parents)\b"
)


@rule("publishers.other", Severity.BLOCK)
def other(case: Case) -> Iterator[Fault]:
    """“Newsweek has reached out to …”, “sign up for our newsletter” (T9). “Told the Guardian” is
    attribution and is left."""
    if not case.is_english:
        return
    ours = _plain(case.dossier.publication)
    body = [line for line in case.lines if line.field in {"body", "standfirst", "placements"}]
    for line in body:
        yield from _of_itself(case, line, ours)
        for found in TO_READERS.finditer(line.text):
            if not line.is_quoted(found.start()):
                yield Fault(
                    f"“{found[0].strip()}” is another publisher’s. Take it out, and say under "
                    "“Where from” on what ground we print the text.",
                    line.place(found.start(), found.end()),
                )


def _of_itself(case: Case, line: Line, ours: str) -> Iterator[Fault]:
    if not ASKING.search(line.text):
        return
    told: set[int] = set()
    for pattern in (SELF, ASKS):
        for found in pattern.finditer(line.text):
            groups = found.groupdict()
            who = next((name for name in groups.values() if name), "")
            alone = pattern is ASKS
            if (
                line.is_quoted(found.start())
                or found.start() in told
                or _plain(who) == ours
                or (alone and _is_of_the_story(case, line, who))
            ):
                continue
            told.add(found.start())
            yield Fault(
                f"Here {who} speaks of itself. Take it out; if its question matters, ask it "
                "ourselves, under Requests for comment.",
                line.place(found.start(), _end_of(line, found)),
            )


def _end_of(line: Line, found: re.Match[str]) -> int:
    """The end of the sentence: it goes as a whole."""
    return line.sentence_at(found.start())[1]


def _is_of_the_story(case: Case, line: Line, who: str) -> bool:
    """Whether somebody of that name is spoken of elsewhere: then it is a part of what happened."""
    if NO_PUBLISHER.match(who):
        return True
    last = who.rsplit(maxsplit=1)[-1]
    mentions = sum(other.text.count(last) for other in case.lines)
    return mentions > line.text.count(last) or line.text.count(last) > 1


def _plain(name: str) -> str:
    return re.sub(r"\Athe ", "", name.strip().casefold())
