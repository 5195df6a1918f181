"""A story's page: NewsArticle, breadcrumb, and what networks show where it is shared."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from django.urls import NoReverseMatch

from articles.masthead.paths import path_of
from articles.site.edition import Edition
from articles.site.metadata import sources
from articles.site.metadata.metadata import (
    Metadata,
    Schema,
    absolute,
    blocks,
    breadcrumb,
    feeds_of,
    open_graph,
    said,
)
from articles.site.metadata.organisation import organisation
from articles.site.metadata.people import in_role, writers
from articles.site.metadata.picture import image
from articles.vocabulary import BylineRole, StoryKind

TYPES = {
    StoryKind.REPORTAGE: "ReportageNewsArticle",
    StoryKind.ANALYSIS: "AnalysisNewsArticle",
    StoryKind.BACKGROUND: "BackgroundNewsArticle",
    StoryKind.OPINION: "OpinionNewsArticle",
    StoryKind.REVIEW: "ReviewNewsArticle",
}


def of_story(edition: Edition) -> Metadata:
    """Of an edition that has its `masthead`."""
    path = _section_path(edition)
    listings = [(path, edition.section_name)] if path else []
    card = _card(edition)
    return Metadata(
        address=absolute(edition.get_absolute_url()),
        properties=[*_open_graph(edition), *card],
        card="summary_large_image" if card else "summary",
        feeds=feeds_of(edition.masthead, *listings),
        blocks=blocks(article(edition), _breadcrumb(edition, path)),
    )


def article(edition: Edition) -> Schema:
    """The NewsArticle, of the subtype that the story's kind is."""
    address = absolute(edition.get_absolute_url())
    publisher = organisation(edition.masthead)
    return said(
        {
            "@type": TYPES[StoryKind(edition.story_kind)],
            "@id": f"{address}#story",
            "identifier": f"urn:uuid:{edition.story_key}",
            "url": address,
            "mainEntityOfPage": address,
            "headline": edition.headline,
            "description": edition.standfirst,
            "inLanguage": edition.language,
            "wordCount": edition.word_count,
            "keywords": [tag["name"] for tag in edition.tags],
            "articleSection": edition.section_name,
            "dateline": edition.dateline,
            "datePublished": _iso(edition, edition.first_published_at),
            "dateModified": _iso(edition, edition.goes_live_at),
            "version": edition.number,
            "isAccessibleForFree": True,
            **_people(edition, publisher),
            "publisher": publisher,
            "publishingPrinciples": publisher.get("publishingPrinciples"),
            "image": [found for one in edition.figures if (found := image(one))],
            "correction": _corrections(edition),
            "citation": sources.citations(edition.sources),
            "isBasedOn": sources.based_on(edition.sources),
            "backstory": sources.backstory(edition.sources, edition.asked, edition.unknowns),
        }
    )


def _people(edition: Edition, publisher: Schema) -> Schema:
    """A story without a writer's name is the paper's own."""
    contributors = in_role(
        edition.bylines, BylineRole.ADDITIONAL_REPORTING, BylineRole.PHOTOGRAPHER
    )
    return {
        "author": [one.as_schema() for one in writers(edition.bylines)] or [publisher],
        "contributor": [one.as_schema() for one in contributors],
        "editor": [one.as_schema() for one in in_role(edition.bylines, BylineRole.EDITOR)],
        "translator": [one.as_schema() for one in in_role(edition.bylines, BylineRole.TRANSLATOR)],
    }


def _corrections(edition: Edition) -> list[Schema]:
    return [
        {
            "@type": "CorrectionComment",
            "name": one["kind_label"],
            "text": one["text"],
            "datePublished": _iso(edition, datetime.fromisoformat(one["at"])),
        }
        for one in edition.corrections
    ]


def _breadcrumb(edition: Edition, section_path: str) -> Schema:
    section = [(edition.section_name, absolute(section_path))] if section_path else []
    own = (edition.headline, absolute(edition.get_absolute_url()))
    return breadcrumb([(edition.masthead["name"], absolute("/")), *section, own])


def _open_graph(edition: Edition) -> list[tuple[str, str]]:
    common = open_graph(
        edition.masthead,
        language=edition.language,
        type="article",
        title=edition.headline,
        description=edition.standfirst,
        url=absolute(edition.get_absolute_url()),
    )
    people = [one.address or one.name for one in writers(edition.bylines)]
    return [
        *common,
        ("article:published_time", _iso(edition, edition.first_published_at)),
        ("article:modified_time", _iso(edition, edition.goes_live_at)),
        ("article:section", edition.section_name),
        *(("article:author", one) for one in people),
        *(("article:tag", tag["name"]) for tag in edition.tags),
    ]


def _card(edition: Edition) -> list[tuple[str, str]]:
    """The first picture that networks may show. The credit is inside its file."""
    figure = next((one for one in edition.figures if one.get("social")), None)
    if figure is None:
        return []
    social = figure["social"]
    return [
        ("og:image", absolute(social["url"])),
        ("og:image:type", "image/jpeg"),
        ("og:image:width", str(social["width"])),
        ("og:image:height", str(social["height"])),
        ("og:image:alt", figure["alt_text"]),
    ]


def _section_path(edition: Edition) -> str:
    try:
        return path_of("section", edition.section_slug)
    except NoReverseMatch:  # version 0.1 let slugs in that have no page
        return ""


def _iso(edition: Edition, moment: datetime) -> str:
    """ISO 8601 to the second, in the zone of the time that readers see on the page."""
    return moment.astimezone(ZoneInfo(edition.masthead["time_zone"])).isoformat(timespec="seconds")
