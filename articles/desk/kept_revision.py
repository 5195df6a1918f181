"""The revision that holds a story as it stands: found, or made where no save has made it yet."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction

from articles.desk.dossier import gather
from articles.desk.revision import Revision
from articles.desk.snapshot import freeze
from articles.desk.story import Story

if TYPE_CHECKING:
    from django.contrib.auth.models import User


@transaction.atomic
def kept_revision(story: Story, *, by: User, why: str) -> Revision:
    """The newest revision if nothing has changed since; else a new one, with the reason for it.

    The story stays locked until the end, so that numbers have no gap and none is given twice.
    """
    locked = Story.objects.select_for_update().get(pk=story.pk)
    written = json.dumps(freeze(gather(locked)), cls=DjangoJSONEncoder, sort_keys=True)
    values: dict[str, Any] = json.loads(written)
    newest = Revision.objects.filter(story=locked).first()
    if newest is not None and newest.values == values:
        return newest
    return Revision.objects.create(
        story=locked,
        number=newest.number + 1 if newest else 1,
        values=values,
        digest=hashlib.sha256(written.encode()).hexdigest(),
        why=why,
        made_by=by,
    )
