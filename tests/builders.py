"""Builders: each makes one believable thing, ready for use; a test spoils what it is about."""

from __future__ import annotations

import hashlib
import uuid
from dataclasses import asdict
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from django.contrib.auth.models import Group, User
from django.core.files.base import ContentFile
from PIL import Image

from articles.desk.byline import Byline
from articles.desk.fronts.draft import Place
from articles.desk.fronts.front import Front
from articles.desk.photos.photo import Photo
from articles.desk.references import settle_references
from articles.desk.source import Source
from articles.desk.story import Story
from articles.masthead.contributor import Contributor
from articles.masthead.section import Section
from articles.publishing.release import Release
from articles.site.address import Address
from articles.site.edition import Edition
from articles.site.front_edition import FrontEdition
from articles.vocabulary import DigitalSourceType, EditionKind, RightsCategory

MONDAY_NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
LATER_NOON = datetime(2036, 11, 24, 12, 0, tzinfo=UTC)
"""Far enough ahead that PostgreSQL, by its own clock, takes nothing for public yet."""
MIRA = {
    "label": "Mira Holt",
    "description": "harbour master",
    "kind": "person",
    "kind_label": "Person",
    "terms": "on_record",
    "terms_label": "On the record",
    "first_hand": True,
    "via": "",
    "url": "",
}
"""A source as an edition keeps it."""


def a_user(name: str, role: str = "", **values: Any) -> User:
    user = User.objects.create_user(
        name, password=f"{name}-has-a-long-password", is_staff=True, **values
    )
    if role:
        user.groups.add(Group.objects.get(name=role))
    return user


def a_section(slug: str = "harbour", **values: Any) -> Section:
    values = {"name": slug.title(), **values}
    return Section.objects.get_or_create(slug=slug, defaults=values)[0]


def a_contributor(slug: str = "ada-lumen", **values: Any) -> Contributor:
    values = {"name": slug.replace("-", " ").title(), "role_text": "Harbour reporter", **values}
    return Contributor.objects.get_or_create(slug=slug, defaults=values)[0]


def a_picture(size: tuple[int, int] = (64, 48), image_format: str = "JPEG") -> bytes:
    """A real picture file: a small sky over a small sea."""
    image = Image.new("RGB", size, (150, 180, 210))
    image.paste((40, 70, 90), (0, size[1] // 2, size[0], size[1]))
    out = BytesIO()
    image.save(out, image_format)
    return out.getvalue()


def a_photo(*, with_file: bool = True, **values: Any) -> Photo:
    """A photo that may be published; no copy of it is made yet."""
    values = {
        "creator": "Ines Okafor",
        "credit_line": "Ines Okafor/Northmark Pictures",
        "caption": "The night ferry leaves the quay at Marrick on Sunday.",
        "alt_text": "A lit ferry moves off a dark quay",
        "rights_category": RightsCategory.STAFF,
        "place_shown": "Marrick",
        "digital_source_type": DigitalSourceType.CAPTURE,
        **values,
    }
    photo = Photo(**values)
    if with_file:
        photo.image.save("ferry.jpg", ContentFile(a_picture()), save=False)
        photo.width, photo.height = 64, 48
        photo.content_hash = hashlib.sha256(a_picture()).hexdigest()
    photo.save()
    return photo


def a_source(**values: Any) -> Source:
    values = {"name": "Mira Holt", "public_description": "harbour master", **values}
    return Source.objects.create(**values)


def a_story(*, created_by: User, **values: Any) -> Story:
    """A draft with a slugline, and whatever else is given."""
    story = Story.objects.create(
        **{"slugline": "ferry-timetable", "created_by": created_by, **values}
    )
    settle_references(story)
    return story


def a_ready_story(*, created_by: User, **values: Any) -> Story:
    """A story that passes the preflight without a single finding."""
    photo, source = a_photo(), a_source()
    body = (
        "<p>The night ferry will sail an hour earlier from Monday, the harbour trust said.</p>"
        f'<figure data-photo="{photo.pk}"></figure>'
        f'<p><span data-source="{source.pk}">“We follow the tide, not the clock,”</span> '
        "the harbour master said.</p>"
    )
    section = values.pop("section", None) or a_section()
    story = a_story(
        **{
            "created_by": created_by,
            "headline": "Night ferry to sail an hour earlier",
            "standfirst": "The change follows new soundings at the harbour mouth.",
            "body": body,
            "section": section,
            **values,
        }
    )
    Byline.objects.create(story=story, contributor=a_contributor())
    return story


def an_edition(**values: Any) -> Edition:
    """A first edition, public since Monday noon, with its address."""
    number = values.get("number", 1)
    moment = values.get("goes_live_at", MONDAY_NOON)
    values = {
        "story_key": uuid.uuid4(),
        "number": 1,
        "kind": EditionKind.FIRST if number == 1 else EditionKind.UPDATE,
        "goes_live_at": moment,
        "first_published_at": moment,
        "slug": "night-ferry",
        "language": "en-GB",
        "story_kind": "reportage",
        "urgency": 5,
        "section_slug": "harbour",
        "section_name": "Harbour",
        "headline": "Night ferry to sail an hour earlier",
        "standfirst": "The change follows new soundings at the harbour mouth.",
        "body_html": "<p>The night ferry will sail an hour earlier from Monday.</p>",
        "text": "The night ferry will sail an hour earlier from Monday.",
        "word_count": 10,
        "bylines": [
            {
                "name": "Ada Lumen",
                "slug": "ada-lumen",
                "role": "writer",
                "role_label": "By",
                "role_text": "Harbour reporter",
            }
        ],
        "digest": uuid.uuid4().hex,
        **values,
    }
    values.setdefault("date", values["first_published_at"].date())
    Address.objects.get_or_create(
        date=values["date"], slug=values["slug"], defaults={"story_key": values["story_key"]}
    )
    return Edition.objects.create(**values)


def a_release(story: Story, **values: Any) -> Release:
    """The record of an edition, with an edition of its own where none is given."""
    edition = values.pop("edition", None) or an_edition()
    return Release.objects.create(
        story=story,
        edition=edition,
        number=1,
        kind="first",
        goes_live_at=edition.goes_live_at,
        released_by=story.created_by,
        **values,
    )


def a_front(section: Section | None = None) -> Front:
    """The home page's front, or the section's."""
    return Front.objects.get_or_create(section=section)[0]


def a_place(story: Story | Edition, size: str = "third", **values: Any) -> Place:
    key = story.story_key if isinstance(story, Edition) else story.key
    return Place(story=str(key), size=size, **values)


def a_front_edition(*places: Place, **values: Any) -> FrontEdition:
    """Of the home page, with these slots, public since Monday noon."""
    slots = [asdict(place) for place in places]
    values = {"number": 1, "goes_live_at": MONDAY_NOON, "slots": slots, **values}
    return FrontEdition.objects.create(**values)
