"""Forget a name: what Django's own log wrote of a source before it was to be protected."""

from __future__ import annotations

import json

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType

from articles.desk.source import Source


def forget_name(source: Source, *, names: set[str]) -> None:
    """Takes these names out of the log's lines on the source, and on stories that rest on it.

    The log shows what was changed to everybody who may see the page, and stands in every dump.
    """
    kind = ContentType.objects.get_for_model(Source)
    LogEntry.objects.filter(content_type=kind, object_id=str(source.pk)).update(
        object_repr=str(source)
    )
    for name in sorted(filter(None, names), key=len, reverse=True):
        written = json.dumps(name)[1:-1]  # as it stands in the log, with "\\u2019" and the like
        for spelling in {name, written}:
            for entry in LogEntry.objects.filter(change_message__contains=spelling):
                entry.change_message = entry.change_message.replace(
                    spelling, json.dumps(str(source))[1:-1]
                )
                entry.save(update_fields=["change_message"])
