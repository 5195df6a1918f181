"""Standing: where stories are with readers, for the desk to see."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.utils import timezone
from django.utils.formats import date_format

from articles.site.edition import Edition
from articles.vocabulary import EditionKind


@dataclass(frozen=True)
class Standing:
    """The edition that readers have, and those that people have scheduled, the next one first.

    `picture_goes_at` is the instant at which the right to a picture of it first ends.
    """

    public: Edition | None = None
    coming: tuple[Edition, ...] = ()
    picture_goes_at: datetime | None = None

    @property
    def pending(self) -> Edition | None:
        """The next one that a person has scheduled, if any."""
        return self.coming[0] if self.coming else None

    @property
    def is_live(self) -> bool:
        return self.public is not None and self.public.kind != EditionKind.WITHDRAWAL

    def __str__(self) -> str:
        words = []
        if self.public is not None:
            words.append(f"live, edition {self.public.number}" if self.is_live else "withdrawn")
        if self.pending is not None:
            moment = timezone.localtime(self.pending.goes_live_at)
            more = f" and {len(self.coming) - 1} more" if len(self.coming) > 1 else ""
            words.append(f"goes live {date_format(moment, 'j M, H:i')}{more}")
        if self.picture_goes_at is not None:
            moment = timezone.localtime(self.picture_goes_at)
            words.append(f"a picture goes {date_format(moment, 'j M, H:i')}")
        return "; ".join(words) or "not published"


def standing_of(story_keys: Iterable[UUID]) -> dict[UUID, Standing]:
    """The standing of each story, in one query."""
    now = timezone.now()
    found = {key: Standing() for key in story_keys}
    editions = Edition.objects.filter(story_key__in=found).for_list().order_by("number")
    for edition in editions:
        before = found[edition.story_key]
        if edition.goes_live_at <= now:
            found[edition.story_key] = replace(before, public=edition)
        elif edition.kind != EditionKind.PICTURE_WITHDRAWN:
            found[edition.story_key] = replace(before, coming=(*before.coming, edition))
        elif before.picture_goes_at is None:
            found[edition.story_key] = replace(before, picture_goes_at=edition.goes_live_at)
    return found
