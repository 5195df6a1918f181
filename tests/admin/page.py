"""A page of the desk as a browser would take it: its elements, its harm, what its form holds."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
ADDRESSES = {"href", "src", "action", "formaction", "data", "srcset", "poster"}
DANGEROUS = ("javascript:", "vbscript:", "data:text")


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    within: tuple[str, ...]
    words: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


class Page(HTMLParser):
    """Every element in document order, with the words below it."""

    def __init__(self, response) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.open: list[Element] = []
        self.feed(response.content.decode())
        self.close()

    def handle_starttag(self, tag, attrs):
        values = {name: value or "" for name, value in attrs}
        element = Element(tag, values, tuple(one.attributes.get("id", "") for one in self.open))
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag):
        if any(one.tag == tag for one in self.open):
            while self.open.pop().tag != tag:
                pass

    def handle_data(self, data):
        for element in self.open:
            element.words.append(data)

    def all(self, tag: str = "", css_class: str = "", **attributes: str) -> list[Element]:
        return [
            one
            for one in self.elements
            if (not tag or one.tag == tag)
            and (not css_class or css_class in one.attributes.get("class", "").split())
            and all(one.attributes.get(name) == value for name, value in attributes.items())
        ]

    @property
    def harm(self) -> list[str]:
        """What a browser would run, or follow into a script, or that should have been escaped."""
        found = [f"<{one.tag}>" for one in self.elements if one.tag in {"x-evil", "base", "object"}]
        for one in self.elements:
            if (
                one.tag == "script"
                and "alert(1)" in one.text
                and "json" not in one.attributes.get("type", "")
            ):
                found.append(one.text)
            for name, value in one.attributes.items():
                squeezed = "".join(value.split()).lower()
                if name.startswith("on") or name == "srcdoc":
                    found.append(f"{one.tag} {name}={value}")
                if name in ADDRESSES and squeezed.startswith(DANGEROUS):
                    found.append(f"{one.tag} {name}={value}")
        return found

    @property
    def errors(self) -> list[str]:
        """The sentences beside fields, and those above the form."""
        lists = self.all("ul", "errorlist")
        return [one.text for one in lists if one.text]

    def fields(self, form: str = "") -> dict[str, object]:
        """What a browser would send if nothing were changed."""
        values: dict[str, object] = {}
        for one in self.elements:
            if not form or form in one.within:
                self._take(one, values)
        return values

    def _take(self, one, values):
        name = one.attributes.get("name")
        if one.tag == "option" and "selected" in one.attributes:
            self._choose(one, values)
        elif one.tag == "textarea" and name:
            values[name] = "".join(one.words).removeprefix("\n")
        elif one.tag == "select" and name:
            values[name] = [] if "multiple" in one.attributes else ""
        elif one.tag == "input" and name:
            self._take_input(one, name, values)

    def _take_input(self, one, name, values):
        kind = one.attributes.get("type", "text")
        if kind in {"checkbox", "radio"}:
            if "checked" in one.attributes:
                values[name] = one.attributes.get("value", "on")
        elif kind not in {"submit", "file", "button"}:
            values[name] = one.attributes.get("value", "")

    def _choose(self, option, values):
        name = list(values)[-1]
        chosen = option.attributes.get("value", option.text)
        if isinstance(values[name], list):
            values[name].append(chosen)
        else:
            values[name] = chosen
