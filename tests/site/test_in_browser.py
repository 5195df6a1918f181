"""The pages in a real browser: nothing runs off the page, and every target can be hit."""

from __future__ import annotations

import itertools

import pytest

from articles.masthead.policy import Policy
from tests.builders import a_contributor, a_section, an_edition

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"

SMALL_TARGETS = """() => [...document.querySelectorAll("a")].filter(link => {
  const sentences = ".byline, .body, .how-we-know, .corrected, .edition-line, .reason";
  const inSentence = link.closest(sentences) ||
    [...link.parentElement.childNodes].some(one => one.nodeType === 3 && one.data.trim());
  const box = link.getBoundingClientRect();
  const cover = getComputedStyle(link, "::after").position === "absolute";
  return !inSentence && !cover && box.height > 0 && (box.height < 24 || box.width < 24);
}).map(link => link.outerHTML)"""


@pytest.fixture
def paper(transactional_db):
    """A paper whose every text holds one word that is wider than a telephone."""
    a_section(name=LONG[:60])
    a_contributor()
    source = {
        "label": LONG,
        "description": LONG,
        "kind": "document",
        "terms": "on_record",
        "first_hand": True,
        "via": "",
        "url": f"https://{LONG[:40].lower().replace('ä', 'a')}.example/",
    }
    Policy.objects.create(title=LONG, slug="ethics", kind="ethics", body=f"<p>{LONG}</p>")
    told = {"party": LONG, "state": "declined", "sentence": LONG}
    for number in range(14):
        an_edition(
            slug=f"story-{number}",
            headline=f"{number} {LONG}",
            standfirst=LONG,
            kicker=LONG[:60],
            tags=[{"slug": "tides", "name": LONG}],
            sources=[source],
            asked=[told],
            unknowns=LONG,
            body_html=f"<p>{LONG}</p><h2>{LONG}</h2><aside class='pullquote'><p>{LONG}</p></aside>"
            f"<ul><li>{LONG}</li></ul><figure class='embed'><a href='/'>{LONG}</a></figure>",
        )


PAGES = [
    "/",
    "/section/harbour/",
    "/tag/tides/",
    "/by/ada-lumen/",
    "/search/?q=story",
    "/search/?q=nothing-here",
    "/2026/",
    "/2026/11/23/",
    "/2026/11/23/story-1/",
    "/2026/11/23/story-1/history/",
    "/2026/11/23/story-1/history/1/",
    "/2026/11/23/story-1/report/",
    "/corrections/",
    "/about/",
    "/about/ethics/",
    "/nonsense/",
]
SCREENS = [(320, 100), (768, 100), (1280, 100), (640, 200)]
"""Width in pixels, and the size of letters in per cent (WCAG 2.2, 1.4.4 and 1.4.10)."""
LETTERS = "(share) => { document.documentElement.style.fontSize = `${share}%` }"


def test_nothing_runs_off_the_page_and_every_target_can_be_hit(visit, paper):
    page, faults = visit(), []

    for (width, letters), path in itertools.product(SCREENS, PAGES):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(path)
        page.evaluate(LETTERS, letters)
        over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        too_wide = [f"{over} pixels too wide"] if over > 0 else []
        faults += [
            f"{path} at {width}, {letters} %: {fault}"
            for fault in too_wide + page.evaluate(SMALL_TARGETS)
        ]

    assert not faults, "\n".join(faults)


def test_the_keyboard_reaches_the_content_first(visit, paper):
    page = visit()
    page.goto("/2026/11/23/story-1/")

    page.keyboard.press("Tab")
    skip = page.evaluate("document.activeElement.getBoundingClientRect().top")
    page.keyboard.press("Enter")

    assert skip >= 0
    assert page.evaluate("document.activeElement.id") == "content"
