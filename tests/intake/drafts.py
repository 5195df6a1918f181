"""A draft taken apart, for comparison with the text it was made of."""

from __future__ import annotations

import re

from articles.desk.photos.photo import Photo
from articles.desk.story import Story
from articles.markup.tree import parse

AS_GIVEN = "Credit as it was given: "


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def blocks(story: Story) -> list[str | Photo]:
    """The body's paragraphs as text and its figures as photos, in order."""
    found: list[str | Photo] = []
    for element in parse(story.body).children:
        assert not isinstance(element, str), "loose words in the body"
        photo = element.attributes.get("data-photo")
        found.append(Photo.objects.get(pk=photo) if photo else element.words())
    return found


def paragraphs(story: Story) -> list[str]:
    return [block for block in blocks(story) if isinstance(block, str)]


def photo_words(photo: Photo) -> str:
    """What the text had for the photo: alt text, caption, and the credit as it was given."""
    return f"{photo.alt_text} {photo.caption} {photo.instructions.removeprefix(AS_GIVEN)}"


def all_words(story: Story) -> list[str]:
    """Every word of the draft: its headline, then the body's blocks in order."""
    body = (one if isinstance(one, str) else photo_words(one) for one in blocks(story))
    return words(" ".join([story.headline, *body]))


def expected_words(text: str, headline: str) -> list[str]:
    """Every word of the text, with the headline before all else."""
    return words(headline) + words(text.replace("\xa0", " ").replace(headline, "", 1))
