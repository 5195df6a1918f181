"""Moments at the desk, in the zone in force: with the zone's name, in the doubled hour too."""

from __future__ import annotations

from datetime import datetime

from django import template
from django.utils import timezone

from articles.masthead.readings import in_full

register = template.Library()


@register.filter
def in_words(moment: datetime) -> str:
    """“Sunday 26 October 2036, 01:30 BST”."""
    local = timezone.localtime(moment)
    return f"{local:%A} {in_full(moment, local.tzinfo or timezone.get_current_timezone())}"
