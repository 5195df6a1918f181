"""The story's page keeps every word: saves are revisions, meet each other, and have copies.

A mixin of the story's admin, so that the page itself stays readable.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from articles.admin import compare, history, presence
from articles.admin.clash import MERGED_WITH, meet, send_instead
from articles.admin.copies import (
    forget_saved,
    keep_page,
    kept_fields,
    own_copy,
    throw_away_page,
    unsaved,
    window_before,
)
from articles.admin.person import person
from articles.desk.keep_revision import catch_up, keep_revision
from articles.desk.revision import Revision
from articles.desk.story import Story
from articles.desk.working_copy import WorkingCopy

if TYPE_CHECKING:
    Base = admin.ModelAdmin[Story]
else:
    Base = object

GIVEN_BACK = "newsroom.given_back"
"""In the request's META: the working copy whose words the page shows."""


class KeepsWords(Base):
    """Goes before `ModelAdmin` among the bases of the story's admin."""

    def keeping_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        acts: list[tuple[str, Any, str]] = [
            ("keep/", keep_page, "keep_new"),
            ("give-back/", require_POST(self.give_back), "give_back_new"),
            ("throw-away/", throw_away_page, "throw_away_new"),
            ("<int:pk>/keep/", keep_page, "keep"),
            ("<int:pk>/give-back/", require_POST(self.give_back), "give_back"),
            ("<int:pk>/throw-away/", throw_away_page, "throw_away"),
            ("<int:pk>/beat/", presence.beat_page, "beat"),
            ("<int:pk>/compare/", compare.compare_page, "compare"),
            ("<int:pk>/bring-back/", history.bring_back_page, "bring_back"),
        ]
        return [
            path(route, wrap(view), name=f"articles_story_{name}") for route, view, name in acts
        ]

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """A form starts from a revision; one that is sent meets what was saved since."""
        story = self._story_to_write(request, object_id)
        if story is None:
            return super().changeform_view(request, object_id, form_url, extra_context)
        if request.method != "POST":
            catch_up(story)
            return super().changeform_view(request, object_id, form_url, extra_context)
        with transaction.atomic():
            Story.objects.select_for_update().get(pk=story.pk)
            clash = meet(self, request, story)
            return clash or super().changeform_view(request, object_id, form_url, extra_context)

    def _story_to_write(self, request: HttpRequest, object_id: str | None) -> Story | None:
        """The story of the page, where the person may see and change it; else Django answers."""
        story = self.get_object(request, object_id) if object_id else None
        return story if story and self.has_change_permission(request, story) else None

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """The story's revisions, in place of Django's own list of who pressed Save."""
        story = self.get_object(request, object_id)
        if story is None:
            return super().history_view(request, object_id, extra_context)  # says so
        if not self.has_view_or_change_permission(request, story):
            raise PermissionDenied
        return history.history_page(request, story)

    def give_back(self, request: HttpRequest, pk: int | None = None) -> HttpResponse:
        """The page with what was typed and not saved: it is as if it were sent, and not saved."""
        copy = own_copy(request, pk)
        data = QueryDict(mutable=True)
        for name, values in kept_fields(copy).items():
            data.setlist(name, values)
        data["_edit_on"] = "1"
        send_instead(request, data)
        request.META[GIVEN_BACK] = copy
        name = "change" if pk else "add"
        address = reverse(f"admin:articles_story_{name}", args=[pk] if pk else [])
        return self.changeform_view(request, str(pk) if pk else None, form_url=address)

    def keep_what_was_saved(self, request: HttpRequest, story: Story) -> None:
        """After a save: its revision, beside it; the working copy that it came from is no more."""
        met: Revision | None = request.META.get(MERGED_WITH)
        why = f"Merged with revision {met.number}." if met else ""
        keep_revision(story, by=person(request), why=why)
        forget_saved(request)
        if met is not None:
            who = met.made_by or "Somebody"
            told = (
                f"{who} saved revision {met.number} while you were writing: both are in the story."
            )
            messages.info(request, told)

    def keeping_context(self, request: HttpRequest, context: dict[str, Any]) -> None:
        """What the page needs to keep what is typed, and what was typed before."""
        story: Story | None = context.get("original")
        given: WorkingCopy | None = request.META.get(GIVEN_BACK)
        may_write = (
            self.has_change_permission(request) if story else self.has_add_permission(request)
        )
        context["given_back"] = given
        context["restored"] = given.window if given else window_before(request)
        context["unsaved"] = []
        if request.method != "POST" and may_write:
            context["unsaved"] = unsaved(request, story, now=timezone.now())
        if "_edit_on" in request.POST:
            _as_if_just_opened(context)


def _as_if_just_opened(context: dict[str, Any]) -> None:
    """The words are held back from being saved, not refused: no field is said to be wrong."""
    context["errors"] = []
    context["held_back"] = True
    context["adminform"].form._errors.clear()
    for one in context["inline_admin_formsets"]:
        one.formset._errors = [{} for _ in one.formset.forms]
        one.formset._non_form_errors.clear()
        for form in one.formset.forms:
            form._errors = {}
