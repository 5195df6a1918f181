"""Words and marks of a body are changed in place, and nothing else is."""

from __future__ import annotations

import pytest

from articles.markup.edit import with_source, with_words, without_figure

BODY = (
    "<h2>Tides</h2><p>The <strong>night <em>fer</em></strong>ry sails.<br>At nine.</p>"
    '<p><span data-source="1">“We <em>follow</em> it,”</span> she said. '
    '<span data-source="1">“Late.”</span><span data-source="2"> So he said.</span></p>'
)


@pytest.mark.parametrize(
    ("paragraph", "start", "end", "words", "made"),
    [
        (0, 0, 5, "Ebbs", "<h2>Ebbs</h2>"),
        (1, 0, 3, "A", "<p>A <strong>night"),
        (1, 10, 15, "boat", "<p>The <strong>night <em>boat</em></strong> sails."),
        (1, 22, 24, " at a", "ry sails. at at nine."),
        (1, 0, 0, "Now: ", "<p>Now: The <strong>"),
        (1, 22, 31, "", "ry sails.</p>"),
        (2, 1, 3, "I & <b>", '<span data-source="1">“I &amp; &lt;b&gt; <em>follow</em>'),
    ],
)
def test_words_are_replaced_in_the_mark_up_they_stand_in(paragraph, start, end, words, made):
    changed = with_words(BODY, paragraph=paragraph, start=start, end=end, words=words)

    assert made in changed
    assert changed.count("<p>") == 2
    assert changed.count("data-source") == 3


def test_a_passage_gets_another_source_with_all_its_marks():
    assert with_source(BODY, passage=0, source=7) == BODY.replace("1", "7", 1)


def test_a_mark_is_taken_off_and_its_words_stay():
    changed = with_source(BODY, passage=2, source=None)

    assert changed.endswith('<span data-source="1">“Late.”</span> So he said.</p>')


def test_a_figure_becomes_the_words_it_was_read_from():
    body = '<p>One.</p><figure data-photo="4"></figure><p>Two.</p>'

    changed = without_figure(body, photo=4, paragraphs=["A ferry", "", "Marrick. <Ada>"])

    assert changed == "<p>One.</p><p>A ferry</p><p>Marrick. &lt;Ada&gt;</p><p>Two.</p>"
    assert without_figure(body, photo=5, paragraphs=["x"]) == body
