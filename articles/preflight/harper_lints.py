"""What Harper is asked, and where it is believed: its kinds of lint, by its names for them.

Few of the 900 it has: those that were right, or nearly always, in the demo, in 64,000 words of
agency news and in a million words of other people’s prose. Nothing of spelling, style or length.
"""

from __future__ import annotations

import re

FORMS = """
    SimplePastToPastParticiple DidPast WillNonLemma WillContain DoubleModal ModalOf ModalSeem WantBe
    IsBeenAuxSequence NotBeAfterNot WentAheadAndAgreement ShutdownVerb LetToDo ToWorryAbout
    HaveNegNoAny DoubleNegative PronounVerbAgreement PronounInflectionBe NominalWants
    CriteriaPhenomena ThisTypeOfThing PointsOfView HumanBeings ComplainAsNoun AnA TheMy TheAnother
    AnAnother AnotherAn AnotherOnes AnotherThings ASomeTime SomeWithoutArticle
"""
APOSTROPHES = """
    ItsContraction ItsPossessive ThereOwn Theres ElsePossessive EachOthersPossessive SomebodyElses
    TomorrowPossessiveModifier PluralDecades CorrectNumberSuffix
"""
CONFUSED = """
    WereWhere ThenThan ThereToTheir TheyreToTheir Themself ToLoseTooLoose TooTo ToTooIdioms AllReady
    APart NotOnly DoesOrDose UseToUsedTo SupposedTo WorseOrWorst DoToDueTo EverEvery EverSince
    NounVerbConfusion PrincipleToPrincipalRoleNoun ThoughThought ThoughtProcess ExtendOrExtent
    WasAloud
"""
SET_PHRASES = """
    AllIntentsAndPurposes AmountsFor BainBane BanTogether BareInMind BatedBreath BeckAndCall
    CaseInPoint CautionaryTale ChangeTack DampSquib DueDiligence EludedTo FlauntForFlout FreeRein
    GetRidOf GrindToAHalt HitTheNailOnTheHead HomeInOn InDueCourse InOfItself InTheSameVein LetAlone
    LeavingInDroves MakeDoWith ManagerialReins MootPoint NobelPeacePrize OnSecondThought
    OneAndTheSame OneFellSwoop OnesSelf PaleByComparison PassersBy PeaceOfMind PedalToTheMetal
    PiqueInterest RiseTheQuestion SneakPeekPreview SoughtAfter SpinalChord StatuteOfLimitations
    StrikeChord StrikeOfGenius StrikeOfLuck TrialAndError WhetYourAppetite WreakHavoc WroteToRote
"""
PREPOSITIONS = """
    AdvantageOf AspireTo AskNoPreposition AwareOf CapitalizeOn ComprisesOf ConstituteAs DateBackFrom
    DespiteItIs DespiteOf ExceptOf InNeedOf InRetaliationTo InterestedIn ReasonForDoing
    ResponsibilityFor ResponsibleFor SimilarLike TakeCareOf AsComparedTo AsEvidentBy AsFollows
    AsLongAs AsMuchAs AsOpposedTo IsKnownFor NowKnownAs HowItLooksLike InsteadOf SinceDuration
    FewUnitsOfTimeAgo ALongTime LongTimeAgo AfterAWhile InAWhile HalfAnHour AfterLater
    InTimeFromNow
"""
ASKED = frozenset(f"{FORMS} {APOSTROPHES} {CONFUSED} {SET_PHRASES} {PREPOSITIONS}".split())
"""The kinds of lint, by Harper’s names. Left out, with what they found fault with:

- in the demo: MassNouns (“a hearing”, “one crossing”), PossessiveNoun (“the infants file in”),
  QuantifierNumeralConflict (“some three months”), MissingTo (“refused permission”), LetsConfusion
  (“would let people through”), OneOfTheSingular (“one of the three was meant”), ToTwoToo (“old
  hands next to new”), WhomSubjectOfVerb (“one of whom is on the lifeboat”);
- in agency news: MissingPreposition (“the Government has”), InflectedVerbAfterTo (“lead to
  heightened activity”), ThatThan, TheyToThem (“to show they were”), TheirToTheyre (“with all their
  might”), PhrasalVerbAsCompoundNoun, DiscourseMarkers (a comma behind each “However”);
- in other prose: TheirToThere, PronounContraction, ModalBeAdjective, SameAs, Respond, Everyday,
  AdjectiveDoubleDegree (“more honest”), MissingDeterminer, NeedToNoun, ThereIsAgreement, EnMasse;
- in sentences that a newspaper may well print: HavePassed (“he had past convictions”), HelpedPast
  (“helped injured passengers”), GetPassGoPass (“she got pass marks”), RelayOnForRely (“the relay on
  Sunday”), SingleBe (“the boy he was is gone”), NoLonger (“it was not longer”), SafeToSave (“can
  safe routes be found”), SeamToSeem, ArriveTo (“arrived to cheers”), Discuss, AccuseOf;
- LookingForwardTo prints words of the story on the server’s log;
- RepeatedWords, Spaces, UnclosedQuotes, LongSentences: rules of ours say it already.
"""

SPELT_OUT = "MPs?|MEPs?|MSPs?|NHS|NGOs?|FBI|MBE|OBE"
LETTER_A = "is|in|and|also|as|are|on|or|of|it|at|if|[a-z]"
"""What stands behind “A” where it is a letter: “then A is”."""
BEGINS = r"(?:\A|[.!?:][”’)]? )"
DONE = (
    "went|took|came|became|began|gave|wrote|drank|ran|chose|knew|did|swam|sang|sank|rang|grew|blew"
    "|threw|drove|rode|ate"
)
COMPARED = r"the|an?|any|ever|expected|planned|usual|last|those|half|average|normal|others?|nothing"
ACTS = "changes?|transfers?|releases?|rescues?|arrests?|repairs?|deals?|sales?|switch|escapes?"

ONLY = {
    # “Rose beds”, “the club is broke”, “fell runners”.
    "SimplePastToPastParticiple": re.compile(rf"\|(?:{DONE})\|"),
    # Free will, a beer can, the month of May, a man called Will.
    "WillNonLemma": re.compile(r"\b(?:he|she|it|they|we|who|which|that) \|will ", re.IGNORECASE),
    "DoubleModal": re.compile(r"\b(?:he|she|it|they|we|who|which|that) \|[a-z]+ ", re.IGNORECASE),
    "ModalOf": re.compile(r"\|(?:could|should|would|must|may|might) of\| (?!necessity|course)"),
    # “The woman beside us was late”, “those who supported it are”.
    "PronounInflectionBe": re.compile(r"\b(?:[Tt]hey|[Ww]e) \|was\|"),
    "PronounVerbAgreement": re.compile(
        r"\b(?:[Tt]hey|[Ww]e) \|(?:has|does|doesn[’'])|\b(?:[Hh]e|[Ss]he|[Ii]t) \|(?:do|don[’']t)\|"
    ),
    # “What he did left scars.”
    "DidPast": re.compile(r"\bdid(?: not|n[’']t) \|"),
    "NominalWants": re.compile(r"\|want\|"),
    "ThisTypeOfThing": re.compile(r"\|(?:kind|sort|type)s?\|"),
    # “If it’s cash, it’s fine.”
    "ItsPossessive": re.compile(
        r"\b(?:of|in|on|with|to|from|by|at|into|under|over|after|before|through|within|around|lost)"
        r" \|it[’']s\|"
    ),
    # “Out there people wait”, “they built there homes for 20”.
    "ThereToTheir": re.compile(r"\b(?:of|with|for|by|into|lost) \|there\| (?!is|are|was|were)"),
    # “It grew stronger then died.”
    "ThenThan": re.compile(rf"\|then\| (?:(?:{COMPARED})\b|£?\d)"),
    # Harper takes “a” and “an” before “un” and “h” for wrong, and guesses at initials.
    "AnA": re.compile(
        rf"(?:(?<![-.])\|a|{BEGINS}\|A)\| (?:(?!(?:{LETTER_A})\b|eu|ewe|once\b|one\b|oui)[aeio]"
        rf"|honest|hour|heir|honou?r|(?:{SPELT_OUT})\b)"
        rf"|(?:\|an|{BEGINS}\|An)\| (?![aeiouh])[a-z]{{2}}"
    ),
    "NounVerbConfusion": re.compile(
        r"\|(?:advi[cs]e|breathe?|emphasis)\||\b(?:no|an|any|little|additional|adverse) \|affect\|"
        rf"|\|effect\| (?:the|his|her|its|their|our|how) (?!{ACTS})"
    ),
}
"""Where a kind of lint is right. Strokes stand round the words it found fault with."""

UNLESS = {
    "ItsContraction": re.compile(
        r"\|[Ii]ts\| (?:will|being|having|getting|set|known|a la|been-)|\|[Ii]ts\| [a-z]+-"
    ),
    "CriteriaPhenomena": re.compile(r"\|-"),
    "WereWhere": re.compile(r"\|where\| possible"),
    "ThenThan": re.compile(r"\b(?:[Ii]f|[Ww]hen|[Oo]nce|[Uu]nless)\b[^.]*\|"),
    "NobelPeacePrize": re.compile(r"(?!)"),
}
"""Where it is wrong."""
A_NAME = re.compile(r"\|[A-Z][a-z]+(?: [A-Z][a-z]+)+\|")
"""“Free Reign” may be a horse."""


AROUND = 60  # characters


def is_believed(kind: str, text: str, start: int, end: int) -> bool:
    """Whether that kind of lint is right of the words there."""
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    around = f"{before}|{text[start:end]}|{after}"
    is_right = kind not in ONLY or ONLY[kind].search(around)
    return bool(is_right) and not UNLESS.get(kind, A_NAME).search(around)
