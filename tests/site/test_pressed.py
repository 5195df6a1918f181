"""Pages go out compressed to whoever takes them so."""

from __future__ import annotations

import gzip

import pytest

from tests.builders import an_edition

pytestmark = pytest.mark.django_db

GZIP = {"Accept-Encoding": "gzip, br"}


def test_who_takes_gzip_gets_the_same_page_smaller(client):
    edition = an_edition()
    whole = client.get(edition.get_absolute_url())

    pressed = client.get(edition.get_absolute_url(), headers=GZIP)

    assert pressed["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in pressed["Vary"]
    assert gzip.decompress(pressed.content) == whole.content
    assert len(pressed.content) < len(whole.content)
    assert "Content-Encoding" not in whole.headers


def test_a_cache_that_has_it_compressed_is_told_that_nothing_changed(client):
    edition = an_edition()
    etag = client.get(edition.get_absolute_url(), headers=GZIP)["ETag"]

    again = client.get(edition.get_absolute_url(), headers={**GZIP, "If-None-Match": etag})

    assert (again.status_code, again.content) == (304, b"")


def test_a_page_that_is_not_there_is_compressed_too(client):
    assert client.get("/tag/nothing/", headers=GZIP)["Content-Encoding"] == "gzip"
