"""Words that accuse somebody: of a crime, or of what only a court may say of a person."""

from __future__ import annotations

import re

OF_CRIMES = """
    abused abuser arson assaulted bribe bribed bribery bribes burglar burglary corrupt corruption
    embezzled embezzlement extortion forger forgery fraud fraudster fraudulent harassed harassment
    hijacked homicide kidnapped kidnapper kidnapping killer looted looters manslaughter molested
    murder murdered murderer murderers murders paedophile perjury poacher poachers poaching rape
    raped rapist robber robbery smuggler smuggling stalking stole stolen swindle swindled swindler
    terrorism terrorist terrorists theft thief thieves tortured trafficker traffickers trafficking
    traitor treason vandal vandals
"""
OF_COURTS = """
    accusation accusations accused accuses accusing allegation allegations alleged allegedly
    alleges arrest arrested arresting arrests convicted culprit culprits defendant defendants
    detained detainees fugitive guilty handcuffed imprisoned indicted indictment jail jailed
    offender offenders prosecuted sentenced suspect suspected suspects
"""
PHRASES = (
    r"war crimes?",
    r"money[ -]launder\w*",
    r"court[ -]martial\w*",
    r"(?:sexual|child|domestic) abuse",
    r"(?:faces?|facing|denie[sd]|criminal|brought|dropped) (?:\w+ )?charges?",
    # Shops and batteries are charged too.
    r"(?<!battery )(?<!fully )(?<!is )(?<!be )(?<!being )charged"
    r"(?! (?:[£$€\d]|an? (?:fee|toll|price|premium|rate)|(?:up|for|extra|more|less|rent)\b))",
    r"(?:is|was|were|are|be|been|being) charged (?:with|over|in connection|by police)",
)
PATTERN = re.compile(
    rf"(?<![\w’'-])(?:{'|'.join([*OF_CRIMES.split(), *OF_COURTS.split(), *PHRASES])})(?![\w-])",
    re.IGNORECASE,
)


def accusations(text: str) -> list[str]:
    """Each accusing word of the text as it stands there, in order. English only."""
    return [found[0] for found in PATTERN.finditer(text)]
