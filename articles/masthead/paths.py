"""Paths of readers' pages, each made once: what Django works out anew is the same in a process."""

from __future__ import annotations

from functools import lru_cache

from django.templatetags.static import static
from django.urls import reverse


@lru_cache(4_096)
def path_of(name: str, *values: object) -> str:
    """The path of the page of that name in `site.urls`, for those values.

    Raises `NoReverseMatch` where none of its addresses can hold them.
    """
    return reverse(f"site:{name}", args=values)


@lru_cache
def path_of_file(name: str) -> str:
    """The path of a file of our own look, such as `icon.png`."""
    return static(f"articles/site/{name}")
