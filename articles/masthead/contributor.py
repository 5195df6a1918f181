"""Contributors: the people whose names stand over stories and beside pictures."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.urls import reverse


class Contributor(models.Model):
    """A byline name. Not every contributor has a log-in, not every log-in writes."""

    name = models.CharField(max_length=120)
    slug = models.SlugField(
        max_length=120, help_text="The author page's public address: /by/<slug>/."
    )
    role_text = models.CharField(
        "role", max_length=120, blank=True, help_text="As printed: “Harbour correspondent”."
    )
    bio = models.TextField("biography", blank=True, help_text="One or two sentences, public.")
    email = models.EmailField("e-mail", blank=True, help_text="Public, if given.")
    portrait = models.JSONField(
        default=list,
        editable=False,
        help_text="The copies of the portrait: url, width, height, format; empty: none.",
    )
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="contributor",
        verbose_name="log-in",
        help_text="The person's log-in at the desk, if there is one.",
    )

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["slug"],
                name="contributor_slug_unique",
                violation_error_message="Another contributor has this address. Choose another.",
            ),
            models.CheckConstraint(
                condition=~models.Q(name=""),
                name="contributor_has_a_name",
                violation_error_message="A contributor needs a name.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("site:author", args=[self.slug])
