"""Each variable of the environment is refused with a sentence that names it."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from newsroom import environment


@pytest.mark.parametrize(
    ("read", "value", "sentence"),
    [
        (lambda: environment.boolean("X", default=False), "maybe", "X is 'maybe'. Say 1 or 0."),
        (lambda: environment.choice("X", "a", ("a", "b")), "c", "X is 'c'. Choose one of: a, b."),
        (
            lambda: environment.folder("X", Path("/")),
            "here",
            "X is 'here'. Give the folder's whole",
        ),
        (lambda: environment.hosts("X", []), "*.example.org", "X holds '*.example.org'."),
        (lambda: environment.hosts("X", []), "http://example.org", "X holds 'http://example.org'."),
        (lambda: environment.origin("X", ""), "example.org", "X is 'example.org'. Give scheme"),
        (lambda: environment.origin("X", ""), "https://example.org/news", "Give scheme and host"),
    ],
)
def test_nonsense_is_refused_by_name(read, value, sentence, monkeypatch):
    monkeypatch.setenv("X", value)

    with pytest.raises(ImproperlyConfigured) as refusal:
        read()

    assert sentence in str(refusal.value)


@pytest.mark.parametrize(
    ("read", "value", "meaning"),
    [
        (lambda: environment.boolean("X", default=False), "yes", True),
        (lambda: environment.boolean("X", default=True), "0", False),
        (lambda: environment.hosts("X", []), " a.example , b.example ", ["a.example", "b.example"]),
        (lambda: environment.origin("X", ""), "https://a.example/", "https://a.example"),
        (lambda: environment.folder("X", Path("/")), "/srv/var", Path("/srv/var")),
    ],
)
def test_sense_is_understood(read, value, meaning, monkeypatch):
    monkeypatch.setenv("X", value)

    assert read() == meaning


def test_a_secret_may_come_from_a_file(tmp_path, monkeypatch):
    (tmp_path / "secret").write_text("from the file\n")
    monkeypatch.setenv("X_FILE", str(tmp_path / "secret"))

    assert environment.text("X") == "from the file"


def test_a_missing_secret_file_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv("X_FILE", str(tmp_path / "nowhere"))

    with pytest.raises(ImproperlyConfigured, match=r"X_FILE names .*nowhere, which cannot be read"):
        environment.text("X")


def test_a_folder_that_is_a_file_is_refused(tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    monkeypatch.setenv("X", str(tmp_path / "file"))

    with pytest.raises(ImproperlyConfigured, match=r"is a file\. Name a folder"):
        environment.folder("X", tmp_path)
