"""One server for one data folder, on a private socket, started by whoever comes first."""

from __future__ import annotations

import hashlib
import os
import shlex
import stat
import subprocess
import time
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from pathlib import Path

from newsroom.postgres import binaries, cluster, postmaster, users
from newsroom.postgres.account import Account, account, environment
from newsroom.postgres.locks import alone
from newsroom.postgres.refusal import Refusal

PORT = 5432  # only names the socket: nothing listens on the network
LONGEST_SOCKET = 100  # bytes; macOS allows 103 for the socket's whole path, Linux 107
AMBIGUOUS = frozenset(',"\n')  # would end the folder's name in PostgreSQL's list of folders
TEMP = Path("/tmp")  # noqa: S108  (TMPDIR may be long itself, and two processes must agree)
PATIENCE = 15.0
"""Seconds for which a start is tried again while remains of a killed server are in the way."""
RECOVERY = 600
"""Seconds that a server may take to mend its data after a crash."""
REMAINS = ("shared memory block", "lock file")


class State(IntEnum):
    """What pg_isready answers."""

    READY = 0
    BUSY = 1  # starting, recovering or stopping
    GONE = 2


class CannotStart(Refusal):
    def __init__(self, data: Path, words: str) -> None:
        super().__init__(
            f"PostgreSQL did not start; {data / 'log'} says why. Its last words: {words.strip()}"
        )


class NotAllowed(Refusal):
    def __init__(self, error: OSError) -> None:
        super().__init__(
            f"{error.filename} belongs to another account ({error.strerror}). Work as that "
            "account, or set NEWSROOM_VAR to a folder of your own."
        )


class SocketFolderTaken(Refusal):
    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder}, the folder of PostgreSQL's socket, is not private to its account. "
            "Remove it, or set NEWSROOM_VAR to a folder with a shorter name."
        )


@dataclass(frozen=True)
class Server:
    """`data` is its folder, a whole path without links."""

    data: Path

    @property
    def socket_folder(self) -> Path:
        """In the data folder; in the temp folder where that makes no good name for a socket."""
        inside = self.data / "run"
        short = len(os.fsencode(inside / f".s.PGSQL.{PORT}")) < LONGEST_SOCKET
        if short and not AMBIGUOUS & set(str(inside)):
            return inside
        name = hashlib.sha256(os.fsencode(self.data)).hexdigest()[:16]
        uid = os.getuid() if hasattr(os, "getuid") else 0
        return TEMP / f"newsroom-{uid}-{name}"

    @cached_property
    def _programs(self) -> Path:
        return binaries.find()

    @cached_property
    def _account(self) -> Account:
        return account(self.data, self._programs)

    def hold(self) -> None:
        """Makes this process a user of the server, whether it runs yet or not."""
        try:
            users.hold(self.data)
            users.ensure_keeper(self.data, self.socket_folder)
        except PermissionError as error:
            raise NotAllowed(error) from error

    def ensure_running(self) -> None:
        """Starts the server unless it runs, and makes this process its user."""
        self.hold()  # before the start: were this process killed in it, the keeper would clear up
        try:
            with alone(users.lock_file(self.data, "start")) as lock:
                if self._state() is State.READY:
                    return
                if not cluster.is_made(self.data):
                    cluster.make(self.data, self._programs, self._account, lock=lock)
                cluster.refuse_other_version(self.data, self._programs)
                self._make_socket_folder()
                self._start()
        except PermissionError as error:
            raise NotAllowed(error) from error

    def _state(self) -> State:
        """Asked on our socket. A process number says nothing: numbers are used again."""
        answer = subprocess.run(
            [
                *(self._programs / "pg_isready", "-q", "-t", "3", "-p", str(PORT)),
                *("-h", self.socket_folder, "-U", cluster.OWNER, "-d", cluster.DATABASE),
            ],
            check=False,
            env=environment(),
        )
        return State(answer.returncode)

    def _start(self) -> None:
        end = time.monotonic() + PATIENCE
        while True:
            state = self._state()
            words = self._start_once() if state is State.GONE else ""
            if state is State.READY or words is None:
                return
            if state is State.BUSY:
                end = time.monotonic() + PATIENCE
            elif time.monotonic() > end or not any(remains in words for remains in REMAINS):
                raise CannotStart(self.data, words)
            time.sleep(0.2)

    def _start_once(self) -> str | None:
        """Nothing when the server has started, else what it said to its log."""
        postmaster.forget_dead_server(self.data)
        log = self.data / "log"
        before = log.stat().st_size if log.exists() else 0
        try:
            self._account.run(
                *(self._programs / "pg_ctl", "start", "-D", self.data, "-l", log),
                *("-w", "-t", str(RECOVERY)),
                *("-o", f"-k {shlex.quote(str(self.socket_folder))} -p {PORT}"),
            )
        except subprocess.CalledProcessError as error:
            said = log.read_bytes()[before:] if log.exists() else b""
            return said.decode(errors="replace") or str(error.stderr)
        return None

    def _make_socket_folder(self) -> None:
        """In the temp folder anybody may have made it before us: it must be ours, and private."""
        folder = self.socket_folder
        if folder.parent == self.data:
            return
        try:
            folder.mkdir(mode=0o700)
            self._account.own(folder)
        except FileExistsError:
            found = folder.lstat()
            private = stat.S_ISDIR(found.st_mode) and not found.st_mode & 0o077
            if not private or found.st_uid != self._account.uid:
                raise SocketFolderTaken(folder) from None
