"""HTML out of word processors comes out as what the definition has for it."""

from __future__ import annotations

import pytest

from articles.markup.clean import clean
from articles.markup.text import plain_text
from tests.markup.hostile import read

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"><head>
<meta name=Generator content="Microsoft Word 15"><title>Ferries</title>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm; mso-style-parent:""} --></style></head>
<body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->
<h1 style='mso-outline-level:1'><span lang=EN-US>Night ferries<o:p></o:p></span></h1>
<p class=MsoNormal style='margin-bottom:6.0pt'><b style='mso-bidi-font-weight:normal'>The
trust</b> of <st1:place w:st="on"><st1:City w:st="on">Marrick</st1:City></st1:place> met <i>late</i>
on <a href="https://marrick.example/minutes" style='mso-comment'>Sunday</a>.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<ul style='margin-top:0cm' type=disc><li class=MsoNormal style='mso-list:l0 level1'>Rope</li>
<li class=MsoNormal>Tar<o:p></o:p></li></ul>
<![if !supportEmptyParas]>&nbsp;<![endif]>
<h2>Costs</h2><div style='mso-element:para-border-div'><p class=MsoNormal>Ten crowns.</p></div>
<!--EndFragment--></body></html>"""

WORD_CLEAN = (
    "<h2>Night ferries</h2>"
    "<p><strong>The trust</strong> of Marrick met <em>late</em> on "
    '<a href="https://marrick.example/minutes">Sunday</a>.</p>'
    "<ul><li><p>Rope</p></li><li><p>Tar</p></li></ul>"
    "<h2>Costs</h2><p>Ten crowns.</p>"
)

DOCS = (
    '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1a2b">'
    '<h2 dir="ltr"><span style="font-size:16pt;color:#000">Night ferries</span></h2>'
    '<p dir="ltr" style="line-height:1.38"><span style="font-family:Arial">The trust met on </span>'
    '<a href="https://marrick.example/minutes" style="text-decoration:none"><span>Sunday</span></a>'
    '<span>.</span></p><br /><ol style="margin-top:0"><li dir="ltr" aria-level="1">'
    '<p dir="ltr" role="presentation"><span>Rope</span></p></li></ol></b>'
    '<br class="Apple-interchange-newline">'
)

DOCS_CLEAN = (
    '<h2>Night ferries</h2><p>The trust met on <a href="https://marrick.example/minutes">Sunday</a>'
    ".</p><ol><li><p>Rope</p></li></ol>"
)


@pytest.mark.parametrize(
    ("html", "expected"), [(WORD, WORD_CLEAN), (DOCS, DOCS_CLEAN)], ids=["Word", "Google Docs"]
)
def test_a_paste_comes_out_as_headings_paragraphs_lists_and_links(html, expected):
    assert clean(html) == expected


@pytest.mark.parametrize("html", [WORD, DOCS], ids=["Word", "Google Docs"])
def test_a_paste_leaves_nothing_of_its_program(html):
    body = clean(html)

    assert read(body)[0] == []
    for trace in ("mso", "o:p", "st1", "endif", "style", "docs-internal", "Arial", "Print"):
        assert trace not in body


def test_a_list_that_word_sends_as_paragraphs_keeps_every_word():
    html = (
        "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]>"
        "<span style='mso-list:Ignore'>·<span>&nbsp;</span></span><![endif]>Rope</p>"
    )

    assert plain_text(html) == "· Rope"
