"""Runs every benchmark and prints a line of each: `python -m benchmarks`."""

from __future__ import annotations

import os
from importlib import import_module

import django

from benchmarks.page_cache import page_cache
from benchmarks.renditions import renditions


def main() -> None:
    print(page_cache())
    print(renditions())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    django.setup()
    print(import_module("benchmarks.preflight").preflight())  # it names models: Django stands first
    print(import_module("benchmarks.desk").desk())
    print(import_module("benchmarks.readers").readers())


if __name__ == "__main__":
    main()
