"""One name in two spellings is found; forms of one word and names that are near are not."""

from __future__ import annotations

import pytest

from articles.preflight.finding import RULES
from tests.preflight.words import a_told, found_in, seconds

RULE = "names.spellings"


@pytest.mark.parametrize(
    ("text", "slip", "right"),
    [
        ("The outlet MediaZona and then Mediazona, and Mediazona.", "MediaZona", "Mediazona"),
        ("He met Rinchino, Rinchino and Rinchyno.", "Rinchyno", "Rinchino"),
        ("In Donbas and in Donbass, for Donbas is it.", "Donbass", "Donbas"),
        ("He met Ms Müller, then Ms Muller, and Ms Müller.", "Muller", "Müller"),
        ("She saw Mr Phillips and Mr Philips and Mr Phillips.", "Philips", "Phillips"),
        ("From Luhansk to Lugansk, for Luhansk is it.", "Lugansk", "Luhansk"),
        ("She went to Al-Shifa, to Al-Shifa and to AlShifa.", "AlShifa", "Al-Shifa"),
    ],
)
def test_a_name_in_two_spellings_is_found(text, slip, right):
    (finding,) = RULES[RULE].findings(a_told(text=text))

    assert (finding.place.words, finding.fix.words) == (slip, right)
    assert finding.message.startswith(f"“{slip}” is “{right}” elsewhere")


@pytest.mark.parametrize(
    "text",
    [
        "The quay of Harnsea and Harnsea’s quay, and the two Harnseas.",
        "From Germany, a German and two Germans.",
        "She met Martin and Martina, William and Williams, Robin and Robins.",
        "He saw Marrick and Merrick, Holt and Bolt.",
        "The Ferry and the Ferryside. The Trust and the trust.",
        "The NEWSROOM sign and the Newsroom itself.",
        "“Mister Halloway,” he said to Holloway.",
        "From Harlow to Harrow and Harnsea to Hernsea, past Hallowby and Hollowby.",
        "",
    ],
)
def test_names_that_are_two_are_left(text):
    assert found_in(RULE, text=text) == []


@pytest.mark.parametrize("text", ["Abcdefg" * 3_000, " ".join(f"x Name{n}a" for n in range(3_000))])
def test_no_text_keeps_it_busy(text):
    assert seconds(RULE, a_told(text=text)) < 5
