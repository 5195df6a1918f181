"""Data for machines in a real browser: it is there, whole, and nothing of it runs."""

from __future__ import annotations

import json

import pytest

from tests.builders import a_section, an_edition
from tests.site.machines import HOSTILE, TIDES

pytestmark = pytest.mark.django_db(transaction=True)

BLOCKS = """() => [...document.querySelectorAll("script:not([src])")].map(
  (one) => [one.type, one.text]
)"""
ALERTED = "</script><script>window.alerted = true</script>"


def test_the_policy_lets_data_stand_and_lets_none_of_it_run(visit):
    a_section()
    an_edition(headline=HOSTILE + ALERTED, tags=TIDES)
    page = visit()

    for path in ("/", "/section/harbour/", "/by/ada-lumen/", "/2026/11/23/night-ferry/"):
        response = page.goto(path)
        found = page.evaluate(BLOCKS)

        assert "default-src 'none'" in response.headers["content-security-policy"]
        assert {kind for kind, _ in found} == {"application/ld+json"}
        assert all(json.loads(text)["@context"] == "https://schema.org" for _, text in found)
        assert page.evaluate("() => window.alerted") is None
    assert json.loads(found[0][1])["headline"] == HOSTILE + ALERTED
