"""What is not public occurs in no public answer, wherever one looks."""

from __future__ import annotations

from datetime import timedelta
from importlib import reload
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import models
from django.urls import get_resolver
from django.utils import timezone

from articles.desk.photos.photo import Photo
from articles.desk.references import settle_references
from articles.desk.reply import Reply
from articles.desk.source import Source
from articles.desk.story import Story
from articles.publishing.pictures import public_copies
from articles.publishing.publish import publish
from articles.publishing.share_preview import share_preview
from articles.publishing.withdraw import withdraw
from articles.site.edition import Edition
from newsroom import urls
from newsroom.role import OF_THE_DESK
from tests.builders import a_photo, a_ready_story, a_section, a_source
from tests.crawl import everything_public

CANARY = "oystercatcher"
WORDS = (models.CharField, models.TextField)
PUBLIC_PATTERNS = 38
"""Kinds of public addresses; the last takes all others. A new one is given to the crawl, too."""


def canaries_in(thing: models.Model) -> dict[str, str]:
    """The canary for each free text of the thing; a new field is not forgotten."""
    fields = [field for field in thing._meta.concrete_fields if isinstance(field, WORDS)]
    free = [field for field in fields if not field.choices and field.editable]
    skipped = ("language", "image", "url")
    return {
        field.name: f"<p>{CANARY}</p>" if field.name == "body" else CANARY
        for field in free
        if field.name not in skipped
    }


def spoil(thing: Any) -> Any:
    for name, word in canaries_in(thing).items():
        setattr(thing, name, word)
    thing.save()
    return thing


def everywhere(story: Story) -> list[str]:
    """Where somebody would try to find the story: each day around, by each name it may have."""
    today = timezone.now().date()
    days = [today + timedelta(days=days) for days in (-1, 0, 1, 2)]
    slugs = {story.slug or CANARY, CANARY, "night-ferry-to-sail-an-hour-earlier"}
    tries = [f"/{day:%Y/%m/%d}/{slug}/" for day in days for slug in slugs]
    tries += [f"/{day:%Y/%m/%d}/" for day in days]
    photos = map(public_copies, Photo.objects.all())
    tries += [copy["url"] for photo in photos for copy in photo["renditions"]]
    tries += [f"/tag/{CANARY}/", f"/by/{CANARY}/", f"/section/{CANARY}/", "/robots.txt"]
    listings = [
        "/",
        f"/tag/{CANARY}/",
        f"/by/{CANARY}/",
        f"/section/{CANARY}/",
        "/section/secrets/",
    ]
    tries += [
        f"{listing}feed/{form}"
        for listing in [*listings, "/corrections/"]
        for form in ("", "rss/", "json/")
    ]
    tries += ["/sitemap.xml", "/sitemap-pages.xml", "/sitemap-news.xml"]
    tries += [f"/sitemap-{day:%Y-%m}.xml" for day in days]
    return [*tries, "/nonsense/", f"/{CANARY}", "/?after=nonsense", f"/?q={CANARY}"]


def a_secret_story(by: User) -> Story:
    """Ready to be published, with the canary in every text, source, picture and request."""
    section = a_section("secrets")
    story = a_ready_story(created_by=by, section=section)
    marks = f'<figure data-photo="{a_photo().pk}"></figure>'
    quote = f'<p><span data-source="{a_source().pk}">“{CANARY}”</span></p>'
    spoil(story)
    story.body = f"<p>{CANARY}</p>{marks}{quote}"
    story.slug = CANARY
    story.save()
    story.tags.add(CANARY)
    settle_references(story)
    for photo in Photo.objects.all():
        spoil(photo)
    for source in Source.objects.all():
        spoil(source)
    spoil(Reply(story=story, state="declined"))
    return story


def a_public_story(by: User) -> Edition:
    """So that the site has pages of every kind to be crawled."""
    story = a_ready_story(created_by=by)
    story.tags.add("tides")
    return publish(story, by=by)


def leaks(story: Story) -> list[str]:
    answers = everything_public(*everywhere(story))
    assert any("/section/harbour/" in address for address in answers)
    return [
        address
        for address, said in answers.items()
        if CANARY in said.lower().replace(address.lower(), "")
    ]


@pytest.mark.django_db
def test_the_crawl_finds_a_public_canary(editor):
    """The crawl itself can fail: published, the canary is on many pages."""
    a_public_story(editor)
    story = a_secret_story(editor)

    publish(story, by=editor)

    found = leaks(story)
    assert "/" in found
    assert f"/tag/{CANARY}/" in found
    assert "/section/secrets/" in found
    assert any(address.endswith(f"/{CANARY}/") for address in found)


@pytest.mark.django_db
def test_a_draft_leaks_nowhere(editor):
    a_public_story(editor)

    assert leaks(a_secret_story(editor)) == []


@pytest.mark.django_db
@pytest.mark.parametrize("field", ["goes_live_at", "embargo"])
def test_an_embargoed_or_scheduled_story_leaks_nowhere(editor, field):
    a_public_story(editor)
    story = a_secret_story(editor)
    tomorrow = timezone.now() + timedelta(days=1)
    if field == "embargo":
        story.embargo = tomorrow
        story.save()

    publish(story, by=editor, goes_live_at=tomorrow)

    assert Edition.objects.filter(headline=CANARY).exists()
    assert leaks(story) == []


@pytest.mark.django_db
def test_what_is_changed_on_a_live_story_leaks_nowhere_until_it_is_released(editor):
    edition = a_public_story(editor)
    story = Story.objects.get(key=edition.story_key)

    spoil(story)
    for thing in (*Photo.objects.all(), *Source.objects.all()):
        spoil(thing)

    assert leaks(story) == []


@pytest.mark.django_db
def test_a_withdrawn_story_leaks_nowhere(editor):
    a_public_story(editor)
    story = a_secret_story(editor)
    publish(story, by=editor)

    withdraw(story, by=editor, note="It named the wrong person.")

    assert leaks(story) == []


@pytest.mark.django_db
def test_a_story_that_is_shown_to_an_outsider_leaks_nowhere_else(editor):
    """With all that the database knows of the link, and with all but the token's last letter."""
    a_public_story(editor)
    story = a_secret_story(editor)
    lasts = timedelta(days=1)
    link, token = share_preview(story, by=editor, for_whom=CANARY, lasts=lasts)
    photo = story.placements.all()[0].photo_id
    guesses = ("", link.pk, link.digest, story.key, story.pk, token[:-1], f"{token}x", "%2e%2e")
    tries = [f"/preview/{guess}/" for guess in guesses] + ["/preview", "/preview/?token="]
    tries += [f"/preview/{guess}/{photo}/" for guess in guesses]

    answers = everything_public(*tries)

    assert [at for at, said in answers.items() if CANARY in said.lower()] == []
    assert not any("set-cookie" in said.lower() for said in answers.values())
    assert leaks(story) == []
    assert CANARY in everything_public(f"/preview/{token}/")[f"/preview/{token}/"]


@pytest.mark.parametrize(("role", "answers"), [("all", True), ("desk", True), ("site", False)])
def test_a_process_of_the_site_alone_knows_no_preview(role, answers, settings):
    settings.ROLE = role
    try:
        patterns = [str(one.pattern) for one in reload(urls).urlpatterns]
    finally:
        settings.ROLE = "all"
        reload(urls)

    assert ("preview/" in patterns) is answers
    assert any("/preview/x/".startswith(one) for one in OF_THE_DESK)


def test_no_kind_of_public_address_is_forgotten():
    """Fails when an address is added: give it to `everywhere` or see that the crawl finds it."""
    site = next(
        one for one in get_resolver().url_patterns if getattr(one, "app_name", "") == "site"
    )

    assert len(site.url_patterns) - 1 == PUBLIC_PATTERNS
