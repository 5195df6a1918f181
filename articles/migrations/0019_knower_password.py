"""Each knower keeps a mark of the password that the person had when let in."""

from __future__ import annotations

import hashlib

from django.db import migrations, models


def mark(apps, _schema_editor):
    """Those who know already are taken to have set their passwords themselves."""
    knowers = apps.get_model("articles", "Knower").objects
    for knower in knowers.select_related("user"):
        told = f"{knower.user_id} {knower.user.password}"
        knowers.filter(pk=knower.pk).update(password_mark=hashlib.sha256(told.encode()).hexdigest())


class Migration(migrations.Migration):
    dependencies = [("articles", "0018_fill_prints")]

    operations = [
        migrations.AddField(
            model_name="knower",
            name="password_mark",
            field=models.CharField(
                default="",
                help_text="Of the password that the person had when let in: `passwords`.",
                max_length=64,
            ),
            preserve_default=False,
        ),
        migrations.RunPython(mark, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="reading",
            name="kind",
            field=models.CharField(
                choices=[
                    ("sealed", "Sealed"),
                    ("opened", "Opened"),
                    ("changed", "Changed"),
                    ("knower_added", "Let in"),
                    ("knower_removed", "Shut out"),
                    ("refused", "Refused: not one of those who know"),
                    ("wrong_password", "Refused: wrong password"),
                    ("shut_out", "Refused: the password was set by somebody else"),
                    ("destroyed", "Destroyed"),
                ],
                max_length=16,
            ),
        ),
    ]
