"""Searching the stories of the desk, in progress and live: by words as they are written.

What readers have is searched beside the copy, which may have other words by now.
"""

from __future__ import annotations

import re

from django.contrib.postgres.search import SearchQuery
from django.db.models import Q

from articles.desk.story import StoryQuerySet

LONGEST = 200  # characters of a question; the rest is passed over
MOST_WORDS = 20
NOT_NOTHING = re.compile(r'-(?=[^\w"]|\Z)')
"""A minus before no word: PostgreSQL counts them, and gives up at some hundred."""
PLAIN = re.compile(r"\w+\Z")


def search(stories: StoryQuerySet, words: str) -> StoryQuerySet:
    """Those with these words; “a phrase”, or, -not; of the last word the beginning is enough.

    Words that say nothing find nothing: no question is an error.
    """
    asked = question(words)
    if asked is None:
        return stories.none() if words.strip() else stories
    return stories.filter(Q(search=asked) | Q(public_search=asked))


def question(words: str) -> SearchQuery | None:
    """What the words ask of an index; None when they say nothing."""
    plain = NOT_NOTHING.sub(" ", words.replace("\x00", "")[:LONGEST])
    asked = " ".join(plain.split()[:MOST_WORDS])
    if not asked:
        return None
    before, _, last = asked.rpartition(" ")
    whole = SearchQuery(asked, config="simple", search_type="websearch")
    if not PLAIN.match(last) or asked.count('"') % 2 or last.lower() == "or":
        return whole
    beginning = SearchQuery(f"{last}:*", config="simple", search_type="raw")
    if not before.strip() or before.lower().endswith(" or"):
        return beginning if not before.strip() else whole
    return SearchQuery(before, config="simple", search_type="websearch") & beginning
