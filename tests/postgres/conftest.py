"""Houses to put a server in: one shared by the tests that leave it as it was, and others."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.postgres.house import House, eventually


@pytest.fixture(scope="session")
def finished(tmp_path_factory) -> House:
    """Made, used once, and left."""
    house = House(tmp_path_factory.mktemp("finished") / "var")
    house.visitor().ask()
    house.visitors[0].leave()
    assert eventually(house.is_empty)
    return house


@pytest.fixture
def house(finished):
    """With a data folder, and nothing running."""
    os.truncate(finished.data / "log", 0)
    yield finished
    finished.close()


@pytest.fixture
def copied_house(finished, tmp_path: Path):
    """A copy, for a test that spoils its data folder."""
    (tmp_path / "var").mkdir()
    subprocess.run(["cp", "-a", finished.data, tmp_path / "var"], check=True)
    house = House(tmp_path / "var")
    yield house
    house.close()


@pytest.fixture
def empty_house(tmp_path: Path):
    """Nothing has been made there yet."""
    house = House(tmp_path / "var")
    yield house
    house.close()
