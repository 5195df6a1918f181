"""What a story's page says of the story to machines."""

from __future__ import annotations

import pytest

from articles.masthead.publication import Publication
from articles.vocabulary import StoryKind
from tests.builders import a_section, an_edition
from tests.site.machines import (
    HOSTILE,
    ORIGIN,
    STEM,
    TIDES,
    a_correction,
    a_figure,
    a_withdrawal,
    json_ld,
)
from tests.site.metadata.vocabulary import ancestors, faults

pytestmark = pytest.mark.django_db


def a_byline(name, role):
    slug = name.lower().replace(" ", "-")
    return {"name": name, "slug": slug, "role": role, "role_label": "", "role_text": "Reporter"}


def a_source(**values):
    return {
        "label": "Tide tables 2026",
        "description": "",
        "kind": "document",
        "terms": "on_record",
        "first_hand": True,
        "via": "",
        "url": "https://tables.example/2026",
        **values,
    }


@pytest.fixture
def story(db):
    Publication.objects.update(
        name="The Marrick Courier", language="en-GB", time_zone="Europe/London", about="A paper."
    )
    a_section()
    figure = a_figure(
        copyright_notice="© 2026 Northmark Pictures",
        licence_url="https://pictures.example/licence",
        licensor_url="https://pictures.example/buy",
        social={"url": f"/media/{STEM}-1200x630.jpg", "width": 1200, "height": 630},
    )
    return a_correction(
        an_edition(dateline="Marrick", tags=TIDES),
        dateline="Marrick",
        figures=[figure],
        bylines=[
            a_byline("Ada Lumen", "writer"),
            a_byline("Ben Ash", "additional_reporting"),
            a_byline("Cleo Marsh", "editor"),
            a_byline("Dov Peel", "translator"),
        ],
        sources=[
            a_source(),
            a_source(label="Coast Radio", kind="outlet", url="https://radio.example/1"),
            a_source(label="the harbour", kind="observation", url=""),
            a_source(label="a person at the trust", kind="person", terms="anonymous", url=""),
            a_source(label="a leaked letter", terms="anonymous", url=""),
        ],
        asked=[{"party": "The trust", "state": "open", "sentence": "The trust was asked."}],
        unknowns="Nobody knows why.",
    )


def article(client, story):
    return json_ld(client.get(story.get_absolute_url()))[0]


def test_it_says_what_the_story_is(client, story):
    said = article(client, story)

    expected = {
        "@context": "https://schema.org",
        "@type": "ReportageNewsArticle",
        "headline": story.headline,
        "description": story.standfirst,
        "inLanguage": "en-GB",
        "wordCount": 10,
        "keywords": ["Tides & currents"],
        "articleSection": "Harbour",
        "dateline": "Marrick",
        "datePublished": "2026-11-23T12:00:00+00:00",
        "dateModified": "2026-11-23T13:00:00+00:00",
        "isAccessibleForFree": True,
        "url": f"{ORIGIN}/2026/11/23/night-ferry/",
        "mainEntityOfPage": f"{ORIGIN}/2026/11/23/night-ferry/",
    }
    assert {name: said[name] for name in expected} == expected


def test_it_says_who_made_it(client, story):
    said = article(client, story)

    assert said["author"] == [
        {
            "@type": "Person",
            "name": "Ada Lumen",
            "url": f"{ORIGIN}/by/ada-lumen/",
            "jobTitle": "Reporter",
        }
    ]
    for role, name in (("contributor", "Ben"), ("editor", "Cleo"), ("translator", "Dov")):
        assert said[role][0]["name"].startswith(name)
    assert said["publisher"]["@type"] == "NewsMediaOrganization"
    assert said["publisher"]["name"] == "The Marrick Courier"


def test_a_story_without_a_byline_is_the_papers_own(client):
    said = article(client, an_edition(bylines=[]))

    assert said["author"] == [said["publisher"]]


def test_it_says_what_was_corrected(client, story):
    [correction] = article(client, story)["correction"]

    assert correction == {
        "@type": "CorrectionComment",
        "name": "Correction",
        "text": "The ferry sails at six, not at five.",
        "datePublished": "2026-11-23T13:00:00+00:00",
    }


def test_it_says_what_the_story_rests_on_and_names_nobody_who_is_protected(client, story):
    said = article(client, story)

    assert said["citation"] == [
        {
            "@type": "CreativeWork",
            "name": "Tide tables 2026",
            "url": "https://tables.example/2026",
        }
    ]
    assert [one["name"] for one in said["isBasedOn"]] == ["Coast Radio"]
    assert "a person at the trust: anonymous, not named, told us directly." in said["backstory"]
    assert "Tide tables 2026: a document we have read." in said["backstory"]
    assert said["backstory"].endswith("The trust was asked. Nobody knows why.")


def test_a_picture_keeps_its_credit_and_says_where_to_get_it(client, story):
    [image] = article(client, story)["image"]

    assert image["contentUrl"] == f"{ORIGIN}/media/{STEM}-640x427.jpg"
    assert image["creator"] == {"@type": "Person", "name": "Ines Okafor"}
    assert image["creditText"] == "Ines Okafor/Northmark Pictures"
    assert image["caption"] == "The night ferry leaves."
    assert image["copyrightNotice"] == "© 2026 Northmark Pictures"
    assert image["license"] == "https://pictures.example/licence"
    assert image["acquireLicensePage"] == "https://pictures.example/buy"
    assert image["width"]["value"] == 640


def test_a_picture_of_an_older_edition_says_what_it_has(client):
    old = {
        "caption": "The ferry leaves.",
        "credit_line": "Ines Okafor",
        "alt_text": "A ferry",
        "renditions": [{"url": "/media/a-480.jpg", "width": 480, "height": 360}],
    }

    [image] = article(client, an_edition(figures=[old]))["image"]

    assert image["creditText"] == "Ines Okafor"
    assert not {"creator", "license", "copyrightNotice"} & set(image)


def test_it_says_where_the_story_stands(client, story):
    crumbs = json_ld(client.get(story.get_absolute_url()))[1]

    assert crumbs["@type"] == "BreadcrumbList"
    assert [(one["position"], one["name"]) for one in crumbs["itemListElement"]] == [
        (1, "The Marrick Courier"),
        (2, "Harbour"),
        (3, story.headline),
    ]


@pytest.mark.parametrize("kind", StoryKind.values)
def test_each_kind_of_story_is_a_kind_of_news_article(client, kind):
    said = article(client, an_edition(story_kind=kind))

    assert "NewsArticle" in ancestors(said["@type"])
    assert kind in said["@type"].lower()


def test_every_word_of_it_is_in_the_vocabulary(client, story):
    found = [
        fault for one in json_ld(client.get(story.get_absolute_url())) for fault in faults(one)
    ]

    assert found == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"@type": "NewsStory"},
        {"@type": "NewsArticle", "retraction": "x"},
        {"@type": "NewsArticle", "datePublished": "yesterday"},
        {"@type": "NewsArticle", "author": {"@type": "ImageObject"}},
        {"@type": "NewsArticle", "image": {"@type": "ImageObject", "width": 640}},
        {"@type": "NewsArticle", "author": [{"@type": "Person", "credit": "x"}]},
    ],
)
def test_the_vocabulary_can_refuse(wrong):
    assert list(faults(wrong))


def test_no_word_of_a_story_gets_out_of_its_block(client):
    story = an_edition(
        headline=HOSTILE,
        standfirst=HOSTILE,
        tags=[{"slug": "tides", "name": HOSTILE}],
        sources=[a_source(label=HOSTILE)],
    )

    response = client.get(story.get_absolute_url())

    assert article(client, story)["headline"] == HOSTILE
    assert b"<script>" not in response.content
    assert response.content.count(b"<script") == response.content.count(b"</script>")
    assert len(json_ld(response)) == 2


def test_networks_are_told_of_the_story(client, story):
    html = client.get(story.get_absolute_url()).content.decode()

    for line in (
        '<meta property="og:type" content="article">',
        f'<meta property="og:url" content="{ORIGIN}/2026/11/23/night-ferry/">',
        '<meta property="og:site_name" content="The Marrick Courier">',
        '<meta property="og:locale" content="en_GB">',
        f'<meta property="og:image" content="{ORIGIN}/media/{STEM}-1200x630.jpg">',
        '<meta property="og:image:width" content="1200">',
        '<meta property="og:image:alt" content="A lit ferry">',
        '<meta property="article:published_time" content="2026-11-23T12:00:00+00:00">',
        '<meta property="article:modified_time" content="2026-11-23T13:00:00+00:00">',
        '<meta property="article:section" content="Harbour">',
        f'<meta property="article:author" content="{ORIGIN}/by/ada-lumen/">',
        '<meta property="article:tag" content="Tides &amp; currents">',
        '<meta name="twitter:card" content="summary_large_image">',
    ):
        assert line in html


def test_a_tombstone_says_nothing_to_machines(client, story):
    a_withdrawal(story)

    html = client.get(story.get_absolute_url()).content.decode()

    assert "ld+json" not in html
    assert "og:" not in html
    assert 'rel="canonical"' not in html
