"""Django's socket: it finds the models here. Nobody else imports this module."""

from __future__ import annotations

from articles.desk.act import Act
from articles.desk.attribution import Attribution
from articles.desk.byline import Byline
from articles.desk.dismissal import Dismissal
from articles.desk.fronts.front import Front, Slot
from articles.desk.hand_over import HandOver
from articles.desk.house_rule import HouseRule
from articles.desk.note import Note
from articles.desk.notification import Notification
from articles.desk.paste import Paste
from articles.desk.photos.another_picture import AnotherPicture
from articles.desk.photos.lease import Lease
from articles.desk.photos.notice import Notice
from articles.desk.photos.photo import Photo
from articles.desk.photos.placement import Placement
from articles.desk.photos.supplier import Supplier
from articles.desk.presence import Presence
from articles.desk.preview_link import PreviewLink
from articles.desk.reader_report import ReaderReport
from articles.desk.reply import Attempt, Reply
from articles.desk.revision import Revision
from articles.desk.source import Source
from articles.desk.story import Story
from articles.desk.vault.identity import Identity, Knower
from articles.desk.vault.reading import Reading
from articles.desk.working_copy import WorkingCopy
from articles.masthead.contributor import Contributor
from articles.masthead.logo import Logo
from articles.masthead.policy import Policy
from articles.masthead.publication import Publication
from articles.masthead.section import Section
from articles.publishing.correction import Correction
from articles.publishing.fronts.launch_record import Launch
from articles.publishing.release import Release
from articles.site.address import Address
from articles.site.edition import Edition
from articles.site.front_edition import FrontEdition
from articles.site.listed import Listed
from articles.site.picture import PublicPicture
from articles.site.plate import Plate
from articles.site.search.entry import SearchEntry, SearchWord

__all__ = [
    "Act",
    "Address",
    "AnotherPicture",
    "Attempt",
    "Attribution",
    "Byline",
    "Contributor",
    "Correction",
    "Dismissal",
    "Edition",
    "Front",
    "FrontEdition",
    "HandOver",
    "HouseRule",
    "Identity",
    "Knower",
    "Launch",
    "Lease",
    "Listed",
    "Logo",
    "Note",
    "Notice",
    "Notification",
    "Paste",
    "Photo",
    "Placement",
    "Plate",
    "Policy",
    "Presence",
    "PreviewLink",
    "PublicPicture",
    "Publication",
    "ReaderReport",
    "Reading",
    "Release",
    "Reply",
    "Revision",
    "SearchEntry",
    "SearchWord",
    "Section",
    "Slot",
    "Source",
    "Story",
    "Supplier",
    "WorkingCopy",
]
