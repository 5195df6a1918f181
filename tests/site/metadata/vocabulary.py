"""The schema.org vocabulary: do these types and properties exist, and take these values?

`tests/vendor/schemaorg.json` has the types that a paper needs, with the properties of each and the
types that a property takes, as schema-dts 2.1.0 (Apache-2.0) declares them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

TYPES = json.loads((Path(__file__).parents[2] / "vendor" / "schemaorg.json").read_text("utf-8"))


def ancestors(name: str) -> set[str]:
    """The type and all above it."""
    parents = TYPES[name]["parents"].split()
    return {name}.union(*map(ancestors, parents))


def properties(name: str) -> dict[str, set[str]]:
    """Of the type and all above it, with what each takes."""
    found: dict[str, set[str]] = {}
    for one in ancestors(name):
        for prop, takes in TYPES[one]["properties"].items():
            found.setdefault(prop, set()).update(takes.split())
    return found


def faults(thing: dict[str, Any], place: str = "") -> Iterator[str]:
    """Everything in the thing that the vocabulary does not know."""
    kind = thing.get("@type")
    place = f"{place}/{kind}"
    if kind not in TYPES:
        yield f"{place} is no type"
        return
    known = properties(kind)
    for name, value in thing.items():
        if name.startswith("@"):
            continue
        if name.endswith("-input"):  # an annotation of an action's property
            yield from [] if isinstance(value, str) else [f"{place}.{name} is no text"]
        elif name not in known:
            yield f"{place} has no {name}"
        else:
            for one in value if isinstance(value, list) else [value]:
                yield from _taken(one, known[name], f"{place}.{name}")


def _taken(value: Any, takes: set[str], place: str) -> Iterator[str]:
    if isinstance(value, dict):
        if not takes & ancestors(value["@type"]):
            yield f"{place} takes {takes}, not {value['@type']}"
        yield from faults(value, place)
    elif not any(_is(value, one) for one in takes):
        yield f"{place} takes {takes}, not {value!r}"


def _is(value: Any, kind: str) -> bool:
    """Whether the plain value is one of that data type."""
    if kind == "Boolean" or isinstance(value, bool):
        return kind == "Boolean" and isinstance(value, bool)
    if kind in {"Number", "Integer"}:
        return isinstance(value, int)
    return isinstance(value, str) and bool(value) and WRITTEN.get(kind, _is_none)(value)


def _is_none(_value: str) -> bool:
    return False


def _is_address(value: str) -> bool:
    parts = urlsplit(value)
    return parts.scheme in {"http", "https"} and bool(parts.netloc)


def _is_moment(value: str) -> bool:
    return bool(re.match(r"\d{4}-\d\d-\d\dT", value) and datetime.fromisoformat(value).tzinfo)


WRITTEN = {"Text": bool, "URL": _is_address, "DateTime": _is_moment}
