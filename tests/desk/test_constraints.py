"""The database is the last editor: each constraint is broken here once, past every form."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles.desk.act import Act
from articles.desk.byline import Byline
from articles.desk.dismissal import Dismissal
from articles.desk.house_rule import HouseRule
from articles.desk.photos.lease import Lease
from articles.desk.photos.notice import Notice
from articles.desk.photos.photo import Photo
from articles.desk.photos.placement import Placement
from articles.desk.photos.supplier import Supplier
from articles.desk.reply import Reply
from articles.desk.source import Source
from articles.desk.story import Story
from articles.desk.vault.identity import Identity, Knower
from articles.masthead.contributor import Contributor
from articles.masthead.publication import Publication
from articles.masthead.section import Section
from articles.models import __all__ as model_names
from articles.site.address import Address
from articles.site.edition import Edition
from articles.site.picture import PublicPicture
from tests import builders
from tests.desk.breaks import BREAKERS, breaks, load

pytestmark = pytest.mark.django_db
load()


@breaks("section_slug_unique")
def _(_story):
    Section.objects.bulk_create([Section(name="A", slug="same"), Section(name="B", slug="same")])


@breaks("section_has_a_name")
def _(_story):
    Section.objects.create(name="", slug="nameless")


@breaks("contributor_slug_unique")
def _(_story):
    Contributor.objects.create(name="Another", slug="ada-lumen")


@breaks("contributor_has_a_name")
def _(_story):
    Contributor.objects.create(name="", slug="nameless")


@breaks("publication_is_one")
def _(_story):
    Publication.objects.create(pk=2)


@breaks("story_key_unique")
def _(story):
    Story.objects.create(slugline="twin", created_by=story.created_by, key=story.key)


@breaks("story_has_a_slugline")
def _(story):
    Story.objects.filter(pk=story.pk).update(slugline="")


@breaks("story_urgency_1_to_9")
def _(story):
    Story.objects.filter(pk=story.pk).update(urgency=10)


@breaks("story_stage_known")
def _(story):
    Story.objects.filter(pk=story.pk).update(stage="published")


@breaks("byline_once_per_role")
def _(story):
    Byline.objects.create(story=story, contributor=builders.a_contributor())


@breaks("byline_role_known")
def _(story):
    story.bylines.update(role="ghost")


@breaks("photo_key_unique")
def _(_story):
    Photo.objects.create(key=Photo.objects.get().key)


@breaks("photo_date_precision_known")
def _(_story):
    Photo.objects.update(taken_on_precision="hour")


@breaks("placement_once_per_story")
def _(story):
    Placement.objects.create(story=story, photo=Photo.objects.get())


@breaks("source_anonymous_has_no_name")
def _(_story):
    Source.objects.create(name="Jo", public_description="a nurse", terms="anonymous")


@breaks("source_on_record_has_a_name")
def _(_story):
    Source.objects.create(public_description="a nurse")


@breaks("source_unnamed_is_described")
def _(_story):
    Source.objects.create(terms="anonymous")


@breaks("source_via_is_second_hand")
def _(_story):
    Source.objects.create(name="Jo", via=Source.objects.get(), first_hand=True)


@breaks("source_not_via_itself")
def _(_story):
    source = Source.objects.get()
    Source.objects.filter(pk=source.pk).update(via=source, first_hand=False)


@breaks("attribution_has_a_passage")
def _(story):
    story.attributions.update(passage="")


@breaks("reply_has_a_party")
def _(story):
    Reply.objects.create(story=story, party="")


@breaks("reply_answered_has_an_answer")
def _(story):
    Reply.objects.create(story=story, party="The trust", state="answered")


@breaks("address_unique")
def _(story):
    address = Address.objects.create(date="2026-11-23", slug="x", story_key=story.key)
    Address.objects.create(date=address.date, slug="x", story_key=builders.uuid.uuid4())


@breaks("edition_number_unique")
def _(_story):
    first = builders.an_edition()
    builders.an_edition(story_key=first.story_key, slug="other")


@breaks("edition_first_is_number_1")
def _(_story):
    builders.an_edition(kind="update")


@breaks("edition_kind_known")
def _(_story):
    builders.an_edition(number=2, kind="rumour")


@breaks("edition_not_before_the_first")
def _(_story):
    now = timezone.now()
    builders.an_edition(goes_live_at=now, first_published_at=now + timedelta(days=1))


@breaks("edition_has_headline_and_address")
def _(_story):
    builders.an_edition(headline="")


@breaks("edition_change_is_explained")
def _(_story):
    builders.an_edition(number=2, kind="correction", note="")


@breaks("release_once_per_edition")
def _(story):
    builders.a_release(story)
    builders.a_release(story, edition=Edition.objects.get())


@breaks("release_called_off_by_someone")
def _(story):
    builders.a_release(story, called_off_at=timezone.now())


@breaks("photo_state_known")
def _(_story):
    Photo.objects.update(state="lost")


@breaks("photo_rights_category_known")
def _(_story):
    Photo.objects.update(rights_category="found on the web")


@breaks("photo_focal_point_within")
def _(_story):
    Photo.objects.update(focal_x=1.5)


@breaks("lease_access_known")
def _(_story):
    Lease.objects.create(photo=Photo.objects.get(), access="maybe")


@breaks("lease_channel_known")
def _(_story):
    Lease.objects.create(photo=Photo.objects.get(), access="deny", channel="radio")


@breaks("lease_ends_after_it_starts")
def _(_story):
    noon = builders.MONDAY_NOON
    Lease.objects.create(photo=Photo.objects.get(), access="deny", starts_at=noon, ends_at=noon)


def a_rule(**values):
    HouseRule.objects.create(**{"words": "tide", "advice": "when?", "example": "Tide.", **values})


@breaks("house_rule_once")
def _(_story):
    a_rule()
    a_rule(kind="name")


@breaks("house_rule_is_told")
def _(_story):
    a_rule(advice="")


@breaks("house_rule_tried_before_on")
def _(_story):
    a_rule(is_on=True)


@breaks("house_rule_kind_known")
def _(_story):
    a_rule(kind="whim")


@breaks("supplier_name_unique")
def _(_story):
    Supplier.objects.create(name="Northmark Pictures")
    Supplier.objects.create(name="NORTHMARK PICTURES")


@breaks("supplier_rights_category_known")
def _(_story):
    Supplier.objects.create(name="Northmark Pictures", rights_category="friends")


@breaks("notice_kind_known")
def _(story):
    a_notice(story, kind="mute")


@breaks("notice_says_from_whom_and_why")
def _(story):
    a_notice(story, origin="")


@breaks("notice_kills_once")
def _(story):
    a_notice(story, kind="kill")
    a_notice(story, kind="kill")


@breaks("picture_goes_after_it_came")
def _(_story):
    noon = builders.MONDAY_NOON
    PublicPicture.objects.create(
        stem="a" * 32,
        photo_key=Photo.objects.get().key,
        public_from=noon,
        gone_at=noon - timedelta(hours=1),
    )


def a_notice(story, **values):
    values = {"kind": "hold", "origin": "Northmark Pictures, 12", "reason": "In doubt.", **values}
    return Notice.objects.create(photo=Photo.objects.get(), made_by=story.created_by, **values)


@breaks("attribution_original_has_a_language")
def _(story):
    story.attributions.update(original="Ми йдемо за припливом")


@breaks("source_withdrawn_with_a_reason")
def _(story):
    Source.objects.update(withdrawn_at=timezone.now(), withdrawn_by=story.created_by)


@breaks("act_has_a_reason")
def _(story):
    Act.objects.create(story=story, kind="held", reason="", made_by=story.created_by)


def a_dismissal(story, **values):
    values = {"key": "a" * 24, "rule": "names.spellings", "reason": "Two people.", **values}
    Dismissal.objects.create(story=story, made_by=story.created_by, **values)


@breaks("dismissal_once_per_finding")
def _(story):
    a_dismissal(story)
    a_dismissal(story)


@breaks("dismissal_has_a_reason")
def _(story):
    a_dismissal(story, reason="")


def an_identity(story, **values):
    values = {"master": "a" * 16, "ciphertext": b"x", "wrapped_key": b"y", **values}
    return Identity.objects.create(
        source=builders.a_source(),
        sealed_by=story.created_by,
        destroy_after=timezone.localdate(),
        **values,
    )


@breaks("identity_key_unique")
def _(story):
    an_identity(story, key=an_identity(story).key)


@breaks("identity_destroyed_is_empty")
def _(story):
    an_identity(story, destroyed_at=timezone.now())


@breaks("identity_is_sealed")
def _(story):
    an_identity(story, master="")


@breaks("knower_once")
def _(story):
    identity = an_identity(story)
    Knower.objects.create(identity=identity, user=story.created_by)
    Knower.objects.create(identity=identity, user=story.created_by)


@pytest.mark.parametrize("name", BREAKERS)
def test_the_database_refuses(name, editor):
    story = builders.a_ready_story(created_by=editor)

    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        BREAKERS[name](story)

    assert refusal.value.__cause__.diag.constraint_name == name


def all_constraints():
    models = __import__("articles.models", fromlist=model_names)
    for model_name in model_names:
        yield from getattr(models, model_name)._meta.constraints


def test_every_constraint_is_broken_by_a_test():
    assert {constraint.name for constraint in all_constraints()} == set(BREAKERS)


def test_every_constraint_has_a_sentence_of_its_own():
    for constraint in all_constraints():
        if not constraint.name.endswith("_key_unique"):  # keys are never typed by hand
            default = constraint.default_violation_error_message
            assert constraint.violation_error_message != default, constraint.name
