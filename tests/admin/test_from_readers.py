"""The page on which readers report an error, and the desk's list of what they reported."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.desk.reader_report import ReaderReport
from articles.desk.settle_report import settle_report
from articles.intake import reader_report
from articles.publishing.publish import publish
from articles.vocabulary import ReportState
from tests.admin.page import Page
from tests.builders import a_ready_story, an_edition

pytestmark = pytest.mark.django_db

REPORTS = "/admin/articles/readerreport/"


@pytest.fixture
def edition(reporter, editor):
    return publish(a_ready_story(created_by=reporter), by=editor)


@pytest.fixture
def address(edition):
    return f"{edition.get_absolute_url()}report/"


def said(response):
    return " ".join(response.content.decode().split())


def test_the_story_leads_to_it(client, edition, address):
    assert f'href="{address}"' in said(client.get(edition.get_absolute_url()))


def test_it_sets_no_cookie_and_is_kept_by_no_cache(client, address):
    response = client.get(address)

    assert response["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in response.headers
    assert not response.cookies


def test_a_report_comes_to_the_desk_and_the_reader_is_thanked(client, address, edition):
    client.handler.enforce_csrf_checks = True
    form = Page(client.get(f"{address}?at=2")).fields()
    assert (form["paragraph"], form["edition"]) == ("2", "1")

    response = client.post(address, {**form, "wrong": "It sails at one.", "email": "a@example.org"})

    assert (response.status_code, response["Location"]) == (303, "?thanks")
    report = ReaderReport.objects.get()
    assert (report.wrong, report.email) == ("It sails at one.", "a@example.org")
    assert report.passage.startswith("“We follow the tide")
    assert "The desk has your report" in said(client.get(f"{address}?thanks"))


def test_what_is_missing_is_told_and_what_was_typed_is_still_there(client, address):
    response = client.post(address, {"right": "At one o’clock.", "email": "no address"})

    assert response.status_code == 422
    html = said(response)
    assert "Say what is wrong." in html
    assert "Enter a valid email address." in html
    assert "At one o’clock." in html
    assert 'value="no address"' in html
    assert not ReaderReport.objects.exists()


def test_what_only_programs_fill_in_is_thanked_for_and_thrown_away(client, address):
    response = client.post(address, {"wrong": "Buy now.", "website": "https://x.example/"})

    assert response.status_code == 303
    assert not ReaderReport.objects.exists()


def test_too_many_are_refused_and_nothing_is_lost(client, address, monkeypatch):
    monkeypatch.setattr(reader_report, "MOST", 0)

    response = client.post(address, {"wrong": "It sails at one."})

    assert response.status_code == 429
    assert "It sails at one." in said(response)
    assert "Very many reports" in said(response)


def test_without_a_story_at_the_desk_it_is_refused_and_nothing_is_lost(client):
    address = f"{an_edition().get_absolute_url()}report/"

    response = client.post(address, {"wrong": "It sails at one."})

    assert response.status_code == 409
    assert "It sails at one." in said(response)
    assert "The desk no longer has its own copy" in said(response)


def test_it_is_about_the_edition_that_they_had_before_them(client, address, edition):
    older = an_edition(
        story_key=edition.story_key,
        number=2,
        slug=edition.slug,
        first_published_at=edition.first_published_at,
        date=edition.date,
        goes_live_at=timezone.now(),
        body_html="<p>Wholly other words.</p>",
    )

    client.post(address, {"wrong": "Wrong.", "paragraph": "2", "edition": "1"})

    report = ReaderReport.objects.get()
    assert (older.number, report.edition_number) == (2, 1)
    assert report.passage.startswith("“We follow the tide")


@pytest.mark.parametrize("number", ["", "7", "x", "9" * 30])
def test_an_edition_that_is_none_is_taken_for_the_one_that_stands(client, address, number):
    assert client.post(address, {"wrong": "Wrong.", "edition": number}).status_code == 303
    assert ReaderReport.objects.get().edition_number == 1


def test_nothing_can_be_reported_of_what_readers_do_not_have(client, reporter):
    soon = timezone.now() + timedelta(hours=1)
    an_edition(slug="soon", goes_live_at=soon)

    for path in (f"/{soon:%Y/%m/%d}/soon/report/", "/2026/11/23/nothing/report/"):
        assert client.get(path).status_code == 404
        assert client.post(path, {"wrong": "Wrong."}).status_code == 404
    assert not ReaderReport.objects.exists()


def test_other_methods_are_refused(client, address):
    assert client.delete(address).status_code == 405


def test_the_desk_reads_and_settles_it(client, address, at_desk, editor):
    client.post(address, {"wrong": "It sails at <b>one</b>.", "email": "a@example.org"})
    report, desk = ReaderReport.objects.get(), at_desk("editor")
    assert "It sails at &lt;b&gt;one&lt;/b&gt;." in said(desk.get(REPORTS))
    page = desk.get(f"{REPORTS}{report.pk}/change/")
    assert "a@example.org" in said(page)
    assert f"/admin/articles/story/{report.story_id}/correct/?wrong=" in said(page)

    form = {
        **Page(page).fields("readerreport_form"),
        "state": "declined",
        "outcome": "It is right.",
    }
    assert desk.post(f"{REPORTS}{report.pk}/change/", form).status_code == 302

    report.refresh_from_db()
    assert (report.state, report.outcome, report.settled_by) == ("declined", "It is right.", editor)
    assert report.email == ""


def test_it_waits_on_the_start_page_until_it_is_settled(client, address, at_desk, editor):
    client.post(address, {"wrong": "It sails at one."})
    desk = at_desk("editor")
    assert "It sails at one." in said(desk.get("/admin/"))

    settle_report(ReaderReport.objects.get(), ReportState.DECLINED, outcome="No.", by=editor)

    assert "It sails at one." not in said(desk.get("/admin/"))


def test_a_correction_begins_with_what_the_reader_wrote(client, address, at_desk):
    client.post(address, {"wrong": "It sails at one.", "right": "At two, says the table."})
    report, desk = ReaderReport.objects.get(), at_desk("editor")
    page = Page(desk.get(f"{REPORTS}{report.pk}/change/"))
    link = next(one for one in page.all("a") if "/correct/?" in one.attributes.get("href", ""))

    form = Page(desk.get(link.attributes["href"])).fields()

    assert form["wrong"] == "It sails at one."
    assert form["right"] == "At two, says the table."
    assert form["noticed_by"] == "reader"
    assert form["noticed_note"].startswith(f"Reader's report {report.pk}, ")


@pytest.mark.parametrize("role", ["reporter", "photo", "legal", "admin"])
def test_others_do_not_see_what_readers_wrote(client, address, at_desk, role):
    client.post(address, {"wrong": "It sails at one."})
    report, desk = ReaderReport.objects.get(), at_desk(role)

    assert desk.get(REPORTS).status_code == 403
    assert desk.get(f"{REPORTS}{report.pk}/change/").status_code == 403


def test_nobody_adds_one_by_hand(at_desk):
    assert at_desk("editor").get(f"{REPORTS}add/").status_code == 403
