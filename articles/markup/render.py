"""Readers' HTML: the body with its figures, links and cards put in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from itertools import count

from django.utils.safestring import SafeString

from articles.markup.clean import clean_tree
from articles.markup.embed import provider
from articles.markup.tree import Element, serialise

Node = Element | str
PARAGRAPH = re.compile(r"<(p|li)>(?!<(?:p|ul|ol)>)")
TAG = re.compile(r"<[^>]*>")


def render(html: str, *, figures: Mapping[int, str], stories: Mapping[int, str]) -> SafeString:
    """What readers get of a body.

    `figures` has the finished HTML of each photo's figure, by the photo's id; `stories` the public
    address of each story that has one. A figure or story that is missing there leaves no trace but
    the words of its link. No data attribute and no source mark is left.
    """
    root = clean_tree(html)
    return SafeString("".join(_block(child, figures, stories) for child in root.children))


def finished(body_html: str) -> SafeString:
    """The body that an edition keeps: `render` made it, and the database has kept it unchanged.

    Each paragraph gets its number as id: a link can lead to it, a reader can name it.
    """
    numbers = count(1)
    return SafeString(PARAGRAPH.sub(lambda found: f'<{found[1]} id="p{next(numbers)}">', body_html))


def numbered(body_html: str) -> list[tuple[int, str]]:
    """The words of each paragraph of a kept body, with the number that `finished` gives it."""
    starts = list(PARAGRAPH.finditer(body_html))
    found = []
    for number, start in enumerate(starts, start=1):
        end = body_html.find(f"</{start[1]}>", start.end())
        found.append((number, words_of(body_html[start.end() : end]).strip()))
    return found


def words_of(body_html: str) -> str:
    """What a reader reads of finished HTML, tags left out without a gap."""
    return unescape(TAG.sub("", body_html))


def _block(node: Node, figures: Mapping[int, str], stories: Mapping[int, str]) -> str:
    if isinstance(node, str):
        return serialise(node)
    if node.tag != "figure":
        return serialise(Element(node.tag, _class(node), _inline(node.children, stories)))
    if "data-photo" in node.attributes:
        return figures.get(int(node.attributes["data-photo"]), "")
    address = node.attributes["data-embed"]
    label = f"{provider(address)}: {address.removeprefix('https://').removeprefix('www.')}"
    link = Element("a", {"href": address, "rel": "noopener nofollow"}, [label])
    return serialise(Element("figure", {"class": "embed"}, [link]))


def _class(element: Element) -> dict[str, str]:
    return {name: value for name, value in element.attributes.items() if name == "class"}


def _inline(children: list[Node], stories: Mapping[int, str]) -> list[Node]:
    out: list[Node] = []
    for child in children:
        if isinstance(child, str):
            out.append(child)
            continue
        inner = _inline(child.children, stories)
        attributes = _link(child, stories) if child.tag == "a" else _class(child)
        if child.tag == "span" or attributes is None:
            out.extend(inner)
        elif child.tag == "li" and len(inner) == 1 and isinstance(inner[0], Element):
            only = inner[0]
            out.append(Element("li", {}, only.children if only.tag == "p" else inner))
        else:
            out.append(Element(child.tag, attributes, inner))
    return out


def _link(element: Element, stories: Mapping[int, str]) -> dict[str, str] | None:
    """The link's attributes for readers, or None when it leads nowhere."""
    if "data-story" in element.attributes:
        address = stories.get(int(element.attributes["data-story"]))
        return {"href": address} if address else None
    href = element.attributes["href"]
    if href.startswith(("http://", "https://")):
        return {"href": href, "rel": "noopener nofollow"}
    return {"href": href}
