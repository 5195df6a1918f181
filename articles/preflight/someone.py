"""Somebody: whether English words speak of a person, a group or an organisation, and of whom."""

from __future__ import annotations

import re

PEOPLE = (
    r"(?:wo)?m[ea]n|people|persons?|boys?|girls?|youths?|teenagers?|pensioners?|child(?:ren)?|couple"
    r"|brothers?|sisters?|father|mother|husband|wife|son|daughter|soldiers?|troops?|commanders?"
    r"|officers?|officials?|police(?:m[ae]n|wom[ae]n)?|guards?|generals?|militants?|fighters?|rebels?"
    r"|councillors?|mayor|minister|mp|mps|senators?|president|governor|ambassador|lawmakers?"
    r"|politicians?|aides?|candidates?|leaders?|activists?|protesters?|demonstrators?|campaigners?"
    r"|journalists?|reporters?|teachers?|headteacher|pupils?|students?|doctors?|nurses?|priests?"
    r"|vicar|bishop|monks?|coach(?:es)?|players?|managers?|directors?|executives?|bosses|boss"
    r"|owners?|landlord|tenants?|drivers?|skippers?|captain|crew|pilot|sailors?|fishermen|farmers?"
    r"|workers?|employees?|staff|clerks?|cashiers?|accountants?|treasurers?|bankers?|brokers?"
    r"|traders?|dealers?|shopkeepers?|lawyers?|solicitors?|judges?|builders?|caterers?|cooks?"
    r"|neighbours?|residents?|migrants?|refugees?|tourists?|customers?|members?|fans?|supporters?"
    r"|company|companies|firm|firms|bank|council|party|union|club|charity|trust|government|army"
    r"|regime|ministry|gang|group|militia|authorities|others?|gunm[ae]n|organisations?"
)
COUNTED = (
    r"several|dozens|hundreds|scores|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+"
)
PRONOUNS = r"he|she|they|who|whom|him|her|them|some|both"
SOMEONE = re.compile(rf"\b(?:{PEOPLE}|{COUNTED}|{PRONOUNS})\b", re.IGNORECASE)

NO_NAMES = """
    the a an it its this that these those there in on at of for from with by to and or but as if
    when while after before since during under over more most many some all no not only just about
    according what why how where who yes nor yet so then now today yesterday tomorrow tonight last
    next monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december jan feb mar apr jun jul aug sep sept oct
    nov dec christmas easter act section year day i mr mrs ms dr
"""
NOT_A_NAME = frozenset(NO_NAMES.split())
CAPITALISED = re.compile(r"\b[A-ZÀ-Þ][\w’'-]+")


def names_someone(words: str) -> bool:
    """Whether a person, a group or an organisation is spoken of: “two men”, “she”, “Bo Quay”."""
    if SOMEONE.search(words):
        return True
    return any(found[0].lower() not in NOT_A_NAME for found in CAPITALISED.finditer(words))
