"""One ready story passes; spoil one thing, and exactly that one thing is found."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from articles.desk.byline import Byline
from articles.desk.dossier import gather
from articles.desk.photos.lease import Lease
from articles.desk.photos.photo import Photo
from articles.desk.references import settle_references
from articles.desk.reply import Reply
from articles.desk.source import Source
from articles.desk.story import Story
from articles.preflight.finding import RULES, rule
from articles.preflight.run import findings
from articles.vocabulary import Severity
from tests.builders import MONDAY_NOON, a_photo, a_ready_story

pytestmark = pytest.mark.django_db


def change(story, **values):
    for name, value in values.items():
        setattr(story, name, value)
    story.save()
    settle_references(story)


def change_all(model, **values):
    model.objects.update(**values)


def add_to_body(words):
    return lambda story: change(story, body=story.body + words)


def a_second_photo(story, **values):
    photo = a_photo(**values)
    change(story, body=f'{story.body}<figure data-photo="{photo.pk}"></figure>')


def a_lease(access="allow", **values):
    return lambda story: Lease.objects.create(photo=Photo.objects.get(), access=access, **values)


def request_to_send(story):
    Reply.objects.create(story=story, party="The harbour trust")


SPOILS = [
    (
        "rights.ground",
        "block",
        lambda _story: change_all(Photo, rights_category=""),
        "has no usage rights on record",
    ),
    (
        "rights.ground",
        "block",
        a_lease(ends_at=MONDAY_NOON),
        "its lease has run out",
    ),
    ("rights.denied", "block", a_lease("deny"), "a lease denies it"),
    ("rights.denied", "block", lambda _story: change_all(Photo, state="killed"), "is killed"),
    ("rights.denied", "block", lambda _story: change_all(Photo, state="held"), "is on hold"),
    (
        "rights.ends",
        "warn",
        a_lease(ends_at=MONDAY_NOON + timedelta(days=4)),
        "ends on Friday 27 November, 12:00 UTC: it leaves the page",
    ),
    (
        "restrictions.known",
        "info",
        lambda _story: change_all(Photo, restrictions="Not for front pages."),
        "“Not for front pages.”",
    ),
    ("copy.headline", "block", lambda story: change(story, headline=" "), "has no headline"),
    ("copy.section", "block", lambda story: change(story, section=None), "in no section"),
    ("copy.byline", "block", lambda story: story.bylines.all().delete(), "has no byline"),
    ("copy.body", "block", lambda story: change(story, body=""), "The body has no words"),
    ("copy.stage", "block", lambda story: change(story, stage="held"), "is held"),
    ("copy.stage", "block", lambda story: change(story, stage="spiked"), "is spiked"),
    (
        "copy.links",
        "block",
        add_to_body('<p><a data-story="999999">more</a></p>'),
        "links to story 999999",
    ),
    (
        "copy.embargo",
        "block",
        lambda story: change(story, embargo=MONDAY_NOON + timedelta(seconds=1)),
        "under embargo until",
    ),
    (
        "pictures.exist",
        "block",
        add_to_body('<figure data-photo="999999"></figure>'),
        "Picture 2 of the body exists no more",
    ),
    (
        "pictures.file",
        "block",
        lambda story: a_second_photo(story, with_file=False),
        "Picture 2 (“A lit ferry moves off a dark quay”) has no picture file",
    ),
    (
        "pictures.credit",
        "block",
        lambda _story: change_all(Photo, credit_line=" "),
        "has no credit line. Say who took it",
    ),
    (
        "pictures.caption",
        "block",
        lambda _story: change_all(Photo, caption=""),
        "has no caption",
    ),
    (
        "pictures.alt_text",
        "block",
        lambda _story: change_all(Photo, alt_text=""),
        "has no alt text",
    ),
    (
        "pictures.proposal",
        "warn",
        lambda story: story.placements.update(is_proposal=True),
        "was read out of a pasted text",
    ),
    (
        "credits.capitals",
        "info",
        lambda _story: change_all(Photo, creator="INES OKAFOR"),
        "Write Ines Okafor",
    ),
    (
        "credits.supplier",
        "warn",
        lambda _story: change_all(Photo, supplier="AFP"),
        "came from AFP, but its credit line",
    ),
    (
        "captions.credit",
        "warn",
        lambda story: story.placements.update(caption="Marrick on Sunday. Ines Okafor/AFP"),
        "its credit in the caption: “Ines Okafor/AFP”",
    ),
    (
        "captions.place_and_date",
        "warn",
        lambda story: story.placements.update(caption="The night ferry leaves."),
        "does not say where it was taken (Marrick) and when it was taken. Add it",
    ),
    (
        "captions.length",
        "warn",
        lambda story: story.placements.update(caption="Marrick on Sunday. It is late. It rains."),
        "has a caption of 3 sentences",
    ),
    (
        "captions.photograph",
        "warn",
        lambda _story: change_all(
            Photo,
            caption="The ferry, pictured in Marrick on Sunday.",
            digital_source_type="trainedAlgorithmicMedia",
        ),
        "is labelled “Generated by AI”, but its caption says “pictured”",
    ),
    (
        "alt_texts.words",
        "warn",
        lambda story: story.placements.update(alt_text="IMG_2041.jpg"),
        "has a file name for its alt text",
    ),
    (
        "file_pictures.marked",
        "block",
        lambda _story: change_all(Photo, taken_on=date(2022, 5, 18)),
        "was taken on 18 May 2022",
    ),
    (
        "people.accused",
        "block",
        lambda story: (
            change_all(Photo, people_shown="Bo Quay"),
            change(story, headline="Ferry skipper arrested"),
        ),
        "shows Bo Quay, and the story says “arrested”",
    ),
    (
        "credits.proposal",
        "warn",
        lambda _story: change_all(Photo, credit_is_proposal=True),
        "has a credit that was taken apart by rule: “Ines Okafor/Northmark Pictures”",
    ),
    (
        "restrictions.kept",
        "block",
        lambda _story: change_all(Photo, restrictions="TURKEY OUT"),
        "comes with “TURKEY OUT”",
    ),
    (
        "sources.quotation",
        "warn",
        add_to_body("<p>“Nobody ever asked us about any of this,” he said.</p>"),
        "“Nobody ever asked us about any of this",
    ),
    (
        "sources.exist",
        "block",
        add_to_body('<p><span data-source="999999">The sea is rising.</span></p>'),
        "marked with source 999999",
    ),
    (
        "sources.proposal",
        "warn",
        lambda story: story.attributions.update(is_proposal=True),
        "That Mira Holt said “We follow the tide",
    ),
    ("sources.reply", "warn", request_to_send, "The harbour trust has not been asked"),
]


@pytest.fixture
def story(reporter):
    return a_ready_story(created_by=reporter)


def found(story, at=MONDAY_NOON):
    return findings(gather(Story.objects.get(pk=story.pk)), goes_live_at=at)


def test_a_ready_story_passes(story):
    assert found(story) == []


@pytest.mark.parametrize(("rule_id", "severity", "spoil", "words"), SPOILS)
def test_one_thing_spoilt_is_one_finding(story, rule_id, severity, spoil, words):
    spoil(story)

    (finding,) = found(story)

    assert (finding.rule, finding.severity) == (rule_id, severity)
    assert words in finding.message


def test_every_rule_is_tripped_by_a_test():
    assert {rule_id for rule_id, *_ in SPOILS} == set(RULES)


@pytest.mark.parametrize(
    "spare",
    [
        lambda story: change(story, embargo=MONDAY_NOON),
        lambda story: change(story, stage="cleared"),
        add_to_body("<p>They call it the “long mile”.</p>"),
        add_to_body("<p>The soldiers’ passports and Putin’s words, she’d said.</p>"),
        lambda _story: Source.objects.update(
            terms="anonymous", name="", public_description="a mate on the night ferry"
        ),
        lambda story: Byline.objects.filter(story=story).update(role="translator"),
    ],
)
def test_what_is_in_order_is_not_found(story, spare):
    spare(story)

    assert found(story) == []


def test_a_placement_s_own_words_go_before_the_photo_s(story):
    Photo.objects.update(caption="", alt_text="")
    story.placements.update(caption="The ferry at Marrick on Sunday.", alt_text="A ferry")

    assert found(story) == []


def test_blocks_come_before_warnings(story):
    request_to_send(story)
    change(story, headline="")

    assert [finding.severity for finding in found(story)] == [Severity.BLOCK, Severity.WARN]


def test_the_embargo_s_end_is_said_in_the_zone_of_the_moment(story):
    change(story, embargo=datetime(2026, 12, 1, 6, 0, tzinfo=UTC))

    (finding,) = found(story)

    assert "Tuesday 01 December 2026, 06:00 UTC" in finding.message


def test_no_rule_asks_the_database(story, django_assert_num_queries):
    Photo.objects.update(usage_terms="NO ARCHIVES", people_shown="Bo Quay")
    dossier = gather(Story.objects.get(pk=story.pk))

    with django_assert_num_queries(0):
        found = findings(dossier, goes_live_at=MONDAY_NOON)

    assert [finding.rule for finding in found] == ["restrictions.kept"]


def test_two_rules_cannot_share_an_id():
    with pytest.raises(ValueError, match=r"Two rules are called copy\.headline"):
        rule("copy.headline", Severity.BLOCK)(lambda _case: ())
