"""Puts together what a pasted text is: its layout, who speaks where, and who was asked."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from articles.intake.paste.layout import Figure, lay_out
from articles.intake.paste.requests import Request, find_requests
from articles.intake.paste.voices import Listener, Voice
from articles.markup.quotations import Span, quotations, quoted_spans


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """A paragraph, its stretches in quotation marks, and whose they are, where the text says so."""

    text: str
    quotes: tuple[Span, ...] = ()
    voice: Voice | None = None


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
        quotes = tuple(quoted_spans(block))
        voice = listener.listen(block, _outside(block, quotes))
        blocks.append(Paragraph(text=block, quotes=quotes, voice=voice if quotes else None))
        requests += find_requests(block)
    return PastedStory(
        headline=layout.headline,
        blocks=tuple(blocks),
        voices=tuple(listener.voices),
        requests=tuple(requests),
    )


def _outside(text: str, quotes: tuple[Span, ...]) -> str:
    """The paragraph without what stands in quotation marks."""
    pieces, position = [], 0
    for span in quotes:
        pieces.append(text[position : span.start])
        position = span.end
    return " ".join([*pieces, text[position:]]).strip()
