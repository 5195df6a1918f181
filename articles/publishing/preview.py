"""Preview: the edition that would come of a story now. Nothing is stored, no address claimed."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from django.utils.text import slugify

from articles.desk.dossier import Dossier
from articles.masthead.publication import the_publication
from articles.masthead.section import Section
from articles.publishing.compose import Imprint, compose
from articles.publishing.pictures import Copies, public_copies
from articles.publishing.planned import edition_before
from articles.publishing.press import live_addresses
from articles.publishing.silent import Fact, silently_changed
from articles.site.edition import Edition
from articles.vocabulary import EditionKind


def preview(
    dossier: Dossier, *, at: datetime | None = None, copies: Copies = public_copies
) -> Edition:
    """An unsaved edition, whatever the preflight says of the story.

    Its pictures have no public address, so whoever shows it says by `copies` where they are found.
    """
    story, moment = dossier.story, at or timezone.now()
    zone = the_publication().zone
    last = Edition.objects.history_of(story.key).last()
    imprint = Imprint(
        number=last.number + 1 if last else 1,
        kind=EditionKind.UPDATE if last else EditionKind.FIRST,
        goes_live_at=moment,
        first_published_at=last.first_published_at if last else moment,
        date=last.date if last else moment.astimezone(zone).date(),
        told_at=timezone.now().astimezone(zone),
        slug=story.slug or slugify(story.headline)[:80] or story.key.hex[:12],
        corrections=tuple(last.corrections) if last else (),
    )
    section = dossier.section or Section(name="No section yet", slug="none")
    links = live_addresses(dossier, at=moment)
    return compose(dossier, section, imprint, links=links, copies=copies)


def silent_facts(dossier: Dossier, *, at: datetime | None = None) -> list[Fact]:
    """What would change for readers without a word to them, if the copy went out as it stands."""
    key = dossier.story.key
    if not Edition.objects.history_of(key).exists():
        return []
    before = edition_before(key, at or timezone.now())
    return silently_changed(preview(dossier, at=at), before)
