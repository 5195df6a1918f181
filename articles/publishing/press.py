"""The press: what every verb of the door shares, inside one transaction with the story locked."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format

from articles.desk.act import Act
from articles.desk.dossier import Dossier, gather
from articles.desk.photos.photo import Photo
from articles.desk.snapshot import freeze
from articles.desk.story import Story
from articles.masthead.publication import Publication, the_publication
from articles.preflight.finding import Finding
from articles.preflight.run import findings
from articles.publishing.address import claim_address
from articles.publishing.compose import Imprint, compose
from articles.publishing.line import Line
from articles.publishing.override import (
    PassedOver,
    may_override,
    passed_over,
    why_passed_over,
)
from articles.publishing.refusal import NotAllowed, NothingNew, PreflightBlocks, TooEarly
from articles.publishing.release import Release
from articles.site.address import Address
from articles.site.edition import Edition
from articles.vocabulary import ActKind, EditionKind

if TYPE_CHECKING:
    from django.contrib.auth.models import User


@dataclass(kw_only=True)
class Press:
    """One story under the press: who stands at it, and for which instant it prints."""

    story: Story
    by: User
    moment: datetime
    publication: Publication
    override_reason: str = ""
    as_released: dict[str, Any] = field(default_factory=dict)  # once the story is composed
    passed_over: PassedOver = field(default_factory=dict)  # likewise

    @classmethod
    def take(
        cls,
        story: Story,
        *,
        by: User,
        permission: str,
        at: datetime | None = None,
        override_reason: str = "",
    ) -> Press:
        """Locks the story until the transaction ends, so that two people print one edition."""
        if not (by.is_active and by.has_perm(f"articles.{permission}")):
            message = f"{by} may not do this. Ask an editor."
            raise NotAllowed(message)
        locked = Story.objects.select_for_update().get(pk=story.pk)
        return cls(
            story=locked,
            by=by,
            moment=at or timezone.now(),
            publication=the_publication(),
            override_reason=override_reason.strip(),
        )

    def newest(self) -> Edition | None:
        """The newest edition that readers have or that a person has scheduled."""
        editions = Edition.objects.filter(story_key=self.story.key).order_by("number")
        by_the_clock = Q(kind=EditionKind.PICTURE_WITHDRAWN, goes_live_at__gt=timezone.now())
        return editions.exclude(by_the_clock).last()

    def public(self) -> Edition | None:
        """The newest edition that has gone live."""
        return Edition.objects.history_of(self.story.key).last()

    def next_imprint(self, kind: EditionKind, *, note: str = "") -> Imprint:
        """Number, times and address of the edition to come."""
        last = self.public()
        first_published_at = last.first_published_at if last else self.moment
        if last and self.moment < last.goes_live_at:
            message = (
                f"Readers have had edition {last.number} since {self.in_words(last.goes_live_at)}. "
                "The next one cannot go live before that."
            )
            raise TooEarly(message)
        day = last.date if last else first_published_at.astimezone(self.publication.zone).date()
        return Imprint(
            number=last.number + 1 if last else 1,
            kind=kind if last else EditionKind.FIRST,
            goes_live_at=self.moment,
            first_published_at=first_published_at,
            date=day,
            slug=claim_address(self.story, day),
            note=note,
            corrections=tuple(last.corrections) if last else (),
        )

    def compose(self, imprint: Imprint) -> tuple[Edition, list[Finding]]:
        """Runs the preflight for the press's instant, and composes; blocks are refused.

        The story's photos stay locked, so that none is killed while its edition is made.
        """
        list(Photo.objects.select_for_update(no_key=True).placed_in(self.story))
        dossier = gather(self.story)
        self.as_released = freeze(dossier)
        found = findings(
            dossier,
            goes_live_at=self.moment.astimezone(self.publication.zone),
            first_published_at=imprint.first_published_at,
            released_by=self.by.pk,
        )
        self.passed_over = passed_over(self.story)
        if dossier.section is None or any(map(self.stops, found)):
            raise PreflightBlocks([one for one in found if self.stops(one)])
        links = live_addresses(dossier, at=self.moment)
        return compose(dossier, dossier.section, imprint, links=links), found

    def stops(self, finding: Finding) -> bool:
        """Whether the finding keeps the door shut: it blocks, and is not passed over.

        It is passed over beside the copy by who may, or here with a reason by who may and
        publishes. Both stay on record.
        """
        if not finding.blocks or why_passed_over(finding, self.passed_over):
            return False
        return not (self.override_reason and may_override(self.by, finding))

    def refuse_what_is_there(self, edition: Edition) -> None:
        """Two people who press Publish at once make one edition: the second is told of it."""
        newest = self.newest()
        if newest is None or newest.digest != edition.digest:
            return
        pending = newest.goes_live_at > timezone.now()
        if pending and newest.goes_live_at != self.moment:
            return
        release = Release.objects.filter(edition=newest).select_related("released_by").first()
        who = f", released by {release.released_by}" if release else ""
        when = "goes live" if pending else "has been public since"
        message = (
            f"There is nothing new to publish: edition {newest.number} with just these words "
            f"{when} {self.in_words(newest.goes_live_at)}{who}."
        )
        raise NothingNew(message)

    def print(self, edition: Edition, *, reason: str, found: list[Finding]) -> Edition:
        """Saves the edition and, beside it, who released it and why.

        What was scheduled gives way to it, and what follows from its pictures' rights follows it.
        """
        line = Line.of(self.story, by=self.by)
        call_off_pending(line, instead=edition)
        blocks = [finding for finding in found if finding.blocks]
        release = Release(
            story=self.story,
            kind=edition.kind,
            goes_live_at=edition.goes_live_at,
            released_by=self.by,
            reason=reason,
            override_reason=self.override_reason if blocks else "",
            findings=[
                {**one.as_values(), "passed_over": why_passed_over(one, self.passed_over)}
                for one in found
            ],
            as_released=self.as_released,
        )
        line.lay(edition, release)
        self.record(blocks)
        return release.edition or edition

    def record(self, blocks: list[Finding]) -> None:
        """What was passed over stands on the story's record: each sentence, with its reason."""
        reasons: dict[str, list[str]] = {}
        for one in blocks:
            reason = why_passed_over(one, self.passed_over) or self.override_reason
            reasons.setdefault(reason, []).append(one.message)
        said = [f"{' '.join(sentences)} – {reason}" for reason, sentences in reasons.items()]
        if said:
            Act.objects.create(
                story=self.story, kind=ActKind.PASSED_OVER, reason=" ".join(said), made_by=self.by
            )

    def in_words(self, moment: datetime) -> str:
        return date_format(moment.astimezone(self.publication.zone), "j F Y, H:i T")


def live_addresses(dossier: Dossier, *, at: datetime) -> dict[str, str]:
    """Of the stories that the body links to, those live at that instant: key -> address."""
    live = Edition.objects.live(at).filter(story_key__in=dossier.linked_stories.values())
    return {str(edition.story_key): edition.get_absolute_url() for edition in live}


def call_off_pending(line: Line, *, instead: Edition | None = None) -> bool:
    """Takes the story's editions that have not gone live off its line, which is then to be laid.

    The record says who called off what a person had scheduled; answers whether there was any. An
    address that no reader has ever met is given back, unless `instead` goes out under it.
    """
    scheduled, release = line.take_up()
    if release is not None:
        release.edition = None
        release.called_off_by, release.called_off_at = line.by, line.now
        release.save()
    if scheduled and not Edition.objects.filter(story_key=line.story.key).exists():
        unused = Address.objects.filter(story_key=line.story.key)
        if instead is not None:
            unused = unused.exclude(date=instead.date, slug=instead.slug)
        unused.delete()
    return scheduled is not None
