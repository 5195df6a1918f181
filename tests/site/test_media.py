"""Pictures' public copies: one for each name, from when until when its row says, and no other."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone
from PIL import Image

from articles.site import copies
from articles.site.picture import PublicPicture
from tests.builders import a_picture
from tests.queue import work

pytestmark = pytest.mark.django_db

STEM = "0123456789abcdef0123456789abcdef"
NAME = f"{STEM}-480x360.webp"
HOUR = timedelta(hours=1)
SIZES = [
    {"width": 480, "height": 360, "box": [0, 0, 640, 480], "formats": ["avif", "webp", "jpg"]},
    {"width": 320, "height": 240, "box": [0, 0, 640, 480], "formats": ["jpg"]},
]


@pytest.fixture
def original(settings):
    path = Path(settings.MEDIA_ROOT) / "originals" / "ferry.jpg"
    path.parent.mkdir(parents=True)
    path.write_bytes(a_picture((640, 480)))
    (path.parent / "notes.txt").write_text("canary")
    return path


@pytest.fixture
def picture(original):
    return PublicPicture.objects.create(
        stem=STEM,
        photo_key="00000000-0000-4000-8000-000000000001",
        source="originals/ferry.jpg",
        credit={"creator": "Ines Okafor"},
        sizes=SIZES,
        public_from=timezone.now() - HOUR,
    )


def made(settings):
    folder = Path(settings.MEDIA_ROOT) / "copies"
    return sorted(path.name for path in folder.glob("[!.]*"))


@pytest.mark.parametrize(
    ("name", "kind", "size"),
    [
        (NAME, "image/webp", (480, 360)),
        (f"{STEM}-480x360.avif", "image/avif", (480, 360)),
        (f"{STEM}-320x240.jpg", "image/jpeg", (320, 240)),
    ],
)
def test_a_copy_is_made_on_first_need_and_served_for_ever(
    client, picture, settings, name, kind, size
):
    response = client.get(f"/media/{name}")

    content = b"".join(response.streaming_content)
    assert response.status_code == 200
    assert Image.open(BytesIO(content)).size == size
    assert response["Content-Type"] == kind
    assert response["Cache-Control"].startswith("public, max-age=31536000, immutable, s-maxage=10")
    assert response["X-Content-Type-Options"] == "nosniff"
    policy = "sandbox; default-src 'none'; frame-ancestors 'none'"
    assert response["Content-Security-Policy"] == policy
    assert not response.cookies
    assert made(settings) == [name]


def test_who_has_it_already_gets_no_second_one(client, picture, settings):
    etag = f'"{NAME}"'

    response = client.get(f"/media/{NAME}", headers={"If-None-Match": etag})

    assert (response.status_code, response["ETag"]) == (304, etag)
    assert made(settings) == []


def test_a_copy_is_only_read(client, picture):
    posted, asked = client.post(f"/media/{NAME}"), client.head(f"/media/{NAME}")
    list(asked)

    assert posted.status_code == 405
    assert asked.status_code == 200


def test_before_its_time_there_is_no_such_picture(client, picture, settings):
    PublicPicture.objects.update(public_from=timezone.now() + HOUR)

    assert client.get(f"/media/{NAME}").status_code == 404
    assert made(settings) == []


def test_once_taken_away_it_is_gone_even_where_a_copy_lies(client, picture):
    list(client.get(f"/media/{NAME}"))  # which closes the file
    PublicPicture.objects.update(gone_at=timezone.now())

    response = client.get(f"/media/{NAME}", headers={"If-None-Match": f'"{NAME}"'})

    assert response.status_code == 410
    assert b"no longer available" in response.content
    assert "immutable" not in response.get("Cache-Control", "")


def test_a_lost_original_is_no_picture(client, picture, original, caplog):
    original.unlink()

    assert client.get(f"/media/{NAME}").status_code == 404
    assert "cannot be made" in caplog.text


@pytest.mark.parametrize(
    "name",
    [
        "notes.txt",
        NAME.upper(),
        NAME.replace(".webp", ".png"),
        f"{STEM}-480x360.jpg.webp",
        f"{STEM}-320x240.webp",  # that size is JPEG alone
        f"{STEM}-4800x3600.webp",
        f"{STEM}-480x361.webp",
        f"{STEM}-480.webp",
        NAME.replace("0123", "3210"),
        f"{NAME}/",
        f"../originals/{NAME}",
        f"..%2foriginals%2f{NAME}",
        "originals/ferry.jpg",
        f"copies/{NAME}",
        f"{NAME}%00",
        f"{NAME}%0a",
        "",
    ],
)
def test_no_other_name_is_served_or_made(client, picture, settings, name):
    response = client.get(f"/media/{name}")

    assert response.status_code == 404
    assert b"canary" not in response.content
    assert made(settings) == []


def test_a_copy_costs_one_query(client, picture, django_assert_num_queries):
    with django_assert_num_queries(1):
        list(client.get(f"/media/{NAME}"))


def test_a_crowd_makes_a_copy_once(picture, settings, monkeypatch):
    orders = []

    def count(*args, **kwargs):
        orders.append(args)
        return make_copies(*args, **kwargs)

    make_copies = copies.make_copies
    monkeypatch.setattr(copies, "make_copies", count)

    with ThreadPoolExecutor(8) as crowd:
        found = set(crowd.map(lambda _one: copies.copy_file(picture, NAME), range(8)))

    assert found == {Path(settings.MEDIA_ROOT) / "copies" / NAME}
    assert len(orders) == 1


@pytest.mark.django_db(transaction=True)
def test_the_worker_makes_what_is_missing_ahead_of_readers(picture, settings):
    copies.make_all.defer(stem=STEM)

    work()

    assert made(settings) == sorted(copies.copies_of(picture))
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM procrastinate_jobs")
        assert cursor.fetchone() == (0,)


@pytest.mark.django_db(transaction=True)
def test_the_worker_makes_nothing_of_a_picture_that_is_gone(picture, settings):
    PublicPicture.objects.update(gone_at=timezone.now())
    copies.make_all.defer(stem=STEM)

    work()

    assert made(settings) == []
