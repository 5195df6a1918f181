"""Fronts as they are composed, their editions, and who launched them."""

from __future__ import annotations

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0041_policy_roles"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Front",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("changed_at", models.DateTimeField(null=True)),
                (
                    "changed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "section",
                    models.ForeignKey(
                        help_text="Empty: home.",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="articles.section",
                    ),
                ),
            ],
            options={
                "ordering": [
                    models.OrderBy(models.F("section__position"), nulls_first=True),
                    "section__name",
                ],
                "permissions": [("compose_front", "Can compose and launch fronts")],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="FrontEdition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "front",
                    models.SlugField(
                        blank=True, help_text="Of the section. Empty: home.", max_length=60
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("goes_live_at", models.DateTimeField()),
                ("composed_at", models.DateTimeField(auto_now_add=True)),
                ("slots", models.JSONField(default=list)),
            ],
            options={
                "ordering": ["front", "-number"],
                "default_permissions": (),
                "indexes": [
                    models.Index(
                        models.F("front"),
                        models.OrderBy(models.F("goes_live_at"), descending=True),
                        models.OrderBy(models.F("number"), descending=True),
                        name="front_edition_newest_first",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("front", "number"),
                        name="front_edition_number_unique",
                        violation_error_message="The front already has an edition of this number.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("number__gte", 1)),
                        name="front_edition_number_from_1",
                        violation_error_message="The editions of a front are numbered from 1.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Launch",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("goes_live_at", models.DateTimeField()),
                ("launched_at", models.DateTimeField(auto_now_add=True)),
                (
                    "put_back",
                    models.PositiveIntegerField(
                        help_text="The number of the earlier front edition that it repeats.",
                        null=True,
                    ),
                ),
                ("called_off_at", models.DateTimeField(null=True)),
                (
                    "called_off_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "edition",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="articles.frontedition",
                    ),
                ),
                (
                    "front",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="launches",
                        to="articles.front",
                    ),
                ),
                (
                    "launched_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "launches",
                "ordering": ["-launched_at", "-pk"],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Slot",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(help_text="Counted from 1, the top."),
                ),
                (
                    "size",
                    models.CharField(
                        choices=[
                            ("lead", "Lead"),
                            ("second", "Second"),
                            ("third", "Third"),
                            ("brief", "Brief"),
                        ],
                        default="third",
                        max_length=10,
                    ),
                ),
                (
                    "kicker",
                    models.CharField(
                        blank=True,
                        help_text="In place of the story’s. Empty: the story’s own.",
                        max_length=60,
                    ),
                ),
                (
                    "headline",
                    models.CharField(
                        blank=True,
                        help_text="In place of the story’s. Empty: the story’s own.",
                        max_length=200,
                    ),
                ),
                ("shows_picture", models.BooleanField(default=True, verbose_name="picture")),
                (
                    "front",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="slots",
                        to="articles.front",
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="articles.story",
                    ),
                ),
            ],
            options={
                "ordering": ["front", "position"],
                "default_permissions": (),
            },
        ),
        migrations.AddConstraint(
            model_name="front",
            constraint=models.UniqueConstraint(
                fields=("section",),
                name="front_once",
                nulls_distinct=False,
                violation_error_message="The home page and each section have one front.",
            ),
        ),
        migrations.AddConstraint(
            model_name="launch",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("called_off_at", None), ("called_off_by", None)),
                    models.Q(("called_off_at__isnull", False), ("called_off_by__isnull", False)),
                    _connector="OR",
                ),
                name="launch_called_off_by_someone",
                violation_error_message="Say both who called the front off and when.",
            ),
        ),
        migrations.AddConstraint(
            model_name="slot",
            constraint=models.UniqueConstraint(
                fields=("front", "position"),
                name="slot_position_once",
                violation_error_message="Two stories stand in one place. Give them two.",
            ),
        ),
        migrations.AddConstraint(
            model_name="slot",
            constraint=models.UniqueConstraint(
                fields=("front", "story"),
                name="slot_story_once",
                violation_error_message="This story stands on the front already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="slot",
            constraint=models.UniqueConstraint(
                condition=models.Q(("size", "lead")),
                fields=("front",),
                name="slot_one_lead",
                violation_error_message="A front has one lead. Make the other one smaller.",
            ),
        ),
        migrations.AddConstraint(
            model_name="slot",
            constraint=models.CheckConstraint(
                condition=models.Q(("position__gte", 1)),
                name="slot_position_from_1",
                violation_error_message="Places on a front are counted from 1.",
            ),
        ),
        migrations.AddConstraint(
            model_name="slot",
            constraint=models.CheckConstraint(
                condition=models.Q(("size__in", ["lead", "second", "third", "brief"])),
                name="slot_size_known",
                violation_error_message="A story on a front is lead, second, third or brief.",
            ),
        ),
    ]
