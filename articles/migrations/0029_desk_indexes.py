"""What the desk's lists and its start page walk; and who may show a story to outsiders."""

from __future__ import annotations

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0028_correction_roles"),
        ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="previewlink",
            options={
                "ordering": ["-pk"],
                "permissions": [
                    ("share_preview", "Can show stories to outsiders before they are published")
                ],
            },
        ),
        migrations.AddIndex(
            model_name="edition",
            index=models.Index(fields=["goes_live_at"], name="edition_goes_live"),
        ),
        migrations.AddIndex(
            model_name="story",
            index=models.Index(fields=["stage", "-updated_at", "-id"], name="story_stage_newest"),
        ),
        migrations.AddIndex(
            model_name="story",
            index=models.Index(
                fields=["section", "-updated_at", "-id"], name="story_section_newest"
            ),
        ),
        migrations.AddIndex(
            model_name="story",
            index=models.Index(
                fields=["assigned_to", "-updated_at", "-id"], name="story_hand_newest"
            ),
        ),
        migrations.AddIndex(
            model_name="story",
            index=models.Index(
                fields=["language", "-updated_at", "-id"], name="story_language_newest"
            ),
        ),
        migrations.AddIndex(
            model_name="story",
            index=models.Index(
                condition=models.Q(("deadline__isnull", False)),
                fields=["deadline"],
                name="story_deadline",
            ),
        ),
        migrations.AddIndex(
            model_name="story",
            index=models.Index(
                condition=models.Q(("embargo__isnull", False)),
                fields=["embargo"],
                name="story_embargo",
            ),
        ),
        migrations.AddIndex(
            model_name="story",
            index=models.Index(
                condition=models.Q(("legal_hold", ""), _negated=True),
                fields=["-updated_at"],
                name="story_on_hold",
            ),
        ),
    ]
