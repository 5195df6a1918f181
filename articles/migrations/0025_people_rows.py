"""Where a shelved story was, what one shift tells the next, and who may move and give stories."""

from __future__ import annotations

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0024_revision_noticed_afterwards"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="story",
            options={
                "ordering": ["-updated_at"],
                "permissions": [
                    ("see_every_story", "Can see stories that others write"),
                    ("publish_story", "Can publish stories"),
                    ("correct_story", "Can correct published stories"),
                    ("withdraw_story", "Can withdraw published stories"),
                    ("file_story", "Can file own stories"),
                    ("sub_story", "Can sub stories and hand them back"),
                    ("clear_story", "Can clear stories"),
                    ("shelve_story", "Can hold and spike stories, and bring them back"),
                    ("assign_story", "Can give stories to others"),
                    ("hold_story", "Can put stories on legal hold"),
                    ("lift_hold", "Can lift legal holds"),
                    (
                        "override_sourcing",
                        "Can pass over what blocks for its sourcing, with a reason",
                    ),
                    (
                        "override_legal",
                        "Can pass over what blocks for legal reasons, with a reason",
                    ),
                    ("override_workflow", "Can release own copy, with a reason"),
                ],
                "verbose_name_plural": "stories",
            },
        ),
        migrations.AddField(
            model_name="story",
            name="stage_before",
            field=models.CharField(
                blank=True,
                editable=False,
                help_text="Where a held or spiked story was, and goes back to.",
                max_length=10,
            ),
        ),
        migrations.CreateModel(
            name="HandOver",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "text",
                    models.TextField(help_text="What the next shift should know.", max_length=5000),
                ),
                (
                    "lists",
                    models.JSONField(default=list, help_text="What was open, as it was then."),
                ),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "hand-over",
                "ordering": ["-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="hand_over_says_something",
                        violation_error_message="Write what the next shift should know.",
                    )
                ],
            },
        ),
    ]
