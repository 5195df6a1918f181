"""The paper itself: NewsMediaOrganization with its policies, and WebSite."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from articles.masthead.paths import path_of, path_of_file
from articles.site.metadata.metadata import Schema, absolute, said

POLICIES = {
    "principles": "publishingPrinciples",
    "corrections": "correctionsPolicy",
    "ethics": "ethicsPolicy",
    "unnamed_sources": "unnamedSourcesPolicy",
    "verification": "verificationFactCheckingPolicy",
    "feedback": "actionableFeedbackPolicy",
    "coverage": "missionCoveragePrioritiesPolicy",
    "masthead": "masthead",
    "ownership": "ownershipFundingInfo",
    "diversity": "diversityPolicy",
}
"""Kind of a page about the paper -> the property that it fills; the others fill none."""


def organisation(masthead: Mapping[str, Any]) -> Schema:
    """The publisher, with the policies and the logo that the masthead has."""
    policies = {
        POLICIES[one["kind"]]: absolute(path_of("about", one["slug"]))
        for one in masthead["policies"]
        if one["kind"] in POLICIES
    }
    return said(
        {
            "@type": "NewsMediaOrganization",
            "@id": absolute("/#organisation"),
            "name": masthead["name"],
            "url": absolute("/"),
            "slogan": masthead["strapline"],
            "description": masthead["about"],
            "email": masthead["contact_email"],
            "logo": {"@type": "ImageObject", "contentUrl": absolute(_logo(masthead))},
            **policies,
        }
    )


def _logo(masthead: Mapping[str, Any]) -> str:
    name = masthead["logo"]["name"]
    return path_of("logo", name) if name else path_of_file("icon.png")


def website(masthead: Mapping[str, Any]) -> Schema:
    """The site, with the way to search it."""
    return said(
        {
            "@type": "WebSite",
            "@id": absolute("/#website"),
            "name": masthead["name"],
            "url": absolute("/"),
            "description": masthead["strapline"],
            "inLanguage": masthead["language"],
            "publisher": organisation(masthead),
            "potentialAction": {
                "@type": "SearchAction",
                "target": {
                    "@type": "EntryPoint",
                    "urlTemplate": absolute("/search/?q={search_term_string}"),
                },
                "query-input": "required name=search_term_string",
            },
        }
    )
