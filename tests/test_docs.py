"""The documentation says what the code does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from articles.desk.roles import ROLES
from articles.preflight.finding import RULES
from articles.preflight.run import FAMILIES

DOCS = Path(__file__).resolve().parent.parent / "docs"
ROW = re.compile(
    r"^\| `(?P<id>[a-z_.]+)` \| (?P<says>\w+) \| (?P<by>[^|]*) \| (?P<about>[^|]+) \|$"
)
SAYS = {"block": "block", "warn": "warning", "info": "hint"}


def rows():
    lines = (DOCS / "checks.md").read_text(encoding="utf-8").splitlines()
    return [found for line in lines if (found := ROW.match(line))]


def test_every_check_stands_in_the_table_as_grave_as_it_is():
    told = {row["id"]: row["says"] for row in rows()}

    assert FAMILIES
    assert told == {rule.id: SAYS[rule.severity] for rule in RULES.values()}


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["id"])
def test_the_table_says_who_may_pass_over_a_block(row):
    rule = RULES[row["id"]]
    may = {role.lower().rstrip("s") for role, all_ in ROLES.items() if rule.override in all_}

    if rule.override:
        assert {name.strip().lower().rstrip("s") for name in row["by"].split(",")} == may
    else:
        assert row["by"].strip() == ("nobody" if rule.severity == "block" else "")
