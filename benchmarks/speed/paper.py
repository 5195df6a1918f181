"""The demo's paper, printed once: a folder with its database, its pictures and its static files."""

from __future__ import annotations

import atexit
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import psycopg

from benchmarks.speed.servers import (
    PATIENCE,
    ROOT,
    THREADS,
    WORKERS,
    Server,
    fetch,
    free_port,
    running,
)
from newsroom.postgres import databases_entry

STORY = re.compile(r'href="(/\d{4}/\d\d/\d\d/[\w-]+/)"')
SECTION = re.compile(r'href="(/section/[\w-]+/)"')
PROGRAMS = ("wrk", "nginx")


@dataclass(frozen=True)
class Paper:
    folder: Path

    @property
    def environment(self) -> dict[str, str]:
        """Where the newsroom finds it, and the benchmark's own applications its database."""
        entry = databases_entry(self.folder / "var")
        return {
            "NEWSROOM_VAR": str(self.folder / "var"),
            "NEWSROOM_MEDIA": str(self.folder / "media"),
            "NEWSROOM_DEBUG": "0",
            "DATABASE_URL": "",
            "DJANGO_SETTINGS_MODULE": "newsroom.settings",
            "NEWSROOM_BENCH_DATABASE": entry["NAME"],
            "NEWSROOM_BENCH_USER": entry["USER"],
            "NEWSROOM_BENCH_HOST": entry["HOST"],
            "NEWSROOM_BENCH_PORT": entry["PORT"],
        }

    @property
    def serving(self) -> dict[str, str]:
        """The same for a process that serves: it has a pool of connections, one for each thread."""
        return {**self.environment, "NEWSROOM_POOL": str(THREADS)}

    @property
    def database_url(self) -> str:
        """Of its PostgreSQL, which runs as long as a process of the newsroom does."""
        given = self.environment
        name, user = given["NEWSROOM_BENCH_DATABASE"], given["NEWSROOM_BENCH_USER"]
        return f"postgresql://{user}@/{name}?host={given['NEWSROOM_BENCH_HOST']}"

    def command(self, *arguments: str, debug: bool = False) -> str:
        """Runs a command of manage.py; answers what it printed."""
        environment = {**os.environ, **self.environment, "NEWSROOM_DEBUG": str(int(debug))}
        command = [sys.executable, str(ROOT / "manage.py"), *arguments]
        return subprocess.run(
            command, check=True, env=environment, stdout=subprocess.PIPE, text=True
        ).stdout

    @contextmanager
    def served(self, *, is_apart: bool = False) -> Iterator[Server]:
        """By the production server as `make serve` starts it, DEBUG off."""
        port = free_port()
        environment = {
            **self.serving,
            "GRANIAN_PORT": str(port),
            "GRANIAN_PID_FILE": str(self.folder / f"server-{port}.pid"),
            "GRANIAN_LOG_LEVEL": "error",
        }
        command = [sys.executable, "-m", "newsroom.serve"]
        with running(command, port, environment, self.folder, is_apart=is_apart) as server:
            yield server


@cache
def the_paper() -> Paper:
    """Made on first use, and thrown away when this process ends.

    Raises `RuntimeError` where a program to measure with is not installed.
    """
    missing = [name for name in PROGRAMS if shutil.which(name) is None]
    if missing:
        message = f"Install {' and '.join(missing)}, then run it again."
        raise RuntimeError(message)
    folder = Path(tempfile.mkdtemp(prefix="newsroom-bench-"))
    atexit.register(_throw_away, folder)
    paper = Paper(folder)
    paper.command("demo", debug=True)
    _let_many_connect(paper)
    paper.command("collectstatic", "--noinput")
    paper.command("cut_plates")  # those of a server without DEBUG
    return paper


def _let_many_connect(paper: Paper) -> None:
    """So many servers at once have more threads than PostgreSQL takes connections by itself."""
    with psycopg.connect(paper.database_url, autocommit=True) as connection:
        connection.execute(f"ALTER SYSTEM SET max_connections = {100 + 8 * THREADS * WORKERS}")
    _wait_until_stopped(paper.folder)


def _wait_until_stopped(folder: Path) -> None:
    """PostgreSQL stops some seconds after its last user has gone."""
    end = time.monotonic() + PATIENCE
    while (folder / "var" / "postgres" / "postmaster.pid").exists() and time.monotonic() < end:
        time.sleep(0.2)


def _throw_away(folder: Path) -> None:
    _wait_until_stopped(folder)
    shutil.rmtree(folder, ignore_errors=True)


def addresses(port: int) -> dict[str, str]:
    """The pages that are measured: the first story and section of the front, and the others."""
    front = fetch(port, "/").body.decode()
    return {
        "article": stories(port)[0],
        "front": "/",
        "section": SECTION.findall(front)[0],
        "feed": "/feed/",
        "search": "/search/?q=harbour",
    }


def stories(port: int) -> list[str]:
    """The stories of the front, in its order."""
    return STORY.findall(fetch(port, "/").body.decode())
