"""The desk at two sizes: its pages with 1,000 stories beside the same pages with 100,000.

Each page is asked for as an editor's browser would, through Django's own client, in a database of
its own; the two sizes run one after the other, so a busy machine shows in both.
"""

from __future__ import annotations

from django.contrib.auth.models import Group, User
from django.test import Client

from articles.desk.story import Story
from benchmarks.archive import fill
from benchmarks.asking import taken
from benchmarks.preflight import a_database_of_our_own

SMALL = 1_000, 200
LARGE = 100_000, 20_000
PAGES = {
    "start page": "/admin/",
    "story list": "/admin/articles/story/",
    "mine": "/admin/articles/story/?tab=mine",
    "filed": "/admin/articles/story/?tab=filed",
    "live": "/admin/articles/story/?tab=live",
    "search": "/admin/articles/story/?q=harbour+topic1234",
    "search, common word": "/admin/articles/story/?q=harbour",
    "light table": "/admin/articles/photo/",
    "writing page": "/admin/articles/story/{story}/change/",
}


def desk() -> str:
    """A line for each page: milliseconds at both sizes, and how many times as long the large is."""
    small, large = (measure(*size) for size in (SMALL, LARGE))
    title = f"desk        at {SMALL[0]:,} and at {LARGE[0]:,} stories, {LARGE[1]:,} photos:"
    lines = [
        f"            {1000 * small[name]:6.0f} ms {1000 * large[name]:6.0f} ms "
        f"ratio {large[name] / small[name]:5.2f}  {name}"
        for name in PAGES
    ]
    return "\n".join([title, *lines])


def measure(stories: int, photos: int) -> dict[str, float]:
    """Seconds of each page, the median of some, after one that is not counted."""
    with a_database_of_our_own():
        fill(stories, photos)
        editor = User.objects.create_user("editor", is_staff=True)
        editor.groups.add(Group.objects.get(name="Editor"))
        client = Client()
        client.force_login(editor)
        story = Story.objects.order_by("-updated_at")[0].pk
        return {name: taken(client, address.format(story=story)) for name, address in PAGES.items()}
