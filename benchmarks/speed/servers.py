"""What answers: granian and nginx, started for a while, and how much memory they take."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
WORKERS = os.cpu_count() or 1
THREADS = 8
FLAGS = (
    *("--interface", "wsgi", "--no-ws", "--backpressure", "2048"),
    *("--blocking-threads", str(THREADS)),
)
"""As `make serve` has them, for everybody."""
PATIENCE = 60  # seconds
FILES = """
daemon off; pid {folder}/pid; error_log {folder}/error; worker_processes {workers}; {user}
events {{}}
http {{
    access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000;
    types {{}} default_type "text/html; charset=utf-8";
    server {{
        listen 127.0.0.1:{port} reuseport; root {folder};
        location / {{ add_header Content-Encoding gzip; }}
    }}
}}
"""
CANNOT = "{} does not answer. Its last words: {}"


@dataclass(frozen=True)
class Server:
    port: int
    process: subprocess.Popen[bytes]

    @property
    def workers(self) -> list[int]:
        """The processes that answer readers: the children that have files open on the port."""
        pid = self.process.pid
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
        return [one for one in map(int, children.split()) if _threads(one) > 1]


@dataclass(frozen=True)
class Got:
    status: int
    headers: Mapping[str, str]
    body: bytes


def fetch(port: int, path: str, *, headers: Mapping[str, str] | None = None) -> Got:
    with closing(HTTPConnection("127.0.0.1", port, timeout=PATIENCE)) as connection:
        connection.request("GET", path, headers=dict(headers or {}))
        response = connection.getresponse()
        given = {name.lower(): value for name, value in response.getheaders()}
        return Got(response.status, given, response.read())


def granian(
    application: str,
    environment: Mapping[str, str],
    folder: Path,
    *,
    python: str = sys.executable,
    path: str = "/",
) -> Iterator[Server]:
    """The application with as many workers as there are cores; it answers at `path`."""
    port = free_port()
    command = [
        *(python, "-m", "granian", *FLAGS, "--log-level", "error", "--workers", str(WORKERS)),
        *("--host", "127.0.0.1", "--port", str(port), application),
    ]
    with running(command, port, environment, folder, path=path) as server:
        yield server


served = contextmanager(granian)


@contextmanager
def nginx_of_files(folder: Path) -> Iterator[Server]:
    """The files of a folder, pressed already, as they are."""
    user = "user root;" if os.geteuid() == 0 else ""
    port = free_port()
    text = FILES.format(folder=folder, port=port, workers=WORKERS, user=user)
    with nginx(text, port, folder) as server:
        yield server


@contextmanager
def nginx(text: str, port: int, folder: Path, *, is_apart: bool = False) -> Iterator[Server]:
    configuration = folder / f"nginx-{port}.conf"
    configuration.write_text(text, encoding="utf-8")
    command = [str(shutil.which("nginx")), "-c", str(configuration), "-p", str(folder)]
    with running(command, port, {}, folder, is_apart=is_apart) as server:
        yield server


@contextmanager
def running(
    command: list[str],
    port: int,
    environment: Mapping[str, str],
    folder: Path,
    *,
    path: str = "/",
    is_apart: bool = False,
) -> Iterator[Server]:
    """The server on that port, as soon as it answers at `path`.

    `is_apart` gives it a session of its own, as an operating system gives one to each service:
    Linux deals out the processor to sessions first (`sched_autogroup`), and PostgreSQL, which has
    one, would starve for a second at a time beside one that has all the others in it.
    """
    said = folder / f"server-{port}.log"
    with said.open("wb") as log:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, **environment},
            stdout=log,
            stderr=log,
            start_new_session=is_apart,
        )
        try:
            end = time.monotonic() + PATIENCE
            while not answers(port, path):
                if time.monotonic() > end or process.poll() is not None:
                    raise RuntimeError(CANNOT.format(command[0], said.read_text()[-2000:]))
                time.sleep(0.02)
            yield Server(port, process)
        finally:
            process.terminate()
            process.wait(PATIENCE)


def answers(port: int, path: str) -> bool:
    try:
        fetch(port, path)
    except (OSError, HTTPException):
        return False
    return True


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def memory(server: Server) -> tuple[float, float]:
    """MB of one worker, the median of all: resident, and in proportion where it is shared."""
    every = [_memory(pid) for pid in server.workers]
    return median(one[0] for one in every), median(one[1] for one in every)


def _memory(pid: int) -> tuple[float, float]:
    text = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    kib = {found[1]: int(found[2]) for found in re.finditer(r"^(Rss|Pss):\s+(\d+) kB", text, re.M)}
    return kib["Rss"] * 1024 / 1e6, kib["Pss"] * 1024 / 1e6


def _threads(pid: int) -> int:
    return len(list(Path(f"/proc/{pid}/task").iterdir()))


def worker_of(server: Server, own_port: int) -> int | None:
    """Which worker holds the other end of a connection from this port of ours."""
    ends = f":{server.port:04X} 0100007F:{own_port:04X}"
    lines = Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()
    sockets = {f"socket:[{one.split()[9]}]" for one in lines if ends in one}
    for pid in server.workers:
        for file in Path(f"/proc/{pid}/fd").iterdir():
            try:
                if str(file.readlink()) in sockets:
                    return pid
            except OSError:  # closed meanwhile
                continue
    return None
