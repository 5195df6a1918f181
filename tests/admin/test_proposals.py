"""The page of what was understood: each guess is accepted, changed or refused."""

from __future__ import annotations

from datetime import date

import pytest

from articles.desk.photos.photo import Photo
from articles.desk.source import Source
from articles.desk.story import Story
from articles.intake.story import Origin, import_story
from tests.admin.page import Page
from tests.intake.test_settle import TEXT

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(reporter):
    return import_story(TEXT, by=reporter, origin=Origin(written_on=date(2026, 11, 3))).story


@pytest.fixture
def address(story):
    return f"/admin/articles/story/{story.pk}/proposals/"


@pytest.fixture
def send(address, at_desk):
    """Settles one proposal as its form would: with all its fields, and those that are changed."""

    def settle(kind, act="accept", *, who="reporter", titled="", **changed):
        client = at_desk(who)
        page = client.get(address)
        cards = [one for one in page.context["cards"] if one.name.startswith(kind)]
        card = next(one for one in cards if titled in one.title)
        values = {
            form.add_prefix(field): "" if (value := form[field].value()) in {None, False} else value
            for form in card.forms
            for field in form.fields
        }
        values |= {card.forms[0].add_prefix(field): value for field, value in changed.items()}
        return client.post(address, {"proposal": card.name, "act": act, **values})

    return settle


def open_ones(client, address):
    return [card.name.partition("-")[0] for card in client.get(address).context["cards"]]


def test_the_page_shows_each_guess_and_the_text_as_it_was_pasted(at_desk, address):
    response = at_desk("reporter").get(address)

    page = response.content.decode()
    assert open_ones(at_desk("reporter"), address)[:10] == [
        *("source", "source", "source", "passage", "passage", "passage"),
        *("picture", "request", "place", "date"),
    ]
    assert "Claim, serious: Bo Quay" in page
    assert "on Sunday → on Sunday 1 November 2026" in page
    assert "Asked by The Post, not by us" in page
    assert "ADA DE LA CRUZ/AFP/Getty Images\n" in page
    assert Page(response).harm == []


def test_an_accepted_guess_is_settled_and_the_next_one_is_in_hand(send, story, address):
    response = send("passage")

    assert (response.status_code, response["Location"]) == (302, f"{address}?at=3")
    assert [row.is_proposal for row in story.attributions.all()] == [False, True, True]


def test_what_is_changed_is_kept_with_the_acceptance(send, story):
    send("source", name="Robert Quay", public_description="skipper")
    send("passage", about="the trust")
    send("place", instead="Marrick harbour")

    assert Source.objects.get(kind="person", first_hand=False, name="Robert Quay").via.is_proposal
    assert story.attributions.first().about == "the trust"
    assert [tag.name for tag in story.tags.all()] == ["Marrick harbour"]


def test_words_are_given_to_another_source(send, story):
    mira = Source.objects.get(name="Mira Holt")

    send("passage", source=mira.pk)

    story.refresh_from_db()
    assert story.body.count(f'data-source="{mira.pk}"') == 3
    assert [row.source for row in story.attributions.all()] == [mira, mira, mira]


def test_a_change_that_cannot_be_is_told_and_kept(send, story):
    response = send("source", name="", public_description="a skipper")

    page = Page(response)
    assert response.status_code == 422
    assert any("A source on the record needs its name" in error for error in page.errors)
    assert "a skipper" in page.fields().values()
    assert Source.objects.filter(name="Bo Quay", is_proposal=True).exists()


def test_a_refusal_reads_nothing_of_the_form(send, story):
    send("passage", act="refuse", source="")

    assert story.attributions.count() == 2


def test_a_request_that_another_paper_made_is_ours_to_send(send, story):
    send("request")

    reply = story.replies.get()
    assert (reply.state, reply.is_proposal) == ("to_send", False)


def test_the_credit_is_accepted_by_those_who_may_change_photos(send, story):
    send("picture")
    assert Photo.objects.get().credit_is_proposal

    story.placements.update(is_proposal=True)
    send("picture", who="editor")
    assert not Photo.objects.get().credit_is_proposal


def test_an_accepted_picture_keeps_own_words_only_where_they_differ(send, story):
    send("picture", caption="The ferry leaves.", is_file_picture="on")

    placement = story.placements.get()
    assert (placement.caption, placement.alt_text) == ("The ferry leaves.", "")
    assert placement.is_file_picture


def test_a_spot_without_a_change_is_not_mended(send):
    response = send("spot")

    assert response.status_code == 422
    assert any("Nothing is changed yet" in error for error in Page(response).errors)


def test_a_spot_is_refused_with_a_reason_only(send, story):
    response = send("spot", act="refuse", titled="reportedly")
    assert any("Say why this does not matter here" in error for error in Page(response).errors)

    send("spot", act="refuse", titled="reportedly", reason="So the skipper put it.")
    assert story.dismissals.get().reason == "So the skipper put it."


def test_a_spot_that_keeps_the_story_back_is_never_refused(send, story):
    response = send("spot", act="refuse", titled="Here The Post speaks", reason="Let it be.")

    assert response.status_code == 422
    assert any("This cannot be refused" in error for error in Page(response).errors)
    assert not story.dismissals.exists()


def test_a_second_press_of_the_key_settles_nothing_else(at_desk, address, story):
    client = at_desk("reporter")
    (first, second) = [card.name for card in client.get(address).context["cards"]][3:5]
    posted = {"proposal": first, "act": "refuse"}
    client.post(address, posted)

    response = client.post(address, posted, follow=True)

    assert ["settled already" in str(one) for one in response.context["messages"]] == [True]
    assert second in [card.name for card in response.context["cards"]]


def test_the_story_s_page_says_that_guesses_are_open(at_desk, story, address):
    client = at_desk("reporter")
    page = f"/admin/articles/story/{story.pk}/change/"
    assert "not all of it is looked at yet" in client.get(page).content.decode()

    story.attributions.update(is_proposal=False)
    story.placements.update(is_proposal=False)
    story.replies.update(is_proposal=False)
    story.paste.points = []
    story.paste.save()

    told = client.get(page).content.decode()
    assert "not all of it is looked at yet" not in told
    assert address in told


def test_a_story_that_was_not_pasted_has_no_such_page(at_desk, reporter, story):
    other = Story.objects.create(slugline="x", created_by=reporter)

    assert (
        at_desk("reporter").get(f"/admin/articles/story/{other.pk}/proposals/").status_code == 404
    )
