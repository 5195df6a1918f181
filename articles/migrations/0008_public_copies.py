"""Copies are named by a recipe and made on first need: photos no longer keep a list of them.

Editions that are out name the copies of before for good. Those get rows of their own, and their
files move to where copies lie now.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from django.conf import settings
from django.db import migrations

WORDS = (
    *("creator", "credit_line", "copyright_notice", "caption", "alt_text", "usage_terms"),
    *("licensor_url",),
)


def hash_originals(apps, _schema_editor):
    """A lost original gets no hash, and counts as a photo without its file."""
    for photo in apps.get_model("articles", "Photo").objects.exclude(image="").iterator():
        path = Path(settings.MEDIA_ROOT) / photo.image.name
        if not photo.content_hash and path.is_file():
            photo.content_hash = hashlib.sha256(path.read_bytes()).hexdigest()
            photo.save(update_fields=["content_hash"])


def keep_old_copies(apps, _schema_editor):
    photos = {str(one.key): one for one in apps.get_model("articles", "Photo").objects.all()}
    editions = apps.get_model("articles", "Edition").objects.order_by("goes_live_at")
    for edition in editions.only("figures", "goes_live_at").iterator():
        for figure in edition.figures:
            photo = photos.get(figure["photo"])
            for copy in figure["renditions"]:
                keep(apps, copy, figure, photo, edition.goes_live_at)


def keep(apps, copy, figure, photo, since):
    name = copy["url"].rpartition("/")[2]
    whole = [0, 0, figure["width"] or copy["width"], figure["height"] or copy["height"]]
    size = {"width": copy["width"], "height": copy["height"], "box": whole}
    values = {
        "photo_key": figure["photo"],
        "source": photo.image.name if photo else "",
        "credit": {word: getattr(photo, word) for word in WORDS if photo}
        | {"source": photo.supplier if photo else ""},
        "sizes": [{**size, "formats": ["jpg"], "name": name}],
        "public_from": since,
    }
    _, is_new = apps.get_model("articles", "PublicPicture").objects.get_or_create(
        stem=name.partition("-")[0], defaults=values
    )
    old, new = (Path(settings.MEDIA_ROOT) / folder / name for folder in ("public", "copies"))
    if is_new and old.is_file() and not new.exists():
        new.parent.mkdir(parents=True, exist_ok=True)
        os.link(old, new)


class Migration(migrations.Migration):
    dependencies = [("articles", "0007_known_suppliers")]

    operations = [
        migrations.RunPython(hash_originals, migrations.RunPython.noop),
        migrations.RunPython(keep_old_copies, migrations.RunPython.noop),
        migrations.RemoveField(model_name="photo", name="renditions"),
    ]
