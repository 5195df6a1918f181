"""A kind of act for blocks that were passed over; releases are found by the sources in them."""

from __future__ import annotations

import django.contrib.postgres.indexes
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0019_knower_password")]

    operations = [
        migrations.AlterField(
            model_name="act",
            name="kind",
            field=models.CharField(
                max_length=16,
                choices=[
                    ("held", "Put on legal hold"),
                    ("hold_lifted", "Legal hold lifted"),
                    ("called_off", "Called off: it no longer passes the checks"),
                    ("source_withdrawn", "A source withdrew"),
                    ("dismissed", "A finding was dismissed"),
                    ("restored", "A dismissed finding was taken up again"),
                    ("passed_over", "Blocks were passed over"),
                ],
            ),
        ),
        migrations.AddIndex(
            model_name="release",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["as_released"], name="release_as_released", opclasses=["jsonb_path_ops"]
            ),
        ),
    ]
