"""Wagtail with the same paper: its packages apart from ours, its database beside ours."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psycopg
from psycopg import sql

from benchmarks.speed.paper import Paper
from benchmarks.speed.servers import ROOT, Server, served

PYTHON = ROOT / ".venv" / "peer" / "bin" / "python"
DATABASE = "wagtail"
ABSENT = "Wagtail is not installed. Use `make bench`, which installs it."


@dataclass(frozen=True)
class Peer:
    paper: Paper
    addresses: dict[str, str]
    """The same story, the front and the same section, by our names for them."""

    @contextmanager
    def served(self, *, is_cached: bool = True) -> Iterator[Server]:
        environment = _environment(self.paper)
        environment |= {} if is_cached else {"NEWSROOM_BENCH_UNCACHED": "1"}
        with served(
            "benchmarks.peer.wsgi:application",
            environment,
            self.paper.folder,
            python=str(PYTHON),
        ) as server:
            yield server


def a_peer(paper: Paper, story: str, section: str) -> Peer:
    """Fills it with the paper, while some process of the newsroom keeps PostgreSQL running.

    `story` and `section` are our addresses of those that are measured.
    """
    if not PYTHON.exists():
        raise RuntimeError(ABSENT)
    file = paper.folder / "corpus.json"
    _run(paper, "-m", "benchmarks.speed.corpus", str(file))
    _make_database(paper)
    _run(paper, "-m", "benchmarks.peer.load", str(file), python=str(PYTHON))
    slug = story.strip("/").rpartition("/")[2]
    stories = json.loads(file.read_text(encoding="utf-8"))["stories"]
    its_section = next(one["section"] for one in stories if one["slug"] == slug)
    addresses = {
        "article": f"/{its_section}/{slug}/",
        "front": "/",
        "section": f"/{section.strip('/').rpartition('/')[2]}/",
    }
    return Peer(paper, addresses)


def _run(paper: Paper, *arguments: str, python: str = "") -> None:
    environment = {**os.environ, **paper.environment}
    if python:
        environment |= _environment(paper)
    command = [python or str(ROOT / ".venv" / "bin" / "python"), *arguments]
    subprocess.run(command, check=True, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)


def _make_database(paper: Paper) -> None:
    with psycopg.connect(paper.database_url, autocommit=True) as connection:
        name = sql.Identifier(DATABASE)
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(name))
        connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(name))


def _environment(paper: Paper) -> dict[str, str]:
    return {
        **paper.environment,
        "DJANGO_SETTINGS_MODULE": "benchmarks.peer.settings",
        "NEWSROOM_BENCH_PEER": str(paper.folder / "peer"),
        "NEWSROOM_BENCH_PEER_DATABASE": DATABASE,
    }
