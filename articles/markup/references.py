"""What a body mentions: photos, sources and other stories, by the ids of their rows."""

from __future__ import annotations

from dataclasses import dataclass

from articles.markup.clean import clean_tree


@dataclass(frozen=True, kw_only=True)
class References:
    """Ids in the order of the document, each once."""

    photos: tuple[int, ...] = ()
    sources: tuple[int, ...] = ()
    stories: tuple[int, ...] = ()


def references(html: str) -> References:
    found: dict[str, dict[int, None]] = {"data-photo": {}, "data-source": {}, "data-story": {}}
    for element in clean_tree(html).walk():
        for name, ids in found.items():
            if name in element.attributes:
                ids[int(element.attributes[name])] = None
    return References(
        photos=tuple(found["data-photo"]),
        sources=tuple(found["data-source"]),
        stories=tuple(found["data-story"]),
    )
