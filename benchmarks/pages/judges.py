"""The judges: Lighthouse, axe-core and the Nu HTML checker, each asked as its makers advise."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
MODULES = Path(__file__).resolve().parent / "node_modules"
AXE = ROOT / "tests" / "vendor" / "axe.min.js"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FULL = 100
WEAK = 0.9  # from here up Lighthouse calls an audit good
RUNS = 3  # of each page: the median counts
STARTS = 3  # Chromium does not always come up in the time that Lighthouse waits for it
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
RUN_AXE = """async () => (await axe.run()).violations.flatMap(
  (one) => one.nodes.map((node) => `${one.id} ${node.target.join(" ")}`)
)"""


def browser() -> str:
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        message = "No Chromium was found. Install the distribution's."
        raise FileNotFoundError(message)
    return found


def lighthouse(address: str, *, desktop: bool) -> tuple[list[int], list[str]]:
    """The four scores, 0 to 100, and what keeps one from being full."""
    reports = [_lighthouse(address, desktop=desktop) for _ in range(RUNS)]
    scores = [_median(reports, category) for category in CATEGORIES]
    return scores, list(_weak(reports[-1])) if min(scores) < FULL else []


def _lighthouse(address: str, *, desktop: bool) -> dict[str, Any]:
    command = [
        str(MODULES / ".bin" / "lighthouse"),
        *(address, "--quiet", "--output=json", f"--chrome-flags={FLAGS}"),
        f"--only-categories={','.join(CATEGORIES)}",
        *(["--preset=desktop"] if desktop else []),
    ]
    env = {**os.environ, "CHROME_PATH": browser()}
    for _ in range(STARTS):
        answer = subprocess.run(command, env=env, check=False, capture_output=True, text=True)
        if answer.returncode == 0:
            report: dict[str, Any] = json.loads(answer.stdout)
            return report
    message = f"Lighthouse did not judge {address}: {answer.stderr}"
    raise RuntimeError(message)


def _median(reports: list[dict[str, Any]], category: str) -> int:
    scores = sorted(round((one["categories"][category]["score"] or 0) * FULL) for one in reports)
    return scores[len(scores) // 2]


def _weak(report: dict[str, Any]) -> Iterator[str]:
    for audit in report["audits"].values():
        if audit["score"] is not None and audit["score"] < WEAK:
            yield f"{audit['id']}: {audit.get('displayValue') or audit['title']}"


def axe(home: str, paths: Iterable[str]) -> list[str]:
    """What axe finds on these pages in both colour schemes: nothing where all is well."""
    found = []
    source = AXE.read_text(encoding="utf-8")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser(), args=FLAGS.split()[1:])
        for scheme in SCHEMES:
            # axe writes styles of its own, which the pages' policy refuses.
            context = chromium.new_context(base_url=home, color_scheme=scheme, bypass_csp=True)
            page = context.new_page()
            for path in paths:
                page.goto(path)
                page.evaluate(source)
                found += [f"{path} in {scheme}: {one}" for one in page.evaluate(RUN_AXE)]
        chromium.close()
    return found


def nu(pages: dict[str, str]) -> list[str]:
    """What the Nu HTML checker has against these pages' HTML: nothing where all is well."""
    with TemporaryDirectory() as folder:
        names = {}
        for number, (path, html) in enumerate(pages.items()):
            file = Path(folder) / f"{number}.html"
            file.write_text(html, encoding="utf-8")
            names[file.name] = path
        jar = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
        command = ["java", "-jar", str(jar), "--format", "json", "--errors-only", folder]
        answer = subprocess.run(command, check=False, capture_output=True, text=True)
    said = json.loads(answer.stderr)["messages"]
    return [f"{names[Path(one['url']).name]}: {one['message']}" for one in said]
