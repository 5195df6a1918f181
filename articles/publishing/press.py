"""The press: what every verb of the door shares, inside one transaction with the story locked."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from articles.desk.act import Act
from articles.desk.dossier import Dossier, gather
from articles.desk.keep_revision import keep_revision
from articles.desk.photos.photo import Photo
from articles.desk.snapshot import freeze
from articles.desk.story import Story
from articles.masthead.publication import Publication, the_publication
from articles.masthead.readings import in_full
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
from articles.publishing.planned import Planned, edition_before
from articles.publishing.refusal import (
    NotAllowed,
    NothingNew,
    PreflightBlocks,
    SilentEdit,
    TooEarly,
)
from articles.publishing.release import Release
from articles.publishing.silent import silently_changed
from articles.site.edition import Edition
from articles.vocabulary import ActKind, EditionKind, NotePlace

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
    keeps_later: bool = False  # what was scheduled for later stays
    new_facts: str = ""  # why facts of a live story change without a correction
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
            moment=(at or timezone.now()).astimezone(UTC),
            publication=the_publication(),
            override_reason=override_reason.strip(),
        )

    def before(self) -> Edition | None:
        """The edition that readers will have at the moment, live or scheduled by a person."""
        return edition_before(self.story.key, self.moment)

    def public(self) -> Edition | None:
        """The newest edition that has gone live."""
        return Edition.objects.history_of(self.story.key).last()

    def next_imprint(
        self, kind: EditionKind, *, note: str = "", note_place: NotePlace = NotePlace.END
    ) -> Imprint:
        """Number, times and address of the edition to come."""
        public = self.public()
        if public and self.moment < public.goes_live_at:
            since = self.in_words(public.goes_live_at)
            message = (
                f"Readers have had edition {public.number} since {since}. "
                "The next one cannot go live before that."
            )
            raise TooEarly(message)
        last = self.before()
        first_published_at = last.first_published_at if last else self.moment
        day = last.date if last else first_published_at.astimezone(self.publication.zone).date()
        return Imprint(
            number=last.number + 1 if last else 1,
            kind=kind if last else EditionKind.FIRST,
            goes_live_at=self.moment,
            first_published_at=first_published_at,
            date=day,
            slug=claim_address(self.story, day),
            told_at=min(timezone.now(), self.moment).astimezone(self.publication.zone),
            note=note,
            note_place=note_place,
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

    def refuse_silent_edit(self, edition: Edition) -> None:
        """Facts that readers have do not change without a word to them, or a reason on record."""
        facts = silently_changed(edition, self.before()) if self.public() else []
        if facts and not self.new_facts:
            raise SilentEdit(facts)
        self.new_facts = self.new_facts if facts else ""

    def refuse_what_is_there(self, edition: Edition) -> None:
        """Two people who press Publish at once make one edition: the second is told of it."""
        before = self.before()
        if before is None or before.digest != edition.digest or self._moves(before, edition):
            return
        pending = before.goes_live_at > timezone.now()
        release = Release.objects.filter(edition=before).select_related("released_by").first()
        who = f", released by {release.released_by}" if release else ""
        when = "goes live" if pending else "has been public since"
        message = (
            f"There is nothing new to publish: edition {before.number} with just these words "
            f"{when} {self.in_words(before.goes_live_at)}{who}."
        )
        raise NothingNew(message)

    def _moves(self, before: Edition, edition: Edition) -> bool:
        """Whether it is what was scheduled for an earlier moment, with the same words."""
        return (
            before.digest == edition.digest
            and before.kind in {EditionKind.FIRST, EditionKind.UPDATE}
            and timezone.now() < before.goes_live_at < self.moment
        )

    def print(self, edition: Edition, *, reason: str, found: list[Finding]) -> Edition:
        """Saves the edition and, beside it, who released it and why.

        What was scheduled for later gives way, unless it is kept: it was composed before, without
        these words. What was scheduled for an earlier moment stays.
        """
        keep_revision(self.story, by=self.by, why="As it was released.")
        before = self.before()
        moved = before.pk if before is not None and self._moves(before, edition) else None
        line = Line.of(self.story, by=self.by)
        plans = line.take_up()
        kept = [
            one
            for one in plans
            if one.edition.pk != moved and (self.keeps_later or one.at < self.moment)
        ]
        line.call_off(one for one in plans if one not in kept)
        blocks = [finding for finding in found if finding.blocks]
        release = Release(
            story=self.story,
            kind=edition.kind,
            goes_live_at=edition.goes_live_at,
            released_by=self.by,
            reason=reason,
            override_reason=self.override_reason if blocks else "",
            new_facts=self.new_facts,
            findings=[
                {**one.as_values(), "passed_over": why_passed_over(one, self.passed_over)}
                for one in found
            ],
            as_released=self.as_released,
        )
        line.lay([*kept, Planned(edition, release)])
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
        return in_full(moment, self.publication.zone)


def live_addresses(dossier: Dossier, *, at: datetime) -> dict[str, str]:
    """Of the stories that the body links to, those live at that instant: key -> address."""
    live = Edition.objects.live(at).filter(story_key__in=dossier.linked_stories.values())
    return {str(edition.story_key): edition.get_absolute_url() for edition in live}
