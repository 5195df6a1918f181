"""What readers write to the desk: the one page for them that takes something in.

It is the desk's and not the site's, which only reads. No cookie is set and none is looked at, so
nothing could be done in somebody's name, and no token is needed.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from articles.admin.row_id import row_id
from articles.desk.reader_report import LONGEST
from articles.intake.reader_report import NoDeskStory, Reported, TooManyReports, take_report
from articles.markup.render import numbered
from articles.site.dates import day_of
from articles.site.edition import Edition
from articles.site.errors import not_found
from articles.site.page import page

BEGINNING = 12  # words of a paragraph, to know it again


class ReportForm(forms.Form):
    paragraph = forms.TypedChoiceField(
        label="Which paragraph is it about?", required=False, coerce=int, empty_value=None
    )
    wrong = forms.CharField(
        label="What is wrong?",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Say what is wrong."},
    )
    right = forms.CharField(
        label="What is right, and how do you know?",
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    email = forms.EmailField(
        label="Your e-mail address",
        required=False,
        help_text="Only if we may write back. It is deleted when the report is settled.",
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    website = forms.CharField(required=False)  # shown to nobody: only programs fill it in

    def __init__(self, *args: Any, edition: Edition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        field: Any = self.fields["paragraph"]
        field.choices = [
            ("", "The whole story"),
            *((number, _beginning(text)) for number, text in numbered(edition.body_html)),
        ]


def _beginning(text: str) -> str:
    words = text.split()
    return " ".join(words[:BEGINNING]) + (" …" if len(words) > BEGINNING else "")


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def report_page(
    request: HttpRequest, year: int, month: int, day: int, slug: str
) -> HttpResponseBase:
    """The form, or thanks for it with `?thanks`. Nothing that was typed is lost by a mistake."""
    try:
        edition = _edition(year, month, day, slug)
    except Http404:
        return not_found(request)
    if request.method != "POST":
        form = ReportForm(edition=edition, initial={"paragraph": request.GET.get("at", "")})
        return _page(edition, form, thanks="thanks" in request.GET)
    edition = _as_read(edition, request.POST.get("edition", ""))
    form = ReportForm(request.POST, edition=edition)
    if not form.is_valid():
        return _page(edition, form, status=422)
    said = form.cleaned_data
    try:
        if not said.pop("website"):
            take_report(edition, Reported(**said))
    except (TooManyReports, NoDeskStory) as refusal:
        form.add_error(None, str(refusal))
        return _page(edition, form, status=429 if isinstance(refusal, TooManyReports) else 409)
    return HttpResponseRedirect("?thanks", status=303)


def _edition(year: int, month: int, day: int, slug: str) -> Edition:
    when = day_of(year, month, day)
    live = Edition.objects.live().with_masthead().filter(date=when, slug=slug)
    edition: Edition | None = live.first()
    if edition is None:
        raise Http404
    return edition


def _as_read(edition: Edition, number: str) -> Edition:
    """The edition that they had before them: a newer one may have gone live while they wrote."""
    history = Edition.objects.history_of(edition.story_key).with_masthead()
    return history.filter(number=row_id(number)).first() or edition


def _page(
    edition: Edition, form: ReportForm, *, thanks: bool = False, status: int = 200
) -> HttpResponse:
    context = {"edition": edition, "form": form, "thanks": thanks}
    response = page("report.html", context, head=edition.masthead, status=status)
    response["Cache-Control"] = "no-store"
    return response


urlpatterns = [
    path("<yyyy:year>/<dd:month>/<dd:day>/<slug:slug>/report/", report_page, name="report"),
]
