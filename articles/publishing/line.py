"""The line: a story's editions that are still to come, in the order in which readers get them.

At most one of them was scheduled by a person; the others follow from the rights of the pictures
that readers will have by then. Whenever either changes, the line is laid anew.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils import timezone

from articles.desk.photos.notice import Notice
from articles.desk.story import Story
from articles.publishing.release import Release
from articles.publishing.retouch import picture_withdrawn, renumbered, retouched, shows
from articles.publishing.successors import successors
from articles.publishing.windows import settle
from articles.site.edition import Edition
from articles.vocabulary import EditionKind

if TYPE_CHECKING:
    from django.contrib.auth.models import User
    from django.db.models import QuerySet

BY_THE_CLOCK = "The right to show a picture ends."


@dataclass(kw_only=True)
class Line:
    """One story's line. Whoever makes it has locked the story in a transaction."""

    story: Story
    by: User
    now: datetime
    taken_up: set[str] = field(default_factory=set)  # the photos of editions off the line

    @classmethod
    def of(cls, story: Story, *, by: User) -> Line:
        return cls(story=story, by=by, now=timezone.now())

    def standing(self) -> Edition | None:
        """What readers have: the newest edition that has gone live, a withdrawal included."""
        return Edition.objects.history_of(self.story.key, self.now).last()

    def take_up(self) -> tuple[Edition | None, Release | None]:
        """Clears the line; answers what a person had scheduled, with the record of it.

        The records of the others go too: they were what would follow, not anybody's act.
        """
        pending = Edition.objects.filter(story_key=self.story.key, goes_live_at__gt=self.now)
        scheduled = pending.exclude(kind=EditionKind.PICTURE_WITHDRAWN).first()
        release = Release.objects.filter(edition=scheduled).first() if scheduled else None
        derived = pending.filter(kind=EditionKind.PICTURE_WITHDRAWN)
        Release.objects.filter(edition__in=derived).delete()
        self.taken_up |= _photos(pending)
        pending.delete()
        return scheduled, release

    def lay(self, scheduled: Edition | None = None, release: Release | None = None) -> None:
        """Saves the line: what follows from rights, and what a person has scheduled or publishes.

        That edition is saved with its `release`, which names it from then on. The public addresses
        of all pictures of the story follow.
        """
        last = self.standing()
        if last is not None:
            until = scheduled.goes_live_at if scheduled else None
            last = self._follow(last, overridden=self._was_overridden(last), until=until)
        if scheduled is not None and release is not None:
            edition = renumbered(scheduled, last.number + 1 if last else 1)
            edition.save(force_insert=True)
            release.edition, release.number = edition, edition.number
            release.save()
            self._follow(edition, overridden=release.passes_over, until=None)
        settle(_photos(Edition.objects.filter(story_key=self.story.key)) | self.taken_up)

    def take_out(self, photo_key: str, *, notice: Notice, note: str) -> None:
        """Takes a photo out of what readers have, and out of what is still to come."""
        scheduled, release = self.take_up()
        standing = self.standing()
        if standing is not None and shows(standing, photo_key):
            edition = picture_withdrawn(standing, photo_key, at=self.now, note=note)
            edition.save(force_insert=True)
            self.record(edition, reason=notice.reason, notice=notice)
        if scheduled is not None and shows(scheduled, photo_key):
            scheduled = retouched(scheduled, photo_key)
        self.lay(scheduled, release)

    def record(self, edition: Edition, *, reason: str, notice: Notice | None = None) -> None:
        """Notes beside a saved edition who brought it about, and why."""
        Release.objects.create(
            story=self.story,
            edition=edition,
            number=edition.number,
            kind=edition.kind,
            goes_live_at=edition.goes_live_at,
            released_by=self.by,
            reason=reason,
            notice=notice,
        )

    def _follow(self, edition: Edition, *, overridden: bool, until: datetime | None) -> Edition:
        """Saves the edition's successors that go live before `until`; answers the last one."""
        for successor in successors(edition, self.story, now=self.now, overridden=overridden):
            if until is not None and successor.edition.goes_live_at >= until:
                break
            edition = successor.edition
            edition.save(force_insert=True)
            self.record(edition, reason=BY_THE_CLOCK)
        return edition

    def _was_overridden(self, edition: Edition) -> bool:
        """Whether the person who last released the story passed over what stood against it."""
        acts = Release.objects.filter(
            story=self.story, called_off_at=None, notice=None, number__lte=edition.number
        ).exclude(kind=EditionKind.PICTURE_WITHDRAWN)
        last = acts.order_by("-number", "-pk").first()
        return last is not None and last.passes_over


def _photos(editions: QuerySet[Edition]) -> set[str]:
    shown = editions.exclude(figures=[]).values_list("figures", flat=True)
    return {figure["photo"] for figures in shown for figure in figures}
