"""Pictures' public copies: served for ever under random names, and nothing else is served."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import a_picture

pytestmark = pytest.mark.django_db

NAME = "0123456789abcdef0123456789abcdef-480.jpg"


@pytest.fixture
def copy(settings):
    folder = Path(settings.MEDIA_ROOT) / "public"
    folder.mkdir(parents=True)
    picture = folder / NAME
    picture.write_bytes(a_picture())
    (folder / "notes.txt").write_text("canary")
    originals = Path(settings.MEDIA_ROOT) / "originals"
    originals.mkdir()
    (originals / NAME).write_text("canary")
    return picture


def test_a_copy_is_served_for_ever_and_can_do_nothing(client, copy):
    response = client.get(f"/media/{NAME}")

    assert response.status_code == 200
    assert b"".join(response.streaming_content) == copy.read_bytes()
    assert response["Content-Type"] == "image/jpeg"
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert not response.cookies


def test_a_picture_that_was_taken_away_is_gone(client, copy):
    copy.unlink()

    assert client.get(f"/media/{NAME}").status_code == 404


@pytest.mark.parametrize(
    "name",
    [
        "notes.txt",
        NAME.upper(),
        NAME.replace(".jpg", ".png"),
        f"{NAME}/",
        f"../originals/{NAME}",
        f"..%2foriginals%2f{NAME}",
        f"public/{NAME}",
        f"originals/{NAME}",
        f"{NAME}%00",
        f"{NAME}%0a",
        "",
    ],
)
def test_no_other_name_is_served(client, copy, name):
    response = client.get(f"/media/{name}")

    assert response.status_code == 404
    assert b"canary" not in response.content


def test_a_copy_is_only_read(client, copy):
    posted, asked = client.post(f"/media/{NAME}"), client.head(f"/media/{NAME}")
    asked.close()

    assert posted.status_code == 405
    assert asked.status_code == 200
