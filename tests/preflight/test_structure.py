"""Headings stand in order and have words; a link's words say where it leads."""

from __future__ import annotations

import pytest

from articles.preflight.finding import RULES
from tests.preflight.cases import a_case, said
from tests.preflight.words import seconds

HEADINGS, LINKS = "structure.headings", "structure.links"


def pointed_at(rule_id, body):
    """The words at which the rule points, with the numbers of their paragraphs."""
    case = a_case(story={"body": body})
    places = [finding.place for finding in RULES[rule_id].findings(case)]
    return [(place.paragraph, place.words) for place in places]


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("<h3>The tide</h3>", [(0, "The tide")]),
        ("<p>It sails.</p><h3>The <em>tide</em></h3><p>Late.</p>", [(1, "The tide")]),
        ("<h3>The tide</h3><p>Late.</p><h2>The boat</h2><h3>Its hull</h3>", [(0, "The tide")]),
        # Once the first is mended, the others have one above them.
        ("<h3>The tide</h3><h3>The boat</h3><h3>Its hull</h3>", [(0, "The tide")]),
        ("<h2>***</h2><p>It sails.</p>", [(0, "***")]),
        ("<p>It sails.</p><h2>–</h2><h3>The tide</h3>", [(1, "–"), (2, "The tide")]),
        ("<h2>The boat</h2><h3><strong>\u200b</strong></h3>", [(1, "\u200b")]),
    ],
)
def test_a_heading_out_of_order_or_without_words_is_found(body, places):
    assert pointed_at(HEADINGS, body) == places


@pytest.mark.parametrize(
    "body",
    [
        "<p>It sails.</p>",
        "<h2>The boat</h2><p>It sails.</p><h3>Its hull</h3><h3>Its mast</h3><h2>The tide</h2>",
        "<h2>The boat</h2><h2>The tide</h2><h3>At noon</h3>",
        "<p><strong>The boat</strong></p><p></p><p>***</p>",
        # What is wholly empty does not outlast the sanitiser.
        "<h2></h2><h3> </h3><p>It sails.</p>",
        "<h2>7</h2><h3>“No.”</h3>",
        "",
    ],
)
def test_headings_in_order_are_left(body):
    assert pointed_at(HEADINGS, body) == []


def test_it_says_which_heading_and_what_to_do():
    body = "<h2>***</h2><h3>The tide</h3>"

    assert said(HEADINGS, story={"body": body}) == [
        "Paragraph 1 is a heading without words. Write it, or take it out.",
        "“The tide” is a heading of level 3 with none of level 2 above it. Make it level 2.",
    ]


def linked(words):
    return f'<p>The plan is on show, <a href="https://harnsea.example/plan">{words}</a> and there.'


@pytest.mark.parametrize(
    "words",
    [
        "here",
        "Here.",
        "click here",
        "CLICK HERE!",
        "click\xa0here",
        "this",
        "this link",
        "read more",
        "Read more …",
        "“link”",
        "(here)",
        "hier",
        "ici",
        "https://harnsea.example/plan",
        "www.harnsea.example",
        "harnsea.example/plan?page=2",
    ],
)
def test_a_link_that_says_nothing_alone_is_found(words):
    assert pointed_at(LINKS, linked(words)) == [(0, words)]


@pytest.mark.parametrize(
    "words",
    [
        "the plan",
        "read more about the plan",
        "here are the drawings",
        "This Town",
        "on the borough’s website",
        "harnsea.example",
        "trust@harnsea.example",
        "Link House",
        "the 5 p.m. boat",
        "and/or",
        "",
    ],
)
def test_a_link_that_names_the_thing_is_left(words):
    assert pointed_at(LINKS, linked(words)) == []


def test_links_are_read_whole_and_where_they_stand():
    body = (
        "<p>The plan.</p>"
        '<p>See <a data-story="4">cli<strong>ck</strong></a><strong><a data-story="4"> here</a>'
        '</strong><a href="https://harnsea.example/">here</a>.</p>'
        '<ul><li><p>Or<br><em><a href="https://harnsea.example/">this</a></em></p></li></ul>'
    )

    places = [one.place for one in RULES[LINKS].findings(a_case(story={"body": body}))]

    assert [(p.paragraph, p.start, p.end, p.words) for p in places] == [
        (1, 4, 14, "click here"),
        (1, 14, 18, "here"),
        (2, 3, 7, "this"),
    ]


def test_words_that_are_no_link_and_embeds_are_left():
    address = "https://youtu.be/dQw4w9WgXcQ"
    embed = f'<figure data-embed="{address}"><a href="{address}">here</a></figure>'

    assert pointed_at(LINKS, f"<p>Click here. Read more: www.harnsea.example</p>{embed}") == []


def test_it_says_which_link_and_what_to_do():
    assert said(LINKS, story={"body": linked("here")}) == [
        "The link “here” does not say where it leads. Link the words that name the thing."
    ]
    assert said(LINKS, story={"body": linked("https://harnsea.example/plan")}) == [
        "The link “https://harnsea.example/plan” does not say where it leads. "
        "Write what is there in words, and link them."
    ]


@pytest.mark.parametrize("rule_id", [HEADINGS, LINKS])
@pytest.mark.parametrize(
    "body",
    [
        "<h3></h3>" * 4_000,
        "<h3>a" * 4_000,
        '<p><a href="https://a.example">here</a>' + '<a href="https://b.example">here</a> ' * 3_000,
        f'<p><a href="https://a.example">{"a." * 10_000}</a>',
        f'<p><a href="https://a.example">{"a-" * 10_000}</a>',
        f'<p><a href="https://a.example">{"(" * 20_000}</a>',
    ],
)
def test_no_text_keeps_it_busy(rule_id, body):
    assert seconds(rule_id, a_case(story={"body": body})) < 5
