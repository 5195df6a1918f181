"""A sentence that accuses somebody says who says so; words on crime that accuse nobody pass."""

from __future__ import annotations

import pytest

from tests.preflight.words import a_told, found_in, seconds, the_seed

RULE = "attribution.accusation"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("A clerk was arrested on Monday.", "arrested"),
        ("Two of the soldiers have since been detained.", "detained"),
        ("Mira Holt was later jailed.", "jailed"),
        ("A man arrested for the fire has left Marrick.", "arrested"),
        ("The men were charged with theft.", "charged"),
        ("Bo Quay was charged over an assault.", "charged"),
        ("A man has been charged after the fire.", "charged"),
        ("The mayor has been accused of taking money.", "accused"),
        ("The trust is suspected of hiding the price.", "suspected"),
        ("The skipper faces criminal charges.", "charges"),
        ("The council is guilty of fraud.", "fraud"),
        ("Soldiers committed war crimes in the valley.", "war crimes"),
        ("Bo Quay was behind the theft.", "theft"),
        ("The company was involved in large-scale fraud.", "fraud"),
        ("The treasurer stole £4,000 from the club.", "stole"),
        ("Guards tortured the prisoners.", "tortured"),
        ("She had bribed two councillors.", "bribed"),
        ("The prisoners were tortured by soldiers.", "tortured"),
        ("Bo Quay is a thief.", "thief"),
        ("Bo Quay, a known fraudster, ran the bank.", "fraudster"),
        ("The killer Bo Quay lives in Marrick.", "killer"),
        ("“We go,” he said. He was arrested on the quay.", "arrested"),
        ("The clerk’s brother was arrested at St. Mary’s.", "arrested"),
    ],
)
def test_it_finds_an_accusation_that_stands_as_a_fact(text, word):
    assert found_in(RULE, text=text) == [word]


@pytest.mark.parametrize(
    "text",
    [
        # Somebody says so.
        "A clerk was arrested on Monday, police said.",
        "A clerk was arrested, according to the ministry.",
        "Rinchino told Mediazona that 17 soldiers were jailed.",
        "The court heard that the treasurer stole £4,000.",
        "The council accused Bo Quay of fraud. The union had accused him of theft.",
        "Bo Quay was accused by the union of theft.",
        "Bo Quay denies that he stole it.",
        "The treasurer stole £4,000, the charge sheet says.",
        "The clerk was charged with theft by prosecutors.",
        "The clerk was arrested by border guards.",
        "“He was arrested,” said his wife. “They ‘arrested’ him.”",
        "«Il a été arrêté»; the clerk was “arrested”.",
        "A study shows that one man in three has been arrested.",
        "The clerk reportedly stole £4,000.",
        # An authority is cited right beside it.
        "Police said a van had been seen. Two men were arrested at the scene.",
        "Two men were arrested. A police spokeswoman said they were brothers.",
        # A case that a court has heard.
        "The treasurer stole £4,000.\n\nShe pleaded guilty at Marrick Crown Court.",
        "The treasurer was jailed at Marrick Crown Court.",
        "Bo Quay, a convicted fraudster, ran the bank.",
        # Nobody is accused.
        "Theft is rising in Marrick. Car crime and burglary fell.",
        "The runner stole home. The visitors stole a point. Mira Holt stole the show.",
        "The decline of the Marrick fleet was arrested in May.",
        "The Theft Act and the Fraud Act; a bill on domestic abuse.",
        "Vandals smashed a window in Quay Street. Thieves took a boat.",
        "Two hijacked airliners, three stolen cars and harassed parents in Marrick.",
        "Mira Holt was murdered.",
        "The battery of the Marrick ferry was charged over night.",
        "She was charged with the task of mending it. The air was charged with emotion.",
        "Bo Quay charged over the line to score.",
        "The officer is responsible for tackling fraud.",
        "The men behind the murder inquiry have retired.",
        # It is not said to be so.
        "Nobody was arrested. No one has been charged with theft.",
        "The landlord is not accused of any offence.",
        "The mayor could be prosecuted. Skippers may be jailed.",
        "Anyone arrested in Marrick is taken to Harn. If arrested, they may ring.",
        "He was never charged with theft.",
        # Long ago.
        "In 1887 two smugglers were arrested on the quay. Bo Quay was jailed in 1921.",
        "In the 18th century men were jailed for less.",
    ],
)
def test_attributed_general_and_distant_words_pass(text):
    assert found_in(RULE, text=text) == []


@pytest.mark.parametrize(
    ("headline", "text", "word"),
    [
        (
            "Several soldiers have been arrested",
            "17 men were jailed, their lawyer said.",
            "arrested",
        ),
        ("Three arrested after fire", "They were arrested, a neighbour said.", "arrested"),
        ("Mayor accused of fraud", "He has gone.", "accused"),
        ("Clerk charged with theft", "She has gone.", "charged"),
        ("Soldiers tortured prisoners", "So a survivor said.", None),
        ("Soldiers tortured the prisoners", "So a survivor said.", "tortured"),
    ],
)
def test_a_headline_does_not_state_what_somebody_claims(headline, text, word):
    assert found_in(RULE, headline=headline, text=text) == ([word] if word else [])


@pytest.mark.parametrize(
    ("headline", "text"),
    [
        ("Three arrested after fire", "Three men were arrested, police said."),
        ("Three arrested after fire: police", "They have gone."),
        ("Police: three men arrested", "They have gone."),
        ("Mayor ‘stole £4,000’", "A councillor said so."),
        ("Mayor “accused of fraud”", "A councillor said so."),
        ("Soldiers arrested, says lawyer", "Their lawyer said so."),
        ("Union accuses mayor of fraud", "The union said so."),
        ("Treasurer jailed for theft", "She was sentenced at Marrick Crown Court."),
        ("Theft rises in Marrick", "It rose."),
    ],
)
def test_a_headline_may_quote_name_or_rest_on_an_authority(headline, text):
    assert found_in(RULE, headline=headline, text=text) == []


def test_it_says_in_which_line_and_what_to_do():
    from tests.preflight.cases import said  # noqa: PLC0415

    (headline,) = said(RULE, story={"headline": "Mayor accused of fraud"})
    (body,) = said(RULE, story={"body": "<p>The mayor was arrested.</p>"})

    assert headline == (
        "The headline says “accused” as a fact. Say whose word it is, or put it in quotation marks."
    )
    assert body == "“arrested” accuses somebody as a fact. Say in the sentence who says so."


def test_words_that_are_marked_with_a_source_are_somebody_s():
    body = '<p><span data-source="4">The mayor was arrested.</span></p>'

    assert found_in(RULE, body=body) == []


def test_subheadings_kickers_criticism_and_other_languages_are_left_alone():
    assert found_in(RULE, body="<h2>Two men arrested in Marrick</h2>") == []
    assert found_in(RULE, kicker="Mayor arrested in Marrick") == []
    assert found_in(RULE, kind="review", text="The pilot was arrested.") == []
    assert found_in(RULE, language="de", text="The pilot was arrested.") == []


def test_the_seed_s_headline_says_more_than_its_lawyer():
    assert found_in(RULE, **the_seed()) == ["arrested"]


@pytest.mark.parametrize(
    "piece", ["arrested ", "he was ", "accused of ", "a", "is a b c ", "behind "]
)
def test_hostile_text_takes_no_longer_than_other_text(piece):
    assert seconds(RULE, a_told(text=piece * (20_000 // len(piece)))) < 1
