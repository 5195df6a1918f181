"""One server for one data folder: made, started, watched over and stopped.

Three lock files stand beside the data. `.start.lock`: who starts it, one at a time. `.users.lock`:
held shared by every process that uses it. `.keeper.lock`: held by the keeper as long as it lives.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from newsroom.postgres import binaries
from newsroom.postgres.account import Account, account

if sys.platform != "win32":
    import fcntl

OWNER = DATABASE = "newsroom"
LONGEST_SOCKET = 100  # bytes; the kernel allows 107 for the socket's whole path
START_ATTEMPTS = 40
CONFIGURATION = """
listen_addresses = ''
unix_socket_permissions = 0700
max_connections = 60
shared_buffers = 64MB
log_parameter_max_length = 0
log_parameter_max_length_on_error = 0
"""

_held: dict[Path, int] = {}  # data folder -> this process's shared lock, kept until it ends


class CannotStart(RuntimeError):
    """The embedded PostgreSQL could not be started; the sentence says why."""


@dataclass(frozen=True)
class Server:
    data: Path

    @property
    def socket_folder(self) -> Path:
        """In the data folder, or, where that path is too long for a socket, in the temp folder."""
        inside = self.data / "run"
        if len(os.fsencode(inside / ".s.PGSQL.5432")) < LONGEST_SOCKET:
            return inside
        name = hashlib.sha256(os.fsencode(self.data)).hexdigest()[:16]
        return Path(tempfile.gettempdir()) / f"newsroom-{os.getuid()}-{name}"

    @cached_property
    def programs(self) -> Path:
        return binaries.find()

    @cached_property
    def account(self) -> Account:
        return account(self.programs / "postgres", self.data.parent)

    def lock_file(self, name: str) -> Path:
        return self.data.with_name(f"{self.data.name}.{name}.lock")

    def ensure_running(self) -> None:
        """Starts the server unless it runs, and holds it until this process ends."""
        if sys.platform == "win32":
            message = "The embedded PostgreSQL needs Linux or macOS. Set DATABASE_URL here."
            raise CannotStart(message)
        self.data.parent.mkdir(parents=True, exist_ok=True)
        with locked(self.lock_file("start"), fcntl.LOCK_EX):
            self.hold()
            if not (self.data / "PG_VERSION").exists():
                self._make()
            self._refuse_other_version()
            if not self.is_ready():
                self._start()
            self._ensure_keeper()

    @property
    def is_held(self) -> bool:
        """Whether this process is among the server's users."""
        return self.data in _held

    def hold(self) -> None:
        """Takes this process's shared lock; waits while the keeper is stopping the server.

        A forked child shares the lock of its parent, and keeps it when the parent ends first.
        """
        if self.data not in _held:
            descriptor = open_lock(self.lock_file("users"))
            fcntl.flock(descriptor, fcntl.LOCK_SH)
            _held[self.data] = descriptor

    def is_ready(self) -> bool:
        """Whether a server answers on our socket. A process number says nothing: it is reused."""
        answer = subprocess.run(
            [self.programs / "pg_isready", "-q", "-h", self.socket_folder, "-t", "3"], check=False
        )
        return answer.returncode == 0

    def stop(self) -> None:
        """Stops the server; only when it answers on our socket, so that no other is hit."""
        if self.is_ready():
            self.account.run(
                self.programs / "pg_ctl", "-w", "-t", "60", "-m", "fast", "-D", self.data, "stop"
            )

    def _make(self) -> None:
        """A new cluster, made beside and then renamed: a killed initdb leaves nothing half-made."""
        fresh = self.data.with_name(f"{self.data.name}.new")
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(mode=0o700)
        self.account.give(fresh)
        self.account.run(
            *(self.programs / "initdb", "-D", fresh, "-U", OWNER, "--encoding=UTF8"),
            *("--locale=C.UTF-8", "--auth-local=trust", "--auth-host=reject", "--data-checksums"),
        )
        with (fresh / "postgresql.auto.conf").open("a", encoding="ascii") as file:
            file.write(CONFIGURATION)
        (fresh / "run").mkdir(mode=0o700)
        self.account.give(fresh / "run")
        fresh.rename(self.data)

    def _refuse_other_version(self) -> None:
        made_by = int((self.data / "PG_VERSION").read_text(encoding="ascii"))
        ours = binaries.major(self.programs)
        if made_by != ours:
            message = (
                f"{self.data} was made by PostgreSQL {made_by}, but {ours} is installed. Dump it "
                f"with pg_dump of version {made_by}, move the folder away, start again, load it."
            )
            raise CannotStart(message)

    def _start(self) -> None:
        self._make_socket_folder()
        self._remove_stale_pid_file()
        command = (
            *(self.programs / "pg_ctl", "-w", "-t", "60", "-D", self.data),
            *("-l", self.data / "log", "-o", f"-k '{self.socket_folder}'", "start"),
        )
        for attempt in range(START_ATTEMPTS):
            try:
                self.account.run(*command)
            except subprocess.CalledProcessError as error:
                # The children of a killed server hold its shared memory for a moment longer.
                if attempt == START_ATTEMPTS - 1:
                    message = f"PostgreSQL did not start; {self.data / 'log'} says why."
                    raise CannotStart(message) from error
                time.sleep(0.25)
            else:
                break
        self._make_database()

    def _make_database(self) -> None:
        with contextlib.suppress(subprocess.CalledProcessError):  # it is there
            self.account.run(
                self.programs / "createdb", "-h", self.socket_folder, "-U", OWNER, DATABASE
            )

    def _make_socket_folder(self) -> None:
        folder = self.socket_folder
        if folder.parent == self.data:
            return
        folder.mkdir(mode=0o700, exist_ok=True)
        self.account.give(folder)
        found = folder.lstat()
        if (
            not stat.S_ISDIR(found.st_mode)
            or found.st_uid != self.account.uid
            or found.st_mode & 0o077
        ):
            message = f"{folder} belongs to somebody else. Remove it, or set NEWSROOM_VAR."
            raise CannotStart(message)

    def _remove_stale_pid_file(self) -> None:
        """A killed server leaves its number behind; when that is no server now, it goes."""
        pid_file = self.data / "postmaster.pid"
        with contextlib.suppress(FileNotFoundError):
            if not _is_postgres(pid_file.read_text(encoding="ascii").split()[0]):
                pid_file.unlink()

    def _ensure_keeper(self) -> None:
        descriptor = open_lock(self.lock_file("keeper"))
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return  # one lives
        else:
            subprocess.Popen(
                [sys.executable, "-m", "newsroom.postgres.keeper", self.data],
                cwd=Path(__file__).resolve().parent.parent.parent,
                pass_fds=[descriptor],  # the keeper so holds its lock for as long as it lives
                start_new_session=True,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        finally:
            os.close(descriptor)


def _is_postgres(pid: str) -> bool:
    """Whether the process lives, is no zombie, and is a PostgreSQL server."""
    answer = subprocess.run(
        ["ps", "-o", "stat=,comm=", "-p", pid],
        capture_output=True,
        text=True,
        check=False,
    )
    return "postgres" in answer.stdout and not answer.stdout.strip().startswith("Z")


def open_lock(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)


@contextlib.contextmanager
def locked(path: Path, mode: int) -> Iterator[None]:
    descriptor = open_lock(path)
    try:
        fcntl.flock(descriptor, mode)
        yield
    finally:
        os.close(descriptor)
