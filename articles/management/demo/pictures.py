"""The demo's pictures: painted, developed, and kept as photos with their credits."""

from __future__ import annotations

import multiprocessing
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.core.files import File
from PIL import Image

from articles.desk.photos.photo import Photo
from articles.imaging.picture import content_hash
from articles.management.demo.draw.pictures import paint_file

WORKERS = 2
FIELDS = (
    "creator",
    "supplier",
    "credit_line",
    "copyright_notice",
    "caption",
    "alt_text",
    "place_shown",
    "people_shown",
    "usage_terms",
    "rights_category",
    "permission",
    "source_url",
    "licence",
    "licence_url",
    "digital_source_type",
)


def make_photos(pictures: list[dict[str, Any]], *, now: datetime) -> dict[str, Photo]:
    """The photos by their keys. Painting takes both cores; copies are made when they are needed."""
    with tempfile.TemporaryDirectory() as folder:
        files = dict(zip((one["key"] for one in pictures), _painted(pictures, folder), strict=True))
        photos = {one["key"]: _photo(one, now=now) for one in pictures}
        for key, photo in photos.items():
            with files[key].open("rb") as file:
                photo.image.save(f"{key}.jpg", File(file), save=False)
            with Image.open(files[key]) as image:
                photo.width, photo.height = image.size
            photo.content_hash = content_hash(files[key])
            photo.save()
        return photos


def _painted(pictures: list[dict[str, Any]], folder: str) -> Iterator[Path]:
    spawn = multiprocessing.get_context("spawn")
    keys = [one["key"] for one in pictures]
    orientations = [one["orientation"] for one in pictures]
    with ProcessPoolExecutor(WORKERS, mp_context=spawn) as pool:
        yield from pool.map(paint_file, keys, orientations, [folder] * len(keys))


def _photo(picture: dict[str, Any], *, now: datetime) -> Photo:
    """Taken so many days ago; `{day}` in its caption is that day."""
    values = {name: picture.get(name, "") for name in FIELDS}
    taken_on = (now - timedelta(days=picture["days_ago"])).date()
    values["caption"] = values["caption"].replace("{day}", f"{taken_on.day} {taken_on:%B}")
    return Photo(**values, taken_on=taken_on)
