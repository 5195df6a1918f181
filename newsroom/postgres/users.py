"""Who uses the server: each process that does holds a shared lock; a keeper waits for the last.

Two lock files stand beside the data. `.users.lock`: held shared by every process that uses the
server. `.keeper.lock`: held by the keeper as long as it lives, so that anybody can tell.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from newsroom.postgres.account import environment
from newsroom.postgres.locks import open_lock, share, try_alone
from newsroom.postgres.refusal import Refusal

KEEPER = Path(__file__).with_name("keeper.py")
GRACE = 2.0
"""Seconds for which the server outlives its last user: commands often come one after another."""

_held: dict[Path, int] = {}  # data folder -> this process's shared lock, kept until it ends


class NoKeeper(Refusal):
    def __init__(self, error: Exception) -> None:
        super().__init__(f"The process that stops the embedded PostgreSQL did not start: {error}")


def lock_file(data: Path, name: str) -> Path:
    return data.with_name(f"{data.name}.{name}.lock")


def hold(data: Path) -> None:
    """Makes this process a user until it ends; waits while the keeper is stopping the server.

    A forked child shares its parent's lock, and so remains a user when the parent ends first.
    """
    if _is_held(data):
        return
    data.parent.mkdir(parents=True, exist_ok=True)
    descriptor = open_lock(lock_file(data, "users"))
    share(descriptor)
    _held[data] = descriptor  # a thread that was quicker keeps its lock as well: no harm


def _is_held(data: Path) -> bool:
    """Whether our lock is on the file that is there now: the whole folder may have been removed."""
    try:
        return os.path.samestat(os.fstat(_held[data]), lock_file(data, "users").stat())
    except (KeyError, OSError):
        return False


def ensure_keeper(data: Path, socket_folder: Path) -> None:
    """Starts a keeper unless one lives. It outlives this process, its session and Ctrl-C."""
    descriptor = open_lock(lock_file(data, "keeper"))
    try:
        if try_alone(descriptor):
            # The keeper gets the locked file as its standard input: of all its files the one that
            # the kernel closes first, so that whoever is let in by its end finds no keeper.
            subprocess.run(
                [sys.executable, "-I", "-S", KEEPER, data, socket_folder, str(GRACE)],
                check=True,
                cwd="/",
                env=environment(),
                stdin=descriptor,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
    except (OSError, subprocess.CalledProcessError) as error:
        raise NoKeeper(error) from error
    finally:
        os.close(descriptor)
