"""The paper itself: NewsMediaOrganization with its policies, and WebSite."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.templatetags.static import static

from articles.site.metadata.metadata import Schema, absolute, said


def organisation(masthead: Mapping[str, Any]) -> Schema:
    """The publisher. Policies come from the masthead, each with the property that it fills."""
    policies = {one["property"]: absolute(one["url"]) for one in masthead.get("policies", ())}
    return said(
        {
            "@type": "NewsMediaOrganization",
            "@id": absolute("/#organisation"),
            "name": masthead["name"],
            "url": absolute("/"),
            "slogan": masthead["strapline"],
            "description": masthead["about"],
            "email": masthead["contact_email"],
            "logo": {
                "@type": "ImageObject",
                "contentUrl": absolute(static("articles/site/icon.png")),
            },
            **policies,
        }
    )


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
