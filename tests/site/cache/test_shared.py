"""What one worker has made, another takes over: two caches stand for two workers of one server."""

from __future__ import annotations

import fcntl
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.conf import settings
from django.db import connection

from articles.site.cache import shared as shared_pages
from articles.site.cache.cache import PageCache
from articles.site.cache.shared import Shared
from articles.site.freshness import code_of
from tests.builders import an_edition
from tests.site.cache.asking import NEW, OLD, STORY, Counted, ask, is_heard
from tests.site.cache.test_fresh import next_edition

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def worker(django, watch, tmp_path):
    """Starts one; `asked` of what stands behind it says which pages it made itself."""

    def start(code="this", folder=tmp_path):
        cache = PageCache(Counted(django), shared=Shared(folder, code))
        cache.watch = watch
        return cache

    return start


def files(tmp_path):
    return [one for one in tmp_path.glob("*/*") if one.stat().st_size]


@pytest.mark.parametrize("path", [STORY, "/", "/feed/", "/search/?q=ferry"])
def test_what_one_has_made_another_takes_over(worker, watch, path):
    an_edition()
    assert is_heard(watch)
    one, other = worker(), worker()

    made, taken = ask(one, path), ask(other, path)

    assert made.status == 200
    assert taken == made
    assert (one._django.asked, other._django.asked) == ([path], [])
    pressed = {"Accept-Encoding": "gzip"}
    assert ask(other, path, headers=pressed) == ask(one, path, headers=pressed)
    known = {"If-None-Match": made.headers["etag"]}
    assert ask(other, path, headers=known).status == 304


def test_it_is_kept_as_if_it_were_ones_own(worker, watch, tmp_path):
    an_edition()
    assert is_heard(watch)
    ask(worker(), STORY)
    other = worker()
    ask(other, STORY)

    for one in files(tmp_path):
        one.unlink()

    assert ask(other, STORY).status == 200
    assert other._django.asked == []


def test_after_a_change_it_is_made_once_more(worker, watch):
    first = an_edition()
    assert is_heard(watch)
    one, other = worker(), worker()
    assert OLD in ask(one, STORY).body
    assert OLD in ask(other, STORY).body

    next_edition(first)
    assert is_heard(watch)

    assert NEW in ask(other, STORY).body
    assert NEW in ask(one, STORY).body
    assert (one._django.asked, other._django.asked) == ([STORY], [STORY])


def test_a_page_that_outlives_a_change_is_asked_for_once(worker, watch):
    an_edition()
    assert is_heard(watch)
    one, other = worker(), worker()
    made = ask(one, STORY)
    ask(other, STORY)

    an_edition(slug="elsewhere", headline="Something else", section_slug="sport")
    assert is_heard(watch)

    assert ask(one, STORY) == ask(other, STORY) == made
    assert len(one._django.asked) + len(other._django.asked) == 2


def test_a_withdrawal_is_taken_over_and_the_story_lies_nowhere(worker, watch, tmp_path):
    first = an_edition()
    assert is_heard(watch)
    one, other = worker(), worker()
    ask(one, STORY)
    next_edition(first, kind="withdrawal", note="The ferry never sank.")
    assert is_heard(watch)

    gone = ask(other, STORY)

    assert not any(OLD in one.read_bytes() for one in files(tmp_path))
    assert gone.status == 410
    assert b"never sank" in gone.body
    assert ask(one, STORY) == gone


def test_no_more_than_one_makes_it_however_many_ask_at_once(worker, watch):
    an_edition()
    assert is_heard(watch)
    workers = [worker() for _ in range(4)]
    door = threading.Barrier(8)

    def reader(number):
        door.wait()
        try:
            return ask(workers[number % 4], STORY)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as readers:
        answers = list(readers.map(reader, range(8)))

    assert answers == [answers[0]] * 8
    assert sorted(len(one._django.asked) for one in workers) == [0, 0, 0, 1]


def test_what_is_not_kept_is_not_shared(worker, watch, tmp_path):
    assert is_heard(watch)
    one, other = worker(), worker()

    assert [ask(one, STORY).status, ask(other, STORY).status] == [404, 404]

    assert files(tmp_path) == []
    assert len(other._django.asked) == 1


def test_workers_of_another_release_share_nothing(worker, watch):
    an_edition()
    assert is_heard(watch)
    ask(worker(), STORY)
    newer = worker(code="another")

    assert ask(newer, STORY).status == 200
    assert newer._django.asked == [STORY]


@pytest.mark.parametrize("spoil", ["cut off", "one letter", "no page at all", "another's"])
def test_a_spoilt_file_is_nothing(worker, watch, tmp_path, spoil):
    an_edition()
    assert is_heard(watch)
    whole = ask(worker(), STORY)
    (file,) = files(tmp_path)
    said = file.read_bytes()
    file.write_bytes(
        {
            "cut off": said[:-100],
            "one letter": said.replace(b"Night", b"Light", 1),
            "no page at all": b"\0" * 50,
            "another's": said.replace(STORY.encode(), b"/2026/11/23/other/", 1),
        }[spoil]
    )
    other = worker()

    assert ask(other, STORY) == whole
    assert other._django.asked == [STORY]
    third = worker()
    assert ask(third, STORY) == whole
    assert third._django.asked == []


def test_without_a_folder_each_makes_its_own(worker, watch, tmp_path):
    an_edition()
    assert is_heard(watch)
    nowhere = tmp_path / "nowhere"

    workers = [worker(folder=nowhere) for _ in range(2)]

    assert [ask(one, STORY).status for one in workers] == [200, 200]
    assert not nowhere.exists()


def test_nobody_waits_for_ever_for_a_colleague(worker, watch, tmp_path, monkeypatch):
    monkeypatch.setattr(shared_pages, "PATIENCE", 0.1)
    an_edition()
    assert is_heard(watch)
    ask(worker(), STORY)
    (file,) = files(tmp_path)

    with file.open("ab") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        other = worker()
        assert ask(other, STORY).status == 200

    assert other._django.asked == [STORY]


def test_a_page_too_large_is_made_by_each(worker, watch, tmp_path, monkeypatch):
    monkeypatch.setattr(shared_pages, "LARGEST", 1000)
    an_edition()
    assert is_heard(watch)

    assert ask(worker(), STORY).status == 200

    assert files(tmp_path) == []


def test_the_code_has_a_name_that_changes_with_it(tmp_path):
    for room in ("articles", "templates"):
        (tmp_path / room / "site").mkdir(parents=True)
    (tmp_path / "requirements.lock").write_text("django==1")
    names = [code_of(tmp_path)]
    for file in ("requirements.lock", "articles/site/page.py", "templates/site/base.html"):
        (tmp_path / file).write_text("something else")
        names.append(code_of(tmp_path))
    (tmp_path / "articles/site/note.txt").write_text("nobody's business")

    assert len(set(names)) == 4
    assert code_of(tmp_path) == names[-1]
    assert code_of(settings.ROOT) not in names


def test_an_outage_is_not_shared_either(worker, watch, tmp_path):
    def django(_environ, start_response):
        start_response("503 Service Unavailable", [("Content-Type", "text/plain")])
        return [b"Back in a moment"]

    assert is_heard(watch)
    cache = PageCache(django, shared=Shared(tmp_path, "this"))
    cache.watch = watch

    assert ask(cache, "/").status == 503
    assert files(tmp_path) == []
