"""The documentation says what the code does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from articles.desk.roles import ROLES
from articles.desk.workflow import MOVES
from articles.preflight.finding import RULES
from articles.preflight.run import FAMILIES
from newsroom import settings
from tests.admin.matrix import MATRIX, SIGNS

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


def table(page, head):
    """The rows of the table under that head, each as the words of its cells."""
    text = (DOCS / page).read_text(encoding="utf-8")
    _, _, below = text.partition(f"\n| {head} |")
    lines = below.partition("\n\n")[0].splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


NAMES = {"Reporter": "reporters", "Sub-editor": "sub-editors", "Editor": "editors"}


def who_may(codename):
    return ", ".join(NAMES[role] for role, may in ROLES.items() if codename in may)


def test_the_editors_page_shows_the_table_of_stages():
    told = table("editors.md", "From | To | Button | Own story | Another's story | Wants a reason")

    assert told == [
        [
            *(start.label, end.label, move.label, who_may(move.own), who_may(move.others)),
            "yes" if move.wants_reason else "",
        ]
        for (start, end), move in MOVES.items()
    ]


def test_the_editors_page_shows_the_matrix_that_the_addresses_are_held_to():
    head = "Act | Reporter | Sub-editor | Editor | Photo desk | Legal | Administrator"

    assert table("editors.md", head) == [
        [act, *(SIGNS[cell] for cell in cells)] for act, cells in MATRIX.items()
    ]


def test_every_variable_of_the_environment_stands_in_the_readme():
    source = Path(settings.__file__).read_text(encoding="utf-8")
    readme = (DOCS.parent / "README.md").read_text(encoding="utf-8")

    for name in set(re.findall(r"\b(?:NEWSROOM_[A-Z_]+|DATABASE_URL)\b", source)):
        assert f"| `{name}` |" in readme, name


SHOWN = re.compile(r"(?:srcset|src)=\"([^\"]+)\"")
LARGEST = 80_000
DESK = {"start", "stories", "writing", "publish", "correct"}


@pytest.mark.parametrize("page", [DOCS.parent / "README.md", DOCS / "editors.md"], ids=str)
def test_the_pages_of_the_desk_are_shown_in_light_and_dark(page):
    shown = [page.parent / one for one in SHOWN.findall(page.read_text(encoding="utf-8"))]

    assert {f"{name}-{scheme}.webp" for name in DESK for scheme in ("light", "dark")} <= {
        one.name for one in shown
    }
    assert all(one.stat().st_size <= LARGEST for one in shown)


def test_no_picture_is_kept_that_nobody_sees():
    texts = [DOCS.parent / "README.md", *DOCS.glob("*.md")]
    shown = {Path(one).name for text in texts for one in SHOWN.findall(text.read_text("utf-8"))}

    assert {one.name for one in (DOCS / "pictures").iterdir()} == shown
