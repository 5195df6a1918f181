"""A program that uses the embedded server as any of ours does: through Django's backend.

Run as `python visitor.py ROOT VAR GRACE`. Each line of its input is an order, each is answered with
one line: what was asked for, or `refused: ` and the sentence. At the end of its input it ends.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

sys.path.insert(0, sys.argv[1])

import django
from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, connection

from newsroom.postgres import databases_entry, users

users.GRACE = float(sys.argv[3])
settings.configure(DATABASES={"default": databases_entry(Path(sys.argv[2]))}, USE_TZ=True)
django.setup()


def ask(sql: str) -> str:
    """On a connection of its own, as a new request would."""
    connection.close()
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return str(cursor.fetchone()[0]) if cursor.description else "done"


def fork(seconds: str) -> str:
    """A child that does nothing for a while, and then ends."""
    pid = os.fork()
    if pid == 0:
        time.sleep(float(seconds))
        os._exit(0)
    return str(pid)


def shell(sql: str) -> str:
    """Types it into `manage.py dbshell`, which answers on our own output."""
    call_command("dbshell", "--", "--no-align", "--tuples-only", "--command", sql)
    return "left the shell"


ORDERS = {"ask": ask, "fork": fork, "shell": shell, "drop": lambda code: os._exit(int(code))}

if __name__ == "__main__":
    for line in sys.stdin:
        order, _, subject = line.strip().partition(" ")
        try:
            answer = ORDERS[order](subject)
        except DatabaseError as error:
            answer = f"refused: {error}"
        sys.stdout.write(" ".join(answer.split()) + "\n")
        sys.stdout.flush()
