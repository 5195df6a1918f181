"""Stories at the desk: a place to write, and the way to the door."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path
from django.views.decorators.http import require_POST

from articles.admin import (
    checking,
    corrections,
    dismissing,
    door,
    in_hand,
    look,
    notes,
    paste,
    pickers,
    proposals,
    scheduled,
    share,
    with_reason,
)
from articles.admin.called_off import tell
from articles.admin.editor import with_nonce
from articles.admin.keeping import KeepsWords
from articles.admin.moments import NATIVE
from articles.admin.panels import open_where_wrong
from articles.admin.person import person
from articles.admin.reply import ReplyInline, note_attempts
from articles.admin.story_form import StoryForm, stored_fields
from articles.admin.story_list import StoryListPage
from articles.admin.story_parts import AttributionInline, BylineInline, PlacementInline
from articles.admin.versions import with_version
from articles.desk.mine import locked_for
from articles.desk.paste import Paste
from articles.desk.references import settle_references
from articles.desk.story import Story
from articles.intake.proposals import anything_open
from articles.publishing.photos.follow_changes import follow_fallbacks
from articles.publishing.recheck import recheck
from articles.publishing.release import Release
from articles.publishing.standing import standing_of
from articles.publishing.take_up import may_pass_something_over


@admin.register(Story)
class StoryAdmin(KeepsWords, StoryListPage):
    form = StoryForm
    change_form_template = "admin/articles/story/change_form.html"
    formfield_overrides = NATIVE
    readonly_fields = ["present_length"]
    inlines = [BylineInline, PlacementInline, AttributionInline, ReplyInline]
    fieldsets = [
        (None, {"fields": ["headline", "standfirst", "body"], "classes": ["writing"]}),
        ("What readers are told beside it", {"fields": ["unknowns"], "classes": ["collapse"]}),
        ("Above the headline", {"fields": [("kicker", "dateline")], "classes": ["collapse"]}),
        (
            "In hand",
            {"fields": [("deadline", "planned_length"), "present_length", "waiting_for"]},
        ),
        ("At the desk", {"fields": ["slugline", ("section", "kind"), "tags"]}),
        (
            "Going out",
            {
                "fields": [
                    ("urgency", "language"),
                    ("embargo", "embargo_zone"),
                    "embargo_note",
                    "slug",
                ],
                "classes": ["collapse"],
            },
        ),
        (
            "Where from",
            {"fields": ["provenance", "provenance_note", "written_on"], "classes": ["collapse"]},
        ),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Story]:
        return super().get_queryset(request) & Story.objects.visible_to(request.user)

    def get_fieldsets(self, request: HttpRequest, obj: Story | None = None) -> Any:
        """Who may write sends along which version they opened."""
        found = super().get_fieldsets(request, obj)
        return with_version(found) if self.has_change_permission(request, obj) else found

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        acts: list[tuple[str, Callable[..., HttpResponseBase], str]] = [
            ("pick/", pickers.stories, "pick"),
            ("paste/", paste.paste, "paste"),
            ("check/", require_POST(self.check_new_story), "check_new"),
            ("<int:pk>/check/", require_POST(self.check_story), "check"),
            ("<int:pk>/dismiss/", dismissing.dismiss_page, "dismiss"),
            ("<int:pk>/proposals/", proposals.proposals_page, "proposals"),
            ("<int:pk>/preview/", look.preview_page, "preview"),
            ("<int:pk>/look/", look.look_page, "look"),
            ("<int:pk>/share/", share.share_page, "share"),
            ("<int:pk>/publish/", door.publish_page, "publish"),
            ("<int:pk>/call-off/", scheduled.call_off_page, "call_off"),
            ("<int:pk>/reschedule/", scheduled.reschedule_page, "reschedule"),
            ("<int:pk>/correct/", corrections.correct_page, "correct"),
            ("<int:pk>/withdraw/", corrections.withdraw_page, "withdraw"),
            ("<int:pk>/hold/", with_reason.hold_page, "hold"),
            ("<int:pk>/move/", in_hand.move_page, "move"),
            ("<int:pk>/assign/", in_hand.assign_page, "assign"),
            ("<int:pk>/notes/", notes.notes_page, "notes"),
        ]
        own = [path(route, wrap(view), name=f"articles_story_{name}") for route, view, name in acts]
        return [*own, *self.keeping_urls(), *super().get_urls()]

    def check_story(self, request: HttpRequest, pk: int) -> HttpResponse:
        return checking.check_page(self, request, pk)

    def check_new_story(self, request: HttpRequest) -> HttpResponse:
        return checking.check_page(self, request, None)

    def save_model(self, request: HttpRequest, obj: Story, form: Any, change: Any) -> None:
        if not change:
            obj.created_by = person(request)
            super().save_model(request, obj, form, change)
        else:  # the stage, and who has it in hand, may have changed since the form was opened
            obj.save(update_fields=[*stored_fields(form), "updated_at"])

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: Any) -> None:
        """The inlines as they were typed, then what the body says: the body is the truth."""
        super().save_related(request, form, formsets, change)
        settle_references(form.instance)
        note_attempts(request, formsets)
        self.keep_what_was_saved(request, form.instance)
        because = "The story was changed at the desk."
        tell(request, recheck([form.instance], by=person(request), because=because))
        rows = (row for formset in formsets for row in formset.forms)
        if any("fallback" in row.changed_data for row in rows):
            follow_fallbacks(form.instance, by=person(request))

    def get_form(self, request: HttpRequest, obj: Any = None, *args: Any, **kwargs: Any) -> Any:
        form: Any = super().get_form(request, obj, *args, **kwargs)
        form.locked = locked_for(obj, request.user) if obj else ""
        return form

    def has_change_permission(self, request: HttpRequest, obj: Story | None = None) -> bool:
        """Who may not write at this stage reads. What they have typed all the same is kept on the
        page: the form says why it is not saved."""
        may = super().has_change_permission(request, obj)
        if obj is None or request.method == "POST":
            return may
        return may and not locked_for(obj, request.user)

    def response_change(self, request: HttpRequest, obj: Story) -> HttpResponse:
        if in_hand.pressed(request):
            return in_hand.after_saving(request, obj)
        return super().response_change(request, obj)

    @admin.display(description="present length")
    def present_length(self, story: Story) -> str:
        return in_hand.of_length(story)

    def has_delete_permission(self, request: HttpRequest, obj: Story | None = None) -> bool:
        """What was ever released is withdrawn, not deleted."""
        if obj is not None and Release.objects.filter(story=obj).exists():
            return False
        return super().has_delete_permission(request, obj)

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """No bulk delete: it would ask once for stories that each want a look."""
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        context["media"] = with_nonce(context["media"], request)
        story: Story | None = kwargs.get("obj")
        open_where_wrong(context["adminform"])
        context["standing"] = standing_of([story.key])[story.key] if story else None
        context["show_save_and_add_another"] = False
        context["acts"] = story.acts.for_record() if story else []
        pasted = Paste.objects.filter(story=story).first() if story else None
        context["pasted"] = pasted
        context["has_proposals"] = pasted is not None and anything_open(pasted)
        context["may_dismiss"] = may_pass_something_over(request.user)
        context["may_publish"] = request.user.has_perm("articles.publish_story")
        self.keeping_context(request, context)
        context["locked"] = locked_for(story, request.user) if story else ""
        context |= in_hand.in_hand(request, story)
        return super().render_change_form(request, context, *args, **kwargs)

    class Media:
        css = {
            "all": [
                "articles/admin/story.css",
                "articles/editor/editor.css",
                "articles/story/keeping.css",
            ]
        }
