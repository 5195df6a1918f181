"""A revision may be nobody’s: what was changed past the story’s page, noticed afterwards."""

from __future__ import annotations

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0023_fill_search"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="revision",
            name="made_by",
            field=models.ForeignKey(
                help_text="None: what was changed past the story’s page, and noticed afterwards.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AlterConstraint(
            model_name="presence",
            name="presence_once_per_window",
            constraint=models.UniqueConstraint(
                fields=("story", "window"),
                name="presence_once_per_window",
                violation_error_message="This window is on the story already.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="workingcopy",
            name="working_copy_once_per_window",
            constraint=models.UniqueConstraint(
                fields=("user", "window"),
                name="working_copy_once_per_window",
                violation_error_message="This window keeps a working copy already.",
            ),
        ),
    ]
