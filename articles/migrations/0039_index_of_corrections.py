"""What the feed and the page of corrections walk."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0038_report_roles")]

    operations = [
        migrations.AddIndex(
            model_name="edition",
            index=models.Index(
                models.OrderBy(models.F("goes_live_at"), descending=True),
                models.OrderBy(models.F("story_key"), descending=True),
                condition=models.Q(("kind__in", ["withdrawal", "correction", "clarification"])),
                name="edition_explained",
            ),
        ),
    ]
