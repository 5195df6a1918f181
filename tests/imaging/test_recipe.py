"""Which sizes a picture gets, round which point, and what the copies are called."""

from __future__ import annotations

import pytest

from articles.imaging import recipe
from articles.imaging.recipe import Cut, cuts

CENTRE = (0.5, 0.5)
CORNERS = ((0, 0), (1, 0), (0, 1), (1, 1))


def sizes(some):
    return [(one.width, one.height) for one in some]


@pytest.mark.parametrize(
    ("size", "full", "card", "social"),
    [
        ((6000, 4000), [320, 640, 960, 1280, 1920], [320, 640, 960], (1200, 630)),
        ((4000, 6000), [320, 640, 960, 1280, 1920], [320, 640, 960], (1200, 630)),
        ((1920, 1080), [320, 640, 960, 1280, 1920], [320, 640, 960], (1200, 630)),
        ((1000, 500), [320, 640, 960, 1000], [320, 640, 750], (952, 500)),
        ((640, 480), [320, 640], [320, 640], (640, 336)),
        ((599, 800), [320, 599], [320, 599], None),
        ((600, 800), [320, 600], [320, 600], (600, 315)),
        ((320, 320), [320], [320], None),
        ((64, 48), [64], [64], None),
        ((12000, 1000), [320, 640, 960, 1280, 1920], [320, 640, 960], (1200, 630)),
        ((12000, 100), [320, 640, 960, 1280, 1920], [150], None),
        ((100, 12000), [100], [100], None),
        ((1, 1), [1], [1], None),
    ],
)
def test_widths_are_the_fixed_ones_that_the_picture_has(size, full, card, social):
    found = cuts(*size)

    assert [one.width for one in found.full] == full
    assert [one.width for one in found.card] == card
    assert (found.social and (found.social.width, found.social.height)) == social


SHAPES = [(6000, 4000), (4000, 6000), (12000, 1000), (1000, 12000), (1001, 667), (64, 48), (3, 1)]


@pytest.mark.parametrize("size", SHAPES)
@pytest.mark.parametrize("focal_point", [CENTRE, *CORNERS, (0.2, 0.9)])
def test_no_box_leaves_the_picture_and_nothing_is_enlarged(size, focal_point):
    for cut in cuts(*size, focal_point=focal_point).each():
        left, top, right, bottom = cut.box
        assert 0 <= left < right <= size[0]
        assert 0 <= top < bottom <= size[1]
        assert cut.width <= right - left
        assert 1 <= cut.height <= bottom - top


@pytest.mark.parametrize("size", [(6000, 4000), (4000, 6000), (12000, 1000), (1001, 667)])
@pytest.mark.parametrize("focal_point", [CENTRE, *CORNERS])
def test_cards_have_their_shape_and_the_focal_point_in_them(size, focal_point):
    found = cuts(*size, focal_point=focal_point)

    for cut, shape in [*((one, 3 / 2) for one in found.card), (found.social, 1200 / 630)]:
        left, top, right, bottom = cut.box
        assert (right - left) / (bottom - top) == pytest.approx(shape, rel=0.01)
        assert cut.width / cut.height == pytest.approx(shape, rel=0.01)
        assert left <= focal_point[0] * size[0] <= right
        assert top <= focal_point[1] * size[1] <= bottom


def test_the_focal_point_stands_in_the_middle_where_the_edges_let_it():
    left, _, right, _ = cuts(12000, 1000, focal_point=(0.4, 0.5)).card[0].box

    assert (left + right) / 2 == pytest.approx(4800, abs=1)


def test_the_full_frame_is_the_full_frame():
    for cut in cuts(1001, 667, focal_point=(0, 0)).full:
        assert cut.box == (0, 0, 1001, 667)


def test_each_size_is_made_once_though_a_card_may_be_the_full_frame():
    every = list(cuts(6000, 4000).each())

    assert len(sizes(every)) == len(set(sizes(every)))
    assert (640, 427) in sizes(every)


def test_the_social_card_is_a_jpeg_and_all_else_comes_in_every_format():
    found = cuts(6000, 4000)

    assert found.social.formats == ("jpg",)
    assert {one.formats for one in (*found.full, *found.card)} == {("avif", "webp", "jpg")}


def test_a_size_is_kept_as_values_and_read_again():
    cut = Cut(width=320, height=213, box=(0, 10, 960, 650))

    assert Cut.from_values(cut.as_values()) == cut


CREDIT = {"creator": "Ines Okafor", "caption": "A ferry leaves."}


def test_a_name_is_the_same_each_time_and_says_size_and_format():
    names = {recipe.stem("ab" * 32, dict(CREDIT), focal_point=CENTRE) for _ in range(3)}

    (stem,) = names
    assert len(stem) == 32
    assert set(stem) <= set("0123456789abcdef")
    assert recipe.copy_name(stem, 640, 427, "avif") == f"{stem}-640x427.avif"


@pytest.mark.parametrize(
    ("content", "credit", "focal_point"),
    [
        ("cd" * 32, CREDIT, CENTRE),
        ("ab" * 32, {**CREDIT, "creator": "Ada"}, CENTRE),
        ("ab" * 32, CREDIT, (0.5, 0.4)),
    ],
)
def test_another_content_credit_or_focal_point_makes_another_name(content, credit, focal_point):
    usual = recipe.stem("ab" * 32, CREDIT, focal_point=CENTRE)

    assert recipe.stem(content, credit, focal_point=focal_point) != usual


def test_another_recipe_makes_another_name(monkeypatch):
    usual = recipe.stem("ab" * 32, CREDIT, focal_point=CENTRE)

    monkeypatch.setattr(recipe, "VERSION", recipe.VERSION + 1)

    assert recipe.stem("ab" * 32, CREDIT, focal_point=CENTRE) != usual
