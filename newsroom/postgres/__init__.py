"""The embedded PostgreSQL: started on the first connection when DATABASE_URL is not set.

`binaries` finds PostgreSQL's programs; `account` says as whom they run; `cluster` makes a data
folder; `server` starts one server for it, once; `users` says who uses it; `keeper` is the small
process that stops it when the last user has gone; `base` is Django's backend on top; `url` reads
DATABASE_URL.

Every process that uses the server holds a shared lock on a file. The kernel drops a lock when its
process ends, however it ends, so nobody has to be asked who is still there.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from newsroom.postgres.cluster import DATABASE, OWNER
from newsroom.postgres.server import PORT, Server


def databases_entry(var: Path) -> dict[str, Any]:
    """The entry of DATABASES for a server that keeps its data under `var`. Starts nothing."""
    server = Server(var.resolve() / "postgres")
    return {
        "ENGINE": "newsroom.postgres",
        "NAME": DATABASE,
        "USER": OWNER,
        "HOST": str(server.socket_folder),
        "PORT": str(PORT),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"embedded_data": str(server.data)},
        # No open session on template1 can so block the making of a test database.
        "TEST": {"TEMPLATE": "template0"},
    }
