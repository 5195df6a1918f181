"""Where somebody can be found: home addresses, number plates, positions on a map."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

NUMBER = re.compile(r"\d")
"""Without one a sentence tells no address, no plate and no position."""

Span = tuple[int, int]
"""Where in a sentence it starts and ends."""

NAME = r"[A-ZÀ-Þ][\w’'-]{1,25}"
ROAD = (
    r"(?:Street|St|Road|Rd|Lane|Avenue|Ave|Close|Crescent|Drive|Terrace|Place|Way|Hill|Court"
    r"|Gardens|Grove|Row|Walk|Square|Mews|Quay|Park|Rise|View|Green|Parade|Yard|Boulevard)"
)
ADDRESS = (
    r"(?:[Ff]lat \d{1,4}[A-Za-z]?,? )?\d{1,4}[A-Za-z]?,? (?!Downing )"
    rf"(?:{NAME} ){{1,3}}{ROAD}\b"
)
HOME = r"(?:home|house|flat|bungalow|cottage|apartment|address)"
LIVES = re.compile(
    rf"\b(?:lives?|living|resides?|residing)(?: alone| together| with [a-z ]{{1,30}})?,? (?:at|in) "
    rf"(?P<lives>{ADDRESS})"
    rf"|\b(?:[Hh]is|[Hh]er|{NAME}(?:’s|'s|’|'))(?: (?:family|own|marital|parents’))?"
    rf" {HOME},? (?:at|in|on) (?P<home>{ADDRESS})"
    rf"|\b(?:family|private|home) (?:home|address)(?: is| was|,)?(?: at| in)? (?P<family>{ADDRESS})"
    rf"|\b(?:[Tt]heir|[Mm]y) {HOME},? (?:at|in) (?P<their>{ADDRESS})"
    r"|\b(?:safe house|women[’']s refuge|domestic (?:violence|abuse) refuge"
    r"|(?:refuge|shelter) for (?:women|families|victims|survivors)[a-z ]{0,30}),? (?:at|in|on) "
    rf"(?P<refuge>{ADDRESS})"
)
NEAR = 40  # characters: “the company, of 12 Quay Street”
OF_SOMEBODY = re.compile(rf"(?:,|\b{NAME} {NAME}|\d\d) of (?P<of>{ADDRESS})")
VENUE = re.compile(
    r"\b(?:theatre|museum|club|trust|band|company|firm|shop|gallery|library|school|church|charity"
    r"|team|orchestra|brewery|newspaper|office|restaurant|pub)\b",
    re.IGNORECASE,
)
LONG_GONE = re.compile(
    r"\b(?:in|from|of|since|until) (?:[A-Z][a-z]+ )?(?:1[0-8]\d\d|19[0-6]\d)\b(?! [A-Z])"
    r"|\bplaque\b|\bcentury\b"
)

VEHICLE = re.compile(
    r"\b(?:cars?|vans?|lorry|lorries|vehicle|motorcycle|motorbike|taxi|driver|drove|driving"
    r"|number ?plates?|licen[cs]e plates?|registration|Ford|BMW|Audi|Volkswagen|VW|Mercedes|Opel"
    r"|Toyota|Auto|Wagen|Pkw|Lkw|Fahrzeug|Transporter|Kennzeichen|Nummernschild)\b"
)
NO_CAR = re.compile(
    r"\b(?:boat|vessel|ship|trawler|ferry|yacht|plane|aircraft|jet|helicopter|charity|company"
    r"|aeroplane|locomotive|missile|flight)s?\b",
    re.IGNORECASE,
)
BRITISH = re.compile(r"(?<![\w-])(?!EU|UK|UN|US)[A-PR-Y]{2}\d{2} [A-HJ-PR-Z]{3}(?![\w-])")
ON_WORDS = re.compile(
    r"\b(?:number ?plates?|licen[cs]e plates?|registration(?: (?:number|mark|plate))?)"
    r"(?: (?:was|is|of|reads|reading|read|the|with)){0,2}[ :,(“‘\"]{1,3}"
    r"(?P<plate>[A-Z]{1,3}[ -]?\d{1,4}(?:[ -]?[A-Z]{1,3})?|\d{1,4}[ -]?[A-Z]{2,3})(?![\w-])",
)
ROAD_NUMBER = re.compile(r"[ABM]\d{1,4}\Z")
ABROAD = re.compile(
    r"(?<![\w-])(?:[A-ZÄÖÜ]{1,3}-[A-Z]{1,2} ?\d{1,4}[EH]?|[A-Z]{2}-\d{3}-[A-Z]{2})(?![\w-])"
)
"""German, “M-AB 1234”, and French."""

POSITION = re.compile(
    r"-?\d{1,2}\.\d{3,8}°? ?[NS]?,? ?-?\d{1,3}\.\d{3,8}"
    r"(?![\d%]| (?:tonnes|tons|per cent|percent|kilomet|km|miles|million|euros|pounds|dollars))"
    r"|(?<!\d)\d{1,2}°[ \d.′'’″\"”]{0,14}[NS],? \d{1,3}°[ \d.′'’″\"”]{0,14}[EWO]\b"
    r"|\bgrid ref(?:erence)?:? (?P<grid>(?:[A-Z]{2} ?)?\d{3,5} ?\d{3,5})(?!\d)"
    r"|\b\d{1,2}[C-X] ?[A-Z]{2} ?\d{4,5} ?\d{4,5}(?!\d)"
)
HIDDEN = re.compile(
    r"\b(?:safe houses?|troops?|soldiers?|battalions?|brigades?|artillery|army|convoys?"
    r"|hostages?|captives?|prisoners? of war|hideouts?|women[’']s refuges?"
    r"|domestic (?:violence|abuse)|(?:refuge|shelter) for (?:women|families|victims|survivors))\b",
    re.IGNORECASE,
)
REMEMBERED = re.compile(r"\b(?:memorial|monument|cemetery|graves?|museum|statue|wreck)\b")


def addresses(sentence: str, *, in_court: Callable[[], bool]) -> Iterator[Span]:
    """Of homes and refuges; “of 12 Quay Street” where a court is spoken of. No theatre’s home."""
    for found in LIVES.finditer(sentence):
        way = str(found.lastgroup)
        of_a_venue = way in {"home", "their"} and VENUE.search(sentence)
        if not (of_a_venue or LONG_GONE.search(sentence)):
            yield found.span(way)
    for found in OF_SOMEBODY.finditer(sentence):
        of_a_venue = VENUE.search(sentence, max(0, found.start() - NEAR), found.start())
        if not (of_a_venue or LONG_GONE.search(sentence)) and in_court():
            yield found.span("of")


def plates(sentence: str, line: str) -> Iterator[Span]:
    """Of cars, not of boats and aircraft; without “number plate” only where a car is told of:
    “EU27 GDP” is none."""
    for found in ON_WORDS.finditer(sentence):
        if not ROAD_NUMBER.match(found["plate"]) and not NO_CAR.search(sentence):
            yield found.span("plate")
    for pattern in (BRITISH, ABROAD):
        for found in pattern.finditer(sentence):
            if VEHICLE.search(line) and not NO_CAR.search(sentence):
                yield found.span()


def positions(sentence: str, around: str) -> Iterator[Span]:
    """Coordinates and grid references where soldiers, hostages or refuges are spoken of."""
    for found in POSITION.finditer(sentence):
        past = LONG_GONE.search(sentence) or REMEMBERED.search(sentence)
        if HIDDEN.search(around) and not past:
            yield found.span()
