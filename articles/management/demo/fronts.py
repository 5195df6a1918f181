"""The demo's home page: composed twice, so that there is one to go back to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.models import User

from articles.desk.fronts.draft import Place, save_draft
from articles.desk.fronts.front import Front
from articles.desk.story import Story
from articles.publishing.fronts.launch import launch


def compose_home(
    fronts: Iterable[dict[str, Any]], stories: Mapping[str, Story], *, by: User, now: datetime
) -> None:
    """Launches each of them as many hours ago as it says, the oldest first."""
    Front.objects.complete()
    home = Front.objects.get(section=None)
    for front in fronts:
        places = [
            Place(**{**slot, "story": str(stories[slot["story"]].key)}) for slot in front["slots"]
        ]
        save_draft(home, places, by=by)
        launch(home, by=by, at=now - timedelta(hours=front["hours_ago"]))
