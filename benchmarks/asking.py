"""How long a page of the newsroom takes when it is asked for through Django's own client."""

from __future__ import annotations

from http import HTTPStatus
from statistics import median
from time import perf_counter

from django.test import Client

RUNS = 9


def taken(client: Client, address: str) -> float:
    """Seconds, the median of some runs, after one that is not counted.

    Raises `RuntimeError` where the page does not answer with 200.
    """
    times = []
    for _ in range(RUNS + 1):
        begun = perf_counter()
        answer = client.get(address)
        times.append(perf_counter() - begun)
        if answer.status_code != HTTPStatus.OK:
            message = f"{address} answers {answer.status_code}."
            raise RuntimeError(message)
    return median(times[1:])
