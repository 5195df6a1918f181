"""A story's page: what stands on it, and in what words."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from articles.masthead.publication import Publication
from articles.site.figure import render_figure
from tests.builders import MIRA, MONDAY_NOON, a_section, an_edition

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)
SCRIPT = '"><script>alert(1)</script>'
OWN_SCRIPT = '<script type="module" src="/static/articles/site/reader'


def read(client, edition):
    """The page's HTML with single spaces, since templates are laid out for those who edit them.

    Without what it says to machines, which `tests/site/metadata` looks at.
    """
    response = client.get(edition.get_absolute_url())
    assert response.status_code == 200
    page = " ".join(response.content.decode().split())
    return re.sub(r'<script type="application/ld\+json">[^<]*</script>', "", page)  # data


def test_a_story_costs_one_query(client, django_assert_num_queries):
    edition = an_edition(tags=[{"slug": "tides", "name": "Tides"}], sources=[MIRA])

    with django_assert_num_queries(1):
        response = client.get(edition.get_absolute_url())

    assert response.status_code == 200


def test_the_page_has_all_of_the_story(client):
    a_section()
    html = read(client, an_edition(kicker="Ferries", tags=[{"slug": "tides", "name": "Tides"}]))

    assert html.startswith("<!DOCTYPE html>")
    assert '<html lang="en"' in html
    assert '<article class="story-page" lang="en-GB" dir="ltr">' in html
    assert '<h1 class="headline">Night ferry to sail an hour earlier</h1>' in html
    assert "The change follows new soundings" in html
    assert '<p id="p1">The night ferry will sail an hour earlier from Monday.</p>' in html
    assert '<a rel="author" href="/by/ada-lumen/">Ada Lumen</a>' in html
    assert '<a href="/section/harbour/">Harbour</a>' in html
    assert '<a rel="tag" href="/tag/tides/">Tides</a>' in html
    assert html.count("<h1") == 1
    assert html.count("<script") == html.count(OWN_SCRIPT) == 1


@pytest.mark.parametrize(
    ("zone", "words", "offset"),
    [
        ("Europe/London", "Monday 23 November 2026, 12:00 GMT", "2026-11-23T12:00:00+00:00"),
        ("Asia/Kolkata", "Monday 23 November 2026, 17:30 IST", "2026-11-23T17:30:00+05:30"),
        ("America/Los_Angeles", "Monday 23 November 2026, 04:00 PST", "2026-11-23T04:00:00-08:00"),
    ],
)
def test_times_are_given_with_the_zone_of_the_publication(client, zone, words, offset):
    Publication.objects.update(time_zone=zone)
    html = read(client, an_edition())

    assert f'<time datetime="{offset}">{words}</time>' in html


def test_a_correction_is_dated_and_stays_visible(client):
    first = an_edition()
    at = MONDAY_NOON + HOUR
    corrected = an_edition(
        story_key=first.story_key,
        number=2,
        kind="correction",
        note="The ferry sails at nine.",
        goes_live_at=at,
        first_published_at=MONDAY_NOON,
        corrections=[
            {
                "number": 2,
                "kind": "correction",
                "kind_label": "Correction",
                "text": "The ferry sails at nine, not at ten.",
                "at": at.isoformat(),
            }
        ],
    )

    html = read(client, corrected)

    assert "The ferry sails at nine, not at ten." in html
    assert html.count("Monday 23 November 2026, 13:00 UTC") == 2  # above, and beside the correction
    assert '<span class="updated">Corrected <time' in html
    assert 'href="#corrections"' in html
    assert 'id="corrections"' in html
    assert "Edition 2 of this story: see what was changed" in html


def test_an_uncorrected_story_says_nothing_of_corrections(client):
    html = read(client, an_edition())

    assert "orrect" not in html.partition('<footer class="imprint"')[0]
    assert "Updated" not in html


def test_sources_are_named_at_the_foot_in_words(client):
    nurse = {
        **MIRA,
        "label": "a nurse on the night shift",
        "description": "",
        "terms": "anonymous",
        "first_hand": False,
        "via": "The Marrick Post",
    }
    paper = {
        **MIRA,
        "kind": "document",
        "label": "Soundings",
        "url": "https://harbour.example/s.pdf",
    }

    html = read(client, an_edition(sources=[MIRA, nurse, paper]))

    assert "<strong>Mira Holt</strong>, harbour master:</span>" in html
    assert "on the record, told us directly</span>" in html
    assert "<strong>A nurse on the night shift</strong>:</span>" in html
    assert "anonymous, not named, via The Marrick Post</span>" in html
    assert (
        'rel="noopener nofollow" href="https://harbour.example/s.pdf">harbour.example</a>' in html
    )


def test_bylines_are_grouped_by_what_people_did(client):
    ada = {"name": "Ada Lumen", "slug": "ada-lumen", "role": "writer", "role_label": "By"}
    people = [
        {**ada, "role_text": "Harbour reporter"},
        {**ada, "name": "Ben Ash", "slug": "ben-ash", "role_text": ""},
        {
            **ada,
            "name": "Ines Okafor",
            "slug": "ines-okafor",
            "role": "photographer",
            "role_label": "Photographs by",
            "role_text": "",
        },
    ]
    html = read(client, an_edition(bylines=people))

    assert (
        'By <a rel="author" href="/by/ada-lumen/">Ada Lumen</a>'
        '<span class="byline-role">, Harbour reporter</span>, '
        'and <a rel="author" href="/by/ben-ash/">Ben Ash</a> </p>'
    ) in html
    assert 'Photographs by <a rel="author" href="/by/ines-okafor/">Ines Okafor</a>' in html


@pytest.mark.parametrize(
    "values",
    [
        {"headline": SCRIPT},
        {"standfirst": SCRIPT},
        {"kicker": SCRIPT},
        {"dateline": SCRIPT},
        {"section_name": SCRIPT},
        {"language": SCRIPT},
        {"tags": [{"slug": SCRIPT, "name": SCRIPT}]},
        {
            "bylines": [
                dict.fromkeys(["name", "slug", "role", "role_label", "role_text"], SCRIPT),
            ]
        },
        {"sources": [{**MIRA, "label": SCRIPT, "description": SCRIPT, "via": SCRIPT}]},
        {"sources": [{**MIRA, "url": "javascript:alert(1)"}]},
        {
            "corrections": [
                {"kind_label": SCRIPT, "text": SCRIPT, "at": "2026-11-23T12:00:00+00:00"}
            ]
        },
    ],
)
def test_hostile_words_come_out_as_words(client, values):
    html = read(client, an_edition(**values))

    assert html.count("<script") == html.count(OWN_SCRIPT) == 1
    assert "javascript:" not in html


def test_a_finished_body_is_printed_as_it_is_with_its_paragraphs_numbered(client):
    figure = render_figure(
        {
            "caption": "The night ferry leaves.",
            "credit_line": "Ines Okafor/Northmark Pictures",
            "alt_text": "A lit ferry",
            "label": "File picture, May 2022",
            "renditions": [{"url": "/media/a-480.jpg", "width": 480, "height": 360}],
        }
    )
    edition = an_edition(body_html=f"<p>Before.</p>{figure}<p>After.</p>")

    response = client.get(edition.get_absolute_url())

    html = response.content.decode()
    assert f'<p id="p1">Before.</p>{figure}<p id="p2">After.</p>' in html


def test_a_story_in_another_language_is_marked_as_one(client):
    html = read(client, an_edition(language="ar"))

    assert '<html lang="en" dir="ltr">' in html
    assert '<article class="story-page" lang="ar" dir="rtl">' in html


def test_opinion_is_called_opinion(client):
    assert "Opinion" in read(client, an_edition(story_kind="opinion"))
    assert "Opinion" not in read(client, an_edition(slug="other"))
