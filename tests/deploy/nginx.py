"""The distribution's nginx with the configuration that we ship, its places fitted to a test."""

from __future__ import annotations

import contextlib
import http.client
import os
import shutil
import socket
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.postgres.house import eventually
from tests.site.cache.servers import ROOT, free_port

CONFIGURATION = ROOT / "deploy" / "nginx.conf"


def program() -> str:
    found = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    if found is None:
        if os.environ.get("NEWSROOM_REQUIRE_NGINX"):
            pytest.fail("No nginx was found, and this run requires one. Install it.")
        pytest.skip("no nginx on this machine")
    return found


class Answer:
    def __init__(self, response: http.client.HTTPResponse) -> None:
        self.status, self.headers, self.body = response.status, response.headers, response.read()

    @property
    def cache(self) -> str:
        return self.headers.get("X-Cache", "")


class Nginx:
    def __init__(self, folder: Path, *, upstream: str, static: Path) -> None:
        self.port, self.log = free_port(), folder / "access.log"
        text = CONFIGURATION.read_text(encoding="utf-8")
        for place, here in {
            "server web:8000": f"server {upstream}",
            "/var/cache/nginx/": f"{folder}/",
            "/var/log/nginx/": f"{folder}/",
            "listen 80 ": f"listen 127.0.0.1:{self.port} ",
            "/srv/static/": f"{static}/",
        }.items():
            assert place in text
            text = text.replace(place, here)
        (folder / "nginx.conf").write_text(text, encoding="utf-8")
        user = "user root; " if os.geteuid() == 0 else ""
        command = [program(), "-p", str(folder), "-c", "nginx.conf"]
        more = f"{user}pid {folder}/nginx.pid; daemon off;"
        subprocess.run([*command, "-t", "-q", "-g", more], check=True)
        self.process = subprocess.Popen([*command, "-g", more])
        assert eventually(self._listens)

    def _listens(self) -> bool:
        with contextlib.suppress(OSError):
            socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
            return True
        return False

    def ask(self, path: str, *, method: str = "GET", body: bytes = b"", **headers: str) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        named = {name.replace("__", "-"): value for name, value in headers.items()}
        try:
            connection.request(method, path, body=body or None, headers=named)
            return Answer(connection.getresponse())
        finally:
            connection.close()

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=20)


class Echo(BaseHTTPRequestHandler):
    """An application that keeps what it was asked, and answers what a test has put up."""

    protocol_version = "HTTP/1.1"
    asked: list[tuple[str, str, dict[str, str]]]
    says: tuple[int, dict[str, str]]

    def do_GET(self) -> None:
        self.asked.append((self.command, self.path, dict(self.headers.items())))
        status, headers = self.says
        body = f"{len(self.asked)}".encode()
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@contextlib.contextmanager
def echo() -> Iterator[tuple[type[Echo], int]]:
    class One(Echo):
        asked = []
        says = (200, {"Cache-Control": "public, s-maxage=1"})

    server = ThreadingHTTPServer(("127.0.0.1", 0), One)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield One, server.server_port
    server.shutdown()
    server.server_close()
