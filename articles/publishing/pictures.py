"""What an edition says of a picture’s public copies: where they are, made yet or not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from articles.desk.photos.darkroom import cuts_of, stem_of
from articles.desk.photos.photo import Photo
from articles.imaging.recipe import Cut, copy_name

MEDIA_URL = "/media/"


class Copies(Protocol):
    """Says of a photo with a file where its copies are found: `stem renditions card social`."""

    def __call__(self, photo: Photo, /) -> dict[str, Any]: ...


NO_COPIES: dict[str, Any] = {"stem": "", "renditions": [], "card": [], "social": None}
"""What is said of a photo without a file."""


def public_copies(photo: Photo) -> dict[str, Any]:
    """The copies for readers, whether they are made yet or not.

    `renditions` show the full frame and `card` a part of 3:2, each as `url width height format`,
    narrowest first, in every format; `social` is one such JPEG, or None of a small picture.
    """
    stem, cuts = stem_of(photo), cuts_of(photo)
    return {
        "stem": stem,
        "renditions": addresses(stem, cuts.full),
        "card": addresses(stem, cuts.card),
        "social": addresses(stem, [cuts.social])[0] if cuts.social else None,
    }


def addresses(stem: str, cuts: Iterable[Cut]) -> list[dict[str, Any]]:
    """`url width height format` of each copy, in every format that it comes as."""
    return [
        {
            "url": MEDIA_URL + copy_name(stem, cut.width, cut.height, extension),
            "width": cut.width,
            "height": cut.height,
            "format": extension,
        }
        for cut in cuts
        for extension in cut.formats
    ]


def stems_of(figure: Mapping[str, Any]) -> set[str]:
    """Those of the copies that an edition's figure names.

    Of version 0.1's figures, which name no stem, each copy has its own.
    """
    return {copy["url"].removeprefix(MEDIA_URL).partition("-")[0] for copy in figure["renditions"]}
