"""The line: a story's editions that are still to come, in the order in which readers get them.

Any number of them were scheduled by people, each as it was composed then; the others follow from
the rights of the pictures that readers will have by then. Whenever either changes, the line is laid
anew: numbers, kinds and the corrections that an edition carries follow from what goes before it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.utils import timezone

from articles.desk.photos.notice import Notice
from articles.desk.story import Story
from articles.masthead.publication import the_publication
from articles.publishing.address import give_back, moved_address
from articles.publishing.findable import settle_findable
from articles.publishing.planned import Planned, coming
from articles.publishing.plates import will_be_cut
from articles.publishing.release import Release
from articles.publishing.retouch import in_turn, picture_withdrawn, retouched, shows
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
    addresses: set[tuple[date, str]] = field(default_factory=set)  # and where they would have been

    @classmethod
    def of(cls, story: Story, *, by: User) -> Line:
        return cls(story=story, by=by, now=timezone.now())

    def standing(self) -> Edition | None:
        """What readers have: the newest edition that has gone live, a withdrawal included."""
        return Edition.objects.history_of(self.story.key, self.now).last()

    def take_up(self) -> list[Planned]:
        """Clears the line; answers what people had scheduled, in order, to be laid again.

        The records of the others go: they were what would follow, not anybody's act.
        """
        plans = coming(self.story, now=self.now)
        pending = Edition.objects.filter(story_key=self.story.key).still_to_come(self.now)
        derived = pending.filter(kind=EditionKind.PICTURE_WITHDRAWN)
        Release.objects.filter(edition__in=derived).delete()
        self.taken_up |= _photos(pending)
        self.addresses |= set(pending.values_list("date", "slug"))
        pending.delete()
        return plans

    def call_off(self, plans: Iterable[Planned]) -> None:
        """Notes of editions that were taken up, and are not laid again, who called them off."""
        for plan in plans:
            plan.release.edition = None
            plan.release.called_off_by, plan.release.called_off_at = self.by, self.now
            plan.release.save()

    def lay(self, plans: Iterable[Planned] = ()) -> None:
        """Saves the line: what people have scheduled or publish, and what follows from rights.

        Each edition is saved with its release, which names it from then on. The public addresses
        of all pictures of the story follow, and the words by which the desk finds it. An address
        that no reader has met is given back.
        """
        last = self.standing()
        overridden = last is not None and self._was_overridden(last)
        for plan in sorted(plans, key=lambda one: one.at):
            if last is not None:
                last = self._follow(last, overridden=overridden, until=plan.at)
            last = self._save(plan, last)
            overridden = plan.release.passes_over
        if last is not None:
            self._follow(last, overridden=overridden, until=None)
        give_back(self.story, self.addresses)
        settle(_photos(Edition.objects.filter(story_key=self.story.key)) | self.taken_up)
        settle_findable(self.story.key)

    def _save(self, plan: Planned, last: Edition | None) -> Edition:
        """The plan's edition in its turn; the first of a story also settles its day."""
        day = last.date if last else plan.at.astimezone(the_publication().zone).date()
        slug = plan.edition.slug
        if day != plan.edition.date:
            self.addresses.add((plan.edition.date, slug))
            slug = moved_address(self.story, day, slug)
        edition = in_turn(plan.edition, last, date=day, slug=slug)
        self.save(edition)
        release = plan.release
        release.edition, release.number, release.kind = edition, edition.number, edition.kind
        release.goes_live_at = edition.goes_live_at
        release.save()
        return edition

    def take_out(self, photo_key: str, *, notice: Notice, note: str) -> None:
        """Takes a photo out of what readers have, and out of all that is still to come."""
        plans = self.take_up()
        standing = self.standing()
        if standing is not None and shows(standing, photo_key):
            edition = picture_withdrawn(standing, photo_key, at=self.now, note=note)
            self.save(edition)
            self.record(edition, reason=notice.reason, notice=notice)
        self.lay(
            plan.altered(lambda edition: retouched(edition, photo_key))
            if shows(plan.edition, photo_key)
            else plan
            for plan in plans
        )

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
            self.save(edition)
            self.record(edition, reason=BY_THE_CLOCK)
        return edition

    def save(self, edition: Edition) -> None:
        """Its plate is cut once the transaction is committed."""
        edition.save(force_insert=True)
        will_be_cut(edition)

    def _was_overridden(self, edition: Edition) -> bool:
        """Whether the person who last released the story passed over what stood against it."""
        acts = Release.objects.filter(
            story=self.story, called_off_at=None, notice=None, number__lte=edition.number
        ).exclude(kind=EditionKind.PICTURE_WITHDRAWN)
        last = acts.order_by("-number", "-pk").first()
        return last is not None and last.passes_over


def lay_anew(story: Story, *, by: User) -> None:
    """What follows from rights follows anew; the story is locked."""
    line = Line.of(story, by=by)
    line.lay(line.take_up())


def _photos(editions: QuerySet[Edition]) -> set[str]:
    shown = editions.exclude(figures=[]).values_list("figures", flat=True)
    return {figure["photo"] for figures in shown for figure in figures}
