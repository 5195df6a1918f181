"""Sentences are counted as a reader counts them."""

from __future__ import annotations

import time

import pytest

from articles.markup.sentences import sentence_spans, sentences


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("The ferry leaves", 1),
        ("The ferry leaves. The quay is dark.", 2),
        ("The ferry leaves! Is the quay dark? Yes …", 3),
        ("“We wait.” The ferry leaves.", 2),
        ("He says “no.” “Never,” he says.", 2),
        ("The boat left (it was late). Nobody waved.", 2),
        ("Dr. Ada Lumen meets Mr. Quay and Mrs. Holt in St. Mary’s.", 1),
        ("The fire at 10 a.m. Tuesday spread to Ft. Harn, Calif. It was out by noon.", 2),
        ("A march in Washington, D.C. on Jan. 6 and Sept. 11.", 1),
        ("Gov. J. R. Holt of the U.S. Navy waves.", 1),
        ("Boat No. 7 of Quay Bros. Ltd. sails.", 1),
        ("It weighs 4.31 tonnes. Twenty men lift it.", 2),
        ("The site quay.example is down. They mend it.", 2),
        ("It grew … and grew.", 1),
        ("A march in Washington, D.C. The mayor leads it.", 2),
        ("A tall man, Mr. He from Harn, and J. This of Marrick.", 1),
        ("In 2022. 18 people saw it.", 2),
        ("Élodie waits. Étienne sails.", 2),
    ],
)
def test_sentences_are_counted(text, count):
    assert len(sentences(text)) == count


def test_no_word_is_lost():
    text = "The ferry leaves. “Why?” asks Dr. Holt. Nobody knows"

    assert sentences(text) == ["The ferry leaves.", "“Why?” asks Dr. Holt.", "Nobody knows"]


def test_a_sentence_is_where_its_span_says():
    text = "  The ferry leaves.  “Why?” asks Dr. Holt. "

    assert [text[start:end] for start, end in sentence_spans(text)] == sentences(text)
    assert sentence_spans(text) == [(2, 19), (21, 42)]
    assert sentence_spans(" \n ") == []


@pytest.mark.parametrize("piece", ["a", ".", "a.", ". ", "a.) ", "“?” ", "…”)"])
def test_hostile_text_takes_no_longer_than_other_text(piece):
    text = piece * (20_000 // len(piece))
    begun = time.process_time()

    sentences(text)

    assert time.process_time() - begun < 1
