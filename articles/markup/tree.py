"""A body as a small tree: elements and strings. Made from HTML, written back as HTML."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser

VOID = frozenset({"br", "img", "source"})
"""Elements without content: of a body, and of the figures of a finished one."""

DEEPEST = 40
"""Elements nested deeper than this are passed over, their words kept: no recursion runs away."""


@dataclass
class Element:
    """An element with its attributes and children; a child is an element or a string."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    def walk(self) -> Iterator[Element]:
        """This element and every one below it, in document order."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def words(self) -> str:
        """The text below this element; a line break counts as a newline."""
        return "".join(
            child if isinstance(child, str) else "\n" if child.tag == "br" else child.words()
            for child in self.children
        )


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("")
        self.open = [self.root]
        self.too_deep = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            self.open[-1].children.append(
                Element(tag, {name: value or "" for name, value in attrs})
            )
        elif len(self.open) > DEEPEST:
            self.too_deep += 1
        else:
            element = Element(tag, {name: value or "" for name, value in attrs})
            self.open[-1].children.append(element)
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if self.too_deep:
            self.too_deep -= 1
        elif len(self.open) > 1:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def parse(html: str) -> Element:
    """The tree of well-formed HTML (what nh3 puts out): its root has an empty tag."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    return builder.root


def serialise(node: Element | str) -> str:
    if isinstance(node, str):
        return escape(node, quote=False).replace("\xa0", "&nbsp;")
    inner = "".join(serialise(child) for child in node.children)
    if not node.tag:
        return inner
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in node.attributes.items())
    if node.tag in VOID:
        return f"<{node.tag}{attributes}>"
    return f"<{node.tag}{attributes}>{inner}</{node.tag}>"
