"""DATABASE_URL is read as PostgreSQL's own library reads it; nonsense is refused, unrepeated."""

from __future__ import annotations

import traceback

import pytest
from django.db import connections
from django.db.backends.postgresql.base import DatabaseWrapper

from newsroom.postgres.url import PATIENCE, BadAddress, parse


@pytest.mark.parametrize(
    ("url", "meant"),
    [
        (
            "postgresql://anna:geheim@db.example.org:6432/press",
            {
                "NAME": "press",
                "USER": "anna",
                "PASSWORD": "geheim",
                "HOST": "db.example.org",
                "PORT": "6432",
            },
        ),
        ("postgres://db/press", {"NAME": "press", "HOST": "db", "USER": "", "PORT": ""}),
        ("postgresql://an%20na:p%40ss%2F%3Aw%25@db/pr%C3%A9ss", {"PASSWORD": "p@ss/:w%"}),
        ("postgresql://an%20na@db/pr%C3%A9ss", {"USER": "an na", "NAME": "préss"}),
        ("postgresql://[2001:db8::1]:5433/press", {"HOST": "2001:db8::1", "PORT": "5433"}),
        ("postgresql:///press?host=/run/Postgres", {"NAME": "press", "HOST": "/run/Postgres"}),
        ("postgresql://%2Frun%2FPostgres/press", {"HOST": "/run/Postgres"}),
        ("postgresql://a:5432,b:5433/press", {"HOST": "a,b", "PORT": "5432,5433"}),
        (
            "postgresql://db/press?sslmode=verify-full&connect_timeout=9",
            {"OPTIONS": {**PATIENCE, "sslmode": "verify-full", "connect_timeout": "9"}},
        ),
    ],
)
def test_an_address_is_understood(url, meant):
    entry = parse(url)

    assert {name: entry[name] for name in meant} == meant


@pytest.mark.parametrize(
    ("url", "fault"),
    [
        ("mysql://anna:geheim@db/press", "is not an address of PostgreSQL"),
        ("geheim", "is not an address of PostgreSQL"),
        ("host=db password=geheim", "is not an address of PostgreSQL"),
        ("postgresql://anna:geheim@db", "names no database"),
        ("postgresql://anna:geheim@db/", "names no database"),
        ("postgresql://anna:geheim/press", "has a port that is no number"),
        ("postgresql://anna:geheim@db:six/press", "has a port that is no number"),
        ("postgresql://anna:%geheim@db/press", "cannot be understood"),
        ("postgresql://anna:%3Fge?heim@db", "names no database"),
        ("postgresql://anna:1/geheim@db/press", "cannot be understood"),
        ("postgresql://anna:1@geheim@db/press", "cannot be understood"),
        ("postgresql://anna@[geheim/press", "cannot be understood"),
        ("postgresql://anna:geheim@db/press?color=red", "cannot be understood"),
    ],
)
def test_nonsense_is_refused_and_the_password_is_not_shown(url, fault):
    with pytest.raises(BadAddress) as refusal:
        parse(url)

    assert str(refusal.value).startswith(f"DATABASE_URL {fault}. Write it as postgresql://")
    shown = "".join(traceback.format_exception(refusal.value, chain=True))
    assert "geheim" not in shown.replace(url, "")


def test_django_connects_with_it():
    wrapper = connections["default"].__class__.__mro__
    entry = connections.configure_settings({"default": parse("postgresql://anna@db/press")})

    params = DatabaseWrapper(entry["default"]).get_connection_params()

    assert DatabaseWrapper in wrapper
    assert (params["dbname"], params["user"], params["host"]) == ("press", "anna", "db")
