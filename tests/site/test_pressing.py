"""Pieces that were pressed one by one are a gzip file together."""

from __future__ import annotations

import gzip
import subprocess

import pytest

from articles.site.pressing import joined, press

PIECES = ["<p>Tide tables.</p>" * 500, "", "<p>ﺎﻠﺳﻼﻣ – 潮</p>", "\n", "<p>Tide tables.</p>"]


@pytest.mark.parametrize("level", [1, 9])
def test_together_they_say_what_they_said(level):
    plain, pressed = joined(press(piece, level) for piece in PIECES)

    assert plain.decode() == "".join(PIECES)
    assert gzip.decompress(pressed) == plain
    assert len(pressed) < len(plain) / 10


def test_another_program_reads_it(tmp_path):
    file = tmp_path / "page.gz"
    plain, pressed = joined(map(press, PIECES))
    file.write_bytes(pressed)

    assert subprocess.run(["gzip", "-dc", file], capture_output=True, check=True).stdout == plain


def test_of_nothing_it_is_an_empty_file():
    plain, pressed = joined([press("")])

    assert plain == gzip.decompress(pressed) == b""
