"""The front, the sections below it, and below each of them its stories."""

from __future__ import annotations

from django.db import models
from wagtail.blocks import CharBlock, RichTextBlock, StructBlock
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageChooserBlock
from wagtail.models import Page

NEWEST = 13
IN_RIVER = 4
PAGE = 20
RELATED = 4


class PictureBlock(StructBlock):
    image = ImageChooserBlock()
    caption = CharBlock()
    credit = CharBlock()


class StoryPage(Page):
    kicker = models.CharField(max_length=60, blank=True)
    standfirst = models.TextField(blank=True)
    byline = models.CharField(max_length=200, blank=True)
    dateline = models.CharField(max_length=80, blank=True)
    tags = models.JSONField(default=list, blank=True)
    sources = models.JSONField(default=list, blank=True)
    picture = models.ForeignKey(
        "wagtailimages.Image", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    body = StreamField([("text", RichTextBlock()), ("picture", PictureBlock())])

    template = "peer/story.html"

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        section = self.get_parent()
        related = newest(section).exclude(pk=self.pk)[:RELATED]
        return {**context, **masthead(section.get_parent()), "section": section, "related": related}


class SectionPage(Page):
    template = "peer/section.html"

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        return {**context, **masthead(self.get_parent()), "stories": newest(self)[:PAGE]}


class FrontPage(Page):
    strapline = models.CharField(max_length=160, blank=True)
    about = models.TextField(blank=True)

    template = "peer/front.html"

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        top = newest(self)[:NEWEST]
        head = masthead(self)
        rivers = [(one, newest(one)[:IN_RIVER]) for one in head["sections"]]
        return {**context, **head, "top": top, "rivers": rivers}


def masthead(front):
    sections = SectionPage.objects.child_of(front).live().order_by("path")
    return {"paper": front.specific, "sections": sections}


def newest(page):
    stories = StoryPage.objects.descendant_of(page).live()
    return stories.order_by("-first_published_at").select_related("picture")
