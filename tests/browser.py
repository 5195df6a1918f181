"""A real browser: the distribution's Chromium, driven by Playwright, on pages of a real server."""

from __future__ import annotations

import os
import shutil
import threading

import pytest
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished
from django.test import Client
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
    "--disable-features="
    # The address bar's own pages: two more renderers for every window, which nobody looks at.
    "WebUIOmniboxPopup,WebUIOmniboxAimPopup,"
    # Playwright's own list, which ours takes the place of: what of it concerns our pages.
    "AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,HttpsUpgrades,"
    "HttpsFirstBalancedModeAutoEnable,LensOverlay,MediaRouter,OptimizationHints,PaintHolding,"
    "PreconnectToSearch,ThirdPartyStoragePartitioning",
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


class Gate:
    """Lets requests into the server while a test visits it, and knows which are being answered.

    A page that is closed leaves its last question behind it. The tables are emptied only when
    that is answered too, or the two would wait for each other's locks; and one that comes after
    that, already on its way when the page was closed, is not let in.
    """

    def __init__(self):
        self.inside: set[int] = set()
        """The threads that answer. A test's own client sends the same signal, from outside."""
        self.is_open = False
        self.changed = threading.Condition()

    def open(self):
        with self.changed:
            self.is_open = True

    def enters(self):
        with self.changed:
            if self.is_open:
                self.inside.add(threading.get_ident())
            return self.is_open

    def left(self, **_):
        with self.changed:
            self.inside.discard(threading.get_ident())
            self.changed.notify_all()

    def shut(self):
        with self.changed:
            self.is_open = False
            assert self.changed.wait_for(lambda: not self.inside, timeout=30)


@pytest.fixture(scope="session")
def gate(live_server):
    gate = Gate()
    answer = WSGIHandler.__call__

    def guarded(self, environ, start_response):
        if gate.enters():
            return answer(self, environ, start_response)
        start_response("503 Service Unavailable", [("Content-Length", "0")])
        return []

    request_finished.connect(gate.left)
    WSGIHandler.__call__ = guarded
    yield gate
    WSGIHandler.__call__ = answer
    request_finished.disconnect(gate.left)


@pytest.fixture
def visit(chromium, live_server, gate):
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
            let_in(context, live_server.url, who)
        return page

    gate.open()
    yield open_page
    for context in contexts:
        context.close()
    gate.shut()
    assert complaints == []


def is_bad(line):
    """Errors and refusals of the policy; a page that answers 4xx on purpose also logs a line."""
    expected = "Failed to load resource: the server responded with a status of 4"
    return line.type == "error" and expected not in line.text


def let_in(context, url, user):
    """Begins a session and gives its cookie to the window: two pages fewer than the log-in's."""
    client = Client()
    client.force_login(user)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": url}])


def log_in(page, user):
    """As people do, by the form."""
    page.goto("/admin/login/")
    page.fill("#id_username", user.username)
    page.fill("#id_password", f"{user.username}-has-a-long-password")
    page.click("[type=submit]")
    page.wait_for_url("**/admin/")
