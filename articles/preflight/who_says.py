"""Who says it: the words by which an English sentence tells whose word it passes on."""

from __future__ import annotations

import re

SAYING = (
    "said|says|say|saying|told|tells|telling|claims?|claimed|claiming|alleges?|alleging|added|adds"
    "|confirm(?:s|ed)?|announce[sd]?|wrote|writes|states|testif(?:y|ies|ied)|insist(?:s|ed)?"
    "|argue[sd]?|explain(?:s|ed)?|acknowledge[sd]?|admit(?:s|ted)?|den(?:y|ies|ied)|denying"
    "|disclose[sd]?|warn(?:s|ed)?|believes?|maintain(?:s|ed)?|complain(?:s|ed)?|describe[sd]?"
    "|report(?:s|ed)? that|rule[sd] that|concluded|recalled|recalls|suspects? that|quoted"
)
COURT = (
    r"(?:courts?|judges?|jury|jurors|magistrates?|tribunal|charge sheet|indictment|inquest|coroner"
    r"|prosecutors?|prosecution|hearing|bench|lawsuit|writ)"
)
SAYS_WHO = re.compile(
    rf"\b(?:{SAYING}|according to(?! (?:\w+ )?(?:reports|sources|rumours?)\b)|accused by"
    rf"|in (?:a|the|an|its|his|her) (?:statement|report|letter|interview)|{COURT}|pleaded"
    r"|(?:have|has|had|having|who|they|he|she|and|also) (?:also )?accus(?:ed|es?|ing)"
    r"|accus(?:es|ing)"
    r"|(?:study|survey|report|figures|statistics|data|research|analysis|audit|inquiry|documents?"
    r"|records|files?|letters?|footage|video|e-?mails?) (?:[\w’-]+ ){0,4}"
    r"(?:shows?|showed|finds|found|suggests?|suggested|reveals?|revealed))\b"
    # “The council accused him of …”: somebody is the subject, somebody the object.
    r"|\b\w+,? accused (?!of\b|by\b)"
    # “Three held: police”, “Police: three held”.
    r"|[:–—] ?(?:[\w’-]+ ){0,3}[\w’-]+\Z|\A(?:[\w’-]+ ){0,2}[\w’-]+: ",
    re.IGNORECASE,
)

AUTHORITY = (
    r"(?:police(?:man|woman)?|officers?|detectives?|det|insp(?:ector)?|constabulary|sheriff"
    r"|investigators?|ministry|minister|spokes(?:man|woman|person)|agency|commissioner|force"
    rf"|{COURT})"
)
AUTHORITY_SAYS = re.compile(
    rf"\b{AUTHORITY}\b[^.;!?“”]{{0,60}}?"
    rf"\b(?:{SAYING}|heard|(?:was|were) told|found|ruled|appealed)\b"
    rf"|\b(?:{SAYING}) (?:[\w.’-]+ ){{0,3}}{AUTHORITY}\b"
    rf"|\baccording to (?:[\w’-]+ ){{0,2}}{AUTHORITY}\b",
    re.IGNORECASE,
)

COURT_FOUND = re.compile(
    r"\b(?:plead(?:ed|s|ing)? (?:not )?guilty|pled guilty|pleading guilty|guilty verdict"
    r"|found (?:\w+ ){0,8}guilty|(?:was|were|been|being) (?:convicted|sentenced)"
    r"|(?:convicted|sentenced) (?:of|at|by|in|on|to)"
    r"|(?:jury|judges?|court|bench|magistrates|tribunal) (?:has |have |had )?"
    r"(?:found|convicted|jailed|sentenced|ordered|fined|ruled|acquitted|cleared)"
    r"|(?:jailed|imprisoned|fined|remanded|appeared|sentenced) (?:\w+ ){0,6}?(?:at|before|in|by) "
    r"(?:the |a )?(?:[\w’-]+ ){0,4}(?:court|magistrates|judge)"
    r"|admitted (?:\w+ ){0,3}(?:charge|count)s?|(?:was|were|is) (?:acquitted|cleared) of)\b",
    re.IGNORECASE,
)


def says_who(sentence: str) -> bool:
    """Whether the sentence tells who says so: “police said”, “according to the charge sheet”."""
    return SAYS_WHO.search(sentence) is not None


def authority_says(text: str) -> bool:
    """Whether police, a court or a ministry is cited, whose own act an arrest or charge is."""
    return AUTHORITY_SAYS.search(text) is not None


def court_found(text: str) -> bool:
    """Whether it reports how a case before a court ended, or how the accused pleaded."""
    return COURT_FOUND.search(text) is not None
