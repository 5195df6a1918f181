"""What the ledger keeps in rows of its own, from what stood in fields before.

A request's day and channel become its first attempt; a quote that was marked before is its own
record from now on.
"""

from __future__ import annotations

from datetime import datetime, time
from zoneinfo import ZoneInfo

from django.db import migrations

from articles.markup.wording import said, shingles

CONTACTS = {
    "telephone": "telephone",
    "phone": "telephone",
    "in person": "in_person",
    "letter": "letter",
    "message": "message",
    "form": "form",
}


def fill(apps, _schema_editor):
    zone = ZoneInfo(apps.get_model("articles", "Publication").objects.get(pk=1).time_zone)
    attempts = apps.get_model("articles", "Attempt").objects
    for reply in apps.get_model("articles", "Reply").objects.exclude(asked_on=None):
        channel = reply.channel.strip().lower()
        contact = next((to for word, to in CONTACTS.items() if word in channel), "email")
        attempts.create(
            reply=reply,
            made_at=datetime.combine(reply.asked_on, time(12), tzinfo=zone),
            contact=contact,
            note=f"{reply.channel}, at an hour not noted".strip(", "),
        )
    for row in apps.get_model("articles", "Attribution").objects.filter(kind="quote"):
        row.verbatim = said(row.passage)
        row.shingles = shingles(row.verbatim)
        row.save(update_fields=["verbatim", "shingles"])


class Migration(migrations.Migration):
    dependencies = [("articles", "0009_ledger")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
