"""Envelopes: what is sealed opens with the right key, for the right row, unchanged, and only so."""

from __future__ import annotations

import uuid
from dataclasses import replace

import pytest

from articles.desk.vault.envelope import CannotOpen, MasterKey, new_key, rewrap, seal, unseal

WHO = b"Wenna Tregale"


@pytest.fixture
def master():
    return MasterKey.from_text(new_key())


@pytest.fixture
def about():
    return uuid.uuid4()


def test_what_is_sealed_opens_again_and_is_not_readable_before(master, about):
    envelope = seal(WHO, about=about, master=master)

    assert WHO not in envelope.ciphertext + envelope.wrapped_key
    assert unseal(envelope, about=about, masters=[master]) == WHO


def test_the_same_secret_never_looks_the_same(master, about):
    first, second = (seal(WHO, about=about, master=master) for _ in range(2))

    assert first.ciphertext != second.ciphertext
    assert first.wrapped_key != second.wrapped_key


def test_one_row_s_secret_does_not_open_in_another_s_place(master, about):
    envelope = seal(WHO, about=about, master=master)

    with pytest.raises(CannotOpen, match="not as they were sealed"):
        unseal(envelope, about=uuid.uuid4(), masters=[master])


@pytest.mark.parametrize("part", ["ciphertext", "wrapped_key"])
def test_a_changed_byte_is_noticed(part, master, about):
    envelope = seal(WHO, about=about, master=master)
    changed = bytearray(getattr(envelope, part))
    changed[-1] ^= 1

    with pytest.raises(CannotOpen, match="not as they were sealed"):
        unseal(replace(envelope, **{part: bytes(changed)}), about=about, masters=[master])


def test_without_its_master_key_it_says_which_one_is_missing(master, about):
    envelope = seal(WHO, about=about, master=master)

    with pytest.raises(CannotOpen, match=master.id):
        unseal(envelope, about=about, masters=[MasterKey.from_text(new_key())])


def test_a_new_master_key_takes_over_without_touching_the_secret(master, about):
    newest = MasterKey.from_text(new_key())
    envelope = seal(WHO, about=about, master=master)

    again = rewrap(envelope, about=about, masters=[newest, master])

    assert again.ciphertext == envelope.ciphertext
    assert unseal(again, about=about, masters=[newest]) == WHO


@pytest.mark.parametrize("text", ["", "short", "!" * 44, "YWJj", "YWJj" * 11])
def test_what_is_no_key_is_refused(text):
    with pytest.raises(ValueError, match=r"base64|bytes"):
        MasterKey.from_text(text)


def test_a_key_is_never_printed(master):
    assert repr(master) == f"<MasterKey {master.id}>"
    assert len(master.id) == 16
