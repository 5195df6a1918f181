"""The shipped nginx before the real server: what readers get through it, and what they do not."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import time
from collections import Counter
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from articles.site.picture import PublicPicture
from tests.builders import a_picture, an_edition
from tests.deploy.nginx import Nginx
from tests.postgres.house import eventually
from tests.site.cache.servers import ROOT, Granian, database_url

STEM = "0123456789abcdef0123456789abcdef"
COPY, LATER = f"/media/{STEM}-320x240.jpg", f"/media/{STEM[::-1]}-320x240.jpg"
A_SECOND = 2.1  # nginx counts whole ones: what comes at the end of one stands for all of the next
SIZES = [{"width": 320, "height": 240, "box": [0, 0, 640, 480], "formats": ["jpg"]}]


@pytest.fixture(scope="module")
def db(django_db_setup, django_db_blocker):
    """In the place of pytest-django's: rows of the whole module, which another process sees."""
    with django_db_blocker.unblock():
        assert connection.settings_dict["NAME"].startswith("test_")
        yield
        call_command(
            "flush", verbosity=0, interactive=False, allow_cascade=False, inhibit_post_migrate=True
        )


@pytest.fixture(scope="module")
def story(db):
    return an_edition(slug="night-ferry", headline="Night ferry sails")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("nginx")


@pytest.fixture(scope="module")
def pictures(db, folder):
    """One that readers may have, and one whose time is to come."""
    (folder / "media").mkdir()
    (folder / "media" / "ferry.jpg").write_bytes(a_picture((640, 480)))
    now, row = timezone.now(), {"source": "ferry.jpg", "sizes": SIZES, "photo_key": "0" * 32}
    PublicPicture.objects.create(stem=STEM[::-1], public_from=now + timedelta(hours=1), **row)
    return PublicPicture.objects.create(stem=STEM, public_from=now, **row)


@pytest.fixture(scope="module")
def server(story, pictures, folder):
    environment = {
        "NEWSROOM_DEBUG": "0",
        "NEWSROOM_VAR": str(folder),
        "NEWSROOM_MEDIA": str(folder / "media"),
        "DJANGO_SETTINGS_MODULE": "newsroom.settings",
    }
    subprocess.run(
        [sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity", "0"],
        check=True,
        cwd=ROOT,
        env={**os.environ, **environment},
    )
    server = Granian(database_url(), folder, workers=1, **environment)
    yield server
    if server.process.poll() is None:
        server.stop()


@pytest.fixture(scope="module")
def nginx(server, folder):
    nginx = Nginx(folder, upstream=f"127.0.0.1:{server.port}", static=folder / "static")
    yield nginx
    nginx.stop()


def test_a_page_is_kept_for_a_second(nginx, story):
    address = story.get_absolute_url()
    first, second = nginx.ask(address), nginx.ask(address)
    time.sleep(A_SECOND)
    later = nginx.ask(address)

    assert [one.cache for one in (first, second, later)] == ["MISS", "HIT", "REVALIDATED"]
    assert {one.status for one in (first, second, later)} == {200}
    assert b"Night ferry sails" in first.body == second.body == later.body
    assert first.headers["Cache-Control"].startswith("public, max-age=0, s-maxage=1")
    for name in ("Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy"):
        assert len(second.headers.get_all(name)) == 1


def test_who_has_the_page_is_told_so_and_who_takes_gzip_gets_it(nginx, story):
    address = story.get_absolute_url()
    pressed = nginx.ask(address, Accept__Encoding="gzip")
    plain = nginx.ask(address)
    known = nginx.ask(address, If__None__Match=pressed.headers["ETag"])

    assert pressed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(pressed.body) == plain.body
    assert (known.status, known.body) == (304, b"")
    assert nginx.ask(address, method="HEAD").headers["ETag"]


def test_what_an_address_does_not_know_makes_no_entry(nginx, story):
    nginx.ask("/search/?q=ferry")
    same = nginx.ask("/search/?utm_source=x&q=ferry&x[]=1&q=evil")
    story_page = [nginx.ask(f"{story.get_absolute_url()}?{n}={n}").cache for n in range(3)]

    assert same.cache == "HIT"
    assert b"evil" not in same.body
    assert story_page[1:] == ["HIT", "HIT"]
    assert nginx.ask("/search/?q=evil").cache == "MISS"


def test_a_cookie_neither_changes_a_page_nor_gets_into_one(nginx, story):
    address = story.get_absolute_url()
    nginx.ask(address)

    with_cookie = nginx.ask(address, Cookie="desk=secret")

    assert (with_cookie.cache, with_cookie.status) == ("HIT", 200)
    assert "Set-Cookie" not in with_cookie.headers


def test_the_desk_is_never_kept(nginx):
    pages = [nginx.ask("/admin/login/") for _ in range(2)]

    assert {(one.status, one.cache) for one in pages} == {(200, "")}
    assert all("csrftoken" in one.headers["Set-Cookie"] for one in pages)
    assert all("no-store" in one.headers["Cache-Control"] for one in pages)
    assert not any("Content-Encoding" in one.headers for one in pages)


def test_a_host_that_is_not_ours_is_refused_and_changes_nothing(nginx, story):
    address = story.get_absolute_url()

    assert nginx.ask(address, Host="evil.example").status == 400
    assert nginx.ask(address).status == 200


def test_static_files_come_from_the_disk(nginx, folder):
    names = json.loads((folder / "static" / "staticfiles.json").read_text())["paths"]
    plain, hashed = "articles/site/site.css", names["articles/site/site.css"]

    found = nginx.ask(f"/static/{hashed}", Accept__Encoding="gzip")

    assert found.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert found.headers["Content-Type"] == "text/css; charset=utf-8"
    assert found.headers["X-Content-Type-Options"] == "nosniff"
    assert gzip.decompress(found.body) == (folder / "static" / hashed).read_bytes()
    assert nginx.ask(f"/static/{plain}").headers["Cache-Control"] == "public, max-age=60"
    for hidden in ("staticfiles.json", "../secret-key", "%2e%2e/secret-key", "..%2fsecret-key", ""):
        assert nginx.ask(f"/static/{hidden}").status in {400, 403, 404}


def test_static_files_are_for_ever_without_nginx_too(server, folder):
    names = json.loads((folder / "static" / "staticfiles.json").read_text())["paths"]

    found = server.get(f"/static/{names['articles/site/site.css']}")

    assert found.status == 200
    assert "public, immutable" in found.headers["Cache-Control"]
    assert "immutable" not in server.get("/static/articles/site/site.css").headers["Cache-Control"]


def test_pictures_come_from_the_disk_as_long_as_readers_may_have_them(nginx, pictures):
    first, second = nginx.ask(COPY), nginx.ask(COPY)

    assert [(one.status, one.cache) for one in (first, second)] == [(200, "MISS"), (200, "HIT")]
    assert first.body == second.body
    assert nginx.ask(LATER).status == 404
    assert nginx.ask(f"/media/{pictures.source}").status == 404

    PublicPicture.objects.filter(pk=pictures.pk).update(gone_at=timezone.now())
    time.sleep(A_SECOND)
    assert nginx.ask(COPY).status == 410


def test_forms_are_bounded(nginx):
    assert nginx.ask("/", method="POST", body=b"x" * 70_000).status == 413
    assert nginx.ask("/admin/", method="POST", body=b"x" * 26 * 1024 * 1024).status == 413
    assert nginx.ask("/admin/", method="POST", body=b"x" * 70_000).status == 403


def test_trying_passwords_is_slowed_down_but_reading_the_form_is_not(nginx):
    tries = [nginx.ask("/admin/login/", method="POST").status for _ in range(30)]

    assert set(tries) == {403, 429}
    assert nginx.ask("/admin/login/").status == 200


def test_health_is_answered_here(nginx):
    assert [nginx.ask(path).status for path in ("/healthz", "/readyz")] == [200, 200]


def test_requests_are_logged_without_a_person_in_them(nginx):
    nginx.ask("/search/?q=canary", User__Agent="canary", Cookie="canary=1")
    nginx.ask("/preview/canary/")
    nginx.ask("/preview/canary/", method="POST", body=b"x" * 70_000)
    nginx.ask("/x/..//preview/canary%00")
    nginx.ask("/line%0Aend%22/")

    answered = {("/search/", "200"), ("/preview/", "404"), ("/preview/", "413")}
    answered |= {("", "400"), ('/line\nend"/', "404")}
    assert eventually(lambda: answered <= {(one["path"], one["status"]) for one in logged(nginx)})
    assert "canary" not in nginx.log.read_text()
    assert "127.0.0.1" not in nginx.log.read_text()


def test_of_what_was_kept_the_line_is_short(nginx, story):
    address = f"{story.get_absolute_url()}history/"
    tag = nginx.ask(address).headers["ETag"]
    length = len(nginx.ask(address, Accept__Encoding="gzip").body)
    nginx.ask(address, If__None__Match=tag)

    def lines():
        return [one for one in logged(nginx) if one["path"] == address]

    assert eventually(lambda: len(lines()) == 3)
    made, page, unchanged = sorted(lines(), key=lambda one: (one["cache"] == "HIT", one["status"]))
    assert (made["cache"], made["method"], made["status"]) == ("MISS", "GET", "200")
    assert float(made["seconds"]) > 0
    assert float(made["upstream_seconds"]) > 0
    said = {"path": address, "cache": "HIT"}
    assert page == {"time": page["time"], "status": "200", "bytes": f"{length}", **said}
    assert unchanged == {"time": unchanged["time"], "status": "304", "bytes": "0", **said}


def test_each_request_has_one_line(nginx):
    """Made or kept, refused, of the disk, of the desk; in no order, as each worker has its own."""
    asked = {"/corrections/": 2, "/static/once.css": 1, "/admin/once/": 1, "/once/": 1}
    for path, times in asked.items():
        for _ in range(times):
            nginx.ask(path)

    def lines():
        return [one["path"] for one in logged(nginx) if one["path"] in asked]

    assert eventually(lambda: len(lines()) >= sum(asked.values()))
    assert Counter(lines()) == asked


def logged(nginx):
    return [json.loads(line) for line in nginx.log.read_text().splitlines()]


def test_what_is_published_and_withdrawn_shows_within_two_seconds(nginx, story):
    address = story.get_absolute_url()
    of_story = {"slug": story.slug, "story_key": story.story_key, "goes_live_at": timezone.now()}
    of_story["first_published_at"] = story.first_published_at

    an_edition(number=2, headline="Night ferry stays", **of_story)
    time.sleep(A_SECOND)
    assert b"Night ferry stays" in nginx.ask(address).body
    an_edition(number=3, kind="withdrawal", note="Wrong.", **of_story)
    time.sleep(A_SECOND)
    assert nginx.ask(address).status == 410


def test_where_no_newsroom_answers_known_pages_stay(nginx, server, story):
    """The last test of the module: it stops the server."""
    nginx.ask("/")
    server.stop()
    time.sleep(A_SECOND)

    assert (nginx.ask("/").status, nginx.ask("/").cache) == (200, "STALE")
    assert nginx.ask(story.get_absolute_url()).status == 410
    assert nginx.ask(COPY).status == 410
    other = nginx.ask("/about/")
    assert (other.status, other.headers["Cache-Control"]) == (503, "no-store")
    assert b"Back in a moment" in other.body
