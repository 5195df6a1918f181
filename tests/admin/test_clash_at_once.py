"""Many who save one story at once, and in any order: no word is dropped."""

from __future__ import annotations

import random

import pytest

from articles.desk.story import Story
from tests.admin.test_clash import TWO, change, choose, opened
from tests.builders import a_section, a_story

pytestmark = pytest.mark.django_db


@pytest.mark.django_db(transaction=True)
def test_of_two_who_save_in_the_same_instant_none_loses_a_word(reporter, at_desk, at_once):
    story = a_story(created_by=reporter, body=TWO)
    desks = [at_desk("reporter"), at_desk("editor")]
    forms = [
        {**opened(desk, story), "body": TWO.replace(old, f"{old} {old}ly")}
        for desk, old in zip(desks, ("noon", "shut"), strict=True)
    ]

    codes = at_once(
        story,
        *(
            lambda desk=desk, form=form: desk.post(change(story), form).status_code
            for desk, form in zip(desks, forms, strict=True)
        ),
    )

    assert codes == [302, 302]
    body = Story.objects.get().body
    assert "noonly" in body
    assert "shutly" in body


CAST = ["reporter", "editor", "sub-editor", "second", "third"]
FIELDS = ["headline", "standfirst", "kicker", "body"]


@pytest.fixture
def story(reporter):
    return a_story(created_by=reporter, headline="The quay", body=TWO, section=a_section())


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("number", [2, 5])
def test_every_typed_word_is_in_the_story_or_on_the_clash_page(seed, number, story, at_desk):
    """Through the real form, in any order, with any choice."""
    chance = random.Random(100 * number + seed)  # noqa: S311
    desks = [at_desk("reporter") for _ in CAST[:number]]  # as many windows
    windows, count = {}, 0

    for _ in range(14):
        desk = chance.randrange(number)
        if desk not in windows:
            windows[desk] = opened(desks[desk], story)
            continue
        form, typed = windows.pop(desk), []
        for name in chance.sample(FIELDS, 2):
            count += 1
            typed.append(f"e{desk}x{count}")
            form[name] = typing(str(form[name]), typed[-1], name, chance)
        response = desks[desk].post(change(story), {**form, "_continue": "1"})
        seen = response.content.decode() if response.status_code == 409 else everything(story)
        assert all(word in seen for word in typed), (typed, seen)
        if response.status_code == 409:
            assert choose(desks[desk], story, response, chance.choice(["mine", "theirs"]))


def typing(text, word, name, chance):
    if name != "body":
        return f"{text} {word}".strip()[-60:]
    paragraphs = text.split("</p>")[:-1] or ["<p>"]
    place = chance.randrange(len(paragraphs))
    paragraphs[place] += f" {word}"
    return "".join(f"{one}</p>" for one in paragraphs)


def everything(story):
    return " ".join(str(value) for value in Story.objects.values(*FIELDS).get(pk=story.pk).values())
