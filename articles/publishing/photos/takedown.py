"""Takedown: what hold, lift and kill share, with the picture and all its stories locked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from articles.desk.photos.lease import rights_of
from articles.desk.photos.notice import Notice
from articles.desk.photos.photo import Photo
from articles.desk.photos.rights import Use, may_be_used
from articles.desk.story import Story
from articles.publishing.line import Line, lay_anew
from articles.publishing.photos.uses import stories_following
from articles.publishing.recheck import recheck
from articles.publishing.refusal import NotAllowed, Refused
from articles.publishing.release import Release
from articles.publishing.retouch import copy_of, shows
from articles.publishing.windows import settle
from articles.site.edition import Edition
from articles.vocabulary import EditionKind, NoticeKind, PhotoState

if TYPE_CHECKING:
    from collections.abc import Collection

    from django.contrib.auth.models import User


@dataclass(kw_only=True)
class Takedown:
    """One picture, the stories that have it, and who acts."""

    photo: Photo
    by: User
    stories: list[Story]

    @classmethod
    def take(cls, photo: Photo, *, by: User) -> Takedown:
        """Locks the stories first and the picture then, in the order in which publishing does."""
        if not (by.is_active and by.has_perm("articles.kill_photo")):
            message = f"{by} may not hold or kill pictures. Ask the photo desk."
            raise NotAllowed(message)
        list(stories_following(photo).select_for_update())
        locked = Photo.objects.select_for_update().get(pk=photo.pk)
        return cls(photo=locked, by=by, stories=list(stories_following(locked).select_for_update()))

    def refuse_in(self, states: Collection[PhotoState]) -> None:
        if self.photo.state in states:
            state = self.photo.get_state_display().lower()
            message = f"“{self.photo}” is {state} already, so nothing was done."
            raise Refused(message)

    def give_notice(self, kind: NoticeKind, *, origin: str, reason: str, **values: Any) -> Notice:
        if not (origin.strip() and reason.strip()):
            message = "Say from whom the notice came, and why."
            raise Refused(message)
        return Notice.objects.create(
            photo=self.photo,
            kind=kind,
            origin=origin.strip(),
            reason=reason.strip(),
            made_by=self.by,
            **values,
        )

    def set_state(self, state: PhotoState) -> None:
        self.photo.state = state
        self.photo.save(update_fields=["state", "updated_at"])

    def take_out(self, notice: Notice, *, note: str) -> None:
        """Out of every story, live or scheduled; its addresses close with the state it is in."""
        for story in self.stories:
            Line.of(story, by=self.by).take_out(str(self.photo.key), notice=notice, note=note)
        recheck(self.stories, by=self.by, because=f"“{self.photo}” was taken out.")

    def bring_back(self, held: Notice, notice: Notice) -> None:
        """Back into those stories whose newest edition is the one that the hold made."""
        for release in Release.objects.filter(notice=held).select_related("story", "edition"):
            self._bring_back(release, notice)
        for story in self.stories:  # it may take another's place again
            lay_anew(story, by=self.by)
        settle([str(self.photo.key)])

    def _bring_back(self, release: Release, notice: Notice) -> None:
        line = Line.of(release.story, by=self.by)
        standing, key = line.standing(), str(self.photo.key)
        if standing is None or standing != release.edition:
            return
        before = Edition.objects.get(story_key=standing.story_key, number=standing.number - 1)
        use = Use(at=line.now, story=release.story.pk, may_override=True)
        if not shows(before, key) or not may_be_used(rights_of(self.photo), use):
            return
        plans = line.take_up()
        again = copy_of(
            before,
            number=standing.number + 1,
            kind=EditionKind.UPDATE,
            goes_live_at=line.now,
            note="",
        )
        line.save(again)
        line.record(again, reason=notice.reason, notice=notice)
        line.lay(plans)
