"""How a ready story is spoilt: changes to it, to its picture, to the words of its source."""

from __future__ import annotations

from articles.desk.photos.lease import Lease
from articles.desk.photos.photo import Photo
from articles.desk.references import settle_references
from tests.builders import a_photo


def change(story, **values):
    for name, value in values.items():
        setattr(story, name, value)
    story.save()
    settle_references(story)
    return story


def change_all(model, **values):
    model.objects.update(**values)


def add_to_body(words):
    return lambda story: change(story, body=story.body + words)


def quoted(*sentences):
    """Adds a paragraph of sentences that all are the words of the story’s source."""

    def spoil(story):
        source = story.attributions.first().source_id
        marked = " ".join(f'<span data-source="{source}">{one}</span>' for one in sentences)
        change(story, body=f"{story.body}<p>{marked}</p>")

    return spoil


def a_second_photo(story, **values):
    photo = a_photo(**values)
    change(story, body=f'{story.body}<figure data-photo="{photo.pk}"></figure>')


def a_lease(access="allow", **values):
    return lambda story: Lease.objects.create(photo=Photo.objects.get(), access=access, **values)
