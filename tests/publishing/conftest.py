"""The clock of publishing's tests: those that ask for it move time by hand."""

from __future__ import annotations

import pytest
import time_machine

from tests.builders import LATER_NOON


@pytest.fixture
def clock():
    with time_machine.travel(LATER_NOON, tick=False) as clock:
        yield clock
