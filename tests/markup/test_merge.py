"""Two people's texts made one: what does not collide is merged, what does keeps both."""

from __future__ import annotations

import random

import pytest

from articles.markup.merge import Choice, Clash, chosen, merge_bodies, merge_values
from articles.markup.text import plain_text

A = "<p>The night ferry sails on Monday.</p>"
A2 = "<p>The night ferry sails on Tuesday.</p>"
A3 = "<p>The night ferry sails on Friday.</p>"
B = "<p>The harbour master said nothing.</p>"
B2 = "<p>The harbour master said a lot.</p>"
C = "<p>Tickets stay valid for a week.</p>"
X = "<p>An entirely other sentence here.</p>"
Y = "<p>Somebody wrote something unlike it.</p>"
FIGURE = '<figure data-photo="1"></figure>'


def settled(merged, choices):
    """The body that the choices make of it, one for each clash."""
    pairs = zip(merged.clashes, choices, strict=True)
    return merged.resolved([chosen(clash, choice) for clash, choice in pairs])


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "result"),
    [
        ("", "", "", ""),
        (A, A, A, A),
        (A, A2, A, A2),
        (A, A, A2, A2),
        (A, A2, A2, A2),
        (A + B, A2 + B, A + B2, A2 + B2),  # side by side
        (A + B + C, A2 + B + C, A + B + C + X, A2 + B + C + X),
        (A + B, B, A + B2, B2),
        (A + B, X + A + B, A + B + Y, X + A + B + Y),
        (A + B, A + X + B, A + Y + B, A + Y + X + B),  # both put one in at one place
        (A + B, A + X + B, A + X + B, A + X + B),
        (A + B + C, C + A + B, A + B + C, C + A + B),  # moved
        (A + B + C, B + C + A, A2 + B + C, B + C + A2),  # moved by one, changed by the other
        (A + B + C, A2 + B + C, B + C + A, B + C + A2),
        (FIGURE + A, A, FIGURE + A2, A2),
        (A, A + FIGURE, A2, A2 + FIGURE),
        ("", X, Y, Y + X),
        (A + A, A + A2, A + A, A + A2),
        (A, A.replace("Monday", "<strong>Monday</strong>"), A, None),
    ],
)
def test_what_does_not_collide_is_merged(base, mine, theirs, result):
    merged = merge_bodies(base, mine, theirs)

    assert merged.clashes == ()
    assert merged.resolved([]) == (mine if result is None else result)


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "clash"),
    [
        (A + B, A2 + B, A3 + B, (A, A2, A3)),
        (A + B, B, A2 + B, (A, "", A2)),
        (A + B, A2 + B, B, (A, A2, "")),
        (A, X, A2, (A, X, A2)),
        (FIGURE + A, A, FIGURE + A, None),
        (A, A.replace("Monday", "<em>Monday</em>"), A2, (A, None, A2)),
    ],
)
def test_what_collides_keeps_both(base, mine, theirs, clash):
    merged = merge_bodies(base, mine, theirs)

    if clash is None:
        assert merged.clashes == ()
        return
    (found,) = merged.clashes
    assert (found.base, found.theirs) == (clash[0], clash[2])
    assert clash[1] is None or found.mine == clash[1]


@pytest.mark.parametrize(
    ("choice", "result"),
    [(Choice.MINE, A2 + B), (Choice.THEIRS, A3 + B), (Choice.BOTH, A2 + A3 + B)],
)
def test_a_choice_settles_a_clash(choice, result):
    merged = merge_bodies(A + B, A2 + B, A3 + B)

    assert settled(merged, [choice]) == result


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "result"),
    [
        ("a", "a", "a", "a"),
        ("a", "b", "a", "b"),
        ("a", "a", "b", "b"),
        ("a", "b", "b", "b"),
        ("a", "b", "c", Clash("a", "b", "c")),
        ("a", "", "c", Clash("a", "", "c")),
    ],
)
def test_fields_are_merged_one_by_one(base, mine, theirs, result):
    assert merge_values(base, mine, theirs) == result


WORDS = ["tide", "quay", "ferry", "harbour", "sluice", "trawler", "pilot", "beacon", "jetty"]


class Editor:
    """Types words that nobody else types, so that each can be looked for."""

    def __init__(self, name, chance):
        self.name, self.chance, self.count = name, chance, 0

    def word(self):
        self.count += 1
        return f"{self.name}{self.count}"

    def edits(self, body):
        """A few changes to the paragraphs, in words that nobody has typed before."""
        blocks = [one for one in body.split("\n") if one]
        for _ in range(self.chance.randint(1, 4)):
            self.edit(blocks)
        return "\n".join(blocks)

    def edit(self, blocks):
        act = self.chance.choice(["word", "word", "word", "new", "gone", "move", "rewrite"])
        place = self.chance.randrange(len(blocks) + 1)
        if act == "new" or not blocks:
            blocks.insert(place, " ".join(self.word() for _ in range(4)))
            return
        place = min(place, len(blocks) - 1)
        if act == "gone":
            del blocks[place]
        elif act == "move":
            blocks.insert(self.chance.randrange(len(blocks)), blocks.pop(place))
        elif act == "rewrite":
            blocks[place] = " ".join(self.word() for _ in range(5))
        else:
            words = blocks[place].split()
            words.insert(self.chance.randint(0, len(words)), self.word())
            blocks[place] = " ".join(words)


def html(body):
    return "".join(f"<p>{line}</p>" for line in body.split("\n") if line)


def lines(body):
    return "\n".join(
        plain_text(f"{one}</p>") for one in body.replace("\n", " ").split("</p>") if one
    )


def seen(merged):
    """Every word of the result, and of both sides of each clash."""
    texts = [
        " ".join((piece.mine, piece.theirs)) if isinstance(piece, Clash) else piece
        for piece in merged.pieces
    ]
    return set(" ".join(texts).replace("<p>", " ").replace("</p>", " ").split())


@pytest.mark.parametrize("seed", range(60))
@pytest.mark.parametrize("number", [2, 5])
def test_every_word_that_was_typed_is_in_the_result_or_in_the_clash_view(seed, number):
    """Editors open, type and save in any order; each save meets all that was saved meanwhile.

    A word that somebody took out on purpose, seeing it in front of them, is gone by their choice.
    """
    chance = random.Random(1000 * number + seed)  # noqa: S311
    stored = "\n".join(" ".join(chance.choices(WORDS, k=6)) for _ in range(chance.randint(1, 9)))
    editors = [Editor(f"e{n}x", chance) for n in range(number)]
    windows = {}

    for _ in range(25):
        editor = chance.choice(editors)
        if editor not in windows:
            windows[editor] = stored
            continue
        base = windows.pop(editor)
        mine = editor.edits(base)
        merged = merge_bodies(html(base), html(mine), html(stored))

        both = seen(merged)
        assert set(mine.split()) - set(base.split()) <= both
        assert set(stored.split()) - set(base.split()) <= both
        choices = [chance.choice(list(Choice)) for _ in merged.clashes]
        stored = lines(settled(merged, choices))


@pytest.mark.parametrize("seed", range(40))
def test_with_both_chosen_no_typed_word_is_ever_missing_from_the_story(seed):
    """Editors who take nothing out: at the end the story has every word of all five."""
    chance = random.Random(seed)  # noqa: S311
    stored = "\n".join(" ".join(chance.choices(WORDS, k=6)) for _ in range(5))
    editors = [Editor(f"e{n}x", chance) for n in range(5)]
    windows, typed = {}, set()

    for _ in range(40):
        editor = chance.choice(editors)
        if editor not in windows:
            windows[editor] = stored
            continue
        base = windows.pop(editor)
        blocks = base.split("\n")
        for _ in range(chance.randint(1, 3)):
            place, word = chance.randrange(len(blocks)), editor.word()
            typed.add(word)
            if chance.random() < 0.3:
                blocks.insert(place, word)
            else:
                blocks[place] = f"{blocks[place]} {word}"
        merged = merge_bodies(html(base), html("\n".join(blocks)), html(stored))
        stored = lines(settled(merged, [Choice.BOTH] * len(merged.clashes)))

    assert typed <= set(stored.split())
