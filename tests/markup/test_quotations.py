"""Quotations: whole utterances are found in any marks, and apostrophes are none."""

from __future__ import annotations

import pytest

from articles.markup.passages import Passage, passages
from articles.markup.quotations import quotations


def body(text):
    """A body of the paragraphs, parted by a bar."""
    return "".join(f"<p>{paragraph}</p>" for paragraph in text.split("|"))


def parts(text):
    return [quotation.parts for quotation in quotations(body(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We sail at nine,” she said.", "“We sail at nine,”"),
        ('"We sail at nine," she said.', '"We sail at nine,"'),
        ("‘We sail at nine,’ she said.", "‘We sail at nine,’"),
        ("« Nous partons », dit-elle.", "« Nous partons »"),
        ("«\xa0Nous partons\xa0», dit-elle.", "«\xa0Nous partons\xa0»"),
        ("«Nous partons», dit-elle.", "«Nous partons»"),
        ("„Wir fahren“, sagte sie.", "„Wir fahren“"),
        ("„Wir fahren”, sagte sie.", "„Wir fahren”"),
        ("»Wir fahren«, sagte sie.", "»Wir fahren«"),
        ("‚Wir fahren‘, sagte sie.", "‚Wir fahren‘"),
        ("‹Nous partons›, dit-elle.", "‹Nous partons›"),
        ('She nodded ("We sail").', '"We sail"'),
        ("He said “she told me ‘go’ now” twice.", "“she told me ‘go’ now”"),
        ("‘The sailors’ union’s boats sail,’ she said.", "‘The sailors’ union’s boats sail,’"),
        ("‘It’s O’Brien’s boat,’ she said.", "‘It’s O’Brien’s boat,’"),
    ],
)
def test_a_quotation_is_found_with_its_marks(text, expected):
    assert parts(text) == [(expected,)]


@pytest.mark.parametrize(
    "text",
    [
        "O'Brien's boat and O’Brien’s other boat.",
        "The '90s, the ’90s and even the ‘90s.",
        "Rock 'n' roll and fish ’n’ chips at the sailors’ club.",
        "’Tis the season of the sailors’ feast.",
        'A 5" pipe met a 6" pipe.',
        "Nous revenons », dit-elle.",
        "Prices rose » and fell ›",
        "No marks at all.",
        "",
    ],
)
def test_what_is_no_quotation_is_not_found(text):
    assert parts(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“We sail,” she said. “At nine.”",
            [("“We sail,”", "“At nine.”")],
        ),
        ("“One.|“Two.|“Three,” she said.", [("“One.", "“Two.", "“Three,”")]),
        ("„Eins.|„Zwei“, sagte sie.", [("„Eins.", "„Zwei“")]),
        ("“One,” she said.|“Two,” he said.", [("“One,”",), ("“Two,”",)]),
        ("“One.|Nobody spoke.|“Two,” he said.", [("“One.",), ("“Two,”",)]),
        ("“One.|He said: “Two.”", [("“One.",), ("“Two.”",)]),
        ("“We go back [home]’ said a sailor.", [("“We go back [home]’",)]),
        ("“We sail.’ He left.", [("“We sail.’",)]),
        ("‘We sail, she said.", []),
    ],
    ids=[
        "two parts in one paragraph are one",
        "opened in each paragraph it is one",
        "in German too",
        "two closed ones are two",
        "a paragraph between parts them",
        "words before the mark part them",
        "a slip after a bracket closes it",
        "a slip after a full stop closes it",
        "a single mark that never closes is none",
    ],
)
def test_utterances_are_told_apart(text, expected):
    assert parts(text) == expected


def test_a_quotation_knows_its_place_its_source_its_words_and_whether_it_closes():
    html = (
        '<p>Tides.</p><p><span data-source="7">“We <strong>follow</strong> the tide,”</span> '
        "she said. “Always.</p>"
    )

    (found,) = quotations(html)

    assert (found.paragraph, found.source, found.words, found.closed) == (1, 7, 5, False)
    assert found.text == "“We follow the tide,” … “Always."


def test_the_source_of_a_later_paragraph_counts_for_the_whole_utterance():
    (found,) = quotations('<p>“One.</p><p><span data-source="3">“Two,”</span> she said.</p>')

    assert found.source == 3


def test_a_mark_outside_the_quotation_is_not_its_source():
    (found,) = quotations('<p><span data-source="3">The trust:</span> “We sail.”</p>')

    assert found.source is None


def test_quotations_in_lists_and_quotes_count():
    html = "<ul><li>“One”</li></ul><blockquote>“Two”</blockquote><h2>“Three”</h2>"

    assert [found.parts for found in quotations(html)] == [("“One”",), ("“Two”",), ("“Three”",)]


def test_passages_are_the_marked_words_in_order():
    html = (
        '<p><span data-source="7">We <strong>follow</strong></span><span data-source="7"> the<br>'
        'tide</span>, not <span data-source="8">the clock</span></p>'
        '<h2><span data-source="7"> Tides </span></h2><p><span data-source="9"> </span>x</p>'
    )

    assert passages(html) == [
        Passage(source=7, text="We follow the\ntide", paragraph=0),
        Passage(source=8, text="the clock", paragraph=0),
        Passage(source=7, text="Tides", paragraph=1),
    ]
