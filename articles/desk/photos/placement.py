"""Placements: this photo in this story, with the words that belong to this use."""

from __future__ import annotations

from django.db import models

from articles.desk.photos.photo import Photo
from articles.desk.story import Story


class Placement(models.Model):
    """A use of a photo. Its own caption and alt text go before the photo's."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="placements")
    photo = models.ForeignKey(Photo, on_delete=models.PROTECT, related_name="placements")
    caption = models.TextField(
        max_length=2000, blank=True, help_text="For this story. Empty: the photo’s own caption."
    )
    alt_text = models.CharField(
        "alt text",
        max_length=250,
        blank=True,
        help_text="For this story. Empty: the photo’s own alt text.",
    )
    is_file_picture = models.BooleanField(
        "file picture",
        default=False,
        help_text="Taken earlier than what the story tells of: readers are told so.",
    )
    people_checked = models.BooleanField(
        "people looked at",
        default=False,
        help_text="The people shown are not taken for those whom the story accuses.",
    )
    fallback = models.ForeignKey(
        Photo,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="Takes its place when the right to show this one ends. Empty: none does.",
    )
    is_proposal = models.BooleanField(
        "proposal",
        default=False,
        help_text="Read out of a pasted text. Untick when a person has looked.",
    )
    order = models.PositiveSmallIntegerField(default=0, editable=False)

    class Meta:
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["story", "photo"],
                name="placement_once_per_story",
                violation_error_message="This photo is already placed in this story.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.photo} in {self.story}"

    @property
    def printed_caption(self) -> str:
        return self.caption.strip() or self.photo.caption.strip()

    @property
    def printed_alt_text(self) -> str:
        return self.alt_text.strip() or self.photo.alt_text.strip()
