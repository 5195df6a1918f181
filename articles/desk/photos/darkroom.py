"""The darkroom: what a photo's copies say and are called, and the desk's own private ones.

The public copies are made elsewhere, and later (`site.copies`): their names follow from the photo
as it stands, so the desk and the edition know them before there is a file.
"""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

from articles.desk.photos.photo import Photo
from articles.imaging import recipe
from articles.imaging.picture import likenesses_of as likenesses_of_file
from articles.imaging.picture import make_copies
from articles.imaging.recipe import Cut, Cuts
from articles.imaging.xmp import Credit
from articles.vocabulary import CreativeCommons, DataMining, DigitalSourceType

FOLDER = "thumbnails"
THUMBNAIL = 480  # pixels wide: for lists and pickers
LARGE = 1280  # for the photo's page and for the preview of a story
LONGEST_TERMS = 5_000  # characters: a JPEG has 64 kB for all of its words


def credit_of(photo: Photo) -> Credit:
    """What each public copy of the photo carries inside."""
    licence = CreativeCommons(photo.licence).address if photo.licence else ""
    source_type, mining = photo.digital_source_type, photo.data_mining
    return Credit(
        creator=photo.creator,
        credit_line=photo.credit_line,
        source=photo.supplier,
        copyright_notice=photo.copyright_notice,
        caption=photo.caption,
        alt_text=photo.alt_text,
        usage_terms=photo.usage_terms[:LONGEST_TERMS],
        web_statement=photo.licence_url or licence,
        licensor_url=photo.licensor_url,
        digital_source_type=DigitalSourceType(source_type).address if source_type else "",
        data_mining=DataMining(mining).address if mining else "",
    )


def stem_of(photo: Photo) -> str:
    """What the names of its public copies begin with, as the photo stands.

    Two photos of one file do not share them: one of the two may be killed.
    """
    focal_point = photo.focal_x, photo.focal_y
    picture = f"{photo.key} {photo.content_hash}"
    return recipe.stem(picture, credit_of(photo).as_values(), focal_point=focal_point)


def cuts_of(photo: Photo) -> Cuts:
    """The sizes of its public copies; of a photo with a file."""
    focal_point = photo.focal_x, photo.focal_y
    return recipe.cuts(photo.width or 1, photo.height or 1, focal_point=focal_point)


def private_cut(photo: Photo, width: int) -> Cut:
    whole = 0, 0, photo.width or 1, photo.height or 1
    return recipe.scaled(whole, min(width, whole[2]), recipe.JPEG_ALONE)


def private_copy(photo: Photo, width: int, *, original: Path | None = None, name: str = "") -> Path:
    """The file that shows the photo at the desk: no address for readers leads to it.

    Made when the picture comes in, from the `original` that is passing, and again on first need.
    Raises `PictureRefused`, which calls the file by `name`, and `FileNotFoundError` where the
    original is lost.
    """
    path = Path(settings.MEDIA_ROOT) / FOLDER / f"{photo.content_hash}-{width}.jpg"
    if not path.exists():
        source = original or Path(photo.image.path)
        source.stat()  # a lost original is another fault than one that cannot be read
        make_copies(source, [(path, private_cut(photo, width))], credit=Credit(), name=name)
    return path


def likenesses_of(photo: Photo) -> list[str]:
    """What copies of the photo would look like; nothing for a photo without its file."""
    if not (photo.image and Path(photo.image.path).exists()):
        return [photo.likeness] if photo.likeness else []
    return likenesses_of_file(Path(photo.image.path))
