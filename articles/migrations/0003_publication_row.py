"""The one publication, to be named by an administrator."""

from __future__ import annotations

from django.db import migrations


def make_the_publication(apps, _schema_editor):
    apps.get_model("articles", "Publication").objects.create(pk=1)


def remove_the_publication(apps, _schema_editor):
    apps.get_model("articles", "Publication").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("articles", "0002_edition_guard")]

    operations = [migrations.RunPython(make_the_publication, remove_the_publication)]
