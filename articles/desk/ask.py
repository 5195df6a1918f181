"""Ask: notes that a party was asked for comment, once more."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from articles.desk.reply import Attempt, Reply
from articles.vocabulary import ReplyState

if TYPE_CHECKING:
    from django.contrib.auth.models import User


@transaction.atomic
def note_attempt(
    request: Reply, *, by: User, made_at: datetime, contact: str, note: str = ""
) -> Attempt:
    """A request that was still to be sent is open from then on."""
    attempt = Attempt.objects.create(
        reply=request, made_at=made_at, contact=contact, note=note.strip(), made_by=by
    )
    if request.state == ReplyState.TO_SEND:
        request.state = ReplyState.OPEN
        request.save(update_fields=["state"])
    return attempt
