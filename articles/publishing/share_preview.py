"""Sharing: one revision of a story is shown to somebody outside, until it expires or is revoked.

A link is never stronger than who made it: it shows nothing once that person may not see the story
any more, or may not share, or has left. Nor does it while the story is on legal hold, unless
somebody made it who may lift holds: Legal shows a held story to counsel.
"""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from articles.desk.act import Act
from articles.desk.kept_revision import kept_revision
from articles.desk.preview_link import PreviewLink
from articles.desk.story import Story
from articles.publishing.refusal import NotAllowed, Refused
from articles.vocabulary import ActKind

if TYPE_CHECKING:
    from django.contrib.auth.models import User

LONGEST = timedelta(days=30)
TOKEN_BYTES = 32
WHY = "It was shown to somebody outside by a link."


def digest_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def may_share(user: User, story: Story) -> bool:
    """Whether the person may see the story, may share, and no hold forbids it to them."""
    if not user.has_perm("articles.share_preview"):
        return False
    if story.legal_hold and not user.has_perm("articles.lift_hold"):
        return False
    return Story.objects.visible_to(user).filter(pk=story.pk).exists()


@transaction.atomic
def share_preview(
    story: Story, *, by: User, for_whom: str, lasts: timedelta
) -> tuple[PreviewLink, str]:
    """The link to the story as it stands now, and its token, which is kept nowhere."""
    _refuse_who_may_not(by, story)
    if not for_whom.strip():
        message = "Say who gets the link, and why."
        raise Refused(message)
    if not timedelta() < lasts <= LONGEST:
        message = f"A link lasts at most {LONGEST.days} days, and some time at least."
        raise Refused(message)
    token = secrets.token_urlsafe(TOKEN_BYTES)
    link = PreviewLink.objects.create(
        revision=kept_revision(story, by=by, why=WHY),
        digest=digest_of(token),
        for_whom=for_whom.strip(),
        expires_at=timezone.now() + lasts,
        made_by=by,
    )
    _note(story, ActKind.LINK_MADE, link, by)
    return link, token


@transaction.atomic
def revoke_preview(link: PreviewLink, *, by: User) -> None:
    """Whoever may share may revoke, a colleague's link too, and whatever hold there is."""
    story = link.revision.story
    sees = Story.objects.visible_to(by).filter(pk=story.pk).exists()
    if not (sees and by.has_perm("articles.share_preview")):
        raise NotAllowed(_not_allowed(by))
    locked = PreviewLink.objects.select_for_update().get(pk=link.pk)
    if locked.revoked_at is None:
        locked.revoked_at, locked.revoked_by = timezone.now(), by
        locked.save(update_fields=["revoked_at", "revoked_by"])
        _note(story, ActKind.LINK_REVOKED, locked, by)


def opened(token: str, *, now: datetime) -> PreviewLink | None:
    """The link that this token opens at this instant; None says nothing of why it does not."""
    links = PreviewLink.objects.open(now).select_related("revision__story", "made_by")
    link = links.filter(digest=digest_of(token)).first()
    if link is None or not may_share(link.made_by, link.revision.story):
        return None
    return link


def count_read(link: PreviewLink, *, now: datetime) -> None:
    """One reader more. Who it was is not kept: neither name nor address nor cookie."""
    PreviewLink.objects.filter(pk=link.pk).update(reads=F("reads") + 1, last_read_at=now)


def _refuse_who_may_not(by: User, story: Story) -> None:
    if may_share(by, story):
        return
    if story.legal_hold and by.has_perm("articles.share_preview"):
        message = "It is on legal hold: only Legal shows it to anybody outside."
        raise NotAllowed(message)
    raise NotAllowed(_not_allowed(by))


def _not_allowed(by: User) -> str:
    return f"{by} may not show stories to outsiders. Ask an editor."


def _note(story: Story, kind: ActKind, link: PreviewLink, by: User) -> None:
    Act.objects.create(story=story, kind=kind, reason=f"For {link.for_whom}", made_by=by)
