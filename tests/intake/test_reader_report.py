"""What readers report is taken in for the desk, as far as the desk can read it all."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from time_machine import travel

from articles.desk.reader_report import ReaderReport
from articles.desk.settle_report import settle_report
from articles.intake import reader_report
from articles.intake.reader_report import NoDeskStory, Reported, TooManyReports, take_report
from articles.publishing.publish import publish
from articles.vocabulary import ReportState
from tests.builders import a_ready_story, an_edition

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition(reporter, editor):
    return publish(a_ready_story(created_by=reporter), by=editor)


def test_it_is_kept_with_the_paragraph_that_they_meant(edition):
    report = take_report(
        edition, Reported(wrong="  It sails\u202e at noon.\n", right="At one.", paragraph=2)
    )

    assert report.story.key == edition.story_key
    assert report.edition_number == 1
    assert report.passage.startswith("“We follow the tide, not the clock,”")
    assert report.wrong == "It sails at noon."


@pytest.mark.parametrize("paragraph", [None, 0, 99])
def test_without_a_paragraph_it_is_about_the_whole_story(edition, paragraph):
    assert take_report(edition, Reported(wrong="All of it.", paragraph=paragraph)).passage == ""


@pytest.mark.parametrize("bound", ["MOST_OF_A_STORY", "MOST"])
def test_more_than_the_desk_can_read_are_refused_for_an_hour(edition, bound, monkeypatch):
    monkeypatch.setattr(reader_report, bound, 2)
    for _ in range(2):
        take_report(edition, Reported(wrong="Wrong."))

    with pytest.raises(TooManyReports, match="write to us"):
        take_report(edition, Reported(wrong="Wrong."))

    with travel(timezone.now() + timedelta(minutes=61), tick=False):
        take_report(edition, Reported(wrong="Wrong."))
    assert ReaderReport.objects.count() == 3


def test_settled_it_forgets_the_reader_s_address(edition, editor):
    report = take_report(edition, Reported(wrong="Wrong.", email="reader@example.org"))

    settled = settle_report(report, ReportState.TAKEN_UP, outcome=" Mended. ", by=editor)

    assert (settled.state, settled.outcome, settled.email) == ("taken_up", "Mended.", "")
    assert settled.settled_by == editor
    again = settle_report(settled, ReportState.OPEN, outcome="", by=editor)
    assert (again.email, again.settled_by, again.settled_at) == ("", None, None)
    assert list(ReaderReport.objects.waiting()) == [again]


def test_of_a_story_that_the_desk_no_longer_has_it_is_refused_with_a_sentence():
    with pytest.raises(NoDeskStory, match="please write to us instead"):
        take_report(an_edition(), Reported(wrong="Wrong."))
