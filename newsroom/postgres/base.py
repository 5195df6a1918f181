"""Django's PostgreSQL backend, with the server started when it is first needed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.db.backends.postgresql import base
from django.utils.asyncio import async_unsafe
from psycopg import OperationalError

from newsroom.postgres.server import Server


class DatabaseWrapper(base.DatabaseWrapper):
    """PostgreSQL on a private socket. `check`, `--help`, `collectstatic` start nothing."""

    def get_connection_params(self) -> dict[str, Any]:
        params: dict[str, Any] = super().get_connection_params()
        params.pop("embedded_data")
        return params

    @async_unsafe
    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        server = Server(Path(self.settings_dict["OPTIONS"]["embedded_data"]))
        if not server.is_held:
            server.ensure_running()
        try:
            return super().get_new_connection(conn_params)
        except OperationalError as error:
            if getattr(error, "sqlstate", None):
                raise  # the server answered: what it says is not ours to mend
            server.ensure_running()
            return super().get_new_connection(conn_params)
