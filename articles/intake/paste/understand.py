"""Puts together what a pasted text is: its layout, who speaks where, and who was asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from articles.intake.paste.layout import Figure, lay_out
from articles.intake.paste.requests import Request, find_requests
from articles.intake.paste.voices import Listener, Voice
from articles.markup.quotations import Span, quotations, quoted_spans
from articles.markup.sentences import sentence_spans


@dataclass(frozen=True, kw_only=True)
class Said:
    """A stretch of a paragraph that is somebody's word: a quotation, or a claim."""

    start: int
    end: int
    voice: Voice


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """A paragraph, and what in it is whose word, in its order, where the text says so."""

    text: str
    said: tuple[Said, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PastedStory:
    headline: str
    blocks: tuple[Paragraph | Figure, ...]
    voices: tuple[Voice, ...]
    requests: tuple[Request, ...]

    @property
    def paragraphs(self) -> list[Paragraph]:
        return [block for block in self.blocks if isinstance(block, Paragraph)]

    @property
    def figures(self) -> list[Figure]:
        return [block for block in self.blocks if isinstance(block, Figure)]

    @property
    def quotation_count(self) -> int:
        """Utterances, not quotation marks: see `markup.quotations`."""
        return len(quotations("".join(f"<p>{escape(one.text)}</p>" for one in self.paragraphs)))


def understand(text: str) -> PastedStory:
    layout = lay_out(text)
    listener = Listener()
    blocks: list[Paragraph | Figure] = []
    requests: list[Request] = []
    for block in layout.blocks:
        if isinstance(block, Figure):
            blocks.append(block)
            continue
        blocks.append(Paragraph(text=block, said=tuple(_said(block, listener))))
        requests += find_requests(block)
    return PastedStory(
        headline=layout.headline,
        blocks=tuple(blocks),
        voices=tuple(listener.voices),
        requests=tuple(requests),
    )


def _said(text: str, listener: Listener) -> Iterator[Said]:
    """Quotations, and sentences beside them that give somebody's word without quoting it."""
    quotes = tuple(quoted_spans(text))
    speaker = listener.listen(text, _outside(text, quotes))
    for start, end in sentence_spans(text):
        here = [span for span in quotes if span.start < end and start < span.end]
        if not here and not find_requests(text[start:end]):
            voice = listener.claim(text[start:end])
            if voice:
                yield Said(start=start, end=start + len(text[start:end].rstrip()), voice=voice)
        for span in here:
            if speaker and start <= span.start:
                yield Said(start=span.start, end=span.end, voice=speaker)


def _outside(text: str, quotes: tuple[Span, ...]) -> str:
    """The paragraph without what stands in quotation marks."""
    pieces, position = [], 0
    for span in quotes:
        pieces.append(text[position : span.start])
        position = span.end
    return " ".join([*pieces, text[position:]]).strip()
