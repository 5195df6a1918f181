"""The seed at the gate: what its editor is told, and nothing that blocks beside it.

Two desks take it in, in July 2022. One pastes it and looks at nothing; the other types it into the
form by hand, credit and all. Together they meet every rule that the seed breaks.
"""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from articles.desk.attribution import Attribution
from articles.desk.dossier import gather
from articles.desk.photos.photo import Photo
from articles.desk.references import settle_references
from articles.desk.story import Story
from articles.intake.paste.read import read_text
from articles.intake.story import Origin, import_story
from articles.preflight.run import findings
from articles.vocabulary import Provenance, SourceTerms
from tests.builders import a_release, a_source, a_story
from tests.preflight.words import SEED

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not SEED.exists(), reason="the seed story is not on this machine"),
]

TUESDAY = datetime(2022, 7, 5, 12, 0, tzinfo=UTC)
BLOCKS = {
    "P8": {"file_pictures.marked"},
    "P9": {"people.accused"},
    "P10": {"rights.ground"},
    "S1": {"sources.quotation"},
    "S2": {"sources.record"},
    "S4": {"sources.anonymous"},
    "S5": {"claims.support"},
    "S6": {"claims.second_hand_serious"},
    "S10": {"claims.asked"},
    "T1": {"quotation_marks.balanced"},
    "T9": {"publishers.other"},
    "H2": {"copy.section", "copy.byline"},
}
"""The rules of the trade that keep the seed back, and what they are called here."""
WARNINGS = {
    "P2": "captions.credit",
    "P4": "credits.pattern",
    "S3": "sources.echo",
    "S7": "sources.link",
    "S8": "attribution.vague",
    "S9": "attribution.accusation",
    "S12": "sources.document",
    "S13": "headlines.claims",
    "T4": "sentences.garbled",
    "T5": "house_style.names",
    "T8": "house_style.terms",
    "T10": "workflow.provenance",
    "T11": "dates.relative",
    "L2": "legal.accused",
}
FIRST_WORDING = "But our brigade did not come, and we decided to go back"
"""As the soldier's words were printed first."""


def at_the_gate(story):
    return findings(gather(Story.objects.get(pk=story.pk)), goes_live_at=TUESDAY)


def of(severity, found):
    return {finding.rule for finding in found if finding.severity == severity}


@pytest.fixture
def pasted(reporter):
    text = read_text(SEED.read_bytes(), name=SEED.name)
    origin = Origin(provenance=Provenance.PUBLISHER, written_on=date(2022, 7, 5))
    story = import_story(text, by=reporter, origin=origin).story
    Photo.objects.update(image="soldiers.jpg", width=800, height=533, content_hash="0" * 64)
    return story


@pytest.fixture
def with_its_records(pasted):
    """The soldier's words as they were printed first: on record here, and in a story of ours."""
    soldier = Attribution.objects.get(source__terms=SourceTerms.ANONYMOUS)
    soldier.verbatim = FIRST_WORDING
    soldier.save()
    other = a_source(name="", public_description="another soldier", terms="anonymous")
    archived = a_story(
        created_by=pasted.created_by,
        headline="Soldiers walk home",
        body=f'<p><span data-source="{other.pk}">“{FIRST_WORDING}”</span> he said.</p>',
    )
    a_release(archived)
    settle_references(pasted)
    return pasted


@pytest.fixture
def typed(pasted):
    """The same with the credit left in the caption, as the seed has it."""
    line = next(one for one in SEED.read_text(encoding="utf-8").splitlines() if "AFP" in one)
    photo = Photo.objects.get()
    pasted.placements.update(caption=line)
    Photo.objects.update(
        creator=photo.creator.upper(),
        credit_line=f"{photo.creator.upper()}/{photo.supplier}/{photo.distributor}",
    )
    return pasted


def test_what_should_keep_it_back_does_and_nothing_else(with_its_records):
    found = at_the_gate(with_its_records)

    assert of("block", found) == set().union(*BLOCKS.values())


def test_every_warning_is_given(with_its_records, typed):
    found = at_the_gate(typed)

    assert {rule: WARNINGS[rule] in of("warn", found) for rule in WARNINGS} == dict.fromkeys(
        WARNINGS, True
    )


def test_taken_in_by_the_desk_its_credit_needs_no_warning(pasted):
    assert not {"captions.credit", "credits.pattern"} & of("warn", at_the_gate(pasted))


def test_the_places_are_those_that_a_sub_editor_would_mark(with_its_records):
    told = {(finding.rule, finding.place.words) for finding in at_the_gate(with_its_records)}

    assert ("house_style.names", "MediaZona") in told
    assert ("house_style.names", "Donbass") in told
    assert ("house_style.terms", "self-proclaimed") in told
    assert ("attribution.vague", "reportedly") in told
    assert ("sentences.garbled", "without it there was") in told


def test_each_finding_says_what_to_do(with_its_records):
    found = at_the_gate(with_its_records)

    assert all(finding.message.rstrip("”").endswith((".", "?")) for finding in found)
