"""A story of the demo from the page cache, beside nginx with the same bytes as a file.

Both are asked by `wrk` over loopback, with as many workers as there are cores, in turns; `/healthz`
stands for the least that Django itself can do.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
PYTHON = sys.executable
PROGRAMS = ("wrk", "nginx")
WORKERS = os.cpu_count() or 1
CONNECTIONS = 64
SECONDS = 4
ROUNDS = 3
PATIENCE = 60  # seconds
GZIP = {"Accept-Encoding": "gzip"}
STORY = re.compile(r'href="(/\d{4}/\d\d/\d\d/[\w-]+/)"')
NGINX = """
daemon off; pid {folder}/pid; error_log {folder}/error; worker_processes {workers}; {user}
events {{}}
http {{
    access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000;
    types {{}} default_type "text/html; charset=utf-8";
    server {{
        listen 127.0.0.1:{port} reuseport; root {folder};
        location / {{ add_header Content-Encoding gzip; try_files /page =404; }}
    }}
}}
"""


def page_cache() -> str:
    """One line: requests a second of each, the medians of some rounds, and the ratios."""
    missing = [name for name in PROGRAMS if shutil.which(name) is None]
    if missing:
        return f"page cache  not measured: install {' and '.join(missing)}, then run it again."
    with tempfile.TemporaryDirectory() as name, newsroom(Path(name)) as ours:
        path = STORY.findall(fetch(ours, "/").decode())[0]
        page = fetch(ours, path, headers=GZIP)
        (Path(name) / "page").write_bytes(page)
        with nginx(Path(name)) as files:
            asked = {"ours": (ours, path), "nginx": (files, path), "Django": (ours, "/healthz")}
            rounds = [{one: rate(*asked[one]) for one in asked} for _ in range(ROUNDS)]
    from_memory, from_files, django = (median(turn[one] for turn in rounds) for one in asked)
    return (
        f"page cache  {from_memory:,.0f} stories/s of {len(page):,} bytes; nginx, the same bytes "
        f"{from_files:,.0f}: ratio {from_memory / from_files:.2f}; Django's least {django:,.0f}: "
        f"ratio {from_memory / django:.1f}"
    )


def rate(port: int, path: str) -> float:
    """Requests a second. Raises where one is not answered with 200."""
    said = subprocess.run(
        [
            *(str(shutil.which("wrk")), "-t2", f"-c{CONNECTIONS}", f"-d{SECONDS}"),
            *("-H", "Accept-Encoding: gzip", f"http://127.0.0.1:{port}{path}"),
        ],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    found = re.search(r"Requests/sec:\s*([\d.]+)", said)
    if found is None or "Non-2xx" in said or "Socket errors" in said:
        raise RuntimeError(said)
    return float(found[1])


@contextmanager
def newsroom(folder: Path) -> Iterator[int]:
    """The demo's paper as `make serve` serves it, DEBUG off."""
    places = {"NEWSROOM_VAR": str(folder / "var"), "NEWSROOM_MEDIA": str(folder / "media")}
    environment = {**os.environ, **places}
    for command, debug in (("demo", "1"), ("collectstatic", "0")):
        subprocess.run(
            [PYTHON, ROOT / "manage.py", command, *(["--noinput"] if debug == "0" else [])],
            check=True,
            env={**environment, "NEWSROOM_DEBUG": debug},
            stdout=subprocess.DEVNULL,
        )
    port = free_port()
    granian = [
        *(
            Path(PYTHON).parent / "granian",
            "--interface",
            "wsgi",
            "--no-ws",
            "--log-level",
            "error",
        ),
        *("--backpressure", "64", "--blocking-threads", "8", "--workers", str(WORKERS)),
        *("--host", "127.0.0.1", "--port", str(port), "newsroom.wsgi:application"),
    ]
    with running([str(part) for part in granian], port, environment):
        time.sleep(2)  # for the other workers
        yield port


@contextmanager
def nginx(folder: Path) -> Iterator[int]:
    port = free_port()
    user = "user root;" if os.geteuid() == 0 else ""
    configuration = NGINX.format(folder=folder, port=port, workers=WORKERS, user=user)
    (folder / "nginx.conf").write_text(configuration, encoding="utf-8")
    command = [str(shutil.which("nginx")), "-c", str(folder / "nginx.conf"), "-p", str(folder)]
    with running(command, port, dict(os.environ)):
        yield port


@contextmanager
def running(command: list[str], port: int, environment: dict[str, str]) -> Iterator[None]:
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL)
    try:
        end = time.monotonic() + PATIENCE
        while not answers(port):
            if time.monotonic() > end or process.poll() is not None:
                message = f"{command[0]} does not answer."
                raise RuntimeError(message)
            time.sleep(0.1)
        yield
    finally:
        process.terminate()
        process.wait(PATIENCE)


def answers(port: int) -> bool:
    try:
        fetch(port, "/")
    except OSError:
        return False
    return True


def fetch(port: int, path: str, *, headers: dict[str, str] | None = None) -> bytes:
    with closing(HTTPConnection("127.0.0.1", port, timeout=PATIENCE)) as connection:
        connection.request("GET", path, headers=headers or {})
        return connection.getresponse().read()


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
