"""The vault in a real browser: who sees the name, when, and what is left of it on the screen."""

from __future__ import annotations

from datetime import timedelta
from http import HTTPStatus

import pytest
from django.utils import timezone
from playwright.sync_api import Error

from articles.desk.vault.acts import seal_identity
from articles.desk.vault.secret import Secret
from tests.builders import a_source, a_story, a_user

pytestmark = pytest.mark.django_db(transaction=True)

NAME = "Wenna Tregale"
WRONG = "That is not your password. The try is noted, and the others who know see it."
REFUSED = "Refused: not one of those who know"
SECRETS = (NAME, "her sister", "Marrick Hospital", "ward sister", "Her contract forbids it")
SEALED_AND_OPENED = 2
FIELDS = "[...document.querySelectorAll('.vault input, .vault textarea')].map((one) => one.value)"


@pytest.fixture
def night_editor(db):
    """An editor like the other, who is not told."""
    return a_user("night", "Editor")


@pytest.fixture
def source(reporter, editor):
    """A nurse whom the reporter and one editor know by name; a story rests on her."""
    source = a_source(name="", terms="anonymous", public_description="a nurse on the night shift")
    seal_identity(
        source,
        secret=Secret(
            name=NAME,
            contact="her sister",
            organisation="Marrick Hospital",
            role="ward sister",
            reason="Her contract forbids it.",
            promised="No name.",
        ),
        knowers=[editor],
        destroy_after=timezone.localdate() + timedelta(days=30),
        by=reporter,
    )
    words = f'<p><span data-source="{source.pk}">“The ward was full,”</span> a nurse said.</p>'
    a_story(created_by=reporter, headline="The full ward", body=words)
    return source


def vault_of(source):
    return f"/admin/articles/source/{source.pk}/identity/"


def to_the_vault(page, source):
    """From the list of sources, by its links."""
    page.goto("/admin/articles/source/")
    page.get_by_role("link", name="a nurse on the night shift").click()
    page.get_by_role("link", name="Who it is …").click()
    page.get_by_text("Those who know: reporter, editor.").wait_for()


def try_to_open(page, password):
    page.get_by_label("Your password, once more").first.fill(password)
    page.get_by_role("button", name="Open", exact=True).click()


def open_it(page, user):
    try_to_open(page, f"{user.username}-has-a-long-password")
    page.get_by_role("heading", name="Who it is", exact=True).wait_for()


def secrets_in(text):
    return [secret for secret in SECRETS if secret in text]


def the_log(page):
    return page.locator(".vault-log li").all_inner_texts()


def test_a_knower_sees_the_name_with_the_own_password_and_not_before(visit, editor, source):
    page = visit(editor)
    to_the_vault(page, source)
    before = page.content()

    open_it(page, editor)

    assert NAME not in before
    assert page.locator(".vault-secret").get_by_text(NAME).is_visible()
    assert page.locator(".vault-secret").get_by_text("her sister").is_visible()


def test_a_wrong_password_gives_a_sentence_and_no_name(visit, editor, source):
    page = visit(editor)
    to_the_vault(page, source)

    try_to_open(page, "a guess")

    page.get_by_role("alert").get_by_text(WRONG).wait_for()
    assert NAME not in page.content()
    assert page.get_by_label("Your password, once more").first.input_value() == ""


def test_those_who_know_see_every_look_and_every_try(visit, reporter, editor, night_editor, source):
    knower = visit(editor)
    knower.goto(vault_of(source))
    try_to_open(knower, "a guess")
    knower.get_by_text(WRONG).wait_for()
    open_it(knower, editor)
    other = visit(night_editor)
    other.goto(vault_of(source))
    try_to_open(other, "night-has-a-long-password")
    other.get_by_role("alert").get_by_text("You are not one of those who know").wait_for()

    page = visit(reporter)
    page.goto(vault_of(source))

    expected = [f"{REFUSED} – night", "Opened – editor", "Refused: wrong password – editor"]
    for line, words in zip(the_log(page), [*expected, "Sealed – reporter"], strict=True):
        assert line.endswith(words)
    assert the_log(other) == []


def everywhere_at_the_desk(source, story):
    """Where somebody would look for the name, and the addresses that somebody would guess."""
    base, desk = f"/admin/articles/source/{source.pk}", f"/admin/articles/story/{story.pk}"
    return [
        *("/admin/articles/source/", "/admin/articles/source/?q=Wenna", f"{base}/change/"),
        *(f"{base}/identity/", f"{base}/identity/?act=open", f"{base}/identity/open/"),
        *(f"{base}/history/", f"{base}/withdraw/", f"{base}/delete/"),
        *("/admin/articles/identity/", f"/admin/articles/identity/{source.identity.pk}/change/"),
        *("/admin/articles/reading/", "/admin/articles/knower/", "/admin/articles/secret/"),
        *(f"/admin/articles/source/pick/?id={source.pk}", "/admin/articles/source/pick/?q=Wenna"),
        *(f"{desk}/change/", f"{desk}/publish/", f"{desk}/preview/", f"{desk}/history/"),
        *("/admin/", f"/api/sources/{source.pk}/"),
    ]


@pytest.fixture
def outsider(request):
    """Who is not told: another editor, legal, the administrator, or somebody with every right."""
    if request.param == "superuser":
        return a_user("root", is_superuser=True)
    return request.getfixturevalue(request.param)


SEE_SOURCES = ["night_editor", "legal", "superuser"]


@pytest.mark.parametrize("outsider", SEE_SOURCES, indirect=True)
def test_others_see_that_there_is_a_vault_and_no_name(visit, outsider, reporter, source):
    page = visit(outsider)
    to_the_vault(page, source)
    page.get_by_text("You are not one of them: ask one of them.").wait_for()

    try_to_open(page, f"{outsider.username}-has-a-long-password")

    page.get_by_role("alert").get_by_text("no role opens the vault").wait_for()
    assert secrets_in(page.content()) == []
    assert the_log(page) == []
    knower = visit(reporter)
    knower.goto(vault_of(source))
    assert the_log(knower)[0].endswith(f"{REFUSED} – {outsider.username}")


@pytest.mark.parametrize("outsider", [*SEE_SOURCES, "administrator"], indirect=True)
def test_no_address_shows_the_name_to_others(visit, outsider, source):
    page = visit(outsider)
    addresses = everywhere_at_the_desk(source, source.attributions.get().story)

    found, broken = {}, []
    for address in addresses:
        answer = page.goto(address)
        found |= {address: names} if (names := secrets_in(answer.text() + page.content())) else {}
        broken += [address] if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR else []

    assert found == {}
    assert broken == []


def test_the_administrator_by_role_does_not_even_find_the_page(visit, administrator, source):
    page = visit(administrator)

    answer = page.goto(vault_of(source))

    assert answer.status == 404
    assert page.locator("form.vault-form").count() == 0


def test_the_name_is_gone_with_the_page_and_back_does_not_bring_it_again(visit, editor, source):
    page = visit(editor)
    to_the_vault(page, source)
    open_it(page, editor)
    page.get_by_role("link", name="Sources").first.click()
    page.wait_for_url("**/admin/articles/source/")

    with pytest.raises(Error, match="ERR_CACHE_MISS"):  # it would have to send the password again
        page.go_back()

    page.wait_for_url("chrome-error://**")
    assert secrets_in(page.content()) == []
    assert source.identity.readings.count() == SEALED_AND_OPENED


def test_a_form_that_the_browser_sends_again_opens_nothing(visit, editor, source):
    """After Back, a reload sends the same form once more, with the password in it."""
    page = visit(editor)
    to_the_vault(page, source)
    open_it(page, editor)

    page.reload()

    page.get_by_role("alert").get_by_text("The browser sent your password again").wait_for()
    assert secrets_in(page.content()) == []
    assert source.identity.readings.count() == SEALED_AND_OPENED
    open_it(page, editor)


def test_a_page_that_the_browser_keeps_is_kept_without_the_name(visit, editor, source):
    """Some browsers keep a whole page for the way back, whatever `Cache-Control` says."""
    page = visit(editor)
    to_the_vault(page, source)
    open_it(page, editor)

    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))")

    assert secrets_in(page.content()) == []
    assert page.evaluate(FIELDS) == []


def test_what_is_typed_to_be_sealed_is_not_kept_in_the_page_either(visit, reporter):
    page = visit(reporter)
    page.goto(vault_of(a_source(name="", terms="anonymous", public_description="a nurse")))
    page.get_by_label("Who it is").fill(NAME)

    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))")

    assert page.evaluate(FIELDS) == []
