"""A save that meets another one: it is merged, or both texts are shown side by side.

Every form of a story's page carries the number of the revision that it was opened with. Whoever
sends one that is no longer the newest sends what was changed since that revision, no more.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import js_asset
from django import forms
from django.contrib import admin
from django.http import HttpRequest, HttpResponse, QueryDict
from django.template.response import TemplateResponse
from django.urls import reverse

from articles.admin.merging import Ask, Outcome, Spot, merge
from articles.admin.sheet import sheet_of, sheet_sent, written
from articles.admin.typed import StoryPage
from articles.desk.keep_revision import catch_up
from articles.desk.photos.photo import Photo
from articles.desk.revision import Revision
from articles.desk.story import Story
from articles.markup.blocks import blocks
from articles.markup.clean import clean
from articles.markup.diff import words
from articles.markup.merge import Choice

CHOOSE = "choose-"
WRITE = "write-"
MERGED_WITH = "newsroom.merged_with"
"""In the request's META: the revision that its words were merged with."""
BUTTONS = frozenset(["_save", "_continue", "_addanother", "_edit_on", "csrfmiddlewaretoken"])
LABELS = {
    Choice.MINE: "Keep yours",
    Choice.THEIRS: "Keep theirs",
    Choice.BOTH: "Keep both, yours first",
    Choice.OWN: "Write one text of both",
}
KINDS = {
    "bylines": "byline",
    "placements": "picture in the body",
    "attributions": "passage with a source",
    "replies": "request for comment",
}


def meet(page: StoryPage, request: HttpRequest, story: Story) -> HttpResponse | None:
    """Puts the merged form in place of the one that was sent; answers a page where it cannot.

    The story is locked by the caller until the save is done.
    """
    stored = catch_up(story)
    started = _started_from(request.POST, story)
    if started is None or started.pk == stored.pk:
        return None
    now = sheet_of(page, request, story, stored.values)
    base = sheet_of(page, request, story, started.values)
    ask = _asked(request.POST)
    outcome = merge(base, sheet_sent(request.POST, now), now, ask)
    if outcome.left(ask):
        return _clash_page(page, request, story, outcome, since=(started, stored))
    data = written(request.POST, outcome.sheet)
    data["version"] = str(stored.number)
    send_instead(request, data)
    request.META[MERGED_WITH] = stored
    return None


def send_instead(request: HttpRequest, data: QueryDict) -> None:
    """From here on the request is one that sent this."""
    request.POST = data  # type: ignore[assignment]


def _started_from(data: QueryDict, story: Story) -> Revision | None:
    """The revision that the form names. Without one it is not held up."""
    sent = data.get("version", "")
    if not (sent.isascii() and sent.isdigit() and len(sent) < len("1000000000")):
        return None
    return Revision.objects.filter(story=story, number=int(sent)).first()


def _asked(data: QueryDict) -> Ask:
    """What was chosen. To write a text of one's own is a choice where such a text was sent."""
    words = {
        key.removeprefix(WRITE): str(value).replace("\r\n", "\n")
        for key, value in data.items()
        if key.startswith(WRITE)
    }
    choices = {
        spot: Choice(value)
        for key, value in data.items()
        if key.startswith(CHOOSE) and value in list(Choice)
        if (spot := key.removeprefix(CHOOSE)) in words or value != Choice.OWN
    }
    return Ask(choices, words)


def _clash_page(
    page: StoryPage,
    request: HttpRequest,
    story: Story,
    outcome: Outcome,
    *,
    since: tuple[Revision, Revision],
) -> HttpResponse:
    started, stored = since
    ask = _asked(request.POST)
    saved = story.revisions.filter(number__gt=started.number).select_related("made_by")
    context = {
        **admin.site.each_context(request),
        "title": "Two texts of one story",
        "story": story,
        "spots": [_shown(page, request, story, spot, ask) for spot in outcome.spots],
        "media": _media(page, request, story, outcome.spots),
        "chose": bool(ask.choices),
        "saved": saved.order_by("number"),
        "stored": stored,
        "sent": list(_sent_again(request.POST)),
        "action": reverse("admin:articles_story_change", args=[story.pk]),
        "opts": Story._meta,
    }
    return TemplateResponse(request, "admin/articles/story/clash.html", context, status=409)


def _sent_again(data: QueryDict) -> Iterator[tuple[str, str]]:
    """All that was sent, so that the page sends it once more beside the choices."""
    for key in data:
        if key not in BUTTONS and not key.startswith((CHOOSE, WRITE)):
            yield from ((key, value) for value in data.getlist(key))


def _shown(
    page: StoryPage, request: HttpRequest, story: Story, spot: Spot, ask: Ask
) -> dict[str, Any]:
    """The spot with both texts as words, what each changed marked against how it was."""
    base, mine, theirs = (
        _text(page, request, story, spot, values)
        for values in (spot.clash.base, spot.clash.mine, spot.clash.theirs)
    )
    return {
        "key": spot.key,
        "label": _label(spot),
        "mine": words(base, mine),
        "theirs": words(base, theirs),
        "mine_is_gone": not mine.strip(),
        "theirs_is_gone": not theirs.strip(),
        "same_words": mine == theirs,
        "options": [
            (str(option), _option(spot, option), ask.choices.get(spot.key) == option)
            for option in spot.options
        ],
        "own": _own(page, request, story, spot, ask) if Choice.OWN in spot.options else "",
    }


def _own(page: StoryPage, request: HttpRequest, story: Story, spot: Spot, ask: Ask) -> str:
    """A field with both texts to write one of; of the body with its marks, in the desk's editor."""
    name = f"{WRITE}{spot.key}"
    text = ask.words.get(spot.key, spot.text(Choice.BOTH))
    if spot.where == "body":
        return str(_body_widget(page, request, story).render(name, clean(text), {"id": name}))
    return forms.Textarea({"rows": 3}).render(name, text, {"id": name})


def _body_widget(page: StoryPage, request: HttpRequest, story: Story) -> forms.Widget:
    widget: forms.Widget = _field(page, request, story, "body").widget
    return widget


def _media(page: StoryPage, request: HttpRequest, story: Story, spots: list[Spot]) -> forms.Media:
    """The editor's, where a paragraph may be written; its import map needs the policy's nonce."""
    if not any(spot.where == "body" for spot in spots):
        return forms.Media()
    nonce = str(getattr(request, "csp_nonce", ""))
    editor = _body_widget(page, request, story).media
    media: forms.Media = js_asset.Media.from_media(editor, nonce=nonce)
    return media


def _option(spot: Spot, option: Choice) -> str:
    if spot.options == (Choice.THEIRS,):
        return "Seen. It stays out; put the picture or the mark into the body again to have it back"
    return LABELS[option]


def _label(spot: Spot) -> str:
    if spot.where == "body":
        return "Paragraph of the body"
    prefix, _, rest = spot.where.partition("-")
    if not rest:
        return prefix.replace("_", " ").capitalize()
    kind = KINDS.get(prefix, prefix)
    name = rest.partition("-")[2].replace("_", " ")
    return f"{name.capitalize()} of a {kind}" if name else kind.capitalize()


def _text(
    page: StoryPage, request: HttpRequest, story: Story, spot: Spot, values: tuple[str, ...]
) -> str:
    if spot.where == "body":
        return _block_words("".join(values))
    if spot.is_row:
        return "\n".join(values)
    return _choice_words(_field(page, request, story, spot.where), "".join(values))


def _block_words(html: str) -> str:
    return "\n".join(
        f"[Picture: {Photo.objects.filter(pk=block.photo).first() or block.photo}]"
        if block.photo
        else block.text
        for block in blocks(html)
    )


def _field(page: StoryPage, request: HttpRequest, story: Story, where: str) -> Any:
    prefix, _, rest = where.partition("-")
    if not rest:
        return page.get_form(request, story, change=True).base_fields.get(prefix)
    name = rest.partition("-")[2]
    for make, _ in page.get_formsets_with_inlines(request, story):
        if make.get_default_prefix() == prefix:
            return make.form.base_fields.get(name)
    return None


def _choice_words(field: Any, value: str) -> str:
    """What a menu shows for the value; of free words, the words."""
    if not value or field is None:
        return value
    if hasattr(field, "queryset"):
        return str(field.queryset.filter(pk=value).first() or value)
    labels = {str(key): str(label) for key, label in getattr(field, "choices", ())}
    return labels.get(value, value)
