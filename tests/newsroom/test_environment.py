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
        (lambda: environment.mail_server("X"), "mail.example.org", "X is no mail server. Write"),
        (lambda: environment.mail_server("X"), "smtp://mail.example.org", "?from=desk@"),
        (lambda: environment.mail_server("X"), "smtp://h:many?from=a@b.example", "no mail server"),
        (lambda: environment.mail_server("X"), "http://h?from=a@b.example", "or with smtps"),
        (lambda: environment.number("X"), "-1", "X is '-1'. Give a whole number, such as 8."),
        (lambda: environment.number("X"), "many", "X is 'many'. Give a whole number, such as 8."),
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
        (lambda: environment.number("X"), "12", 12),
        (lambda: environment.number("X", 3), "", 3),
        (lambda: environment.origin("X", ""), "https://a.example/", "https://a.example"),
        (lambda: environment.folder("X", Path("/")), "/srv/var", Path("/srv/var")),
    ],
)
def test_sense_is_understood(read, value, meaning, monkeypatch):
    monkeypatch.setenv("X", value)

    assert read() == meaning


MAIL = "smtp://desk%40example.org:p%3Ass@mail.example.org?from=desk@example.org"


@pytest.mark.parametrize(
    ("value", "meaning"),
    [
        ("", ("", 0, False, False, "")),
        (MAIL, ("mail.example.org", 587, True, False, "desk@example.org")),
        (MAIL.replace("smtp", "smtps"), ("mail.example.org", 465, False, True, "desk@example.org")),
        ("smtp://127.0.0.1:25?from=a@b.example", ("127.0.0.1", 25, False, False, "a@b.example")),
    ],
)
def test_a_mail_server_is_understood(value, meaning, monkeypatch):
    monkeypatch.setenv("X", value)

    mail = environment.mail_server("X")

    assert (mail.host, mail.port, mail.starts_tls, mail.speaks_tls, mail.sender) == meaning


def test_the_mail_server_s_password_is_read_and_never_shown(monkeypatch):
    monkeypatch.setenv("X", MAIL)
    mail = environment.mail_server("X")
    assert (mail.user, mail.password) == ("desk@example.org", "p:ss")
    assert "p:ss" not in repr(mail)
    monkeypatch.setenv("X", MAIL.replace("from", "form"))

    with pytest.raises(ImproperlyConfigured) as refusal:
        environment.mail_server("X")

    assert "p%3Ass" not in str(refusal.value)


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
