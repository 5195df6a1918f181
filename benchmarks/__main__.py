"""Runs the benchmarks: `python -m benchmarks` all of them, `python -m benchmarks pages` one.

A run of all writes `benchmarks/results.md`, whatever part of it fails.
"""

from __future__ import annotations

import argparse
import os
import time
import traceback
from importlib import import_module

import django

from benchmarks.report import Report, block, write

PARTS = {
    "pages": "benchmarks.speed.pages",
    "publishing": "benchmarks.speed.publishing",
    "starting": "benchmarks.speed.starting",
    "readers": "benchmarks.readers",
    "desk": "benchmarks.desk",
    "preflight": "benchmarks.preflight",
    "renditions": "benchmarks.renditions",
}
"""Each has a function of its own name; those that name models come after Django's start."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("part", nargs="*", choices=[[], *PARTS], help="all of them if none")
    chosen = parser.parse_args().part
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    django.setup()
    reports: dict[str, Report] = {}
    try:
        for name in chosen or PARTS:
            begun = time.monotonic()
            print(f"{name} …", flush=True)
            reports[name] = run(name)
            print(f"{reports[name].text}\n({time.monotonic() - begun:.0f} s)\n", flush=True)
    finally:
        if not chosen:
            write(reports)
    for line in (line for report in reports.values() for line in report.lines):
        print(*line.row, sep="  ")


def run(name: str) -> Report:
    try:
        found = getattr(import_module(PARTS[name]), name)()
    except Exception as error:
        traceback.print_exc()
        return Report(text=f"Not measured: {error}")
    return found if isinstance(found, Report) else Report(text=block(found))


if __name__ == "__main__":
    main()
