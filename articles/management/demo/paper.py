"""Reads the demo paper's files."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
REFERENCE = re.compile(r'data-(photo|source|story)="([^"]+)"')


@dataclass(frozen=True)
class DemoStory:
    """One file: its front matter, and the body with keys where the database will have ids."""

    key: str
    matter: dict[str, Any]
    body: str

    @property
    def days_ago(self) -> float:
        return float(self.matter.get("days_ago", 0))

    @property
    def state(self) -> str:
        return str(self.matter.get("state", "live"))


@dataclass(frozen=True)
class Paper:
    folder: Path = HERE

    @cached_property
    def facts(self) -> dict[str, Any]:
        return tomllib.loads((self.folder / "paper.toml").read_text(encoding="utf-8"))

    @cached_property
    def stories(self) -> list[DemoStory]:
        """The oldest first, as they were published."""
        files = sorted((self.folder / "stories").glob("*.html"))
        return sorted((_read(file) for file in files), key=lambda story: -story.days_ago)


def _read(file: Path) -> DemoStory:
    _, matter, body = file.read_text(encoding="utf-8").split("+++", 2)
    return DemoStory(file.stem, tomllib.loads(matter), body.strip())


def with_ids(body: str, ids: dict[str, dict[str, int]]) -> str:
    """The body with each key in its place replaced by the row's id."""
    return REFERENCE.sub(
        lambda found: f'data-{found[1]}="{ids[found[1]][found[2]]}"',
        body,
    )
