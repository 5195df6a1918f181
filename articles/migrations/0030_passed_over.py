"""A kind of act for blocks that were passed over."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0018_fill_prints")]

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
    ]
