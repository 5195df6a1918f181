"""What readers have is searched at the desk too; and what its start page walks."""

from __future__ import annotations

import django.contrib.postgres.indexes
import django.contrib.postgres.search
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0031_acts_of_the_desk"),
        ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="story",
            name="public_search",
            field=django.contrib.postgres.search.SearchVectorField(
                editable=False,
                help_text="Of the edition that stands and of those to come, as lexemes. None: no edition.",
                null=True,
            ),
        ),
        migrations.AddIndex(
            model_name="lease",
            index=models.Index(fields=["ends_at"], name="lease_ends"),
        ),
        migrations.AddIndex(
            model_name="lease",
            index=models.Index(fields=["starts_at"], name="lease_starts"),
        ),
        migrations.AddIndex(
            model_name="photo",
            index=models.Index(fields=["-updated_at", "-id"], name="photo_newest_change"),
        ),
        migrations.AddIndex(
            model_name="photo",
            index=models.Index(
                condition=models.Q(("credit_line__regex", "\\S"), _negated=True),
                fields=["id"],
                name="photo_without_credit",
            ),
        ),
        migrations.AddIndex(
            model_name="story",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["public_search"], name="story_public_search"
            ),
        ),
        migrations.AddIndex(
            model_name="story",
            index=models.Index(
                condition=models.Q(("public_search", None)),
                fields=["stage", "deadline", "-updated_at"],
                name="story_unreleased",
            ),
        ),
    ]
