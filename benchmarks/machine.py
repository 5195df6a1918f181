"""The machine that was measured on, without its name and without any folder of it."""

from __future__ import annotations

import os
import platform
import re
import subprocess
from importlib.metadata import version
from pathlib import Path

from newsroom.postgres import binaries

PROGRAMS = {
    "PostgreSQL": (str(binaries.find() / "postgres"), "--version"),
    "nginx": ("nginx", "-v"),
    "wrk": ("wrk", "-v"),
}
PEER = Path(__file__).parent.parent / "requirements-peer.lock"
PACKAGES = ("django", "granian", "psycopg")
NUMBER = re.compile(r"\d+(?:\.\d+)+")
KIB_IN_GIB = 1024 * 1024


def described() -> str:
    """Two sentences: processor, cores and memory; versions."""
    programs = [f"{name} {_number(command)}" for name, command in PROGRAMS.items()]
    packages = [f"{name} {version(name)}" for name in PACKAGES]
    peer = re.search(r"^wagtail==(\S+)", PEER.read_text(encoding="utf-8"), re.MULTILINE)
    packages.append(f"wagtail {peer[1] if peer else '(absent)'}")
    python = f"Python {platform.python_version()}"
    return (
        f"Measured on {os.cpu_count()} cores ({_processor()}) with {_memory():.0f} GiB of memory, "
        f"{platform.system()} {platform.machine()}, everything on this one machine over loopback. "
        f"{', '.join([python, *packages, *programs])}."
    )


def _processor() -> str:
    try:
        names = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return platform.processor() or "an unknown processor"
    found = re.search(r"model name\s*:\s*(.+)", names)
    return found[1].strip() if found else platform.machine()


def _memory() -> float:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1024 / KIB_IN_GIB


def _number(command: tuple[str, ...]) -> str:
    """Programs say their version on either output, and wrk ends with an error then."""
    try:
        said = subprocess.run(command, check=False, capture_output=True, text=True)
    except OSError:
        return "(absent)"
    found = NUMBER.search(said.stdout + said.stderr)
    return found[0] if found else "(unknown)"
