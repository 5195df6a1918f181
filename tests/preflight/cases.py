"""A case with one picture, made without a database: a test spoils what it is about."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from articles.desk.dossier import Dossier
from articles.desk.photos.lease import Lease
from articles.desk.photos.photo import Photo
from articles.desk.photos.placement import Placement
from articles.desk.story import Story
from articles.markup.references import references
from articles.preflight.finding import RULES, Case
from tests.builders import MONDAY_NOON

FERRY = {
    "creator": "Ines Okafor",
    "credit_line": "Ines Okafor/Northmark Pictures",
    "caption": "The night ferry leaves the quay at Marrick on Sunday.",
    "alt_text": "A lit ferry moves off a dark quay",
    "rights_category": "staff",
    "taken_on": date(2026, 11, 22),
    "place_shown": "Marrick",
}


def a_case(
    *,
    story: dict[str, Any] | None = None,
    placement: dict[str, Any] | None = None,
    leases: tuple[Lease, ...] = (),
    first_published_at: datetime | None = None,
    **photo: Any,
) -> Case:
    """The ferry in a story that goes live on Monday noon; what is given goes before the usual."""
    told = Story(
        **{
            "pk": 7,
            "headline": "Night ferry to sail an hour earlier",
            "body": '<p>It will, the trust said.</p><figure data-photo="1"></figure>',
            **(story or {}),
        }
    )
    shown = Photo(**{"pk": 1, **FERRY, **photo})
    shown._prefetched_objects_cache = {"leases": Lease.objects.none()}
    shown._prefetched_objects_cache["leases"]._result_cache = list(leases)
    placed = Placement(**{"story": told, "photo": shown, **(placement or {})})
    dossier = Dossier(
        story=told,
        section=None,
        tags=(),
        bylines=(),
        placements={1: placed},
        attributions=(),
        confirming={},
        sources={},
        replies=(),
        references=references(told.body),
        linked_stories={},
        publication="The Marrick Lantern",
    )
    return Case(dossier=dossier, goes_live_at=MONDAY_NOON, first_published_at=first_published_at)


def said(rule_id: str, **spoilt: Any) -> list[str]:
    """What the rule says of such a case."""
    return [finding.message for finding in RULES[rule_id].findings(a_case(**spoilt))]
