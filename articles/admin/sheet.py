"""Sheets: what the form of a story's page holds, as it is sent. Made of a snapshot, or of a POST.

Two snapshots and what somebody sends are compared field by field in this one shape, whatever
fields the form has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.db.models import Field, Model
from django.forms.widgets import MultiWidget
from django.http import HttpRequest, QueryDict
from taggit.models import Tag
from taggit.utils import edit_string_for_tags

from articles.admin.typed import StoryPage
from articles.desk.story import Story

Sent = dict[str, tuple[str, ...]]
"""The fields of one form by their names; an unticked box and an empty choice of many are ()."""

ROW = re.compile(r"(?P<prefix>[a-z]+)-(?P<number>[0-9]{1,4})-(?P<name>\w+)\Z")
ROWS = ("bylines", "placements", "attributions", "replies")


@dataclass
class Sheet:
    """The story's own fields; of each kind of row those that are stored, by id, and new ones.

    `of_many` names the fields that are not sent at all when nothing of them is chosen.
    """

    fields: Sent
    rows: dict[str, dict[str, Sent]] = field(default_factory=dict)
    new: dict[str, list[Sent]] = field(default_factory=dict)
    of_many: set[str] = field(default_factory=set)


def sheet_of(page: StoryPage, request: HttpRequest, story: Story, values: dict[str, Any]) -> Sheet:
    """What the page would show if the story were as the snapshot has it."""
    instance = copy(story)
    _put(instance, {**values["story"], **values["desk"]})
    tags = edit_string_for_tags([Tag(name=name) for _, name in values["tags"]])
    form = page.get_form(request, story, change=True)(instance=instance, initial={"tags": tags})
    sheet = Sheet(_sent(form), of_many=_of_many(form))
    for make, _ in page.get_formsets_with_inlines(request, story):
        prefix = make.get_default_prefix()
        sheet.of_many |= {f"{prefix}-{name}" for name in _of_many(make.form)}
        sheet.rows[prefix] = {
            str(row["id"]): _sent(_row_form(make, row)) for row in values.get(prefix, [])
        }
    return sheet


def _row_form(make: Any, row: dict[str, Any]) -> forms.ModelForm[Any]:
    instance = make.model()
    _put(instance, row)
    confirmed = {"confirmed_by": row["confirmed_by"]} if "confirmed_by" in row else {}
    form: forms.ModelForm[Any] = make.form(instance=instance, initial=confirmed)
    return form


def _put(instance: Model, values: dict[str, Any]) -> None:
    """Gives a row the values of a snapshot; what is not its own column is passed over."""
    columns: dict[str, Field[Any, Any]] = {
        one.attname: one for one in instance._meta.concrete_fields
    }
    for name, value in values.items():
        if name in columns:
            setattr(instance, name, columns[name].to_python(value))


def _sent(form: forms.BaseForm) -> Sent:
    return {
        bound.name: _as_sent(bound.field.widget, bound.value())
        for bound in form
        if bound.name != "version"
    }


def _as_sent(widget: forms.Widget, value: Any) -> tuple[str, ...]:
    inner = getattr(widget, "widget", widget)  # the desk's frame round a menu
    if isinstance(inner, forms.CheckboxInput):
        return ("on",) if value else ()
    if isinstance(inner, forms.SelectMultiple):
        return tuple(sorted(str(one) for one in value or []))
    shown = None if isinstance(inner, MultiWidget) else inner.format_value(value)
    if isinstance(shown, list):  # a menu's
        shown = shown[0] if shown else ""
    return ("" if shown is None else str(shown).replace("\r\n", "\n"),)


def _of_many(form: Any) -> set[str]:
    return {
        name
        for name, one in form.base_fields.items()
        if not one.widget.value_omitted_from_data({}, {}, name)
    }


def sheet_sent(data: QueryDict, like: Sheet) -> Sheet:
    """What was sent, of the fields that a sheet of the stored story has; what was not sent at all
    is left out."""
    sheet = Sheet(_fields(data, like.fields, like.of_many, ""), of_many=like.of_many)
    for prefix in like.rows:
        if f"{prefix}-TOTAL_FORMS" not in data:
            continue
        sheet.rows[prefix], sheet.new[prefix] = {}, []
        for sent in _rows(data, prefix):
            pk = sent.pop("id", ("",))[0]
            if pk:
                known = {name for row in like.rows[prefix].values() for name in row}
                absent = {one for one in known if f"{prefix}-{one}" in like.of_many}
                sheet.rows[prefix][pk] = {**dict.fromkeys(absent, ()), **sent}
            else:
                sheet.new[prefix].append(sent)
    return sheet


def _fields(data: QueryDict, known: Sent, of_many: set[str], prefix: str) -> Sent:
    return {
        name: _typed(data.getlist(prefix + name))
        for name in known
        if prefix + name in data or name in of_many
    }


def _rows(data: QueryDict, prefix: str) -> Iterator[Sent]:
    numbered: dict[int, Sent] = {}
    for key in data:
        match = ROW.match(key)
        if match and match["prefix"] == prefix:
            row = numbered.setdefault(int(match["number"]), {})
            row[match["name"]] = _typed(data.getlist(key))
    total = data.get(f"{prefix}-TOTAL_FORMS", "")
    count = int(total) if total.isascii() and total.isdigit() else 0
    return (numbered[number] for number in sorted(numbered) if number < count)


def _typed(values: list[Any]) -> tuple[str, ...]:
    """As forms read it: line ends of one kind, an order of choices that means nothing."""
    texts = [str(value).replace("\r\n", "\n") for value in values]
    return tuple(sorted(texts)) if len(texts) > 1 else tuple(texts)


def written(data: QueryDict, sheet: Sheet) -> QueryDict:
    """The data with what the sheet holds in place of what it held."""
    made = data.copy()
    for name, values in sheet.fields.items():
        _set(made, name, values)
    for prefix, rows in sheet.rows.items():
        if f"{prefix}-TOTAL_FORMS" not in data:
            continue
        for key in [key for key in made if (m := ROW.match(key)) and m["prefix"] == prefix]:
            del made[key]
        old = [{"id": (pk,), **row} for pk, row in rows.items()]
        both = [*old, *({"id": ("",), **row} for row in sheet.new.get(prefix, []))]
        made[f"{prefix}-INITIAL_FORMS"] = str(len(old))
        made[f"{prefix}-TOTAL_FORMS"] = str(len(both))
        for number, row in enumerate(both):
            for name, values in row.items():
                _set(made, f"{prefix}-{number}-{name}", values)
    return made


def _set(data: QueryDict, name: str, values: tuple[str, ...]) -> None:
    if values:
        data.setlist(name, list(values))
    else:
        data.pop(name, None)
