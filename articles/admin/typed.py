"""What somebody is typing on a story's page, read as a dossier. Nothing is saved."""

from __future__ import annotations

from typing import Any, Protocol

from django.db.models import Model, prefetch_related_objects
from django.forms import BaseModelFormSet
from django.http import HttpRequest

from articles.desk.attribution import Attribution
from articles.desk.byline import Byline
from articles.desk.dossier import Dossier, Rows, gather, stored_rows
from articles.desk.photos.placement import Placement
from articles.desk.reply import Reply
from articles.desk.story import Story


class StoryPage(Protocol):
    """The part of Django's `ModelAdmin` that makes the page's forms."""

    def get_form(self, request: HttpRequest, obj: Story | None, **kwargs: Any) -> Any: ...

    def get_formsets_with_inlines(self, request: HttpRequest, obj: Story | None) -> Any: ...


def typed_dossier(page: StoryPage, request: HttpRequest, story: Story) -> Dossier:
    """The dossier of the story with what the page's form sends; what is not sent is as stored."""
    stored = stored_rows(story)
    is_new = story._state.adding
    form = page.get_form(request, None if is_new else story, change=not is_new)(
        request.POST, instance=story
    )
    form.fields.pop("version", None)  # who only looks takes no lock
    form.full_clean()
    forms = _row_forms(page, request, story)
    attributions = [form for form in forms if isinstance(form.instance, Attribution)]
    rows = Rows(
        tags=stored.tags,
        bylines=_instances(forms, Byline) or stored.bylines,
        placements=_instances(forms, Placement) or stored.placements,
        attributions=_instances(forms, Attribution) or stored.attributions,
        confirming=stored.confirming
        | {
            form.instance.pk: tuple(source.pk for source in form.cleaned_data["confirmed_by"])
            for form in attributions
            if "confirmed_by" in form.cleaned_data
        },
        replies=_instances(forms, Reply) or stored.replies,
    )
    prefetch_related_objects([row for row in rows.replies if row.pk], "attempts")
    return gather(story, rows)


def _row_forms(page: StoryPage, request: HttpRequest, story: Story) -> list[Any]:
    """The forms of the story's rows that were sent and are not to be deleted."""
    found = []
    obj = None if story._state.adding else story
    for make, _ in page.get_formsets_with_inlines(request, obj):
        formset: BaseModelFormSet[Any] = make(
            request.POST, instance=story, prefix=make.get_default_prefix()
        )
        if formset.management_form.is_valid():
            formset.is_valid()
            found += [
                form
                for form in formset.forms
                if (form.instance.pk or form.has_changed())
                and not getattr(form, "cleaned_data", {}).get("DELETE")
            ]
    return found


def _instances(forms: list[Any], kind: type[Model]) -> tuple[Any, ...]:
    """Those rows that are whole enough to be read."""
    rows = (form.instance for form in forms if isinstance(form.instance, kind))
    return tuple(row for row in rows if not (isinstance(row, Byline) and not row.contributor_id))
