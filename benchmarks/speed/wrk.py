"""Readers who ask as fast as they are answered: wrk, and what it says."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

RATE = re.compile(r"Requests/sec:\s*([\d.]+)")
PERCENTILE = re.compile(r"^\s+(50|99)%\s+([\d.]+)(us|ms|s|m)\s*$", re.MULTILINE)
REFUSED = re.compile(r"Non-2xx or 3xx responses: (\d+)")
BROKEN = re.compile(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)")
MILLISECONDS = {"us": 0.001, "ms": 1.0, "s": 1000.0, "m": 60_000.0}
THREADS = 2
GZIP = {"Accept-Encoding": "gzip"}


@dataclass(frozen=True)
class Load:
    """Requests a second, the median and the 99th percentile in milliseconds, failed requests and
    wrk's words about them."""

    rate: float
    p50: float
    p99: float
    failed: int = 0
    how: str = ""


@dataclass(frozen=True, kw_only=True)
class Readers:
    """Some connections to one server, each asking for `path` or, in turn, for `paths`; `is_apart`
    is as of `servers.running`."""

    port: int
    path: str = "/"
    paths: Sequence[str] = ()
    headers: Mapping[str, str]
    connections: int
    is_apart: bool = False

    def command(self, seconds: int, folder: Path) -> list[str]:
        headers = [part for one in self.headers.items() for part in ("-H", ": ".join(one))]
        return [
            *(str(shutil.which("wrk")), "--latency", f"-t{min(THREADS, self.connections)}"),
            *(f"-c{self.connections}", f"-d{seconds}", *headers),
            *(["-s", str(self._script(folder))] if self.paths else []),
            f"http://127.0.0.1:{self.port}{self.path}",
        ]

    def _script(self, folder: Path) -> Path:
        turns = ", ".join(f'"{path}"' for path in self.paths)
        script = folder / "turns.lua"
        script.write_text(
            f"local turns, at = {{ {turns} }}, 0\n"
            "request = function()\n"
            "  at = at % #turns + 1\n"
            "  return wrk.format(nil, turns[at])\n"
            "end\n",
            encoding="utf-8",
        )
        return script


def ask(readers: Readers, *, seconds: int, folder: Path) -> Load:
    """Raises `RuntimeError`, with what wrk said, where it measured nothing."""
    command = readers.command(seconds, folder)
    said = subprocess.run(
        command, check=False, capture_output=True, text=True, start_new_session=readers.is_apart
    )
    return understood(said.stdout + said.stderr)


def understood(said: str) -> Load:
    rate = RATE.search(said)
    times = {
        found[1]: float(found[2]) * MILLISECONDS[found[3]] for found in PERCENTILE.finditer(said)
    }
    if rate is None or len(times) < len(("50", "99")):
        raise RuntimeError(said)
    refused, broken = REFUSED.search(said), BROKEN.search(said)
    failed = int(refused[1]) if refused else 0
    failed += sum(map(int, broken.groups())) if broken else 0
    how = "; ".join(one[0] for one in (refused, broken) if one)
    return Load(float(rate[1]), times["50"], times["99"], failed, how)


def middle(loads: Sequence[Load]) -> Load:
    """The medians of some rounds; of the failed requests all."""
    return Load(
        median(one.rate for one in loads),
        median(one.p50 for one in loads),
        median(one.p99 for one in loads),
        sum(one.failed for one in loads),
        "; ".join(one.how for one in loads if one.how),
    )
