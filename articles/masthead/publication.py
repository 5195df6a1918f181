"""The publication itself: one row, and the masthead that every public page prints from it."""

from __future__ import annotations

import zoneinfo
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import JSONObject

from articles.masthead.colours import validate_on_dark, validate_on_light
from articles.masthead.logo import Logo
from articles.masthead.policy import Policy
from articles.masthead.section import Section


def validate_time_zone(name: str) -> None:
    if name not in zoneinfo.available_timezones():
        message = f"{name!r} is not a time zone. Give its IANA name, such as Europe/London."
        raise ValidationError(message)


class PublicationQuerySet(models.QuerySet["Publication"]):
    def masthead(self) -> models.QuerySet[Publication, Any]:
        """Name, zone, colours, logo, sections and pages as one JSON value, for another query.

        A public page so knows the paper's name and sections, as they stand this instant,
        without a second query and without a cache that could be stale.
        """
        sections = Section.objects.values(json=JSONObject(name="name", slug="slug"))
        policies = Policy.objects.values(json=JSONObject(title="title", slug="slug", kind="kind"))
        return self.values(
            json=JSONObject(
                name="name",
                strapline="strapline",
                language="language",
                time_zone="time_zone",
                contact_email="contact_email",
                about="about",
                accent="accent",
                accent_dark="accent_dark",
                logo=JSONObject(
                    name="logo__name",
                    width="logo__width",
                    height="logo__height",
                ),
                sections=ArraySubquery(sections),
                policies=ArraySubquery(policies),
            )
        )


class Publication(models.Model):
    """The paper: there is exactly one."""

    name = models.CharField(max_length=80, default="Newsroom")
    strapline = models.CharField(max_length=160, blank=True, help_text="The line under the name.")
    language = models.CharField(
        max_length=35, default="en", help_text="Main language, a BCP 47 tag such as en-GB."
    )
    time_zone = models.CharField(
        max_length=64,
        default="UTC",
        validators=[validate_time_zone],
        help_text="Times are shown and entered in this zone, such as Europe/London.",
    )
    contact_email = models.EmailField("contact e-mail", blank=True)
    accent = models.CharField(
        "colour on light pages",
        max_length=7,
        blank=True,
        validators=[validate_on_light],
        help_text="Of links and labels, such as #96201b. Empty: the house's red.",
    )
    accent_dark = models.CharField(
        "colour on dark pages", max_length=7, blank=True, validators=[validate_on_dark]
    )
    logo = models.ForeignKey(Logo, on_delete=models.PROTECT, null=True, blank=True, editable=False)
    about = models.TextField(blank=True, help_text="One paragraph at the foot of every page.")

    objects = PublicationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(pk=1),
                name="publication_is_one",
                violation_error_message="There is one publication. Change that one.",
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def zone(self) -> zoneinfo.ZoneInfo:
        return zoneinfo.ZoneInfo(self.time_zone)


def the_publication() -> Publication:
    """The one row, made by a migration."""
    return Publication.objects.get(pk=1)
