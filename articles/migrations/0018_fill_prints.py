"""Prints of what was written before there were any, and where pasted texts came from."""

from __future__ import annotations

from django.db import migrations

from articles.markup.runs import prints
from articles.markup.text import plain_text


def fill(apps, _schema_editor):
    story = apps.get_model("articles", "Story").objects
    for pk, body in story.values_list("pk", "body").iterator():
        story.filter(pk=pk).update(prints=prints(plain_text(body)))
    paste = apps.get_model("articles", "Paste").objects
    for row in paste.select_related("story").iterator():
        paste.filter(pk=row.pk).update(prints=prints(row.text), provenance=row.story.provenance)


class Migration(migrations.Migration):
    dependencies = [("articles", "0017_prints")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
