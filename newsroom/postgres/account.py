"""As whom PostgreSQL's programs run. PostgreSQL refuses root, so root lends it another account."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

if sys.platform != "win32":
    import pwd

LENT = ("postgres", "nobody")
PASS_FOLDERS = ("--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search")
"""The one capability to pass private folders, without which root would have to open them."""


class Unreachable(RuntimeError):
    """The account that runs PostgreSQL cannot get at a folder."""

    def __init__(self, path: Path, user: str) -> None:
        super().__init__(
            f"PostgreSQL runs as {user} and cannot reach {path}, since a folder above is private. "
            "Set NEWSROOM_VAR to a folder it can reach, work as an ordinary user, "
            "or set DATABASE_URL."
        )


@dataclass(frozen=True)
class Account:
    """`prefix` goes before each command; `uid` and `gid` own the data."""

    uid: int
    gid: int
    prefix: tuple[str, ...] = ()

    def run(self, *command: str | Path) -> subprocess.CompletedProcess[str]:
        """Runs a program of PostgreSQL's as this account; its output is in the error it raises."""
        return subprocess.run(
            [*self.prefix, *(str(part) for part in command)],
            check=True,
            capture_output=True,
            text=True,
            cwd="/",
            env={**os.environ, "LC_ALL": "C.UTF-8"},
        )

    def give(self, folder: Path) -> None:
        """Makes the account the owner of a folder of ours."""
        if os.geteuid() == 0:
            os.chown(folder, self.uid, self.gid)


def account(*paths: Path) -> Account:
    """The account that can read each of the paths. No folder's mode is changed for it."""
    if os.geteuid() != 0:
        return Account(os.getuid(), os.getgid())
    entry = next(entry for name in LENT if (entry := _entry(name)))
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        raise Unreachable(paths[0], entry.pw_name)
    lend = (setpriv, f"--reuid={entry.pw_uid}", f"--regid={entry.pw_gid}", "--clear-groups")
    for prefix in (lend, (*lend, *PASS_FOLDERS)):
        lent = Account(entry.pw_uid, entry.pw_gid, prefix)
        if all(_reaches(lent, path) for path in paths):
            return lent
    raise Unreachable(next(path for path in paths if not _reaches(lent, path)), entry.pw_name)


def _entry(name: str) -> pwd.struct_passwd | None:
    try:
        return pwd.getpwnam(name)
    except KeyError:
        return None


def _reaches(lent: Account, path: Path) -> bool:
    try:
        lent.run("test", "-e", path)
    except subprocess.CalledProcessError:
        return False
    return True
