"""Judges the readers' pages of the demo's paper and prints a table: `make lighthouse`.

Lighthouse judges a page of each kind as on a telephone and on a desk; axe, in light and dark, and
the Nu HTML checker judge every page that a reader finds from the front. Ends with 1 when a score is
short of 100 or anything is found.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

from benchmarks.pages import judges
from benchmarks.pages.server import the_paper

LINK = re.compile(r'<a [^>]*?href="(/[^"#]*)"')
STORY = re.compile(r'href="(/\d{4}/\d\d/\d\d/[^/"]+/)"')
NOT_PAGES = ("/media/", "/static/", "/admin/", "/feed/")
JUDGED = ("/", "/section/news/", "/search/?q=harbour", "/corrections/")
SEEDS = (*JUDGED, "/search/", "/search/?q=nothing+of+the+kind", "/nothing-is-here/")


def main() -> int:
    folder = Path(os.environ.get("NEWSROOM_VAR", "var")).resolve() / "pages"
    folder.mkdir(parents=True, exist_ok=True)
    with the_paper(folder) as home:
        pages = every_page(home)
        story = STORY.search(pages["/"])
        if story is None:
            message = "The demo's front has no story."
            raise RuntimeError(message)
        is_full = table(home, [*JUDGED, story[1]])
        faults = judges.axe(home, pages)
        print(f"axe: {len(faults)} findings on {len(pages)} pages, in light and in dark")
    errors = judges.nu(pages)
    print(f"Nu HTML checker: {len(errors)} errors on {len(pages)} pages")
    print("\n".join([*faults, *errors]))
    return 0 if is_full and not faults and not errors else 1


def table(home: str, paths: list[str]) -> bool:
    """Prints a line of each page and screen; whether every score is full."""
    print(f"{'Lighthouse':44} {'  '.join(judges.CATEGORIES)}")
    is_full = True
    for path in paths:
        for screen in ("phone", "desktop"):
            scores, weak = judges.lighthouse(home + path, desktop=screen == "desktop")
            figures = "  ".join(
                f"{score:>{len(category)}}"
                for score, category in zip(scores, judges.CATEGORIES, strict=True)
            )
            print(f"{f'{path[:32]}, {screen}':44} {figures}", flush=True)
            for one in weak:
                print(f"    {one}")
            is_full = is_full and min(scores) == judges.FULL
    return is_full


def every_page(home: str) -> dict[str, str]:
    """The HTML of every page that a reader finds by following links, by its path."""
    waiting, pages = list(SEEDS), {}
    while waiting:
        path = waiting.pop()
        if path in pages or path.startswith(NOT_PAGES) or "/feed/" in path:
            continue
        pages[path] = get(home + path)
        waiting += [one.replace("&amp;", "&") for one in LINK.findall(pages[path])]
    return pages


def get(address: str) -> str:
    """An error page is a page, too."""
    try:
        with urlopen(address) as answer:  # noqa: S310  (our own server)
            return str(answer.read().decode())
    except HTTPError as error:
        return str(error.read().decode())


if __name__ == "__main__":
    sys.exit(main())
