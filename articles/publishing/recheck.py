"""Re-check: what was scheduled must still pass when something that it rests on changes.

No job stands at the instant of going live, so whoever changes the answer asks again in the same
transaction: a legal hold, a lease, a source that withdraws, a section that closes, a later embargo.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from articles.desk.act import Act
from articles.desk.dossier import Dossier
from articles.desk.notify import concerned, notify
from articles.desk.photos.placement import Placement
from articles.desk.snapshot import thaw
from articles.desk.story import Story
from articles.masthead.publication import the_publication
from articles.preflight.finding import Finding
from articles.preflight.run import findings
from articles.publishing.line import Line
from articles.publishing.override import still_blocking
from articles.publishing.planned import coming
from articles.publishing.release import Release
from articles.site.edition import Edition
from articles.vocabulary import ActKind, NotificationKind

if TYPE_CHECKING:
    from django.contrib.auth.models import User


def recheck(stories: Iterable[Story], *, by: User, because: str) -> list[Story]:
    """Calls off what is scheduled of these stories and no longer passes; answers those stories.

    The stories are locked in the order of their ids. `because` begins the sentence on the story's
    record; what blocks now follows it.
    """
    locked = Story.objects.select_for_update().filter(pk__in=[story.pk for story in stories])
    return [story for story in locked.order_by("pk") if _call_off(story, by=by, because=because)]


def _call_off(story: Story, *, by: User, because: str) -> bool:
    """Each edition to come by itself: those that still pass stay."""
    line = Line.of(story, by=by)
    blocks = {
        plan.release.pk: found
        for plan in coming(story, now=line.now)
        if plan.release.as_released and (found := blocks_of(plan.release, plan.edition, story))
    }
    if not blocks:
        return False
    plans = line.take_up()
    gone = [plan for plan in plans if plan.release.pk in blocks]
    line.call_off(gone)
    line.lay(plan for plan in plans if plan.release.pk not in blocks)
    sentences = [finding.message for found in blocks.values() for finding in found]
    reason = " ".join([because, *dict.fromkeys(sentences)])
    Act.objects.create(story=story, kind=ActKind.CALLED_OFF, reason=reason, made_by=by)
    told = [*concerned(story), *(plan.release.released_by for plan in gone)]
    text = f"“{story}” no longer goes live as scheduled. {reason}"
    notify(story, NotificationKind.CALLED_OFF, text, to=told, by=by)
    return True


def blocks_of(release: Release, edition: Edition, story: Story) -> list[Finding]:
    """What stands against it now and was not passed over when it was released."""
    dossier = as_it_goes_out(thaw(release.as_released, story), edition)
    found = findings(
        dossier,
        goes_live_at=edition.goes_live_at.astimezone(the_publication().zone),
        first_published_at=edition.first_published_at,
        released_by=release.released_by_id,
    )
    return still_blocking(found, release)


def as_it_goes_out(dossier: Dossier, edition: Edition) -> Dossier:
    """Without the pictures that were taken out of the edition since, as a kill does."""
    shown = {figure["photo"] for figure in edition.figures}
    kept: dict[int, Placement] = {
        pk: one for pk, one in dossier.placements.items() if str(one.photo.key) in shown
    }
    photos = tuple(pk for pk in dossier.references.photos if pk in kept)
    return replace(dossier, placements=kept, references=replace(dossier.references, photos=photos))
