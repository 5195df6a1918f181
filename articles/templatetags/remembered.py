"""Pieces of readers' pages that are printed once: what they show does not change under its name."""

from __future__ import annotations

from typing import Any

from django import template
from django.conf import settings
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.template.context import Context
from django.utils import timezone

register = template.Library()

BOUND = 500
"""Pieces of each tag in each process, of a dozen tags: some MB. Then a tag begins anew, which costs
no more than a page's time."""


@register.tag
def remembered(parser: Parser, token: Token) -> Remembered:
    """`{% remembered edition.identity size … %}`: what is inside depends on nothing but the named
    values, our own look and the time zone in force.

    The first value stands for what is printed: an edition's `identity`, the `frame` of a page, its
    feeds. Where it is None or missing, as in the preview of an edition, the piece is printed each
    time.
    """
    about = [parser.compile_filter(name) for name in token.split_contents()[1:]]
    inside = parser.parse(["endremembered"])
    parser.delete_first_token()
    return Remembered(about, inside)


class Remembered(template.Node):
    child_nodelists = ("inside",)

    def __init__(self, about: list[FilterExpression], inside: NodeList) -> None:
        self.about, self.inside = about, inside
        self._pieces: dict[tuple[Any, ...], str] = {}

    def render(self, context: Context) -> str:
        values = [one.resolve(context, ignore_failures=True) for one in self.about]
        if values[0] is None or settings.DEBUG:  # a preview; templates that are being written
            return self.inside.render(context)
        key = (timezone.get_current_timezone_name(), *values)
        found = self._pieces.get(key)
        if found is None:
            if len(self._pieces) >= BOUND:
                self._pieces.clear()
            found = self._pieces[key] = self.inside.render(context)
        return found
