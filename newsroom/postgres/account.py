"""As whom PostgreSQL's programs run. PostgreSQL refuses root, so root lends it another account."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsroom.postgres.refusal import Refusal

with contextlib.suppress(ImportError):  # Windows has no such accounts; `locks.open_lock` says so
    import pwd

LENT = ("postgres", "nobody")
PASSES = ("dac_read_search", "dac_override")
"""Capabilities to pass private folders with, the weaker first; containers often withhold it. They
give the server nothing that the process which starts it, being root, would not have."""
ACCESS_TOO = "--securebits=+no_setuid_fixup"
"""Else the kernel forgets the capability in access(2), by which PostgreSQL looks for itself."""
UTF8 = "en_US.UTF-8" if sys.platform == "darwin" else "C.UTF-8"
KEPT = ("PATH", "TZ", "TMPDIR", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")


class Unreachable(Refusal):
    def __init__(self, user: str, folder: Path) -> None:
        super().__init__(
            f"PostgreSQL cannot run as root, and {user}, as whom it runs instead, may not enter "
            f"{folder}. Set NEWSROOM_VAR to a folder that is open to all, work in a checkout that "
            "is, work as an ordinary user, or set DATABASE_URL."
        )


class NobodyThere(Refusal):
    def __init__(self) -> None:
        super().__init__(
            f"PostgreSQL cannot run as root, and there is no account {' or '.join(LENT)} for it. "
            "Work as an ordinary user, or set DATABASE_URL."
        )


def environment() -> dict[str, str]:
    """What the programs see of the environment: none of our secrets, none of the user's PG..."""
    return {name: os.environ[name] for name in KEPT if name in os.environ} | {"LC_ALL": UTF8}


@dataclass(frozen=True)
class Account:
    """`uid` and `gid` own the data; `prefix` goes before each command."""

    uid: int
    gid: int
    prefix: tuple[str, ...] = ()

    def run(
        self, *command: str | Path, typed: str = "", lent: tuple[int, ...] = ()
    ) -> subprocess.CompletedProcess[str]:
        """Runs one of PostgreSQL's programs to its end.

        `typed` is its standard input, `lent` the open files that it inherits. Raises
        CalledProcessError, with what the program said, when it fails.
        """
        identity: dict[str, Any] = {}
        if os.geteuid() == 0 and not self.prefix:
            identity = {"user": self.uid, "group": self.gid, "extra_groups": []}
        return subprocess.run(
            [*self.prefix, *(str(part) for part in command)],
            check=True,
            capture_output=True,
            text=True,
            input=typed,
            cwd="/",
            env=environment(),
            pass_fds=lent,
            **identity,
        )

    def own(self, folder: Path) -> None:
        """Makes the account the owner of a folder of ours."""
        if os.geteuid() == 0:
            os.chown(folder, self.uid, self.gid)


def account(data: Path, programs: Path) -> Account:
    """The account that runs `programs` on the folder `data`. No folder's mode is changed for it."""
    if os.geteuid() != 0:
        return Account(os.getuid(), os.getgid())
    lent = _lent(data)
    for candidate in (lent, *_with_passes(lent)):
        if _can_work(candidate, data, programs):
            return candidate
    raise Unreachable(_name(lent.uid), _private(data.parent, programs))


def _lent(data: Path) -> Account:
    """Who owns the data already, or the folder above it; else an account made for services."""
    for path in (data, data.parent):
        if path.exists() and path.stat().st_uid != 0:
            return Account(path.stat().st_uid, path.stat().st_gid)
    for name in LENT:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(entry.pw_uid, entry.pw_gid)
    raise NobodyThere


def _with_passes(lent: Account) -> Iterator[Account]:
    """The same account with leave to pass private folders, by util-linux's setpriv."""
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        return
    identity = (f"--reuid={lent.uid}", f"--regid={lent.gid}", "--clear-groups")
    for leave in PASSES:
        caps = (f"--inh-caps=+{leave}", f"--ambient-caps=+{leave}")
        yield Account(lent.uid, lent.gid, (setpriv, *identity, *caps, ACCESS_TOO))


def _can_work(candidate: Account, data: Path, programs: Path) -> bool:
    try:
        candidate.run(programs / "postgres", "--version")
        candidate.run("test", "-e", f"{data.parent}/.")
    except (OSError, subprocess.CalledProcessError):
        return False
    return True


def _private(*paths: Path) -> Path:
    """The first folder on the way that is not open to all, to name it in a sentence."""
    for path in paths:
        for folder in (*reversed(path.parents), path):
            if not folder.stat().st_mode & 0o001:
                return folder
    return paths[0]


def _name(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return f"account {uid}"
