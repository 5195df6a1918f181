"""Readers' pages from all that could serve them, in turns: requests a second, times, memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from statistics import median

from benchmarks.report import Line, Report, table
from benchmarks.speed.paper import Paper, addresses, the_paper
from benchmarks.speed.peer import Peer, a_peer
from benchmarks.speed.servers import Server, fetch, memory, nginx_of_files, served
from benchmarks.speed.shipped import shipped_nginx
from benchmarks.speed.wrk import GZIP, Load, Readers, ask, middle

ROUNDS = 3
SECONDS = 3
SHORTLY = 1
ONE, MANY = 1, 64
PAGES = ("article", "front", "section", "feed", "search")

FILES = "nginx, the same bytes as a file"
RAW = "raw WSGI, the same bytes"
WARM, KNOWN = "Newsroom, from memory", "Newsroom, 304"
ANEW = "Newsroom, made anew for each request"
PROXIED = "Newsroom behind the shipped nginx"
PROXIED_KNOWN = f"{PROXIED}, 304"
BARE = "Django, one query, without middleware"
STARTPROJECT = "Django, one query, as `startproject` makes it"
WAGTAIL, WAGTAIL_ANEW = "Wagtail, from its cache", "Wagtail, without its cache"
COUNTED = (WARM, BARE, STARTPROJECT, WAGTAIL)
"""Those whose memory is looked at."""
ABOUT = """All are behind the same server, a worker for each core, on one PostgreSQL.
“Made anew” keeps nothing of a page: each request makes it. A story is put together from its plate,
which was printed when it was published, with what is related to it and how old it is, which each
request finds out. As after any publication, the frame of the other pages, teasers, related stories'
lines and a feed's items are not printed again where the same were printed before, and JSON that was
read before is not read again. “In proportion” counts memory that processes share by its share.
Search behind the shipped nginx is not measured: it lets nobody search more than a few times a
second."""
LIMITED = ("search",)
"""Pages of which the shipped nginx lets nobody have many."""
FOLDER = "files"
Name = tuple[str, str, int]
"""Who is asked, for which page, on how many connections."""


@dataclass(frozen=True)
class Case:
    """Who is asked for which page, in what state; at so many connections."""

    who: str
    page: str
    readers: Readers

    @property
    def name(self) -> Name:
        return self.who, self.page, self.readers.connections


Found = Mapping[Name, Sequence[Load]]


def pages() -> Report:
    paper = the_paper()
    with ExitStack() as servers:
        ours = servers.enter_context(paper.served())
        asked = addresses(ours.port)
        peer = _peer(paper, asked)
        _write_files(paper.folder / FOLDER, ours, asked)
        started = _start(servers, paper, ours, peer)
        cases = list(_cases(started, asked, peer.addresses if peer else {}))
        found = _rounds(cases, paper.folder)
        takes = {who: memory(server) for who, server in started.items() if who in COUNTED}
    return Report(text=_text(found, takes), lines=_lines(found))


def _peer(paper: Paper, asked: Mapping[str, str]) -> Peer | None:
    """Nothing else is lost where the peer cannot be had."""
    try:
        return a_peer(paper, asked["article"], asked["section"])
    except Exception as error:
        print(f"  Wagtail is not measured: {error}", flush=True)
        return None


def _start(servers: ExitStack, paper: Paper, ours: Server, peer: Peer | None) -> dict[str, Server]:
    """All that is to be had: what does not start is told, and missing in the tables."""
    folder, environment = paper.folder, paper.environment
    page = {**environment, "NEWSROOM_BENCH_PAGE": str(folder / FOLDER / "article")}
    bare = {**environment, "NEWSROOM_BENCH_BARE": "1"}
    least = "benchmarks.speed.least:application"
    wanted: dict[str, AbstractContextManager[Server]] = {
        FILES: nginx_of_files(folder / FOLDER),
        RAW: served("benchmarks.speed.raw:application", page, folder),
        PROXIED: shipped_nginx(paper, ours.port),
        ANEW: served("benchmarks.speed.anew:application", paper.serving, folder),
        STARTPROJECT: served(least, environment, folder),
        BARE: served(least, bare, folder),
    }
    if peer is not None:
        wanted |= {WAGTAIL: peer.served(), WAGTAIL_ANEW: peer.served(is_cached=False)}
    started = {WARM: ours}
    for who, server in wanted.items():
        try:
            started[who] = servers.enter_context(server)
        except Exception as error:
            print(f"  Not measured: {who}. {error}", flush=True)
    return started


def _write_files(folder: Path, ours: Server, asked: Mapping[str, str]) -> None:
    """The pages' bytes as they go out, for who serves files."""
    folder.mkdir(exist_ok=True)
    for page, path in asked.items():
        (folder / page).write_bytes(fetch(ours.port, path, headers=GZIP).body)


def _cases(
    started: Mapping[str, Server], asked: Mapping[str, str], of_peer: Mapping[str, str]
) -> Iterator[Case]:
    """Next to each other those that are set in a ratio."""
    for page, path in asked.items():
        known = {**GZIP, "If-None-Match": fetch(started[WARM].port, path).headers["etag"]}
        ways = [
            (FILES, FILES, f"/{page}", GZIP),
            (WARM, WARM, path, GZIP),
            (KNOWN, WARM, path, known),
            (ANEW, ANEW, path, GZIP),
        ]
        if page not in LIMITED:
            ways += [(PROXIED, PROXIED, path, GZIP), (PROXIED_KNOWN, PROXIED, path, known)]
        if page in of_peer:
            ways.append((WAGTAIL, WAGTAIL, of_peer[page], GZIP))
        if page == "article":
            ways += [(one, one, "/", GZIP) for one in (BARE, STARTPROJECT, RAW)]
            ways += [(WAGTAIL_ANEW, WAGTAIL_ANEW, of_peer[page], GZIP)] if of_peer else []
        for who, server, address, headers in ways:
            for connections in (ONE, MANY) if server in started else ():
                readers = Readers(
                    port=started[server].port,
                    path=address,
                    headers=headers,
                    connections=connections,
                )
                yield Case(who, page, readers)


def _rounds(cases: Sequence[Case], folder: Path) -> Found:
    """Each case once in each round, after a first turn that is not counted.

    A line as each is done. What fails is told, and left out.
    """
    found: dict[Name, list[Load]] = {case.name: [] for case in cases}
    print(f"  warming up {len(cases)} cases …", flush=True)
    for number in range(ROUNDS + 1):
        for case in (one for one in cases if one.name in found):
            try:
                if number == 0:
                    _warm_up(case, folder)
                else:
                    found[case.name].append(_measured(case, number, folder))
            except (OSError, HTTPException, RuntimeError) as error:
                print(f"  Not measured: {case.name}. {error}", flush=True)
                del found[case.name]
    return found


def _measured(case: Case, number: int, folder: Path) -> Load:
    load = ask(case.readers, seconds=SECONDS, folder=folder)
    who, page, connections = case.name
    failed = f", {load.failed} FAILED: {load.how}" if load.failed else ""
    print(
        f"  {number}/{ROUNDS} {page} c{connections} {load.rate:9,.0f}/s  {who}{failed}", flush=True
    )
    return load


def _warm_up(case: Case, folder: Path) -> None:
    """Raises `RuntimeError` where the answer is not the one that is to be measured."""
    got = fetch(case.readers.port, case.readers.path, headers=case.readers.headers)
    wanted = "304" if "If-None-Match" in case.readers.headers else "200"
    if str(got.status) != wanted:
        message = f"{case.readers.path} answers {got.status} instead of {wanted}."
        raise RuntimeError(message)
    ask(case.readers, seconds=SHORTLY, folder=folder)


def _ratio(found: Found, one: Name, other: Name) -> float:
    """Of the rates, the median over the rounds; NaN where one was not measured."""
    if one not in found or other not in found:
        return float("nan")
    return median(a.rate / b.rate for a, b in zip(found[one], found[other], strict=True))


def _lines(found: Found) -> list[Line]:
    def of(who: str, other: str) -> float:
        return _ratio(found, (who, "article", MANY), (other, "article", MANY))

    return [
        Line(what="Warm article, of nginx’s rate", measured=of(WARM, FILES), at_least=0.50),
        Line(
            what="Warm article, of Wagtail’s from its cache", measured=of(WARM, WAGTAIL), at_least=5
        ),
        Line(
            what="Article behind the shipped nginx, of nginx’s",
            measured=of(PROXIED, FILES),
            at_least=0.90,
        ),
        Line(
            what="Article made anew, of the smallest Django view’s with one query",
            measured=of(ANEW, BARE),
            at_least=0.60,
        ),
        Line(what="304, of the warm article’s", measured=of(KNOWN, WARM), at_least=1),
    ]


def _text(found: Found, takes: Mapping[str, tuple[float, float]]) -> str:
    parts = [f"### {page.capitalize()}\n\n{_table(found, page)}" for page in PAGES]
    rows = [[who, f"{rss:.0f} MB", f"{pss:.0f} MB"] for who, (rss, pss) in takes.items()]
    columns = ["", "resident", "in proportion where shared"]
    parts.append(f"### Memory of a worker, after all this\n\n{table(columns, rows)}")
    return "\n\n".join([ABOUT, *parts])


def _table(found: Found, page: str) -> str:
    columns = ["", "c1/s", "p50 ms", "p99 ms", "c64/s", "p50 ms", "p99 ms", "of nginx, c64"]
    rows = []
    for who, of, connections in found:
        if of != page or connections != MANY:
            continue
        one, many = (middle(found[who, page, number]) for number in (ONE, MANY))
        ratio = _ratio(found, (who, page, MANY), (FILES, page, MANY))
        failed = one.failed + many.failed
        name = f"{who} ({failed} failed)" if failed else who
        rows.append([name, *_numbers(one), *_numbers(many), f"{ratio:.3f}"])
    return table(columns, rows)


def _numbers(load: Load) -> list[str]:
    return [f"{load.rate:,.0f}", f"{load.p50:.2f}", f"{load.p99:.2f}"]
