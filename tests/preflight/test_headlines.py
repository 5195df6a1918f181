"""A headline is short, tells instead of asking, and stands over a standfirst that adds to it."""

from __future__ import annotations

import pytest

from articles.preflight.finding import RULES
from tests.builders import MONDAY_NOON
from tests.preflight.cases import a_case, said
from tests.preflight.words import a_told, found_in, seconds, the_seed


@pytest.mark.parametrize(
    ("headline", "says"),
    [
        ("N" * 111, "has 111 characters. Make it 110 or fewer"),
        ("The night ferry is late.", "ends in a full stop"),
        ("Ferry ‘late again.’", "ends in a full stop"),
        ("La nave va.", "ends in a full stop"),
        ("Will the ferry sail again?", "of a news report asks"),
        ("FERRY SINKS OFF MARRICK", "all in capitals"),
        ("FÄHRE GESUNKEN: 12 TOTE", "all in capitals"),
    ],
)
def test_a_headline_out_of_form_is_found(headline, says):
    (sentence,) = said("headlines.form", story={"headline": headline})

    assert says in sentence


@pytest.mark.parametrize(
    "headline",
    [
        "",
        "N" * 110,
        "Night ferry to sail an hour earlier",
        "Ferry captain waits … and waits...",
        "Ferry sold to yard in the U.S.",
        "Last boat sails at 6 p.m.",
        "Boat built by Quay Bros.",
        "“Where is my ferry?”",
        "Passengers ask ‘where is our ferry?’",
        "«Où est le ferry ?»",
        "EU and UK agree on ferry",
        "BBC, ITV",
        "UN 1",
        "Ferry: £4.7m is not enough",
        "船が沈んだ",
    ],
)
def test_a_headline_in_form_passes(headline):
    assert said("headlines.form", story={"headline": headline}) == []


@pytest.mark.parametrize("kind", ["analysis", "background", "opinion", "review"])
def test_whoever_explains_or_argues_may_ask(kind):
    assert said("headlines.form", story={"headline": "Will she sail?", "kind": kind}) == []


def test_one_click_takes_the_full_stop_out():
    case = a_case(story={"headline": "The ferry is “late.”"})
    (finding,) = RULES["headlines.form"].findings(case)

    assert (finding.place.start, finding.place.end, finding.place.words) == (18, 19, ".")
    assert finding.fix is not None
    assert finding.fix.words == ""


@pytest.mark.parametrize(
    ("story", "count"),
    [
        ({}, 1),
        ({"standfirst": " \n"}, 1),
        ({"standfirst": "Soundings have changed."}, 0),
        ({"kind": "opinion"}, 0),
        ({"urgency": 2}, 0),
        ({"urgency": 3}, 1),
    ],
)
def test_news_has_a_standfirst_unless_it_is_in_a_hurry(story, count):
    assert len(said("headlines.standfirst", story=story)) == count


def test_a_card_without_a_picture_is_hinted_at():
    (finding,) = RULES["headlines.card_picture"].findings(a_told(text="It sails."))

    assert (finding.severity, finding.field) == ("info", "body")
    assert said("headlines.card_picture") == []


@pytest.mark.parametrize(
    ("slug", "count"),
    [
        ("bridge-closed-again", 1),
        ("the-and-for", 0),
        ("night-boats", 0),
        ("ferries-earlier", 0),
        ("sailing-times", 0),
        ("2041", 1),
        ("", 0),
    ],
)
def test_a_slug_has_a_word_of_the_headline(slug, count):
    assert len(said("headlines.slug", story={"slug": slug})) == count


def test_a_slug_may_have_its_word_from_the_kicker_and_without_accents():
    assert said("headlines.slug", story={"slug": "corn-bridge", "kicker": "Corn Bridge"}) == []
    assert said("headlines.slug", story={"slug": "etretat", "headline": "Étretat brûle"}) == []
    assert said("headlines.slug", story={"slug": "fune", "headline": "船が沈んだ"}) == []


def test_an_address_that_readers_have_stays():
    story = {"slug": "bridge-closed-again"}

    assert said("headlines.slug", story=story, first_published_at=MONDAY_NOON) == []


@pytest.mark.parametrize(
    ("headline", "standfirst"),
    [
        ("Night ferry to sail an hour earlier", "The night ferry to sail an hour earlier."),
        ("Night ferry to sail an hour earlier", "Ferry to sail earlier"),
        ("La nave va a Marrick", "La nave va, a Marrick."),
        ("Other", "It will, the trust said."),
        ("Other", "it will the trust"),
    ],
)
def test_a_standfirst_that_only_repeats_is_found(headline, standfirst):
    found = found_in("copy.standfirst_repeats", headline=headline, standfirst=standfirst)

    assert found == [standfirst]


@pytest.mark.parametrize(
    ("headline", "standfirst"),
    [
        ("Night ferry to sail an hour earlier", ""),
        ("Night ferry to sail an hour earlier", "An hour earlier"),
        ("Night ferry to sail an hour earlier", "The night ferry will sail earlier from Monday."),
        ("Night ferry to sail earlier", "The ferry will sail at six from Monday, the trust says."),
        ("Other", "It will sail, the trust said."),
        ("", "Night ferry to sail an hour earlier"),
    ],
)
def test_a_standfirst_that_adds_something_passes(headline, standfirst):
    assert found_in("copy.standfirst_repeats", headline=headline, standfirst=standfirst) == []


def test_the_seed_s_headline_is_in_form_but_has_no_standfirst():
    seed = the_seed()

    assert found_in("headlines.form", **seed) == []
    assert len(RULES["headlines.standfirst"].findings(a_told(**seed))) == 1


@pytest.mark.parametrize("piece", ["a", "A ", ".", ".”", "a.", "U."])
def test_hostile_text_takes_no_longer_than_other_text(piece):
    long = piece * (20_000 // len(piece))

    assert seconds("headlines.form", a_told(headline=long)) < 1
    assert seconds("copy.standfirst_repeats", a_told(headline=long, standfirst=long)) < 1
