"""The demo's paper served as for real, on a port of its own: DEBUG off, static files collected."""

from __future__ import annotations

import os
import secrets
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from benchmarks.speed.servers import PATIENCE, ROOT, free_port


@contextmanager
def the_paper(folder: Path) -> Iterator[str]:
    """The address of the running server; data and pictures lie in `folder` and stay there."""
    port = free_port()
    home = f"http://127.0.0.1:{port}"
    env = {
        **os.environ,
        "NEWSROOM_VAR": str(folder / "var"),
        "NEWSROOM_MEDIA": str(folder / "media"),
        "NEWSROOM_SECRET_KEY": secrets.token_urlsafe(48),
        "NEWSROOM_SITE_URL": home,
        "NEWSROOM_DEBUG": "1",
        "PORT": str(port),
    }
    manage = [sys.executable, "manage.py"]
    subprocess.run([*manage, "demo"], cwd=ROOT, env=env, check=True, stdout=subprocess.DEVNULL)
    env["NEWSROOM_DEBUG"] = ""
    collect = [*manage, "collectstatic", "--noinput", "--verbosity", "0"]
    subprocess.run(collect, cwd=ROOT, env=env, check=True)
    granian = str(Path(sys.executable).with_name("granian"))
    command = [granian, "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)]
    command += ["--workers", "1", "--log-level", "error", "newsroom.wsgi:application"]
    server = subprocess.Popen(command, cwd=ROOT, env=env, start_new_session=True)
    try:
        _wait_for(f"{home}/readyz")
        yield home
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(timeout=PATIENCE)


def _wait_for(address: str) -> None:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            with urlopen(address) as answer:  # noqa: S310  (our own server)
                answer.read()
                return
        except (URLError, ConnectionError):
            if time.monotonic() > until:
                raise
            time.sleep(0.2)
