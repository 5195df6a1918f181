"""The one figure: caption and credit apart, every size offered, nothing moved by its loading."""

from __future__ import annotations

import pytest

from articles.site.figure import render_figure

FERRY = {
    "photo": "0f8fad5b-d9cb-469f-a165-70867728950e",
    "caption": "The night ferry leaves the quay.",
    "credit_line": "Ines Okafor/Northmark Pictures",
    "alt_text": "A lit ferry moves off a dark quay",
    "creator": "Ines Okafor",
    "is_file_picture": False,
    "width": 2000,
    "height": 1500,
    "renditions": [
        {"url": "/media/a-480.jpg", "width": 480, "height": 360},
        {"url": "/media/a-960.jpg", "width": 960, "height": 720},
        {"url": "/media/a-1600.jpg", "width": 1600, "height": 1200},
    ],
}


def test_caption_and_credit_stand_apart_under_the_picture():
    html = render_figure(FERRY)

    assert html.startswith('<figure class="picture" data-photo="')
    assert html.endswith("</figure>")
    assert '<span class="caption">The night ferry leaves the quay.</span>' in html
    assert '<span class="credit">Ines Okafor/Northmark Pictures</span>' in html
    assert 'alt="A lit ferry moves off a dark quay"' in html


def test_every_copy_is_offered_with_its_width_and_the_page_keeps_room():
    html = render_figure(FERRY)

    assert 'src="/media/a-960.jpg"' in html
    assert 'width="960"' in html
    assert 'height="720"' in html
    offered = "/media/a-480.jpg 480w, /media/a-960.jpg 960w, /media/a-1600.jpg 1600w"
    assert f'srcset="{offered}"' in html


def test_the_lead_picture_is_fetched_at_once_and_the_others_when_the_reader_comes_near():
    assert 'fetchpriority="high"' in render_figure(FERRY, is_lead=True)
    assert "loading" not in render_figure(FERRY, is_lead=True)
    assert 'loading="lazy"' in render_figure(FERRY)


def test_a_file_picture_is_called_one():
    assert "File picture." in render_figure({**FERRY, "is_file_picture": True})
    assert "File picture" not in render_figure(FERRY)


def test_an_upright_picture_is_not_spread_over_the_page():
    tall = [{"url": "/media/b-480.jpg", "width": 480, "height": 640}]

    assert 'class="picture upright"' in render_figure({**FERRY, "renditions": tall})


def test_a_picture_without_its_file_shows_what_it_would_show():
    html = render_figure({**FERRY, "renditions": [], "width": None, "height": None})

    assert "<img" not in html
    assert '<p class="no-picture">A lit ferry moves off a dark quay</p>' in html
    assert "Ines Okafor/Northmark Pictures" in html


@pytest.mark.parametrize("field", ["caption", "credit_line", "alt_text"])
def test_hostile_words_come_out_as_words(field):
    html = render_figure({**FERRY, field: '"><script>alert(1)</script>'})

    assert "<script" not in html
    assert "&quot;&gt;&lt;script&gt;" in html
