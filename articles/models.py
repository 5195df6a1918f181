"""Django's socket: it finds the models here. Nobody else imports this module."""

from __future__ import annotations

from articles.desk.attribution import Attribution
from articles.desk.byline import Byline
from articles.desk.photo import Photo
from articles.desk.placement import Placement
from articles.desk.reply import Reply
from articles.desk.source import Source
from articles.desk.story import Story
from articles.masthead.contributor import Contributor
from articles.masthead.publication import Publication
from articles.masthead.section import Section
from articles.publishing.release import Release
from articles.site.address import Address
from articles.site.edition import Edition

__all__ = [
    "Address",
    "Attribution",
    "Byline",
    "Contributor",
    "Edition",
    "Photo",
    "Placement",
    "Publication",
    "Release",
    "Reply",
    "Section",
    "Source",
    "Story",
]
