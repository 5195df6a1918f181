"""What a part of `make bench` hands back, and `results.md`, made of all of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.machine import described

RESULTS = Path(__file__).parent / "results.md"
HEAD = """# Results

Written by `make bench`; each number is from one run on one machine. Ratios can be compared with
those of other machines, the rest cannot. Rates are the medians of some rounds in which everything
that is compared took turns; a ratio is the median of the rounds' ratios. “c64” are 64 connections
that ask again as soon as they are answered, so its times are those of a server at its limit.

"""


@dataclass(frozen=True, kw_only=True)
class Line:
    """What is to hold of the measured value: `at_least` or `at_most` that much."""

    what: str
    measured: float
    at_least: float | None = None
    at_most: float | None = None
    unit: str = ""

    @property
    def is_held(self) -> bool:
        over = self.at_least is None or self.measured >= self.at_least
        return over and (self.at_most is None or self.measured <= self.at_most)

    @property
    def row(self) -> Sequence[str]:
        bound = f"≥ {self.at_least:g}" if self.at_most is None else f"≤ {self.at_most:g}"
        held = "yes" if self.is_held else "no"
        return [self.what, f"{self.measured:.3g}{self.unit}", f"{bound}{self.unit}", held]


@dataclass(frozen=True, kw_only=True)
class Report:
    """Markdown, and the lines that are to hold."""

    text: str
    lines: Sequence[Line] = field(default_factory=list)


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of Markdown; all columns but the first are numbers."""
    rule = ["---", *("---:" for _ in columns[1:])]
    return "\n".join(f"| {' | '.join(row)} |" for row in (columns, rule, *rows))


def block(lines: str) -> str:
    """Lines that are laid out with spaces."""
    return f"```\n{lines}\n```"


def write(reports: Mapping[str, Report]) -> None:
    lines = [line.row for report in reports.values() for line in report.lines]
    wanted = f"## What is to hold\n\n{table(['', 'measured', 'wanted', 'held'], lines)}\n\n"
    parts = "\n\n".join(f"## {name.capitalize()}\n\n{one.text}" for name, one in reports.items())
    RESULTS.write_text(f"{HEAD}{described()}\n\n{wanted}{parts}\n", encoding="utf-8")
