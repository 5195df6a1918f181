"""The real things: a PostgreSQL that can be stopped, and granian with several workers on it."""

from __future__ import annotations

import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlencode

import psycopg
from django.db import connection

from newsroom.postgres.server import Server
from tests.postgres.house import eventually

ROOT = Path(__file__).resolve().parents[3]


class Postgres:
    """A copy of the tests' own server as it stands, at another place."""

    how: tuple[str, ...] = ()

    def __init__(self, original: Server, database: str) -> None:
        self.database = database
        self.folder = Path(tempfile.mkdtemp(prefix="nr-", dir="/tmp"))
        self.folder.chmod(0o755)
        self.data, self.socket_folder = self.folder / "data", self.folder / "run"
        self.account, self.programs = original._account, original._programs
        for folder in (self.data, self.socket_folder):
            folder.mkdir(mode=0o700)
            self.account.own(folder)
        try:
            self._copy(original)
        except subprocess.CalledProcessError as error:  # others go on using that server meanwhile
            print(error.stderr)
            self._copy(original)
        self.start()

    def _copy(self, original: Server) -> None:
        self.account.run(
            *(self.programs / "pg_basebackup", "-h", original.socket_folder, "-U", "newsroom"),
            *("-D", self.data, "-X", "stream", "-c", "fast", "--no-sync"),
            *self.how,
        )

    @property
    def url(self) -> str:
        return f"postgresql://newsroom@/{self.database}?host={self.socket_folder}"

    def start(self) -> None:
        self.account.run(
            *(self.programs / "pg_ctl", "start", "-w", "-D", self.data, "-l", self.data / "log"),
            *("-o", f"-k {self.socket_folder}"),
        )

    def stop(self) -> None:
        """As a power cut would: nobody is told."""
        self.account.run(self.programs / "pg_ctl", "stop", "-D", self.data, "-m", "immediate")

    def run(self, sql: str, *values: object) -> None:
        with psycopg.connect(self.url, autocommit=True) as line:
            line.execute(sql, values)

    def remove(self) -> None:
        if (self.data / "postmaster.pid").exists():
            self.stop()
        shutil.rmtree(self.folder)


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def database_url() -> str:
    """Of the tests' own database, for another process."""
    about = connection.settings_dict
    found = urlencode({"host": about["HOST"], "port": about["PORT"] or 5432})
    account = f"{quote(about['USER'], safe='')}:{quote(about.get('PASSWORD') or '', safe='')}"
    return f"postgresql://{account}@/{quote(about['NAME'], safe='')}?{found}"


@dataclass(frozen=True)
class Got:
    status: int
    headers: http.client.HTTPMessage
    body: str

    @property
    def is_stale(self) -> bool:
        return "Stale" in self.headers.get("Warning", "")


class Granian:
    """The server as `make serve` starts it; on a socket file where one is named."""

    def __init__(
        self,
        database_url: str,
        folder: Path,
        *,
        workers: int = 2,
        at: Path | None = None,
        **environment: str,
    ) -> None:
        self.port, self.at = free_port(), at
        self.workers, self.said = workers, folder / "granian.log"
        self.log = self.said.open("wb")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "newsroom.serve"],
            cwd=ROOT,
            env={
                **os.environ,
                "DJANGO_SETTINGS_MODULE": "newsroom.settings",
                "DATABASE_URL": database_url,
                "NEWSROOM_DEBUG": "1",
                "NEWSROOM_VAR": str(folder),
                "GRANIAN_PORT": str(self.port),
                "GRANIAN_WORKERS": str(workers),
                **({"GRANIAN_UDS": str(at)} if at else {}),
                **environment,
            },
            stdout=self.log,
            stderr=self.log,
        )
        assert eventually(self.is_up, seconds=60), self.said.read_text()

    def is_up(self) -> bool:
        """All of its workers: one that is still starting would not be stopped by a signal."""
        return self.said.read_text().count("Started worker-") == self.workers

    def connect(self) -> http.client.HTTPConnection:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        if self.at:
            connection.sock = socket.socket(socket.AF_UNIX)
            connection.sock.settimeout(20)
            connection.sock.connect(str(self.at))
        return connection

    def get(self, path: str, *, headers: dict[str, str] | None = None) -> Got:
        """On a connection of its own, so that any of the workers may answer."""
        connection = self.connect()
        try:
            connection.request("GET", path, headers=headers or {})
            response = connection.getresponse()
            return Got(response.status, response.headers, response.read().decode())
        finally:
            connection.close()

    def everywhere(self, path: str, *, times: int = 24) -> list[Got]:
        """So often that every worker has answered, but for a chance of one in millions."""
        return [self.get(path) for _ in range(times)]

    def stop(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=20)
        self.log.close()


class Crowd:
    """Readers who go on asking, and keep what they got."""

    def __init__(self, server: Granian, paths: list[str], *, readers: int = 3) -> None:
        self.server, self.paths = server, paths
        self.got: list[Got] = []
        self.failures: list[Exception] = []
        self.gone = threading.Event()
        self.readers = [threading.Thread(target=self._read, args=(one,)) for one in range(readers)]

    def _read(self, start: int) -> None:
        turn = start
        while not self.gone.is_set():
            turn += 1
            try:
                self.got.append(self.server.get(self.paths[turn % len(self.paths)]))
            except Exception as failure:
                self.failures.append(failure)

    def __enter__(self) -> Crowd:
        for reader in self.readers:
            reader.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.gone.set()
        for reader in self.readers:
            reader.join()
