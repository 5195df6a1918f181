"""Publishing while readers read: how soon every worker shows it, and what readers notice."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

import psycopg

from benchmarks.report import Line, Report, table
from benchmarks.speed.paper import Paper, addresses, stories, the_paper
from benchmarks.speed.servers import PATIENCE, Server, worker_of
from benchmarks.speed.shipped import shipped_nginx
from benchmarks.speed.wrk import GZIP, Load, Readers, ask

PUBLISHINGS = 300
PER_SECOND = 5
ROUNDS = 3
SECONDS = 8
CONNECTIONS = 64
SETTLE = 0.05  # seconds from one publishing, seen by all, to the next
PAUSE, LONG_PAUSE = 0.002, 0.02  # seconds between two looks, so that looking is no load of its own
GIVEN_UP = 10.0  # seconds
TURNS = ("article", "other", "front", "section", "feed")
HEADLINE, BODY = re.compile(r"headline-(\d{6})"), re.compile(r"body-(\d{6})")
NEXT = """
INSERT INTO articles_edition SELECT new.* FROM (
    SELECT one FROM articles_edition AS one WHERE slug = %(slug)s ORDER BY number DESC LIMIT 1
) AS newest(old) CROSS JOIN LATERAL jsonb_populate_record(old, jsonb_build_object(
    'id', nextval(pg_get_serial_sequence('articles_edition', 'id')),
    'number', (old).number + 1, 'kind', 'update',
    'goes_live_at', clock_timestamp(), 'composed_at', clock_timestamp(),
    'headline', 'Published as headline-' || %(mark)s,
    'body_html', regexp_replace(
        (old).body_html, '(<p>body-\\d+</p>)?$', '<p>body-' || %(mark)s || '</p>'
    ),
    'digest', md5(%(mark)s)
)) AS new
"""
"""The next edition of a story, as the door writes it: one transaction, which all the triggers see.
Its number stands in the headline and in the body."""


class Published(NamedTuple):
    """When its transaction began, and when PostgreSQL had answered that it is committed."""

    began: float
    committed: float


@dataclass
class Publisher:
    """Publishes the article again and again, each time with the next mark."""

    paper: Paper
    path: str
    mark: int = 0

    def __post_init__(self) -> None:
        self._connection = psycopg.connect(self.paper.database_url, autocommit=True)
        self._slug = self.path.strip("/").rpartition("/")[2]

    def publish(self) -> Published:
        self.mark += 1
        begun = time.perf_counter()
        self._connection.execute(NEXT, {"mark": f"{self.mark:06}", "slug": self._slug})
        return Published(begun, time.perf_counter())

    def close(self) -> None:
        self._connection.close()


@dataclass
class Watcher:
    """Reads pages from one worker again and again, and notes when each mark is first seen.

    `mixed` counts pages that had the marks of two editions, `failed` those that were no page.
    """

    connection: HTTPConnection
    paths: Sequence[str]
    pause: float
    seen: int = 0
    seen_at: dict[int, float] = field(default_factory=dict)
    read: int = 0
    mixed: int = 0
    failed: int = 0

    def watch(self, gone: threading.Event) -> None:
        while not gone.is_set():
            for path in self.paths:
                self._look(path)
                time.sleep(self.pause)

    def _look(self, path: str) -> None:
        try:
            self.connection.request("GET", path)
            response = self.connection.getresponse()
            page = response.read().decode()
        except (OSError, HTTPException):
            self.connection.close()
            self.failed += 1
            return
        self.read += 1
        self.failed += response.status != HTTPStatus.OK
        headlines, bodies = set(HEADLINE.findall(page)), set(BODY.findall(page))
        self.mixed += len(headlines | bodies) > 1 or (bool(bodies) and headlines != bodies)
        self._note(max(map(int, headlines), default=0))

    def _note(self, mark: int) -> None:
        now = time.perf_counter()
        for one in range(self.seen + 1, mark + 1):
            self.seen_at[one] = now
        self.seen = max(self.seen, mark)


def publishing() -> Report:
    paper = the_paper()
    with paper.served(is_apart=True) as server, ExitStack() as stack:
        proxy = _proxy(stack, paper, server)
        asked = addresses(server.port)
        asked["other"] = _other(server, asked["article"])
        publisher = Publisher(paper, asked["article"])
        try:
            publisher.publish()
            readers = _readers(server, proxy, asked)
            loads = _quiet_and_publishing(readers, publisher, paper.folder)
            until, watchers = _until_visible(server, asked, publisher, paper.folder)
        finally:
            publisher.close()
    return _report(loads, until, watchers)


@dataclass
class Pair:
    """Of one round: the load while nothing was published, and while something was."""

    quiet: Load
    publishing: Load


def _quiet_and_publishing(
    readers: Mapping[str, Readers], publisher: Publisher, folder: Path
) -> dict[str, list[Pair]]:
    """Of each kind of readers a pair in each round."""
    found: dict[str, list[Pair]] = {}
    for number in range(1, ROUNDS + 1):
        for name, some in readers.items():
            quiet = ask(some, seconds=SECONDS, folder=folder)
            with _publishing_steadily(publisher):
                while_publishing = ask(some, seconds=SECONDS, folder=folder)
            found.setdefault(name, []).append(Pair(quiet, while_publishing))
            print(
                f"  {number}/{ROUNDS} {name}: p99 {quiet.p99:.1f} ms quiet, "
                f"{while_publishing.p99:.1f} ms publishing, {while_publishing.failed} failed "
                f"{while_publishing.how}",
                flush=True,
            )
    return found


def _proxy(stack: ExitStack, paper: Paper, server: Server) -> Server | None:
    """Nothing else is lost where it does not start."""
    try:
        return stack.enter_context(shipped_nginx(paper, server.port, is_apart=True))
    except (OSError, RuntimeError) as error:
        print(f"  The shipped nginx is not measured: {error}", flush=True)
        return None


def _readers(server: Server, proxy: Server | None, asked: Mapping[str, str]) -> dict[str, Readers]:
    """Of the story that is published itself, and of five kinds of pages in turns."""
    story, turns = asked["article"], tuple(asked[one] for one in TURNS)
    readers = {
        "The story itself": _crowd(server, story),
        "Five pages in turns": _crowd(server, story, *turns),
    }
    if proxy is not None:
        readers["The story, behind the shipped nginx"] = _crowd(proxy, story)
        readers["Five pages, behind the shipped nginx"] = _crowd(proxy, story, *turns)
    return readers


def _crowd(of: Server, story: str, *turns: str) -> Readers:
    return Readers(
        port=of.port,
        path=story,
        paths=turns,
        headers=GZIP,
        connections=CONNECTIONS,
        is_apart=True,
    )


@contextmanager
def _publishing_steadily(publisher: Publisher) -> Iterator[None]:
    gone = threading.Event()

    def publish() -> None:
        begun = time.perf_counter()
        turn = 0
        while not gone.is_set():
            publisher.publish()
            turn += 1
            gone.wait(max(0.0, begun + turn / PER_SECOND - time.perf_counter()))

    thread = threading.Thread(target=publish)
    thread.start()
    try:
        yield
    finally:
        gone.set()
        thread.join()


@dataclass(frozen=True)
class Visible:
    """Milliseconds until the last worker has shown an edition: from the beginning of its
    transaction, and from its commit."""

    from_beginning: float
    from_commit: float


def _until_visible(
    server: Server, asked: Mapping[str, str], publisher: Publisher, folder: Path
) -> tuple[list[Visible], list[Watcher]]:
    readers = _crowd(server, asked["article"])
    watchers = [Watcher(one, [asked["article"]], PAUSE) for one in _one_to_each_worker(server)]
    others = [asked[one] for one in ("front", "section", "feed")]
    rovers = [Watcher(one, others, LONG_PAUSE) for one in _one_to_each_worker(server)]
    until: list[Visible] = []
    with _in_background([*watchers, *rovers]), _under_load(readers, folder):
        for _ in range(PUBLISHINGS):
            published = publisher.publish()
            end = published.committed + GIVEN_UP
            while any(one.seen < publisher.mark for one in watchers):
                if time.perf_counter() > end:
                    message = f"Edition {publisher.mark} was not seen in {GIVEN_UP:g} seconds."
                    raise RuntimeError(message)
                time.sleep(0.001)
            seen = max(one.seen_at[publisher.mark] for one in watchers)
            until.append(Visible(*(1000 * (seen - instant) for instant in published)))
            time.sleep(SETTLE)
    return until, [*watchers, *rovers]


def _one_to_each_worker(server: Server) -> list[HTTPConnection]:
    """Which worker takes a connection is chance: so many are opened until each has one."""
    found: dict[int, HTTPConnection] = {}
    workers = set(server.workers)
    while set(found) != workers:
        connection = HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE)
        connection.request("GET", "/robots.txt")
        connection.getresponse().read()
        worker = worker_of(server, connection.sock.getsockname()[1])
        if worker is None or worker in found:
            connection.close()
        else:
            found[worker] = connection
    return list(found.values())


@contextmanager
def _in_background(watchers: Sequence[Watcher]) -> Iterator[None]:
    gone = threading.Event()
    threads = [threading.Thread(target=one.watch, args=(gone,)) for one in watchers]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        gone.set()
        for thread in threads:
            thread.join()


@contextmanager
def _under_load(readers: Readers, folder: Path) -> Iterator[None]:
    """As long as it lasts: wrk for some seconds at a time."""
    gone = threading.Event()

    def read() -> None:
        while not gone.is_set():
            ask(readers, seconds=2, folder=folder)

    thread = threading.Thread(target=read)
    thread.start()
    try:
        yield
    finally:
        gone.set()
        thread.join()


def _other(server: Server, article: str) -> str:
    return next(path for path in stories(server.port) if path != article)


def _report(
    loads: Mapping[str, Sequence[Pair]], until: Sequence[Visible], watchers: Sequence[Watcher]
) -> Report:
    from_beginning = [one.from_beginning for one in until]
    from_commit = [one.from_commit for one in until]
    read, mixed, failed = (
        sum(getattr(one, name) for one in watchers) for name in ("read", "mixed", "failed")
    )
    failed += sum(pair.publishing.failed for pairs in loads.values() for pair in pairs)
    rows = [
        [
            name,
            f"{median(pair.quiet.p99 for pair in pairs):.1f}",
            f"{median(pair.publishing.p99 for pair in pairs):.1f}",
            f"{_slower(pairs):.2f}",
            f"{median(pair.quiet.rate for pair in pairs):,.0f}",
            f"{median(pair.publishing.rate for pair in pairs):,.0f}",
        ]
        for name, pairs in loads.items()
    ]
    columns = ["", "p99 ms quiet", "p99 ms publishing", "ratio", "/s quiet", "/s publishing"]
    text = (
        f"Until an edition is visible on every worker, with {CONNECTIONS} connections reading as "
        f"fast as they can ({len(until)} publishings): {_times(from_commit)} from its commit; "
        f"{_times(from_beginning)} from the beginning of its transaction.\n\n"
        f"Meanwhile {read:,} pages were read word by word: {mixed} of them had "
        f"something of two editions.\n\n"
        f"Readers at {CONNECTIONS} connections, while {PER_SECOND} editions a second are "
        f"published; {failed} requests failed:\n\n{table(columns, rows)}"
    )
    return Report(
        text=text,
        lines=[
            Line(
                what="Publish to visible on every worker, p99",
                measured=_p99(from_beginning),
                at_most=250,
                unit=" ms",
            ),
            Line(what="Pages with something of two editions", measured=mixed, at_most=0),
            Line(what="Requests that failed during publishing", measured=failed, at_most=0),
            *(
                Line(
                    what=f"p99 during publishing, of the quiet one: {name.lower()}",
                    measured=_slower(pairs),
                    at_most=3,
                )
                for name, pairs in loads.items()
            ),
        ],
    )


def _p99(times: Sequence[float]) -> float:
    return quantiles(times, n=100, method="inclusive")[98]


def _times(times: Sequence[float]) -> str:
    return f"median {median(times):.0f} ms, p99 {_p99(times):.0f}, longest {max(times):.0f}"


def _slower(pairs: Sequence[Pair]) -> float:
    return median(pair.publishing.p99 / pair.quiet.p99 for pair in pairs)
