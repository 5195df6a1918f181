"""Starts the server: granian, with the options that belong together. `python -m newsroom.serve`

Each option is granian's own, and may be set by granian's own variable: `GRANIAN_PORT`,
`GRANIAN_WORKERS`, `GRANIAN_UDS`, `GRANIAN_LOG_ACCESS_ENABLED=1` … (`granian --help` names them).
What is set already stays.

This process then becomes granian's, which knows nothing of the newsroom but how to write its log:
after `SIGHUP` new workers load what lies on the disk then, of our code and of what it needs.
"""

from __future__ import annotations

import os
import resource
import shutil
import socket
import stat
import sys
from contextlib import suppress
from pathlib import Path

from articles.site.cache.lines import LINES
from newsroom import environment, settings

APPLICATION = "newsroom.wsgi:application"
THREADS = 8
"""Requests that a worker answers at once, where it has to ask Django: more would wait for each
other, since Python runs one at a time, and each holds a connection to PostgreSQL."""
OPEN = 2048
"""Connections that a worker holds, those included on which nobody asks anything just now: a proxy
and a browser keep theirs. Beyond that a worker takes no more, and whoever comes then is not
answered before somebody leaves."""
FILES = 512
"""Other files that a worker may have open: PostgreSQL's connections, pictures, logs, libraries."""
CONNECTIONS = 72
"""To PostgreSQL, for all workers together: it takes 100 unless it is told otherwise, and commands,
the queue's worker and the workers that come up in a reload need some, too."""
LARGEST = 1024
"""MiB of memory, after which a worker is replaced: kept pages take 64, the rest is some 150."""
STARTING = 8
"""Seconds that a new worker has until the one that it replaces goes: it has to load Django."""
LAST_REQUESTS = 30
"""Seconds that a worker on its way out has for what it is answering."""


def main() -> None:
    for name, value in options(os.cpu_count() or 1).items():
        os.environ.setdefault(name, value)
    os.environ.setdefault("NEWSROOM_POOL", str(pool_size()))
    clear_away()
    os.environ["NEWSROOM_PAGES"] = str(pages())
    _let_files_be_open()
    os.chdir(settings.ROOT)
    os.execv(sys.executable, [sys.executable, "-m", "granian", APPLICATION])  # noqa: S606


def options(cores: int) -> dict[str, str]:
    return {
        "GRANIAN_INTERFACE": "wsgi",
        "GRANIAN_WEBSOCKETS": "false",
        "GRANIAN_WORKERS": str(cores),
        "GRANIAN_BLOCKING_THREADS": str(THREADS),
        "GRANIAN_BACKPRESSURE": str(OPEN),
        "GRANIAN_RESPAWN_INTERVAL": str(STARTING),
        "GRANIAN_WORKERS_KILL_TIMEOUT": str(LAST_REQUESTS),
        "GRANIAN_WORKERS_MAX_RSS": str(LARGEST),
        "GRANIAN_RESPAWN_FAILED_WORKERS": "true",
        "GRANIAN_PID_FILE": str(settings.VAR / "server.pid"),
        "GRANIAN_LOG_CONFIG": str(settings.ROOT / "newsroom" / "log.json"),
    }


def pool_size() -> int:
    """Connections of each worker: one for each thread, or fewer where there are many workers.

    The page cache has `LINES` more, or as many as the pool where that is smaller; and one for its
    watch.
    """
    workers = max(1, environment.number("GRANIAN_WORKERS"))
    threads = environment.number("GRANIAN_BLOCKING_THREADS")
    each = CONNECTIONS // workers - 1
    return min(threads, max(2, each - LINES, min(LINES, each // 2)))


def clear_away() -> None:
    """Takes away what a killed server has left, over which the next one would stumble."""
    kept = Path(os.environ["GRANIAN_PID_FILE"])
    kept.parent.mkdir(parents=True, exist_ok=True)
    with suppress(OSError, ValueError):
        if not _is_a_server(int(kept.read_text(encoding="ascii"))):
            kept.unlink()
    place = os.environ.get("GRANIAN_UDS")
    if place and _is_dead(Path(place)):
        Path(place).unlink()


def pages() -> Path:
    """An empty folder for the pages that this server's workers share: with other settings, pages
    may be others."""
    folder = settings.VAR / "pages" / str(os.getpid())
    for left in folder.parent.glob("*"):
        if not (left.name.isdecimal() and _is_a_server(int(left.name))) or left == folder:
            shutil.rmtree(left, ignore_errors=True)
    with suppress(OSError):
        folder.mkdir(parents=True)
    return folder


def _let_files_be_open() -> None:
    """Each connection is a file to the kernel, which lets a process have 1,024 unless it asks."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = OPEN + FILES if hard == resource.RLIM_INFINITY else min(OPEN + FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def _is_a_server(process: int) -> bool:
    """A number means little: after a crash it may be any program's."""
    command = Path(f"/proc/{process}/cmdline")
    if Path("/proc/self/cmdline").exists():
        return command.exists() and APPLICATION.encode() in command.read_bytes()
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def _is_dead(place: Path) -> bool:
    """Whether it is a socket on which nobody listens."""
    if not place.exists() or not stat.S_ISSOCK(place.stat().st_mode):
        return False
    with socket.socket(socket.AF_UNIX) as caller:
        try:
            caller.connect(str(place))
        except ConnectionRefusedError:
            return True
    return False


if __name__ == "__main__":
    main()
