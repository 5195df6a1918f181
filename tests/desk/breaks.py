"""What breaks each constraint of the database, by the constraint's name."""

from __future__ import annotations

BREAKERS = {}


def breaks(name):
    def register(function):
        BREAKERS[name] = function
        return function

    return register
