"""The keeper: waits until the server's last user has gone, stops the server, and ends.

A script of its own, run apart from everybody: `python -I -S keeper.py DATA SOCKET_FOLDER GRACE`. It
stands on the standard library alone, so that it starts in a blink, stays small, and works even when
the virtual environment has been taken away meanwhile. Its standard input is the keeper's lock.

It waits for the users' lock as its sole holder; the kernel gives it that only when every user's
process has ended, also one that was killed. While it holds the lock, newcomers wait.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import signal
import socket
import sys
import time
from pathlib import Path

SOCKET = ".s.PGSQL.5432"
STEPS = ((signal.SIGINT, 60), (signal.SIGQUIT, 10))
"""PostgreSQL's fast, then its immediate shutdown, and the seconds given to each."""


def keep(data: Path, socket_folder: Path, *, grace: float) -> None:
    users = data.with_name(f"{data.name}.users.lock")
    while True:
        os.close(_sole(users, fcntl.LOCK_EX))
        time.sleep(grace)
        with contextlib.suppress(BlockingIOError):  # somebody came back
            last = _sole(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
            stop(data, socket_folder)
            os.close(sys.stdin.fileno())  # no keeper any more, before the next user is let in
            os.close(last)
            return


def stop(data: Path, socket_folder: Path) -> None:
    """Stops the server that answers on our socket: a number that a dead one left hits nobody."""
    if not _answers(socket_folder / SOCKET):
        return
    pid = _server(data)
    for how, seconds in STEPS:
        if pid and pid == _server(data):
            os.kill(pid, how)
            end = time.monotonic() + seconds
            while pid == _server(data) and time.monotonic() < end:
                time.sleep(0.02)
    if socket_folder.parent != data:
        with contextlib.suppress(OSError):
            socket_folder.rmdir()


def _sole(path: Path, how: int) -> int:
    descriptor = os.open(path, os.O_RDWR | os.O_CLOEXEC)
    try:
        fcntl.flock(descriptor, how)
    except BlockingIOError:
        os.close(descriptor)
        raise
    return descriptor


def _answers(path: Path) -> bool:
    """Whether somebody listens: the kernel refuses the socket of a process that is dead."""
    with socket.socket(socket.AF_UNIX) as caller:
        try:
            caller.connect(str(path))
        except OSError:
            return False
    return True


def _server(data: Path) -> int | None:
    """The server's process number. The server takes its file away as its last act."""
    try:
        return int((data / "postmaster.pid").read_bytes().split()[0])
    except (OSError, ValueError, IndexError):
        return None


if __name__ == "__main__":
    # The process that started us waits for the one that ends here; its child belongs to nobody.
    if os.fork() == 0:
        with contextlib.suppress(FileNotFoundError):  # the whole folder was removed
            keep(Path(sys.argv[1]), Path(sys.argv[2]), grace=float(sys.argv[3]))
