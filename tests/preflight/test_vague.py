"""“Reportedly” and “sources say” are found; whoever is named, described or quoted is not."""

from __future__ import annotations

import pytest

from tests.preflight.words import a_told, found_in, seconds, the_seed

RULE = "attribution.vague"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("According to reports, the boat sank.", "According to reports"),
        ("The boat sank, according to media reports.", "according to media reports"),
        ("The boat sank, according to local sources.", "according to local sources"),
        ("They reportedly met the crew.", "reportedly"),
        ("It is understood that the ferry will be sold.", "It is understood"),
        ("It is understood the ferry will be sold.", "It is understood"),
        ("The price, it is believed, is £3m. But it has been claimed that it is more.", None),
        ("It has been claimed that the board knew.", "It has been claimed"),
        ("It was widely believed that the board knew.", "It was widely believed"),
        ("Sources say the chair will go.", "Sources say"),
        ("But sources said the chair would go.", "sources said"),
        ("The chair will go, sources say.", "sources say"),
        ("A source said the chair would go.", "A source said"),
        ("Reports suggest that the pier has gone.", "Reports suggest"),
        ("Unconfirmed reports say the pier has gone.", "reports say"),
        ("Critics say the wall is ugly.", "Critics say"),
        ("Some say the wall is ugly.", "Some say"),
        ("Many argue that it is too late.", "Many argue"),
        ("The clerk allegedly took £400.", "allegedly"),
        ("Rumour has it that the bank will close.", "Rumour has it"),
        ("The bank is rumoured to be closing.", "is rumoured to"),
        ("“We go,” he said. They reportedly went.", "reportedly"),
        ("The trust’s boat reportedly sank off St. Mary’s.", "reportedly"),
    ],
)
def test_it_finds_words_that_hide_who_says_so(text, words):
    found = found_in(RULE, text=text)

    assert found == [words or "it has been claimed"]


@pytest.mark.parametrize(
    "text",
    [
        "According to a report by the county auditor, £4m is missing.",
        "According to reports by the auditor, £4m is missing.",
        "According to reports in The Harnsea Signal, £4m is missing.",
        "According to sources at the yard, the keel is laid.",
        "According to the report, the keel is laid.",
        "“They reportedly met the crew,” said Mira Holt.",
        "“According to reports it sank.\n\n“It is believed that nobody swam,” she said.",
        "«Reportedly», he said, and „reportedly“ again.",
        "The union’s sources say little.",
        "Police sources said the van was white.",
        "A source close to the club said the striker would stay.",
        "The source said nothing more.",
        "The county’s reports say that the bridge is sound.",
        "The reports suggest that the bridge is sound.",
        "The auditor reports that £4m is missing.",
        "It is understood by all sides. It is believed to be the oldest.",
        "It has been claimed by the union that wages fell.",
        "Critics say the wall is ugly. Bo Quay, a resident, said it hid the sea.",
        "Critics say the wall is ugly.\n\n“It hides the sea,” said Bo Quay, a resident.",
        "Critics such as Bo Quay say the wall is ugly.",
        "Some say hello, and many say they do not mind.",
        "Some said they had waited an hour.",
        "Police said that he allegedly took £400.",
        "He allegedly took £400, the court heard.",
        "The mayor said it was understood that the ferry would be sold.",
        "Mira Holt said initial reports suggested that all four were safe.",
        "The minister told the BBC, according to the transcript, that reports say little.",
    ],
)
def test_who_is_named_described_or_quoted_passes(text):
    assert found_in(RULE, text=text) == []


def test_it_looks_at_the_headline_the_standfirst_and_captions_too():
    found = found_in(
        RULE, headline="Ferry reportedly sold", standfirst="It is understood that it is.", kicker=""
    )

    assert found == ["reportedly", "It is understood"]


def test_a_columnist_may_say_that_some_say():
    assert found_in(RULE, kind="opinion", text="Some say the wall is ugly.") == []
    assert found_in(RULE, kind="opinion", text="It was reportedly ugly.") == ["reportedly"]


def test_it_reads_english_only():
    assert found_in(RULE, language="fr", text="Sources say reportedly.") == []


def test_the_seed_is_vague_three_times():
    assert found_in(RULE, **the_seed()) == ["According to reports", "reportedly", "reportedly"]


@pytest.mark.parametrize(
    "piece", ["reports ", "it is ", "said A", "according to ", "a", "critics say "]
)
def test_hostile_text_takes_no_longer_than_other_text(piece):
    assert seconds(RULE, a_told(text=piece * (20_000 // len(piece)))) < 1
