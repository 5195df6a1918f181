"""Runs every benchmark and prints a line of each: `python -m benchmarks`."""

from __future__ import annotations

from benchmarks.renditions import renditions


def main() -> None:
    print(renditions())


if __name__ == "__main__":
    main()
