"""The page on which a picture is put on hold, released from it, or killed."""

from __future__ import annotations

from collections.abc import Callable

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from articles.admin.person import person
from articles.desk.photos.notice import Notice
from articles.desk.photos.photo import Photo
from articles.desk.story import Story
from articles.publishing.photos.hold import hold, lift
from articles.publishing.photos.kill import kill
from articles.publishing.photos.uses import uses_of
from articles.publishing.refusal import Refused
from articles.vocabulary import NoticeKind

ACTS: dict[str, Callable[..., Notice]] = {
    NoticeKind.KILL: kill,
    NoticeKind.HOLD: hold,
    NoticeKind.LIFT: lift,
}
DONE = {
    NoticeKind.KILL: "“{}” is killed. It has left every page; its addresses are closed.",
    NoticeKind.HOLD: "“{}” is on hold. Readers do not see it until the hold is lifted.",
    NoticeKind.LIFT: "The hold on “{}” is lifted. It is back where nothing newer was published.",
}


class NoticeForm(forms.ModelForm[Notice]):
    act = forms.ChoiceField(
        choices=NoticeKind, initial=NoticeKind.KILL, required=False, widget=forms.HiddenInput
    )

    class Meta:
        model = Notice
        fields = ["origin", "reason"]
        widgets = {"reason": forms.Textarea(attrs={"rows": 3})}
        error_messages = {
            "origin": {"required": "Say from whom the notice came."},
            "reason": {"required": "Say why, in the words of the notice."},
        }


@require_http_methods(["GET", "HEAD", "POST"])
def kill_page(request: HttpRequest, pk: int) -> HttpResponse:
    """GET: every use of the picture, and its notices so far. POST: `act` (kill unless it says
    hold or lift) with `origin` and `reason`."""
    photo = Photo.objects.visible_to(request.user).filter(pk=pk).first()
    if photo is None:
        raise Http404
    if not request.user.has_perm("articles.kill_photo"):
        raise PermissionDenied
    if request.method != "POST":
        return _page(request, photo, NoticeForm())
    form = NoticeForm(request.POST)
    if not form.is_valid():
        return _page(request, photo, form, status=422)
    act = form.cleaned_data["act"] or NoticeKind.KILL
    words = {name: form.cleaned_data[name] for name in ("origin", "reason")}
    try:
        ACTS[act](photo, by=person(request), **words)
    except Refused as refusal:
        for sentence in refusal.sentences:
            form.add_error(None, sentence)
        return _page(request, photo, form, status=409)
    messages.success(request, DONE[NoticeKind(act)].format(photo))
    return HttpResponseRedirect(reverse("admin:articles_photo_kill", args=[photo.pk]))


def _page(
    request: HttpRequest, photo: Photo, form: NoticeForm, *, status: int = 200
) -> HttpResponse:
    seen = set(Story.objects.visible_to(request.user).values_list("pk", flat=True))
    context = {
        **admin.site.each_context(request),
        "title": f"Hold or kill “{photo}”",
        "photo": photo,
        "form": form,
        "uses": [
            {"use": use, "is_seen": use.story.pk in seen, "label": _label(use.story, seen)}
            for use in uses_of(photo)
        ],
        "notices": photo.notices.select_related("made_by"),
        "opts": Photo._meta,
    }
    return TemplateResponse(request, "admin/articles/photo/kill.html", context, status=status)


def _label(story: Story, seen: set[int]) -> str:
    """A draft of somebody else stays unnamed to whoever may not see it."""
    return str(story) if story.pk in seen else "A story that you may not see"
