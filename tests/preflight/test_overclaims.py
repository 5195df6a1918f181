"""A headline’s numbers are the body’s; what can be worked out or is only rounded passes."""

from __future__ import annotations

import pytest

from articles.preflight.finding import RULES
from tests.preflight.cases import a_case, said
from tests.preflight.words import a_told, found_in, seconds, the_seed

RULE = "headlines.claims"


@pytest.mark.parametrize(
    ("headline", "text", "words"),
    [
        ("84 flats planned for granary", "The plan has 73 flats.", "84"),
        ("Wall to cost £18.6m", "It would cost £16.8m.", "£18.6m"),
        ("Dinner costs £4", "It costs £2.85.", "£4"),
        ("Takings fall by 22%", "They fell by 18 per cent.", "22%"),
        ("Forty-three women on a quay", "There are 34 of them.", "Forty-three"),
        ("Bridge of 1894 closed", "The bridge was built in 1849.", "1894"),
        ("Six soldiers arrested in Harn", "The nine soldiers were arrested, he said.", "Six"),
        ("Nearly 100 flats", "There will be 60 flats.", "100"),
        ("Over 2,000 names", "It has 1,200 names.", "2,000"),
        ("Plate costs 41p", "It costs £3.06. The school pays £2.65.", "41p"),
        ("Dock’s 4.5 metres", "It is 5.4 metres deep.", "4.5"),
    ],
)
def test_a_number_that_the_body_does_not_tell_is_found(headline, text, words):
    assert found_in(RULE, headline=headline, text=text) == [words]


@pytest.mark.parametrize(
    ("headline", "text"),
    [
        ("84 flats planned", "Eighty-four flats are planned."),
        ("£4.7m needed", "It takes 4.7 million pounds."),
        ("Dinner costs £3", "It costs £2.85."),
        ("£19m wall", "The wall costs £18.96m."),
        ("Nearly 100 flats", "There will be 96 flats."),
        ("Almost 11,000 cars a day", "10,900 cars use it."),
        ("A quarter affordable: 25%", "A quarter will be affordable."),
        ("41p more a plate", "It costs £3.06. The school pays £2.65."),
        ("7,400 fewer visitors", "There were 41,200. Now there are 33,800."),
        ("Eleven volunteers searched", "A crew of seven went, and four more searched."),
        ("A combined age of 171", "He is 47. Behind him sat Fran, 44, Yuki, 38, and Beth, 42."),
        ("43 women, and 31 names to find", "There are 43 of them. Twelve have been named."),
        ("Takings up 50%", "They rose from £40 to £60."),
        ("Three share the prize", "Ada, Bo and Cleo won."),
        ("Six boats saved", "The harbour has nine berths."),
        ("Two brothers drown", "Both were swimmers."),
        ("06:50 sails again; Town win 2–1; the 1970s are back", "It does."),
        ("The A303 is closed and the 14th man is out", "It is."),
        ("Crowds at Formula 1", "They came."),
        ("Budget for 2027 is agreed", "The budget is agreed."),
        ("“We were 300,” says skipper", "She said so."),
        ("Slack Water (Staithe Press, 212 pages)", "It is set in a port."),
        ("No number here", "12 of them are here."),
    ],
)
def test_a_number_that_the_body_tells_rounds_or_leads_to_passes(headline, text):
    assert found_in(RULE, headline=headline, text=text) == []


@pytest.mark.parametrize(
    ("headline", "text", "words"),
    [
        (
            "Several Russian soldiers arrested for refusing to fight",
            "17 soldiers were arrested after refusing to fight on.",
            "Several",
        ),
        (
            "Dozens of cars stuck on Corn Bridge",
            "Nine cars were stuck on Corn Bridge.",
            "Dozens of",
        ),
        ("Hundreds of homes flooded by gale", "23 homes were flooded by the gale.", "Hundreds of"),
        ("A few boats sunk in the harbour", "Thirty boats were sunk in the harbour.", "A few"),
    ],
)
def test_an_amount_that_the_body_counts_otherwise_is_found(headline, text, words):
    assert found_in(RULE, headline=headline, text=text) == [words]


@pytest.mark.parametrize(
    ("headline", "text"),
    [
        ("Several boats sunk in the harbour", "Four boats were sunk in the harbour."),
        ("Dozens of cars stuck on Corn Bridge", "Some 60 cars were stuck on Corn Bridge."),
        ("Several residents complain of noise", "The village has 640 residents."),
        ("Several boats sunk", "Seven boats were sunk. Ninety boats were sunk elsewhere."),
        ("“Several soldiers refused to fight”", "17 soldiers refused to fight."),
        ("Hundreds of people came", "They came all day."),
        ("Several hours of rain", "It rained."),
    ],
)
def test_an_amount_that_fits_or_is_of_something_else_passes(headline, text):
    assert found_in(RULE, headline=headline, text=text) == []


def test_the_standfirst_is_read_too_and_a_caption_for_its_amounts():
    assert found_in(RULE, standfirst="It costs £5m.") == ["£5m"]

    body = '<p>17 soldiers guard the Marrick steel works.</p><figure data-photo="1"></figure>'
    caption = "Dozens of soldiers guard the Marrick steel works, built 1921."
    (finding,) = RULES[RULE].findings(a_case(story={"body": body}, caption=caption))

    assert (finding.field, finding.place.words) == ("placements", "Dozens of")


def test_it_says_what_the_headline_and_what_the_body_says():
    assert said(RULE, story={"headline": "84 flats", "body": "<p>It is so.</p>"}) == [
        "The headline says 84, which the body does not. Mend it, or tell it there."
    ]
    (other,) = said(
        RULE,
        story={
            "headline": "Six boats sunk in gale",
            "body": "<p>Nine boats were sunk in the gale.</p>",
        },
    )
    assert other == "The headline says Six boats, the body 9. Mend one."


def test_it_reads_english_only_and_waits_for_a_body():
    assert found_in(RULE, language="fr", headline="84 logements") == []
    assert found_in(RULE, headline="84 flats", body="") == []


def test_the_seed_s_several_are_seventeen():
    assert found_in(RULE, **the_seed()) == ["Several"]


@pytest.mark.parametrize("piece", ["1 ", "Several 1 ", "1. A ", "a", "dozens of "])
def test_hostile_text_takes_no_longer_than_other_text(piece):
    text = piece * (20_000 // len(piece))

    assert seconds(RULE, a_told(headline="Several boats, up 17", text=text)) < 2
    assert seconds(RULE, a_told(headline=text[:200], text=text)) < 2
