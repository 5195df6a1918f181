"""The nginx that is shipped, deploy/nginx.conf, with this measurement's ports and folders."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from benchmarks.speed.paper import Paper
from benchmarks.speed.servers import ROOT, Server, free_port, nginx

CONFIGURATION = ROOT / "deploy" / "nginx.conf"


@contextmanager
def shipped_nginx(paper: Paper, behind: int, *, is_apart: bool = False) -> Iterator[Server]:
    """In front of the newsroom on the port `behind`.

    Raises `RuntimeError` for a place in the file that is not there any more.
    """
    port = free_port()
    for name in ("cache", "logs"):
        (paper.folder / "nginx" / name).mkdir(parents=True, exist_ok=True)
    places = {
        "server web:8000": f"server 127.0.0.1:{behind}",
        "listen 80 default_server": f"listen 127.0.0.1:{port} default_server",
        "/var/cache/nginx": f"{paper.folder}/nginx/cache",
        "/var/log/nginx": f"{paper.folder}/nginx/logs",
        "/srv/static": f"{paper.folder}/var/static",
    }
    text = CONFIGURATION.read_text(encoding="utf-8")
    for place, ours in places.items():
        if place not in text:
            message = f"deploy/nginx.conf has no “{place}” any more: say here what stands for it."
            raise RuntimeError(message)
        text = text.replace(place, ours)
    user = "user root; " if os.geteuid() == 0 else ""
    own = f"daemon off; pid {paper.folder}/nginx/pid; {user}\n"
    with nginx(own + text, port, paper.folder, is_apart=is_apart) as server:
        yield server
