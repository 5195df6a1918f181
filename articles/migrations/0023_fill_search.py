"""Length and lexemes of the stories that were written before there were any."""

from __future__ import annotations

from django.contrib.postgres.search import SearchVector
from django.db import migrations
from django.db.models import Value

from articles.markup.text import plain_text, word_count


def lexemes(text, weight):
    return SearchVector(Value(text), weight=weight, config="simple")


def fill(apps, _schema_editor):
    stories = apps.get_model("articles", "Story").objects
    for story in stories.all().iterator():
        stories.filter(pk=story.pk).update(
            length=word_count(story.body),
            search=lexemes(f"{story.headline} {story.slugline}", "A")
            + lexemes(f"{story.kicker} {story.standfirst}", "B")
            + lexemes(plain_text(story.body), "C"),
        )


class Migration(migrations.Migration):
    dependencies = [("articles", "0022_revision_guard")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
