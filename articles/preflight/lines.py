"""The words of a story, line by line, as the rules on words read them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from articles.desk.dossier import Dossier
from articles.markup.passages import marked_text, paragraphs_and_quotes
from articles.markup.quotations import Span, quoted_spans
from articles.markup.sentences import sentence_spans
from articles.preflight.accused import Charge, charges
from articles.preflight.place import Place


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A stretch of a paragraph that is marked with a source, by its id."""

    start: int
    end: int
    source: int


@dataclass(frozen=True, kw_only=True)
class Line:
    """A headline, a standfirst, a paragraph of the body, a caption: words without markup.

    `field`, `row`, `part` and `paragraph` are those of its `Place`; `tag` is that of a paragraph of
    the body: p, h2 or h3. `name` is how a sentence calls it: “The headline”, “Paragraph 3”.
    """

    text: str
    field: str
    name: str
    row: int | None = None
    part: str = ""
    paragraph: int | None = None
    tag: str = ""
    in_block_quote: bool = False
    marks: tuple[Mark, ...] = ()

    @cached_property
    def quotes(self) -> list[Span]:
        """Its stretches in quotation marks, the outermost ones."""
        return quoted_spans(self.text)

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Where each of its sentences starts and ends."""
        return sentence_spans(self.text)

    @cached_property
    def charges(self) -> list[list[Charge]]:
        """Of each of its sentences, what it accuses somebody of."""
        return [list(charges(self.text, sentence=span)) for span in self.sentences]

    def sentence_at(self, position: int) -> tuple[int, int]:
        """Where the sentence starts and ends in which that character stands."""
        number = bisect_right(self.sentences, position, key=lambda span: span[0]) - 1
        return self.sentences[max(0, number)]

    def is_quoted(self, position: int) -> bool:
        return any(span.start <= position < span.end for span in self.quotes)

    def source_at(self, position: int) -> int | None:
        """The id of the source that the words there are marked with."""
        return next((m.source for m in self.marks if m.start <= position < m.end), None)

    def place(self, start: int | None = None, end: int | None = None) -> Place:
        """The stretch from `start` to before `end`, or all of it."""
        return Place(
            field=self.field,
            row=self.row,
            part=self.part,
            paragraph=self.paragraph,
            start=start,
            end=end,
            words=self.text[start:end],
        )


def lines_of(dossier: Dossier) -> list[Line]:
    """Headline, kicker, standfirst, the body's paragraphs, what is not known, the captions.

    None is empty.
    """
    return [line for line in _all(dossier) if line.text.strip()]


def _all(dossier: Dossier) -> Iterator[Line]:
    story = dossier.story
    yield Line(text=story.headline, field="headline", name="The headline")
    yield Line(text=story.kicker, field="kicker", name="The kicker")
    yield Line(text=story.standfirst, field="standfirst", name="The standfirst")
    for number, (element, in_block_quote) in enumerate(paragraphs_and_quotes(story.body)):
        pieces = list(marked_text(element))
        yield Line(
            text="".join(words for words, _ in pieces),
            field="body",
            name=f"Paragraph {number + 1}",
            paragraph=number,
            tag=element.tag,
            in_block_quote=in_block_quote,
            marks=tuple(_marks(pieces)),
        )
    yield Line(text=story.unknowns, field="unknowns", name="What we do not know")
    for number, pk in enumerate(dossier.references.photos, start=1):
        if placement := dossier.placements.get(pk):
            yield Line(
                text=placement.printed_caption,
                field="placements",
                name=f"The caption of picture {number}",
                row=placement.pk,
                part="caption",
            )


def _marks(pieces: list[tuple[str, int | None]]) -> Iterator[Mark]:
    """Marks of one source that touch are one, as the editor leaves them round bold words."""
    start = position = 0
    source: int | None = None
    for words, marked in [*pieces, ("", None)]:
        if marked != source:
            if source is not None and position > start:
                yield Mark(start=start, end=position, source=source)
            start, source = position, marked
        position += len(words)
    if source is not None and position > start:
        yield Mark(start=start, end=position, source=source)
