"""Django's PostgreSQL backend, with the embedded server started when it is first needed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.db.backends.postgresql import base
from django.db.backends.postgresql.client import DatabaseClient as PostgresClient
from django.utils.asyncio import async_unsafe
from psycopg import OperationalError

from newsroom.postgres import binaries
from newsroom.postgres.pool import Gate
from newsroom.postgres.refusal import Refusal
from newsroom.postgres.server import Server


class DatabaseClient(PostgresClient):
    """`manage.py dbshell` starts the server, too, and finds psql beside its other programs."""

    def runshell(self, parameters: Iterable[str]) -> None:
        self.connection.ensure_connection()
        beside = binaries.find() / "psql"
        if beside.exists():
            self.executable_name = str(beside)
        super().runshell(parameters)


class DatabaseWrapper(base.DatabaseWrapper):
    """PostgreSQL on a private socket; `check`, `--help`, `collectstatic` start nothing. With a
    pool, any PostgreSQL."""

    client_class = DatabaseClient
    _gate = Gate()

    def get_connection_params(self) -> dict[str, Any]:
        params: dict[str, Any] = super().get_connection_params()
        params.pop("embedded_data", None)
        return params

    @async_unsafe
    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Raises OperationalError with a sentence when there is no server to be had."""
        data = self.settings_dict["OPTIONS"].get("embedded_data")
        if data is None:
            return self._connected(conn_params)
        server = Server(Path(data))
        try:
            server.hold()
            if self.pool and self.pool.closed:
                server.ensure_running()  # a pool is slow to tell that nobody answers
            try:
                return self._connected(conn_params)
            except OperationalError:
                server.ensure_running()
                return self._connected(conn_params)
        except Refusal as refusal:
            raise OperationalError(str(refusal)) from refusal

    def _connected(self, conn_params: dict[str, Any]) -> Any:
        if not self.pool:
            return super().get_new_connection(conn_params)
        with self._gate.passed(lambda: self.Database.connect(**conn_params).close()):
            return super().get_new_connection(conn_params)
