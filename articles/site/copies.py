"""The public copies of a picture, as files: made by the queue, or by whoever needs one first.

They lie in a private folder; `media` alone decides who gets one, and when.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from procrastinate.contrib.django import app

from articles.imaging.picture import make_copies
from articles.imaging.recipe import Cut, copy_name
from articles.imaging.xmp import Credit
from articles.site.picture import PublicPicture

FOLDER = "copies"


def copies_of(picture: PublicPicture) -> dict[str, Cut]:
    """Every copy that there may be of it: name -> what it shows."""
    found = {}
    for size in picture.sizes:
        cut = Cut.from_values(size)
        for extension in cut.formats:
            name = copy_name(picture.stem, cut.width, cut.height, extension)
            found[size.get("name", name)] = cut  # what version 0.1 made has a name of its own
    return found


def copy_file(picture: PublicPicture, name: str) -> Path:
    """The file of one of its copies, made if nobody has needed it yet.

    Raises `PictureRefused`, and `FileNotFoundError` where the original is lost.
    """
    path = folder() / name
    if not path.exists():
        with _turn(picture):
            if not path.exists():  # whoever had the turn before may have made it
                _make(picture, [name])
    return path


@app.task(queue="copies")
def make_all(stem: str) -> None:
    """The job: makes what is missing of a picture's copies, giving way to all else."""
    picture = PublicPicture.objects.filter(stem=stem).first()
    if picture is None or picture.gone_at is not None:  # called off, or killed, in the meantime
        return
    missing = [name for name in copies_of(picture) if not (folder() / name).exists()]
    _make(picture, missing, in_background=True)


def discard(stems: Iterable[str]) -> None:
    """Deletes the copies of pictures that must not be had again, whoever asks."""
    for stem in stems:
        for path in folder().glob(f"{stem}-*"):
            path.unlink(missing_ok=True)


def folder() -> Path:
    return Path(settings.MEDIA_ROOT) / FOLDER


def _make(picture: PublicPicture, names: list[str], *, in_background: bool = False) -> None:
    original = Path(settings.MEDIA_ROOT) / picture.source
    original.stat()  # a lost original is another fault than one that cannot be read
    cuts = copies_of(picture)
    make_copies(
        original,
        [(folder() / name, cuts[name]) for name in names],
        credit=Credit(**picture.credit),
        in_background=in_background,
    )


@contextmanager
def _turn(picture: PublicPicture) -> Iterator[None]:
    """Waits for the picture's turn: of many requests for one copy, one makes it.

    There are as many turns as cores, so that a crowd cannot fill the machine with children.
    """
    folder().mkdir(parents=True, exist_ok=True)
    number = int(picture.stem, 16) % (os.cpu_count() or 1)
    with (folder() / f".turn-{number}").open("wb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)  # dropped with the file, however this process ends
        yield
