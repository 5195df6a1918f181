"""What nginx tells the application of a request, and which of its answers it keeps."""

from __future__ import annotations

import time

import pytest

from tests.deploy.nginx import Nginx, echo

PUBLIC = {"Cache-Control": "public, max-age=0, s-maxage=1, stale-if-error=3600"}
A_SECOND = 2.1  # nginx counts whole ones


@pytest.fixture(scope="module")
def application():
    with echo() as (application, port):
        application.port = port
        yield application


@pytest.fixture(scope="module")
def nginx(application, tmp_path_factory):
    folder = tmp_path_factory.mktemp("nginx-alone")
    nginx = Nginx(folder, upstream=f"127.0.0.1:{application.port}", static=folder)
    yield nginx
    nginx.stop()


def test_what_a_client_makes_up_is_not_sent_on(nginx, application):
    made_up = {
        "X__Forwarded__For": "1",
        "X__Forwarded__Host": "1",
        "X__Forwarded__Proto": "1",
        "Forwarded": "1",
        "X__Real__IP": "1",
        "X_Forwarded_For": "1",
        "Cookie": "desk=1",
    }

    nginx.ask("/tag/a/?before=b&before=c&x=%22", **made_up)
    _, path, headers = application.asked[-1]

    assert path == "/tag/a/?&before=b"
    assert (
        {"Host", "Accept-Encoding"} <= headers.keys() <= {"Host", "Accept-Encoding", "Connection"}
    )


def test_the_desk_gets_its_cookies_and_its_query(nginx, application):
    nginx.ask("/admin/x/?q=1&q=2", Cookie="desk=1", X__Forwarded__For="1")
    _, path, headers = application.asked[-1]

    assert path == "/admin/x/?q=1&q=2"
    assert headers["Cookie"] == "desk=1"
    assert "X-Forwarded-For" not in headers


@pytest.mark.parametrize(
    "headers",
    [
        {"Cache-Control": "no-store"},
        {"Cache-Control": "private, max-age=9"},
        {"Cache-Control": "public, no-cache"},
        {**PUBLIC, "Set-Cookie": "desk=1"},
        {},
    ],
)
def test_what_is_not_for_everybody_is_not_kept(nginx, application, headers):
    application.says = (200, headers)

    first, second = (nginx.ask(f"/{len(headers)}/{hash(str(headers))}/") for _ in range(2))

    assert first.body != second.body
    application.says = (200, PUBLIC)


def test_an_answer_of_the_application_is_an_answer(nginx, application):
    """An old page never takes its place: what is not shown may have been taken back."""
    statuses = [404, 410, 500, 503]
    assert [nginx.ask(f"/{one}/").status for one in statuses] == [200] * 4
    time.sleep(A_SECOND)

    for status in statuses:
        application.says = (status, PUBLIC if status == 410 else {"Cache-Control": "no-store"})
        assert nginx.ask(f"/{status}/").status == status
