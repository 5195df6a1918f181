"""Mend: a picture's words were put right at the picture; now they reach the pages that show it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction

from articles.desk.photos.photo import Photo
from articles.desk.photos.placement import Placement
from articles.desk.snapshot import thaw
from articles.desk.story import Story
from articles.masthead.publication import the_publication
from articles.masthead.readings import in_full
from articles.preflight.finding import Finding
from articles.preflight.run import findings
from articles.publishing.compose import correction_values, figure_values
from articles.publishing.line import Line
from articles.publishing.override import still_blocking
from articles.publishing.photos.uses import PhotoUse, uses_of
from articles.publishing.planned import Planned, coming
from articles.publishing.recheck import as_it_goes_out
from articles.publishing.refusal import NotAllowed, NothingNew, PreflightBlocks
from articles.publishing.release import Release
from articles.publishing.retouch import retouched, shows
from articles.site.edition import Edition
from articles.vocabulary import EditionKind

if TYPE_CHECKING:
    from django.contrib.auth.models import User

WORDS = {"caption": "caption", "credit_line": "credit", "alt_text": "alt text"}
OF_THE_USE = ("caption", "alt_text")
OF_PICTURES = ("placements", "")
"""Where findings stand that count here: at a picture, or at the story as a whole (a hold)."""


@dataclass(frozen=True)
class Difference:
    """What readers have and what they would have; `own` tells that the story has its own words."""

    name: str
    now: str
    then: str
    own: bool

    @property
    def is_change(self) -> bool:
        return self.now != self.then


@dataclass(frozen=True)
class Proposal:
    """One story that shows the picture to readers, and what the picture's words would change."""

    use: PhotoUse
    differences: list[Difference]

    @property
    def is_change(self) -> bool:
        return any(one.is_change for one in self.differences)

    @property
    def has_own_words(self) -> bool:
        return any(one.own for one in self.differences)


def proposals(photo: Photo) -> list[Proposal]:
    """For each live story that shows the picture: its words there, beside those at the picture."""
    live = [use for use in uses_of(photo) if use.is_live]
    return [Proposal(use, _differences(photo, use)) for use in live]


def _differences(photo: Photo, use: PhotoUse) -> list[Difference]:
    edition = use.standing.public
    figures = edition.figures if edition else []
    shown: dict[str, Any] = next((one for one in figures if one["photo"] == str(photo.key)), {})
    placement = _placement(photo, use.story, shown)
    meant = figure_values(placement)
    return [
        Difference(
            name=label,
            now=shown.get(name, ""),
            then=meant[name],
            own=name in OF_THE_USE and bool(getattr(placement, name).strip()),
        )
        for name, label in WORDS.items()
    ]


def _placement(photo: Photo, story: Story, shown: dict[str, Any]) -> Placement:
    """The use as it stands at the desk; one that left the draft since takes the picture's words."""
    placement = story.placements.filter(photo=photo).first() or Placement(
        story=story, is_file_picture=shown.get("is_file_picture", False)
    )
    placement.photo = photo
    return placement


@transaction.atomic
def mend(photo: Photo, *, stories: Collection[Story], by: User, note: str = "") -> list[Edition]:
    """Publishes each story's edition once more with the picture's words as they now are.

    Nothing else of the story changes, whatever its draft says. With a `note` the edition is a
    correction that tells readers what was wrong; without, an update. Raises `Refused` when the
    person may not, when none of the stories would change, or when the preflight blocks the
    picture as it now is in one of them: then readers of none get it.
    """
    if not (by.is_active and by.has_perm("articles.mend_caption")):
        message = f"{by} may not change what readers have. Ask the photo desk or an editor."
        raise NotAllowed(message)
    chosen = {story.pk for story in stories}
    list(Story.objects.select_for_update().filter(pk__in=chosen).order_by("pk"))
    locked = Photo.objects.select_for_update(no_key=True).get(pk=photo.pk)
    due = [one for one in proposals(locked) if one.use.story.pk in chosen and one.is_change]
    if not due:
        message = "Nothing was changed: readers have these words already."
        raise NothingNew(message)
    lines = [Line.of(one.use.story, by=by) for one in due]
    if blocks := [finding for line in lines for finding in _blocks(locked, line)]:
        raise PreflightBlocks(blocks)
    return [
        _mend(locked, line, standing, note=note.strip())
        for line in lines
        if (standing := line.standing()) is not None
    ]


def _blocks(photo: Photo, line: Line) -> Iterator[Finding]:
    """What stands against the picture, with its new words, in what readers have and will get."""
    standing = line.standing()
    release = standing and _release_of(standing, line.story)
    if standing and release:
        yield from _against(photo, Planned(standing, release), at=line.now)
    zone = the_publication().zone
    for plan in coming(line.story, now=line.now):
        if plan.release.as_released and shows(plan.edition, str(photo.key)):
            for finding in _against(photo, plan, at=plan.at):
                message = f"In what goes live {in_full(plan.at, zone)}: {finding.message}"
                yield replace(finding, message=message)


def _release_of(standing: Edition, story: Story) -> Release | None:
    """The record of the copy that readers have, whatever was recorded since for other times.

    An edition that only takes a picture out, or mends one, has the copy of the one before it.
    """
    records = Release.objects.filter(
        story=story, called_off_at=None, number__lte=standing.number
    ).exclude(as_released={})
    return records.select_related("released_by").order_by("-number", "-pk").first()


def _against(photo: Photo, plan: Planned, *, at: datetime) -> list[Finding]:
    story, edition = plan.release.story, plan.edition
    dossier = as_it_goes_out(thaw(plan.release.as_released, story), edition)
    placement = _placement(photo, story, {})
    if placement._state.adding and photo.pk in dossier.placements:  # it has left the draft since
        placement.pk = dossier.placements[photo.pk].pk
    dossier = replace(dossier, placements={**dossier.placements, photo.pk: placement})
    if photo.pk not in dossier.references.photos:  # it took another's place
        photos = (*dossier.references.photos, photo.pk)
        dossier = replace(dossier, references=replace(dossier.references, photos=photos))
    found = findings(
        dossier,
        goes_live_at=at.astimezone(the_publication().zone),
        first_published_at=edition.first_published_at,
    )
    return [one for one in still_blocking(found, plan.release) if one.field in OF_PICTURES]


def _mend(photo: Photo, line: Line, standing: Edition, *, note: str) -> Edition:
    key = str(photo.key)
    plans = line.take_up()
    shown = next(figure for figure in standing.figures if figure["photo"] == key)
    instead = figure_values(_placement(photo, line.story, shown))
    kind = EditionKind.CORRECTION if note else EditionKind.UPDATE
    told = correction_values(standing.number + 1, kind, note=note, at=line.now)
    edition = retouched(
        standing,
        key,
        instead=instead,
        number=standing.number + 1,
        kind=kind,
        goes_live_at=line.now,
        note=note,
        corrections=[*standing.corrections, *told],
    )
    line.save(edition)
    line.record(edition, reason=note or "The picture’s words were mended.")
    line.lay(
        plan.altered(lambda planned: retouched(planned, key, instead=instead))
        if shows(plan.edition, key)
        else plan
        for plan in plans
    )
    return edition
