"""The queue's worker, as tests have it work."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from django.core.management import call_command
from django.db import connection


def work():
    """Does what is queued, in a thread of its own: a browser test may have left an event loop in
    this one."""

    def run():
        try:
            call_command("work", once=True)
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as thread:
        thread.submit(run).result()
