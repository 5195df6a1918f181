"""The data folder: made once, whole or not at all, and refused to programs of another version."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from newsroom.postgres import binaries
from newsroom.postgres.account import UTF8, Account
from newsroom.postgres.refusal import Refusal

OWNER = DATABASE = "newsroom"
# Texts of statements and details of errors stay out of the log: they would carry drafts and names.
CONFIGURATION = """
# The newsroom's own
listen_addresses = ''
unix_socket_permissions = 0700
max_connections = 100
shared_buffers = 64MB
log_checkpoints = off
log_min_error_statement = panic
log_error_verbosity = terse
log_parameter_max_length = 0
log_parameter_max_length_on_error = 0
"""


class NotMade(Refusal):
    def __init__(self, data: Path, words: str) -> None:
        super().__init__(
            f"The data folder {data} could not be made. PostgreSQL says: {words.strip()}"
        )


class NotOurs(Refusal):
    def __init__(self, data: Path) -> None:
        super().__init__(
            f"{data} is there, but it is no data folder of PostgreSQL. Move it away, or set "
            "NEWSROOM_VAR to another folder."
        )


class OtherVersion(Refusal):
    def __init__(self, data: Path, made_by: int, ours: int) -> None:
        super().__init__(
            f"{data} was made by PostgreSQL {made_by}, but the programs here are version {ours}. "
            f"Dump it with those of version {made_by}: pg_ctl -D {data} -o '-k /tmp' start; "
            f"pg_dump -h /tmp -U {OWNER} -f newsroom.sql {DATABASE}; pg_ctl -D {data} stop. "
            f"Then move {data} away and load it: manage.py dbshell -- -f newsroom.sql"
        )


def is_made(data: Path) -> bool:
    return (data / "PG_VERSION").exists()


def make(data: Path, programs: Path, account: Account, *, lock: int) -> None:
    """A new data folder, made beside and then renamed: when killed it leaves nothing half-made.

    The programs inherit the lock under which this runs: should this process be killed, the next
    one waits until they are done before it clears away what they leave.
    """
    if data.exists() and any(data.iterdir()):
        raise NotOurs(data)
    fresh = data.with_name(f"{data.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(mode=0o700)
    account.own(fresh)
    try:
        _fill(fresh, programs, account, lock)
    except subprocess.CalledProcessError as error:
        raise NotMade(data, error.stderr) from error
    fresh.rename(data)
    _write_through(data.parent)


def _fill(fresh: Path, programs: Path, account: Account, lock: int) -> None:
    account.run(
        *(programs / "initdb", "-D", fresh, "-U", OWNER, "--encoding=UTF8", "--data-checksums"),
        *(f"--locale={UTF8}", "--lc-collate=C", "--auth-local=trust", "--auth-host=reject"),
        lent=(lock,),
    )
    with (fresh / "postgresql.conf").open("a", encoding="ascii") as file:
        file.write(CONFIGURATION)
    run = fresh / "run"
    run.mkdir(mode=0o700)
    account.own(run)
    account.run(
        *(programs / "postgres", "--single", "-D", fresh, "postgres"),
        typed=f"CREATE DATABASE {DATABASE} TEMPLATE template0\n",
        lent=(lock,),
    )


def _write_through(folder: Path) -> None:
    """The new name outlives a power cut, too."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def refuse_other_version(data: Path, programs: Path) -> None:
    made_by = int((data / "PG_VERSION").read_text(encoding="ascii"))
    ours = binaries.major(programs)
    if made_by != ours:
        raise OtherVersion(data, made_by, ours)
