"""The embedded PostgreSQL: started on the first connection when DATABASE_URL is not set.

`binaries` finds PostgreSQL's programs; `account` says as whom they run; `server` starts, watches
over and stops one server for one folder; `keeper` is the small process that stops it when its
last user has gone; `base` is Django's database backend on top of it; `url` reads DATABASE_URL.

Every process that uses the server holds a shared lock on a file. The kernel drops a lock when its
process ends, however it ends, so nobody has to be asked who is still there.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from newsroom.postgres.server import DATABASE, OWNER, Server


def databases_entry(var: Path) -> dict[str, Any]:
    """The entry of DATABASES for a server that keeps its data under `var`. Starts nothing."""
    server = Server(var / "postgres")
    return {
        "ENGINE": "newsroom.postgres",
        "NAME": DATABASE,
        "USER": OWNER,
        "HOST": str(server.socket_folder),
        "OPTIONS": {"embedded_data": str(server.data)},
        # No open session on template1 can so block the making of a test database.
        "TEST": {"TEMPLATE": "template0"},
    }
