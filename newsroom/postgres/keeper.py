"""The keeper: waits until the server's last user has gone, stops the server, and ends.

Runs apart from everybody, as `python -m newsroom.postgres.keeper DATA`. It waits for the users'
lock as its sole holder; the kernel gives it that only when every user's process has ended, also
one that was killed. While it holds the lock a newcomer waits, and then starts the server anew.
"""

from __future__ import annotations

import fcntl
import os
import sys
import time
from pathlib import Path

from newsroom.postgres.server import Server, open_lock

GRACE = 2.0
"""Seconds for which the server outlives its last user: commands often come one after another."""


def keep(server: Server) -> None:
    users = server.lock_file("users")
    while True:
        descriptor = open_lock(users)
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        os.close(descriptor)
        time.sleep(GRACE)
        descriptor = open_lock(users)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)  # somebody came back
            continue
        server.stop()
        return  # the lock goes with this process


if __name__ == "__main__":
    os.chdir("/")
    keep(Server(Path(sys.argv[1])))
