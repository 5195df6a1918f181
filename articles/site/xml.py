"""XML as feeds and sitemaps are written: well-formed whatever a story says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from io import StringIO

from django.utils.xmlutils import SimplerXMLGenerator

from articles.imaging.xmp import NOT_XML


class Elements:
    """Elements of an XML document, one after the other.

    Characters that XML 1.0 cannot hold are left out; Django's generator, which escapes all others,
    refuses them.
    """

    def __init__(self) -> None:
        self._out = StringIO()
        self._writer = SimplerXMLGenerator(self._out, "utf-8")

    def add(self, name: str, text: object = "", **attributes: object) -> None:
        """An element with a text, or none. A `:` in an attribute's name is written as `__`."""
        with self.within(name, **attributes):
            self._writer.characters(_legal(text))

    @contextmanager
    def within(
        self, name: str, namespaces: Mapping[str, str] | None = None, /, **attributes: object
    ) -> Iterator[None]:
        """What is added inside stands in this element; `namespaces` go by their prefix."""
        named = {
            f"xmlns:{prefix}" if prefix else "xmlns": address
            for prefix, address in (namespaces or {}).items()
        }
        named |= {key.replace("__", ":"): _legal(value) for key, value in attributes.items()}
        self._writer.startElement(name, named)  # type: ignore[arg-type]
        yield
        self._writer.endElement(name)

    def put(self, elements: str) -> None:
        """Elements that are written already: the `text` of others."""
        self._out.write(elements)

    @property
    def text(self) -> str:
        return self._out.getvalue()


class Document(Elements):
    """An XML document, written from its first element to its last."""

    def __init__(self) -> None:
        super().__init__()
        self._writer.startDocument()

    def finished(self) -> bytes:
        """The document as UTF-8."""
        self._writer.endDocument()
        return self.text.encode()


def utc(moment: datetime) -> str:
    """RFC 3339 to the second, as Atom, JSON Feed and sitemaps want it: “2026-11-23T12:00:00Z”."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def _legal(text: object) -> str:
    return NOT_XML.sub("", str(text))
