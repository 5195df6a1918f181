"""Hostile words in every text field: no page, of the desk or for readers, lets them act."""

from __future__ import annotations

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.db import models
from django.http import HttpResponse
from django.utils import timezone
from taggit.models import Tag

from articles.desk.act import Act
from articles.desk.attribution import Attribution
from articles.desk.byline import Byline
from articles.desk.fronts.front import Slot
from articles.desk.hand_over import HandOver
from articles.desk.house_rule import HouseRule
from articles.desk.note import Note
from articles.desk.notification import Notification
from articles.desk.photos.lease import Lease
from articles.desk.photos.supplier import Supplier
from articles.desk.references import settle_references
from articles.desk.reply import Attempt, Reply
from articles.desk.source import Source
from articles.desk.story import Story
from articles.markup.clean import clean
from articles.publishing.handover import what_is_open
from articles.publishing.publish import publish
from tests.admin.addresses import PLACES
from tests.admin.page import Page
from tests.builders import a_contributor, a_front, a_photo, a_section, a_source, a_story, a_user

pytestmark = pytest.mark.django_db

HOSTILE = '""\'></script></style></textarea></title><x-evil onload=alert(1)>'
SCRIPT_ADDRESS = "javascript:alert(1)//<x-evil>"
HOSTILE_BODY = (
    '<p onclick="alert(1)">Words</p><script>alert(1)</script><x-evil>more</x-evil>'
    '<a href="javascript:alert(1)">go</a><a href="java\nscript:alert(1)">go</a>'
    '<img src=x onerror=alert(1)><svg onload=alert(1)><iframe srcdoc="<script>alert(1)</script>">'
    "</iframe><math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>"
    "<p>Last words.</p>"
)
SPARED = {"password", "time_zone", "slug"}
"""Checked by validators of their own; the forms' tests post nonsense to them."""


def text_fields(model):
    """Every field of free text that some page of the desk shows."""
    return [
        one
        for one in model._meta.concrete_fields
        if isinstance(one, models.CharField | models.TextField)
        and not one.choices
        and one.name not in SPARED
        and (model, one.name) not in {(Story, "body"), (Story, "language")}
    ]


def edited_models():
    """Every model that the desk registers, and those of its inlines."""
    for model, page in admin.site._registry.items():
        yield model
        for inline in page.inlines:
            yield inline.model


def spoil_everything():
    """Writes hostile words into each text field, past every form."""
    for model in edited_models():
        values = {}
        for one in text_fields(model):
            words = SCRIPT_ADDRESS if isinstance(one, models.URLField) else HOSTILE
            values[one.name] = words[: one.max_length] if one.max_length else words
        if values:
            model.objects.update(**values)


def spoil_what_people_say(story, boss):
    """Notes, notifications, the record, and a hand-over that lists all of it."""
    Act.objects.create(story=story, kind="moved", reason=HOSTILE, made_by=boss)
    note = Note.objects.create(story=story, text=HOSTILE, passage=HOSTILE, made_by=boss)
    Note.objects.create(story=story, answers=note, text=HOSTILE, made_by=boss)
    Notification.objects.create(user=boss, story=story, kind="mentioned", text=HOSTILE)
    Story.objects.update(stage="held")
    lists = what_is_open(boss, now=timezone.now())
    Story.objects.update(stage="draft")
    return HandOver.objects.create(text=HOSTILE, lists=lists, made_by=boss)


@pytest.fixture
def ids(db):
    boss = a_user("boss", is_superuser=True)
    photo, source = a_photo(), a_source()
    body = (
        f"{HOSTILE_BODY}<figure data-photo={photo.pk}></figure>"
        f"<p><span data-source={source.pk}>“We follow the tide, not the clock”</span></p>"
    )
    story = a_story(created_by=boss, section=a_section(), body=clean(body), headline="Ferry")
    story.tags.add("tides")
    Byline.objects.create(story=story, contributor=a_contributor())
    reply = Reply.objects.create(story=story, party="The harbour trust", state="open")
    Attempt.objects.create(reply=reply, made_at=timezone.now())
    Source.objects.update(withdrawn_at=timezone.now(), withdrawn_by=boss, withdrawn_reason="No.")
    Lease.objects.create(photo=photo, access="allow")
    Supplier.objects.all().delete()
    HouseRule.objects.all().delete()
    HouseRule.objects.create(words="tide", advice="when?", example="Tide.")
    Supplier.objects.create(name="Northmark Pictures")
    settle_references(story)
    spoil_everything()
    # A quote goes out only with its words on record.
    Attribution.objects.update(verbatim=f"{HOSTILE} We follow the tide, not the clock")
    handover = spoil_what_people_say(story, boss)
    slot = Slot(front=a_front(), position=1, story=story, kicker=HOSTILE[:60], headline=HOSTILE)
    slot.save()
    return {
        "story": story.pk,
        "front": slot.front.pk,
        "photo": photo.pk,
        "supplier": Supplier.objects.get().pk,
        "source": source.pk,
        "user": boss.pk,
        "reply": Reply.objects.get().pk,
        "handover": handover.pk,
        "section": story.section_id,
        "contributor": Byline.objects.get().contributor_id,
        "publication": 1,
        "houserule": HouseRule.objects.get().pk,
        "tag": Tag.objects.get().pk,
    }


def test_every_kind_of_text_is_spoiled(ids):
    spoiled = {
        (model.__name__, one.name) for model in edited_models() for one in text_fields(model)
    }

    assert {
        ("Story", "headline"),
        ("Story", "standfirst"),
        ("Reply", "answer"),
        ("Placement", "caption"),
        ("Attribution", "passage"),
        ("Source", "url"),
        ("Photo", "usage_terms"),
        ("Contributor", "bio"),
        ("Publication", "about"),
        ("Tag", "name"),
        ("User", "first_name"),
    } <= spoiled
    assert len(spoiled) > 40


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_no_page_of_the_desk_lets_them_act(place, ids, at_desk):
    client = at_desk(User.objects.get())

    response = client.get(place.address(ids.get(place.model, 1)))
    response.close()

    if response.status_code == 200 and "html" in response["Content-Type"]:
        page = Page(response)
        assert page.harm == []
        if place.act in {"change", "compose"}:
            assert "x-evil" in response.content.decode(), "The page does not show the words at all."


def test_the_reader_of_pages_sees_harm():
    for words in (
        HOSTILE,
        f'<a href="{SCRIPT_ADDRESS}">',
        '<a href=" JAVA\tscript:x">',
        HOSTILE_BODY,
    ):
        assert Page(HttpResponse(words)).harm, words
    assert Page(HttpResponse("<p>onclick=x javascript: &lt;x-evil></p>")).harm == []


@pytest.fixture
def published(ids):
    Story.objects.update(slug="ferry", legal_hold="")
    edition = publish(Story.objects.get(), by=User.objects.get(), override_reason="A test.")
    return {
        "story": edition.get_absolute_url(),
        "section": "/section/harbour/",
        "tag": "/tag/tides/",
        "author": "/by/ada-lumen/",
        "home": "/",
        "year": f"/{edition.date:%Y}/",
        "month": f"/{edition.date:%Y/%m}/",
        "day": f"/{edition.date:%Y/%m/%d}/",
        "nothing": "/nothing-here/",
    }


@pytest.mark.parametrize(
    "page", ["story", "section", "tag", "author", "home", "year", "month", "day", "nothing"]
)
def test_no_page_for_readers_lets_them_act(page, published, client):
    response = client.get(published[page])

    assert response.status_code == (404 if page == "nothing" else 200)
    assert Page(response).harm == []
    assert "x-evil" in response.content.decode()


@pytest.mark.parametrize("path", ["publish", "preview"])
def test_the_door_of_a_published_story_is_harmless_too(path, published, at_desk):
    story = Story.objects.get()

    response = at_desk(User.objects.get()).get(f"/admin/articles/story/{story.pk}/{path}/")

    assert response.status_code == 200
    assert Page(response).harm == []


@pytest.mark.parametrize("kind", ["photo", "source", "story"])
def test_pickers_answer_data_that_no_browser_takes_for_a_page(kind, ids, at_desk):
    response = at_desk(User.objects.get()).get(f"/admin/articles/{kind}/pick/")

    assert response["Content-Type"] == "application/json"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "x-evil" in response.content.decode()
