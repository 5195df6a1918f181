"""What arrives: bytes, as a file on disk."""

from __future__ import annotations

import pytest


@pytest.fixture
def sent(tmp_path):
    def send(data, name="ferry.jpg"):
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return send
