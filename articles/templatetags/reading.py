"""What the readers' templates need beyond Django's own: times, pictures, directions of writing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django import template
from django.urls import NoReverseMatch, reverse

from articles.imaging.listed import Rendition, in_format, plain_copy
from articles.masthead.colours import HEX
from articles.masthead.paths import path_of
from articles.vocabulary import BylineRole, EditionKind, StoryKind

register = template.Library()
register.filter("plain_copy", plain_copy)

RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})

SAID = {StoryKind.ANALYSIS, StoryKind.OPINION, StoryKind.REVIEW}  # readers must be able to tell

CHANGES = {EditionKind.CORRECTION: "Corrected", EditionKind.CLARIFICATION: "Clarified"}


@register.filter(expects_localtime=True)
def iso(moment: datetime) -> str:
    """ISO 8601 with the offset of the zone in force, to the second, for `<time datetime>`."""
    return moment.isoformat(timespec="seconds")


@register.filter
def instant(text: str) -> datetime:
    """The moment that a value of an edition names in ISO 8601."""
    return datetime.fromisoformat(text)


@register.filter
def told(corrections: Sequence[Mapping[str, Any]], place: str) -> list[Mapping[str, Any]]:
    """Those told at the `top` or the `end`; older editions told all of them at the end."""
    return [one for one in corrections if one.get("place", "end") == place]


@register.filter
def direction(language: str) -> str:
    """`rtl` or `ltr`, by the first subtag of a BCP 47 tag."""
    return "rtl" if language.partition("-")[0].lower() in RIGHT_TO_LEFT else "ltr"


@register.filter
def srcset(copies: Sequence[Rendition], image_format: str) -> str:
    """Every copy in that format with its width, as `srcset` wants it; empty where there is none."""
    return ", ".join(f"{one['url']} {one['width']}w" for one in in_format(copies, image_format))


@register.filter
def card(figure: Mapping[str, Any]) -> Sequence[Rendition]:
    """The copies for a list of stories, in 3:2; an edition older than they has the full frame."""
    copies: Sequence[Rendition] = figure.get("card") or figure["renditions"]
    return copies


@register.filter
def colours(masthead: Mapping[str, Any]) -> str:
    """The address of the style sheet with the paper's own colours; empty where it has none.

    `trial` names that of a preview, whose colours are not the paper's yet.
    """
    given = [masthead[name] for name in ("accent", "accent_dark")]
    found = [one[1:] if HEX.fullmatch(one) else "x" for one in given]
    if found == ["x", "x"]:
        return ""
    return reverse(masthead.get("trial", "site:colours"), args=["-".join(found)])


@register.simple_tag
def path(name: str, *values: object) -> str:
    """The path of a readers' page, as `path_of`; empty where no address can hold the values."""
    try:
        return path_of(name, *values)
    except NoReverseMatch:
        return ""


@register.filter
def kind_said(story_kind: str) -> str:
    """“Opinion” and the like; empty for what is reported, which needs no label."""
    return StoryKind(story_kind).label if story_kind in SAID else ""


@register.filter
def writers(bylines: Sequence[Mapping[str, str]]) -> str:
    """“Ada Lumen, Ben Ash and Cleo Marsh”: those who wrote it, without their roles."""
    names = [one["name"] for one in bylines if one["role"] == BylineRole.WRITER]
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


@register.filter
def portrayed(bylines: Sequence[Mapping[str, Any]]) -> list[Sequence[Rendition]]:
    """The copies of the portraits of those who wrote it, as far as they have one."""
    writing = [one for one in bylines if one["role"] == BylineRole.WRITER]
    return [one["portrait"] for one in writing if one.get("portrait")]


@register.filter
def change_said(edition_kind: str) -> str:
    """What the later time of a story says of it: “Corrected”, “Clarified”, else “Updated”."""
    return CHANGES.get(EditionKind(edition_kind), "Updated")
