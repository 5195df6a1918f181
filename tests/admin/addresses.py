"""Every address of the desk, found by walking the URL resolver: a new one cannot be forgotten."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.contrib import admin
from django.contrib.auth.models import User
from taggit.models import Tag

from articles.desk.hand_over import HandOver
from articles.desk.house_rule import HouseRule
from articles.desk.paste import Paste
from articles.desk.photos.supplier import Supplier
from articles.desk.reader_report import ReaderReport
from articles.desk.reply import Reply
from articles.masthead.contributor import Contributor
from articles.masthead.policy import Policy
from articles.masthead.section import Section
from tests.builders import a_contributor, a_front, a_photo, a_section, a_source, a_story

CONVERTER = re.compile(r"<(?:(?P<converter>\w+):)?(?P<argument>\w+)>")


@dataclass(frozen=True)
class Place:
    """An address: its name in the resolver, and its pattern with arguments still open."""

    name: str
    pattern: str

    @property
    def model(self) -> str:
        """The model that the address is about: `story` of `articles_story_change`."""
        match = re.match(r"(?:articles|auth|taggit)_([a-z]+)_", self.name)
        return match[1] if match else ""

    @property
    def act(self) -> str:
        return self.name.split("_", 2)[2] if self.model else self.name

    def address(self, pk: object = 1) -> str:
        return "/admin/" + CONVERTER.sub(str(pk), self.pattern)


def walk(patterns, before=""):
    for one in patterns:
        if hasattr(one, "url_patterns"):
            yield from walk(one.url_patterns, before + str(one.pattern))
        elif one.name and not str(one.pattern).startswith("^"):
            yield Place(one.name, before + str(one.pattern))


PLACES = sorted(walk(admin.site.urls[0]), key=lambda place: place.name)
OPEN = {"login"}
"""The one address that answers a stranger with a page."""


def one_of_each(*, created_by: User) -> dict[str, int]:
    """One row of each model the desk edits, and its id."""
    photo, source = a_photo(), a_source()
    story = a_story(
        created_by=created_by,
        headline="A secret of the harbour",
        section=a_section(),
        body=f'<figure data-photo="{photo.pk}"></figure>'
        f'<p><span data-source="{source.pk}">“We follow the tide,”</span> she said.</p>',
    )
    a_contributor()
    Paste.objects.create(story=story, text="A secret of the harbour", made_by=created_by)
    return {
        "story": story.pk,
        "photo": photo.pk,
        "supplier": Supplier.objects.get_or_create(name="Northmark Pictures")[0].pk,
        "source": source.pk,
        "section": Section.objects.get().pk,
        "contributor": Contributor.objects.get().pk,
        "publication": 1,
        "houserule": HouseRule.objects.order_by("pk")[0].pk,
        "tag": Tag.objects.create(name="Tides").pk,
        "user": created_by.pk,
        "handover": HandOver.objects.create(text="All quiet.", made_by=created_by).pk,
        "front": a_front().pk,
        "policy": Policy.objects.create(title="How we work", slug="how-we-work").pk,
        "readerreport": ReaderReport.objects.create(story=story, edition_number=1, wrong="It.").pk,
        "reply": Reply.objects.create(story=story, party="The harbour trust").pk,
    }
