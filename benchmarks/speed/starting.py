"""From the command to the first page of a server that was not running."""

from __future__ import annotations

from statistics import median
from time import perf_counter

from benchmarks.report import Report
from benchmarks.speed.paper import the_paper

STARTS = 5


def starting() -> Report:
    paper = the_paper()
    with paper.served():  # PostgreSQL runs all the while
        taken = []
        for _ in range(STARTS):
            begun = perf_counter()
            with paper.served():
                taken.append(perf_counter() - begun)
    return Report(
        text=f"From the server’s start to its first front page, PostgreSQL running: "
        f"{median(taken):.1f} s (median of {STARTS})."
    )
