"""The composing page, as its forms send it: without scripts, and as the page saves by itself."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.desk.fronts.draft import draft_of, save_draft
from articles.desk.fronts.front import Front
from articles.masthead.section import Section
from articles.publishing.correct import correct
from articles.publishing.fronts.launch import launch
from articles.publishing.fronts.launch_record import Launch
from articles.publishing.publish import publish
from articles.publishing.withdraw import withdraw
from articles.site.front_edition import FrontEdition
from tests.admin.page import Page
from tests.builders import a_front, a_place, a_ready_story, a_section, a_story

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


@pytest.fixture
def stories(reporter, editor):
    found = [
        a_ready_story(created_by=reporter, headline=f"Story {word}", slug=f"story-{word}")
        for word in ("one", "two", "three")
    ]
    for hours, story in enumerate(found, 1):
        publish(story, by=editor, goes_live_at=timezone.now() - hours * HOUR)
    return found


@pytest.fixture
def front(editor, stories):
    places = [a_place(stories[0], "lead"), a_place(stories[1], "second")]
    return save_draft(a_front(), places, by=editor)


@pytest.fixture
def desk(at_desk):
    return at_desk("editor")


def address(front, act="compose"):
    return f"/admin/articles/front/{front.pk}/{act}/"


def fields(client, front):
    return Page(client.get(address(front))).fields("compose")


def send(client, front, **values):
    sent = {
        name: value for name, value in fields(client, front).items() if "__prefix__" not in name
    }
    return client.post(address(front), {**sent, **values}, follow=True)


def said(response):
    return [str(one) for one in response.context["messages"]]


def test_the_page_shows_the_slots_and_the_pool(desk, front, stories):
    page = Page(desk.get(address(front)))

    names = [one.text for one in page.all("strong", "slot-name") if one.text]
    assert names == ["Story one", "Story two"]
    buttons = {one.attributes["value"]: one.attributes for one in page.all("button", name="add")}
    assert {key: "disabled" in values for key, values in buttons.items()} == {
        str(stories[0].key): True,
        str(stories[1].key): True,
        str(stories[2].key): False,
    }


def test_sent_as_it_is_it_changes_nothing(desk, front):
    send(desk, front)

    assert Front.objects.get(pk=front.pk).version == front.version


def test_places_sizes_and_words_are_saved_by_their_numbers(desk, front, stories):
    send(
        desk,
        front,
        **{
            "slots-0-position": "5",
            "slots-0-size": "brief",
            "slots-0-headline": " Said \n otherwise ",
            "slots-1-position": "2",
            "slots-1-size": "lead",
            "slots-1-kicker": "Harbour",
        },
    )

    assert draft_of(front) == [
        a_place(stories[1], "lead", kicker="Harbour"),
        a_place(stories[0], "brief", headline="Said otherwise"),
    ]


def test_a_story_is_added_with_what_was_typed_beside_it(desk, front, stories):
    send(desk, front, **{"slots-0-headline": "Typed"}, add=str(stories[2].key), q="story")

    draft = draft_of(front)
    assert (draft[0].headline, draft[2]) == ("Typed", a_place(stories[2]))


def test_a_ticked_slot_is_removed(desk, front, stories):
    send(desk, front, **{"slots-0-DELETE": "on"})

    assert draft_of(front) == [a_place(stories[1], "second")]


def test_what_breaks_a_rule_is_told_and_stays_in_the_form(desk, front):
    response = send(desk, front, **{"slots-1-size": "lead", "slots-1-headline": "Typed"})

    assert response.status_code == 409
    assert "A front has one lead. Make one of them smaller" in response.content.decode()
    assert Page(response).fields("compose")["slots-1-headline"] == "Typed"
    assert [place.size for place in draft_of(front)] == ["lead", "second"]


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("slots-0-size", "huge", "Select a valid choice"),
        ("slots-0-headline", "x" * 201, "at most 200 characters"),
        ("slots-0-position", "0", "greater than or equal to 1"),
        ("slots-0-story", "nonsense", "Enter a valid UUID"),
    ],
)
def test_what_is_no_front_is_told_beside_its_field(desk, front, name, value, sentence):
    response = send(desk, front, **{name: value})

    assert response.status_code == 422
    assert any(sentence in one for one in Page(response).errors)


@pytest.mark.parametrize("spoil", ["slots-TOTAL_FORMS", "version"])
@pytest.mark.parametrize("value", ["", "nonsense", "99999999999"])
def test_a_form_that_is_not_whole_saves_nothing(desk, front, spoil, value):
    before = draft_of(front)

    response = send(desk, front, **{spoil: value})

    assert response.status_code == 422
    assert draft_of(front) == before


def test_who_comes_second_sees_who_was_first_and_may_insist(desk, front, editor, stories):
    opened = {k: v for k, v in fields(desk, front).items() if "__prefix__" not in k}
    editor.first_name = "Mira"
    editor.save()
    save_draft(front, [a_place(stories[2], "lead")], by=editor)

    response = desk.post(address(front), {**opened, "slots-0-headline": "Mine"})

    assert response.status_code == 409
    assert "Mira changed this front on" in response.content.decode()
    assert [place.story for place in draft_of(front)] == [str(stories[2].key)]
    again = {k: v for k, v in Page(response).fields("compose").items() if "__prefix__" not in k}
    desk.post(address(front), again)
    assert [place.headline for place in draft_of(front)] == ["Mine", ""]


def test_launching_saves_what_is_on_the_page_and_puts_it_before_readers(desk, front, client):
    response = send(desk, front, **{"slots-0-headline": "Said otherwise"}, launch="now")

    assert said(response) == ["Home: front edition 1 is live."]
    assert "Said otherwise" in client.get("/").content.decode()
    assert Launch.objects.get().launched_by.username == "editor"


def test_a_refused_launch_keeps_the_draft_and_says_why(desk, front, reporter, stories):
    cleared = a_ready_story(created_by=reporter, headline="Cleared", stage="cleared")
    send(desk, front, add=str(cleared.key))

    response = send(desk, front, **{"slots-0-headline": "Typed"}, launch="now")

    assert response.status_code == 409
    page = response.content.decode()
    assert "“Cleared” is not published. Publish it first, or remove it from the front." in page
    assert draft_of(front)[0].headline == "Typed"
    assert not FrontEdition.objects.exists()


def test_a_launch_at_a_time_waits_for_it_and_is_called_off(desk, front, client):
    at = timezone.localtime() + 2 * HOUR

    response = send(desk, front, launch="then", goes_live_at=at.strftime("%Y-%m-%dT%H:%M"))

    assert "front edition 1 goes live on" in said(response)[0]
    assert not FrontEdition.objects.of("").gone_live().exists()
    gone = desk.post(address(front, "call-off"), {"number": 1}, follow=True)
    assert said(gone) == ["Front edition 1 does not go live. What readers have stays."]
    assert not FrontEdition.objects.exists()


@pytest.mark.parametrize(
    ("moment", "sentence"),
    [
        ("", "Give a time."),
        ("2020-01-01T10:00", "That time is past. Give a later one."),
        ("soon", "That is not a time."),
    ],
)
def test_a_launch_at_a_time_wants_one_that_is_to_come(desk, front, moment, sentence):
    response = send(desk, front, launch="then", goes_live_at=moment)

    assert response.status_code == 422
    assert any(sentence in one for one in Page(response).errors)
    assert not FrontEdition.objects.exists()


def test_one_click_puts_an_earlier_front_back(desk, front, stories):
    send(desk, front, launch="now")
    send(desk, front, **{"slots-0-headline": "Said otherwise"}, launch="now")

    response = desk.post(address(front, "put-back"), {"number": 1}, follow=True)

    assert said(response) == ["Front edition 1 is back, as front edition 3."]
    page = Page(response)
    labels = [one.attributes.get("aria-label", "") for one in page.all("button")]
    assert [one for one in labels if one.startswith("Put back")] == [
        "Put back front edition 2",
        "Put back front edition 1",
    ]


def test_the_last_twenty_are_listed(desk, front):
    for number in range(22):
        send(desk, front, **{"slots-0-headline": f"Words {number}"}, launch="now")

    page = Page(desk.get(address(front)))

    listed = [one.text for one in page.all("button") if one.text == "Put back"]
    assert len(listed) == 19  # and the one that readers have


def test_discarding_and_letting_it_flow(desk, front, client):
    send(desk, front, launch="now")
    send(desk, front, **{"slots-0-headline": "Never launched"})
    version = Front.objects.get(pk=front.pk).version

    discarded = desk.post(address(front, "discard"), {"version": version}, follow=True)
    flowing = desk.post(address(front, "flow"), follow=True)

    assert said(discarded) == ["The draft is thrown away: it is what readers have."]
    assert draft_of(front)[0].headline == ""
    assert said(flowing)[0].startswith("Home composes itself from now on")
    assert FrontEdition.objects.of("").gone_live().first().slots == []


JSON = {"Accept": "application/json"}


def test_the_page_that_saves_by_itself_gets_the_version(desk, front):
    sent = {k: v for k, v in fields(desk, front).items() if "__prefix__" not in k}

    answer = desk.post(address(front), {**sent, "slots-0-headline": "Typed"}, headers=JSON)

    assert answer.json() == {"version": front.version + 1, "refused": [], "saved": True}
    assert draft_of(front)[0].headline == "Typed"


def test_the_page_that_saves_by_itself_is_told_who_was_first(desk, front, editor, stories):
    sent = {k: v for k, v in fields(desk, front).items() if "__prefix__" not in k}
    save_draft(front, [a_place(stories[2], "lead")], by=editor)

    answer = desk.post(address(front), {**sent, "slots-0-headline": "Typed"}, headers=JSON)

    assert answer.status_code == 409
    assert answer.json()["version"] == front.version + 1
    assert "editor changed this front on" in answer.json()["refused"][0]


def test_the_pool_is_searched_alone(desk, front):
    page = desk.get(address(front, "pool"), {"q": "two"})

    assert [one.text for one in Page(page).all("strong")] == ["Story two"]
    nothing = desk.get(address(front, "pool"), {"q": "nothing-of-the-kind"})
    assert "No live or cleared story has these words." in nothing.content.decode()


def test_the_preview_is_the_draft_and_no_cache_keeps_it(desk, front, client):
    send(desk, front, **{"slots-0-headline": "Not launched yet"})

    response = desk.get(address(front, "preview"))

    assert "Not launched yet" in response.content.decode()
    assert "no-store" in response["Cache-Control"]
    assert "Not launched yet" not in client.get("/").content.decode()


def test_the_preview_of_a_section_s_front(desk, editor, stories):
    front = a_front(a_section())
    save_draft(front, [a_place(stories[2], "lead", headline="In the section")], by=editor)

    page = desk.get(address(front, "preview")).content.decode()

    assert "In the section" in page
    assert "<h1>Harbour</h1>" in page


def test_the_list_makes_what_is_missing_and_says_how_each_stands(desk, front):
    a_section()

    page = Page(desk.get("/admin/articles/front/"))

    cells = [one.text for one in page.all("td")]
    assert cells[:3] == ["Home", "newest first, by itself", "2 slots, not launched"]
    assert cells[4:] == ["Harbour", "newest first, by itself", "as readers have it", "–"]
    assert Front.objects.count() == 2


def test_a_front_that_does_not_exist_is_not_found(desk, front):
    assert desk.get(f"/admin/articles/front/{front.pk + 1}/compose/").status_code == 404


@pytest.mark.parametrize("act", ["compose", "discard", "put-back", "call-off", "flow"])
@pytest.mark.parametrize("who", ["reporter", "sub-editor", "photo", "legal", "admin"])
def test_nobody_else_does_anything_to_a_front(act, who, front, at_desk):
    before = draft_of(front)
    rows = {"slots-TOTAL_FORMS": 0, "slots-INITIAL_FORMS": 0, "version": front.version}

    response = at_desk(who).post(address(front, act), {**rows, "number": 1, "launch": "now"})

    assert response.status_code == 403
    assert draft_of(front) == before
    assert not Launch.objects.exists()


def test_the_page_costs_the_same_however_much_is_composed(desk, front, editor, stories, reporter):
    def queries():
        with CaptureQueriesContext(connection) as found:
            assert desk.get(address(front)).status_code == 200
        return len(found)

    queries()
    few = queries()
    more = [
        a_place(a_story(created_by=reporter, headline=f"More {number}", stage="cleared"))
        for number in range(20)
    ]
    save_draft(front, [*draft_of(front), *more], by=editor)
    assert queries() == few


def test_own_words_of_a_story_that_was_corrected_since_are_marked(desk, front, stories, editor):
    said_again = "Corrected since this front was launched"
    send(desk, front, **{"slots-0-headline": "Said otherwise"}, launch="now")
    assert said_again not in desk.get(address(front)).content.decode()
    for story in stories[:2]:
        story.refresh_from_db()
        story.headline += ", mended"
        story.save()
        correct(story, by=editor, note="It was mended.")

    page = Page(desk.get(address(front)))

    marked = [one.text for one in page.all("p", "slot-problem")]
    assert len([one for one in marked if said_again in one]) == 1


def test_a_section_is_deleted_with_its_front_unless_that_was_launched(at_desk, editor, stories):
    quiet, busy = a_section("quiet"), a_section("busy")
    a_front(quiet)
    launched = save_draft(a_front(busy), [a_place(stories[0], "lead")], by=editor)
    launch(launched, by=editor)

    for section in (quiet, busy):
        path = f"/admin/articles/section/{section.pk}/delete/"
        at_desk("admin").post(path, {"post": "yes"})

    assert set(Section.objects.values_list("slug", flat=True)) == {"harbour", "busy"}
    assert not Front.objects.filter(section__slug="quiet").exists()


def test_a_front_to_come_tells_what_readers_will_miss_of_it(desk, front, stories, editor):
    at = timezone.localtime() + 2 * HOUR
    send(desk, front, launch="then", goes_live_at=at.strftime("%Y-%m-%dT%H:%M"))
    assert "“Story two” was withdrawn" not in desk.get(address(front)).content.decode()
    save_draft(front, [a_place(stories[2], "lead")], by=editor)
    withdraw(stories[1], by=editor, note="It was wrong.")

    page = Page(desk.get(address(front)))

    marked = [one.text for one in page.all("p", "slot-problem")]
    assert marked == ["“Story two” was withdrawn. Remove it from the front."]
