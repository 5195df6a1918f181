"""Locks on files: the kernel gives them back when their holder ends, however it ends."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from newsroom.postgres.refusal import Refusal

try:
    import fcntl

    HERE = True
except ImportError:  # Windows has no such locks; `open_lock` says so
    HERE = False


def open_lock(path: Path) -> int:
    """The lock file's descriptor. No program that this process starts inherits it."""
    if not HERE:
        message = "The embedded PostgreSQL needs Linux or macOS. Set DATABASE_URL here."
        raise Refusal(message)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    if os.geteuid() == 0:  # in a user's own checkout, the user must be able to lock it later
        folder = path.parent.stat()
        os.fchown(descriptor, folder.st_uid, folder.st_gid)
    return descriptor


def share(descriptor: int) -> None:
    """Waits for a shared lock: many processes may have one at the same time."""
    fcntl.flock(descriptor, fcntl.LOCK_SH)


def try_alone(descriptor: int) -> bool:
    """Takes the lock for this process alone, if nobody has it."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


@contextlib.contextmanager
def alone(path: Path) -> Iterator[int]:
    """One process or thread at a time; yields the descriptor, which a program may be lent."""
    descriptor = open_lock(path)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield descriptor
    finally:
        # Unlocked by name: a child forked meanwhile by another thread still has the file open.
        fcntl.flock(descriptor, fcntl.LOCK_UN)
        os.close(descriptor)
