"""Fills the peer with the stories that `benchmarks.speed.corpus` wrote: FILE is its argument."""

from __future__ import annotations

import json
import sys
from datetime import datetime
from pathlib import Path

import django
from django.core.management import call_command

django.setup()

from django.core.files.images import ImageFile  # noqa: E402  (models: Django stands first)
from wagtail.images.models import Image  # noqa: E402
from wagtail.models import Page, Site  # noqa: E402
from wagtail.rich_text import RichText  # noqa: E402

from benchmarks.peer.models import FrontPage, SectionPage, StoryPage  # noqa: E402


def load(corpus):
    call_command("migrate", verbosity=0)
    Page.objects.filter(depth=2).delete()
    root = Page.objects.get(depth=1)
    paper = corpus["paper"]
    front = root.add_child(
        instance=FrontPage(
            title=paper["name"], slug="paper", strapline=paper["strapline"], about=paper["about"]
        )
    )
    Site.objects.create(hostname="127.0.0.1", root_page=front, is_default_site=True)
    sections = {
        one["slug"]: front.add_child(instance=SectionPage(title=one["name"], slug=one["slug"]))
        for one in paper["sections"]
    }
    images = {}
    for story in corpus["stories"]:
        sections[story["section"]].add_child(instance=page_of(story, images))


def page_of(story, images):
    body = []
    for part in story["body"]:
        if "html" in part:
            body.append(("text", RichText(part["html"])))
        else:
            image = image_of(part, images)
            words = {name: part[name] for name in ("caption", "credit")}
            body.append(("picture", {**words, "image": image}))
    names = ("slug", "kicker", "standfirst", "byline", "dateline", "tags", "sources")
    return StoryPage(
        title=story["headline"],
        **{name: story[name] for name in names},
        first_published_at=datetime.fromisoformat(story["at"]),
        picture=next((value["image"] for kind, value in body if kind == "picture"), None),
        body=body,
    )


def image_of(part, images):
    if part["file"] not in images:
        file = Path(part["file"])
        with file.open("rb") as opened:
            images[part["file"]] = Image.objects.create(
                title=part["caption"][:200],
                description=part["alt"][:200],
                file=ImageFile(opened, file.name),
            )
    return images[part["file"]]


load(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
