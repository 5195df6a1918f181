"""Pieces of readers' pages that are printed once: an edition never changes, nor what shows it."""

from __future__ import annotations

from typing import Any

from django import template
from django.conf import settings
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.template.context import Context
from django.utils import timezone

register = template.Library()

BOUND = 2_000
"""Pieces in each process: some MB. Then it begins anew, which costs no more than a page's time."""


@register.tag
def remembered(parser: Parser, token: Token) -> Remembered:
    """`{% remembered edition size … %}`: what is inside prints the edition, and otherwise depends
    on nothing but the named values and the time zone in force."""
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
        edition, *values = (one.resolve(context, ignore_failures=True) for one in self.about)
        if edition.pk is None or settings.DEBUG:  # a preview; templates that are being written
            return self.inside.render(context)
        # The digest changes where a court has words taken out. A front may have its own words.
        words = (edition.pk, edition.digest, edition.kicker, edition.headline)
        zone = timezone.get_current_timezone_name()
        key = (*words, bool(edition.figures), zone, *values)
        found = self._pieces.get(key)
        if found is None:
            if len(self._pieces) >= BOUND:
                self._pieces.clear()
            found = self._pieces[key] = self.inside.render(context)
        return found
