"""A house of its own for each test: a data folder, the visitors who use it, and what runs there."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from newsroom.postgres import users
from newsroom.postgres.locks import try_alone

ROOT = Path(__file__).resolve().parent.parent.parent
WHO_RUNS = "select pg_postmaster_start_time()"
GRACE = 0.2


class Visitor:
    """A process that uses the server until it is told to leave, or is killed."""

    def __init__(self, var: Path, *, grace: float = GRACE, prefix=(), env=None) -> None:
        self.process = subprocess.Popen(
            [*prefix, sys.executable, ROOT / "tests/postgres/visitor.py", ROOT, var, str(grace)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, **(env or {})},
        )

    def order(self, line: str) -> None:
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()

    def answer(self) -> str:
        return self.process.stdout.readline().strip()

    def ask(self, sql: str = WHO_RUNS) -> str:
        self.order(f"ask {sql}")
        return self.answer()

    def leave(self) -> None:
        self._gone(self.process.stdin.close)

    def drop(self) -> None:
        """Ends by os._exit, as some servers end their workers: nothing is cleaned up."""
        self._gone(lambda: self.order("drop 0"))

    def kill(self) -> None:
        self._gone(self.process.kill)

    def _gone(self, how: Callable[[], object]) -> None:
        with contextlib.suppress(BrokenPipeError):
            how()
        self.process.wait(timeout=20)
        with contextlib.suppress(BrokenPipeError):
            self.process.stdin.close()
        self.process.stdout.close()


class House:
    def __init__(self, var: Path) -> None:
        self.var, self.data = var, var / "postgres"
        self.visitors: list[Visitor] = []

    def visitor(self, **details) -> Visitor:
        self.visitors.append(Visitor(self.var, **details))
        return self.visitors[-1]

    @property
    def server(self) -> int:
        return int((self.data / "postmaster.pid").read_text().split()[0])

    @property
    def keepers(self) -> list[int]:
        return running("keeper.py", str(self.data))

    def is_empty(self) -> bool:
        """Nobody serves and nobody keeps. What costs little is looked at first."""
        return (
            not (self.data / "postmaster.pid").exists()
            and _is_free(users.lock_file(self.data, "keeper"))
            and not running(str(self.data))
        )

    def close(self) -> None:
        """Sends everybody away; what a failed test left running is killed."""
        for visitor in self.visitors:
            if not visitor.process.stdout.closed:
                visitor.kill()
        if not eventually(self.is_empty):
            for pid in running(str(self.data)):
                os.kill(pid, signal.SIGKILL)
        self.visitors.clear()


def _is_free(lock: Path) -> bool:
    try:
        descriptor = os.open(lock, os.O_RDWR)
    except FileNotFoundError:
        return True
    free = try_alone(descriptor)
    os.close(descriptor)
    return free


def running(*words: str) -> list[int]:
    """The processes, zombies excepted, that have each of the words in an argument of theirs."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            arguments = (entry / "cmdline").read_text(errors="replace").split("\0")
            if arguments[0] != sys.executable or "visitor.py" not in arguments[1]:
                at_end = [any(argument.endswith(word) for argument in arguments) for word in words]
                found += [int(entry.name)] * all(at_end)
    return found


def eventually(happens: Callable[[], object], *, seconds: float = 15) -> bool:
    end = time.monotonic() + seconds
    while not happens():
        if time.monotonic() > end:
            return False
        time.sleep(0.04)
    return True
