"""The number that a server leaves in its data folder, and whether it still means that server.

After a kill, a power cut or a container's restart the number may be any process's, or a zombie's.
PostgreSQL would not start beside it, and whoever trusted it would stop the wrong program.
"""

from __future__ import annotations

import contextlib
import subprocess
from pathlib import Path


def forget_dead_server(data: Path) -> None:
    """Takes the number away unless it is the number of a living server for this very folder."""
    file = data / "postmaster.pid"
    with contextlib.suppress(FileNotFoundError):
        words = file.read_bytes().split()
        if not (words and words[0].isdigit() and _serves(int(words[0]), data)):
            file.unlink()


def _serves(pid: int, data: Path) -> bool:
    """A zombie has no command line; a server's names its data folder after -D."""
    if Path("/proc/self/cmdline").exists():
        try:
            command = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
        except OSError:
            return False
        return bytes(data) in command
    answer = subprocess.run(
        ["/bin/ps", "-o", "command=", "-p", str(pid)], capture_output=True, text=True, check=False
    )
    return f"-D {data}" in answer.stdout
