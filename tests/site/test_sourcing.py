"""What readers are told of a source, in words."""

from __future__ import annotations

import pytest

from articles.site.sourcing import FIRST_HAND, SECOND_HAND, TERMS, cite
from articles.vocabulary import SourceKind, SourceTerms
from tests.builders import MIRA


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, "on the record, told us directly"),
        ({"kind": "organisation"}, "on the record, told us directly"),
        ({"first_hand": False}, "on the record, not told to us directly"),
        ({"first_hand": False, "via": "The Post"}, "on the record, via The Post"),
        ({"terms": "background"}, "on background, not named, told us directly"),
        (
            {"terms": "anonymous", "first_hand": False, "via": "a colleague"},
            "anonymous, not named, via a colleague",
        ),
        ({"kind": "document"}, "a document we have read"),
        (
            {"kind": "document", "terms": "anonymous"},
            "anonymous, not named, a document we have read",
        ),
        ({"kind": "document", "first_hand": False}, "a document we have not seen ourselves"),
        ({"kind": "outlet", "first_hand": False}, "reported by others"),
        ({"kind": "observation"}, "seen by our reporter"),
        ({"kind": "data"}, "data we have examined"),
    ],
)
def test_terms_and_way_are_said_in_words(values, words):
    assert cite({**MIRA, **values}).words == words


def test_there_are_words_for_every_kind_and_every_terms():
    assert set(FIRST_HAND) == set(SECOND_HAND) == set(SourceKind)
    assert set(TERMS) == set(SourceTerms)


def test_an_address_is_linked_by_its_host():
    cited = cite({**MIRA, "url": "https://www.harbour.example/soundings.pdf"})

    assert (cited.address, cited.host) == (
        "https://www.harbour.example/soundings.pdf",
        "harbour.example",
    )


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "data:text/html,x", "//evil.example", "http://[", "ftp://x.example"],
)
def test_what_is_no_web_address_is_not_linked(url):
    cited = cite({**MIRA, "url": url})

    assert (cited.address, cited.host) == ("", "")
