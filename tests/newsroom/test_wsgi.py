"""What the server is given: the page cache before Django, where the process has readers at all."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
LOOK = "from newsroom.wsgi import application; print(type(application).__name__)"

HSTS = """
from newsroom.wsgi import application
from django.test import RequestFactory
environ = RequestFactory().get("/healthz", headers={"host": "news.example.org"}).environ
application(environ, lambda _, headers, *__: print("Strict-Transport-Security" in dict(headers)))
"""


@pytest.mark.parametrize(
    ("role", "first"), [("all", "PageCache"), ("site", "PageCache"), ("desk", "function")]
)
def test_pages_are_kept_where_there_are_readers(role, first, tmp_path, monkeypatch):
    monkeypatch.setenv("NEWSROOM_ROLE", role)
    monkeypatch.setenv("NEWSROOM_VAR", str(tmp_path))

    assert said(LOOK) == f"{first}\n"
    assert not (tmp_path / "postgres").exists()


@pytest.mark.parametrize(
    ("site", "is_told"),
    [("https://news.example.org", "True"), ("http://news.example.org", "False")],
)
def test_behind_tls_every_answer_says_so(site, is_told, tmp_path, monkeypatch):
    """TLS ends in front: this process is spoken to in plain HTTP, whatever readers see."""
    monkeypatch.setenv("NEWSROOM_SITE_URL", site)
    monkeypatch.setenv("NEWSROOM_VAR", str(tmp_path))

    assert said(HSTS) == f"{is_told}\n"


def said(script):
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "newsroom.settings"},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout
