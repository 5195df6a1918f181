"""The body is the truth: figures in it are placements, source marks are attributions."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from articles.desk.references import settle_references
from tests.builders import a_photo, a_source, a_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(reporter):
    return a_story(created_by=reporter)


def write(story, body):
    story.body = body
    story.save()
    settle_references(story)


def test_each_figure_is_a_placement_in_the_body_s_order(story):
    first, second = a_photo(), a_photo()

    write(
        story,
        f'<figure data-photo="{second.pk}"></figure><figure data-photo="{first.pk}"></figure>',
    )

    assert [placement.photo for placement in story.placements.all()] == [second, first]


def test_a_removed_figure_takes_its_placement_along_and_another_keeps_its_words(story):
    kept, gone = a_photo(), a_photo()
    both = f'<figure data-photo="{gone.pk}"></figure><figure data-photo="{kept.pk}"></figure>'
    write(story, both)
    story.placements.filter(photo=kept).update(caption="Ours")

    write(story, f'<figure data-photo="{kept.pk}"></figure>')

    assert [(p.photo, p.caption) for p in story.placements.all()] == [(kept, "Ours")]


def test_an_old_picture_starts_as_a_file_picture_and_an_editor_s_answer_stays(story):
    old, new = a_photo(taken_on=date(2022, 5, 18)), a_photo(taken_on=timezone.localdate())
    body = f'<figure data-photo="{old.pk}"></figure><figure data-photo="{new.pk}"></figure>'
    write(story, body)
    proposed = [placement.is_file_picture for placement in story.placements.all()]

    story.placements.update(is_file_picture=False)
    write(story, f"<p>More words.</p>{body}")

    assert proposed == [True, False]
    assert not story.placements.filter(is_file_picture=True).exists()


def test_a_picture_s_age_is_counted_to_the_day_that_is_given(story):
    photo = a_photo(taken_on=date(2022, 5, 18))
    story.body = f'<figure data-photo="{photo.pk}"></figure>'

    settle_references(story, on=date(2022, 5, 18) + timedelta(days=30))

    assert not story.placements.get().is_file_picture


def test_each_source_mark_is_an_attribution(story):
    source = a_source()

    write(
        story,
        f'<p><span data-source="{source.pk}">“We follow the tide,”</span> she said. '
        f'<span data-source="{source.pk}">The channel is silting up.</span></p>',
    )

    found = [(a.kind, a.passage) for a in story.attributions.all()]
    assert found == [("quote", "“We follow the tide,”"), ("claim", "The channel is silting up.")]


def test_a_proposal_stays_one_until_its_words_change(story):
    source = a_source()
    body = f'<p><span data-source="{source.pk}">“We follow the tide,”</span> she said.</p>'
    write(story, body)
    story.attributions.update(is_proposal=True)

    write(story, f"<p>New first paragraph.</p>{body}")
    still = story.attributions.get().is_proposal
    write(story, body.replace("tide", "moon"))

    assert still
    assert not story.attributions.get().is_proposal


def test_dead_references_are_passed_over(story):
    write(story, '<figure data-photo="999"></figure><p><span data-source="999">Words</span></p>')

    assert not story.placements.exists()
    assert not story.attributions.exists()
