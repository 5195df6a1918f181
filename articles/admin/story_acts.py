"""What may be done with the stories that are ticked in the list: through the same doors as one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from articles.admin.called_off import tell
from articles.admin.person import person
from articles.desk.story import Story
from articles.desk.together import Done, add_tag, set_section
from articles.markup.characters import plain_characters
from articles.masthead.section import Section
from articles.publishing.publish import publish
from articles.publishing.recheck import recheck
from articles.publishing.refusal import Refused

MOST = 100
BECAUSE = "The story was changed at the desk."
TOO_MANY = f"At most {MOST} stories are done together. Tick fewer of them."


ASKED = {
    "set_their_section": "Set the section",
    "add_their_tag": "Add a tag",
    "publish_them": "Publish now",
}
DONE = {
    "set_their_section": "Set the section, together with other stories.",
    "add_their_tag": "Added a tag, together with other stories.",
}


class SectionForm(forms.Form):
    section = forms.ModelChoiceField(
        Section.objects.all(), error_messages={"required": "Choose the section."}
    )


class TagForm(forms.Form):
    tag = forms.CharField(max_length=100, error_messages={"required": "Write the tag."})

    def clean_tag(self) -> str:
        """One tag, with the characters of one line."""
        tag = " ".join(plain_characters(self.cleaned_data["tag"]).replace(",", " ").split())
        if not tag:
            message = "Write the tag."
            raise forms.ValidationError(message)
        return tag


class StoryActs(admin.ModelAdmin[Story]):
    """The list's acts; the list says which stories its person sees."""

    actions = ["set_their_section", "add_their_tag", "publish_them"]

    def has_publish_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("articles.publish_story")

    @admin.action(description="Set the section …", permissions=["change"])
    def set_their_section(self, request: HttpRequest, stories: QuerySet[Story]) -> Any:
        form = SectionForm(request.POST if "sure" in request.POST else None)

        def act(ticked: list[Story]) -> Done:
            return set_section(ticked, form.cleaned_data["section"], by=person(request))

        return self._together(request, stories, form, act)

    @admin.action(description="Add a tag …", permissions=["change"])
    def add_their_tag(self, request: HttpRequest, stories: QuerySet[Story]) -> Any:
        form = TagForm(request.POST if "sure" in request.POST else None)

        def act(ticked: list[Story]) -> Done:
            return add_tag(ticked, form.cleaned_data["tag"], by=person(request))

        return self._together(request, stories, form, act)

    @admin.action(description="Publish …", permissions=["publish"])
    def publish_them(self, request: HttpRequest, stories: QuerySet[Story]) -> Any:
        """Each by itself: what is refused stays as it is, and its sentence says why."""
        if (ticked := self._ticked(request, stories)) is None:
            return None
        if "sure" not in request.POST:
            return self._ask(request, ticked, forms.Form())
        for story in ticked:
            try:
                edition = publish(story, by=person(request))
            except Refused as refusal:
                said = " ".join(refusal.sentences)
                messages.error(request, f"“{story}” was not published. {said}")
            else:
                self.log_change(request, story, f"Published as edition {edition.number}.")
                messages.success(request, f"“{story}” is published as edition {edition.number}.")
        return None

    def _together(
        self,
        request: HttpRequest,
        stories: QuerySet[Story],
        form: forms.Form,
        act: Callable[[list[Story]], Done],
    ) -> HttpResponse | None:
        if (ticked := self._ticked(request, stories)) is None:
            return None
        if not form.is_valid():
            return self._ask(request, ticked, form)
        with transaction.atomic():
            done = act(ticked)
            for story in done.changed:
                self.log_change(request, story, DONE[request.POST["action"]])
            called_off = recheck(done.changed, by=person(request), because=BECAUSE)
        tell(request, called_off)
        for story, refusal in done.refused:
            messages.error(request, f"“{story}” stays as it is. {refusal}")
        messages.success(request, f"{len(done.changed)} of {len(ticked)} stories were changed.")
        return None

    def _ticked(self, request: HttpRequest, stories: QuerySet[Story]) -> list[Story] | None:
        ticked = list(stories.order_by("pk")[: MOST + 1])
        if len(ticked) > MOST:
            messages.error(request, TOO_MANY)
            return None
        return ticked

    def _ask(self, request: HttpRequest, ticked: list[Story], form: forms.Form) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": ASKED[request.POST["action"]],
            "stories": ticked,
            "form": form,
            "act": request.POST["action"],
            "ticked": ACTION_CHECKBOX_NAME,
            "opts": Story._meta,
        }
        return TemplateResponse(
            request,
            "admin/articles/story/together.html",
            context,
            status=422 if form.errors else 200,
        )
