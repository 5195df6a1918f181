"""Words as a rule finds them: a test gives a story's words and reads where the rule points."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest

from articles.preflight.finding import RULES, Case
from tests.preflight.cases import a_case

SEED = Path(__file__).parents[2].parent / "shared" / "seed" / "story.txt"


def a_told(**story: Any) -> Case:
    """A case without picture: `text` are its paragraphs, parted by blank lines."""
    text = story.pop("text", "It will, the trust said.")
    body = "".join(f"<p>{words}</p>" for words in text.split("\n\n"))
    return a_case(story={"body": body, **story})


def found_in(rule_id: str, **story: Any) -> list[str]:
    """The words at which the rule points."""
    return [finding.place.words for finding in RULES[rule_id].findings(a_told(**story))]


def the_seed() -> dict[str, str]:
    """The seed's headline and paragraphs, without its picture; skips where it is absent."""
    if not SEED.exists():
        pytest.skip(f"{SEED} is not here")
    headline, *pieces = SEED.read_text(encoding="utf-8").strip().split("\n\n")
    return {"headline": headline, "text": "\n\n".join(pieces[:4] + pieces[6:])}


def seconds(rule_id: str, case: Case) -> float:
    """How long the rule takes for the case, whose lines are made beforehand."""
    assert case.lines
    begun = time.process_time()
    RULES[rule_id].findings(case)
    return time.process_time() - begun
