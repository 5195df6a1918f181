"""A real browser: the distribution's Chromium, driven by Playwright, on pages of a real server."""

from __future__ import annotations

import os
import shutil
import threading

import pytest
from django.core.signals import request_finished, request_started
from playwright.sync_api import sync_playwright

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def chromium():
    program = next((found for name in PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        if os.environ.get("NEWSROOM_REQUIRE_BROWSER"):
            pytest.fail("No Chromium was found, and this run requires one. Install it.")
        pytest.skip("no Chromium on this machine")
    # Playwright's own event loop makes Django think that this is asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=QUIET)
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


class InFlight:
    """How many requests the server is answering.

    A page that is closed leaves its last question behind it. The tables are emptied only when
    that is answered too, or the two would wait for each other's locks.
    """

    def __init__(self):
        self.count = 0
        self.changed = threading.Condition()

    def started(self, **_):
        with self.changed:
            self.count += 1

    def finished(self, **_):
        with self.changed:
            self.count -= 1
            self.changed.notify_all()

    def wait(self):
        with self.changed:
            assert self.changed.wait_for(lambda: self.count == 0, timeout=30)


@pytest.fixture
def in_flight(live_server):
    requests = InFlight()
    request_started.connect(requests.started)
    request_finished.connect(requests.finished)
    yield requests
    request_started.disconnect(requests.started)
    request_finished.disconnect(requests.finished)


@pytest.fixture
def visit(chromium, live_server, in_flight):
    """Opens a page as somebody, in a window of their own. Whatever a page complains of fails."""
    contexts, complaints = [], []

    def open_page(who=None, *, javascript=True, **options):
        context = chromium.new_context(
            base_url=live_server.url, java_script_enabled=javascript, **options
        )
        context.set_default_timeout(20_000)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda line: complaints.append(line.text) if is_bad(line) else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        if who is not None:
            log_in(page, who)
        return page

    yield open_page
    for context in contexts:
        context.close()
    in_flight.wait()
    assert complaints == []


def is_bad(line):
    """Errors and refusals of the policy; a page that answers 4xx on purpose also logs a line."""
    expected = "Failed to load resource: the server responded with a status of 4"
    return line.type == "error" and expected not in line.text


def log_in(page, user):
    page.goto("/admin/login/")
    page.fill("#id_username", user.username)
    page.fill("#id_password", f"{user.username}-has-a-long-password")
    page.click("[type=submit]")
    page.wait_for_url("**/admin/")
