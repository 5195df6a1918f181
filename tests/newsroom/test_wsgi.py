"""What the server is given: the page cache before Django, where the process has readers at all."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
LOOK = "from newsroom.wsgi import application; print(type(application).__name__)"


@pytest.mark.parametrize(
    ("role", "first"), [("all", "PageCache"), ("site", "PageCache"), ("desk", "function")]
)
def test_pages_are_kept_where_there_are_readers(role, first, tmp_path, monkeypatch):
    monkeypatch.setenv("NEWSROOM_ROLE", role)
    monkeypatch.setenv("NEWSROOM_VAR", str(tmp_path))
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "newsroom.settings")

    said = subprocess.run(
        [sys.executable, "-c", LOOK], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert said.stdout == f"{first}\n"
    assert not (tmp_path / "postgres").exists()
