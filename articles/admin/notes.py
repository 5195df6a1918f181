"""Notes: the panel beside the copy asks here for data; without a script there is a page."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.http import require_http_methods

from articles.admin.door import seen_story
from articles.admin.person import person
from articles.admin.row_id import row_id
from articles.desk.note import Note
from articles.desk.noting import people_on, resolve, take_up_again, write_note
from articles.desk.story import Story
from articles.desk.threads import Thread, threads_of
from articles.markup.characters import plain_characters

LONGEST_PASSAGE = 500


class NoteForm(forms.Form):
    text = forms.CharField(
        label="Note",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="@ and a log-in tells that person.",
        error_messages={"required": "Write the note."},
    )
    passage = forms.CharField(
        label="About these words of the body",
        required=False,
        max_length=LONGEST_PASSAGE,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Empty: about the whole story.",
        error_messages={"max_length": "Select fewer words: a sentence or two."},
    )

    def clean_text(self) -> str:
        text = plain_characters(self.cleaned_data["text"]).strip()
        if not text:
            message = "Write the note."
            raise forms.ValidationError(message)
        return text

    def clean_passage(self) -> str:
        return plain_characters(self.cleaned_data["passage"]).strip()


@require_http_methods(["GET", "HEAD", "POST"])
def notes_page(request: HttpRequest, pk: int) -> HttpResponse:
    """GET: the notes. POST: `act` writes one, answers `note`, resolves it or takes it up again."""
    story = seen_story(request, pk)
    if not request.user.has_perm("articles.view_note"):
        raise PermissionDenied
    if request.method != "POST":
        return _page(request, story)
    act = request.POST.get("act", "write")
    if not request.user.has_perm(f"articles.{NEEDS.get(act, 'add_note')}"):
        raise PermissionDenied
    if act in CHANGES:
        CHANGES[act](_note(story, request), by=person(request))
        return _page(request, story, done=True)
    answers = _note(story, request) if act == "answer" else None
    form = NoteForm(request.POST)
    if not form.is_valid():
        return _page(request, story, form, answers=answers)
    noted = write_note(story, by=person(request), answers=answers, **form.cleaned_data)
    names = " and ".join(f"@{name}" for name in noted.not_told)
    said = (
        f"Noted. {names} was not told: no log-in of that name may see the story." if names else ""
    )
    return _page(request, story, done=True, said=said)


NEEDS = {"resolve": "change_note", "reopen": "change_note"}
CHANGES = {"resolve": resolve, "reopen": take_up_again}


def _note(story: Story, request: HttpRequest) -> Note:
    note = story.notes.filter(pk=row_id(request.POST.get("note", ""))).first()
    if note is None:
        raise Http404
    return note


def _page(
    request: HttpRequest,
    story: Story,
    form: NoteForm | None = None,
    *,
    answers: Note | None = None,
    done: bool = False,
    said: str = "",
) -> HttpResponse:
    """As data for who asks for data; else the page, or the way back to it."""
    if request.headers.get("Accept") == "application/json":
        return _data(story, form, said)
    if done:
        if said:
            messages.warning(request, said)
        return HttpResponseRedirect(reverse("admin:articles_story_notes", args=[story.pk]))
    context = {
        **admin.site.each_context(request),
        "title": f"Notes on “{story}”",
        "story": story,
        "threads": threads_of(story),
        "form": form or NoteForm(),
        "answers": answers,
        "may_write": request.user.has_perm("articles.add_note"),
        "may_resolve": request.user.has_perm("articles.change_note"),
        "opts": Story._meta,
    }
    status = 422 if form else 200
    return TemplateResponse(request, "admin/articles/story/notes_page.html", context, status=status)


def _data(story: Story, form: NoteForm | None, said: str) -> JsonResponse:
    if form is not None:
        sentences = [str(one) for errors in form.errors.values() for one in errors]
        return JsonResponse({"error": " ".join(sentences)}, status=422)
    people = people_on(story).values_list("username", "first_name", "last_name")
    return JsonResponse(
        {
            "threads": [_thread(one) for one in threads_of(story)],
            "people": [
                {"name": login, "full": f"{first} {last}".strip()} for login, first, last in people
            ],
            "said": said,
        }
    )


def _thread(thread: Thread) -> dict[str, Any]:
    note = thread.note
    resolved = ""
    if note.resolved_at is not None:
        resolved = f"Resolved by {note.resolved_by}, {_moment(note.resolved_at)}"
    return {
        **_note_values(note),
        "passage": note.passage,
        "gone": thread.is_gone,
        "resolved": resolved,
        "answers": [_note_values(one) for one in thread.answers],
    }


def _note_values(note: Note) -> dict[str, Any]:
    return {
        "id": note.pk,
        "text": note.text,
        "by": str(note.made_by),
        "at": _moment(note.made_at),
    }


def _moment(moment: Any) -> str:
    return date_format(timezone.localtime(moment), "j M, H:i")
