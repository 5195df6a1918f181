"""What breaks each constraint of the database, by the constraint's name.

The one registry. The breakers stand in `test_constraints` and, for its size, in every
`breaks_of_…` beside it: `load` imports those, so a new one need only be there.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module
from pathlib import Path

BREAKERS = {}


def breaks(name):
    def register(function):
        assert name not in BREAKERS, f"Two functions break {name}."
        BREAKERS[name] = function
        return function

    return register


def load():
    for module in pkgutil.iter_modules([str(Path(__file__).parent)]):
        if module.name.startswith("breaks_of_"):
            import_module(f"{__package__}.{module.name}")
