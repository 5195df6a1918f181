"""Corrections: everything that readers were told was wrong, the latest first."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse

from articles.site.cursor import Cursor
from articles.site.edition import Edition
from articles.site.metadata.listing import of_corrections
from articles.site.page import masthead, page
from articles.site.readers import asked_before, for_readers

PAGE = 30


@for_readers(reads={"before"})
def corrections(request: HttpRequest) -> HttpResponse:
    """Corrections, clarifications and withdrawals with their notes; `?before=` leads back in time.

    The page stands before there is one: that nothing was wrong yet is worth saying, too.
    """
    before = asked_before(request)
    rows = Edition.objects.told()
    if before is not None:
        rows = rows.told_before(before)
    found = list(rows.for_list().with_masthead()[: PAGE + 1])
    if before is not None and not found:
        message = "No older corrections."
        raise Http404(message)
    shown = found[:PAGE]
    older = ""
    if len(found) > PAGE:
        older = str(Cursor(shown[-1].goes_live_at, shown[-1].story_key))
    head = found[0].masthead if found else masthead()
    context = {"told": shown, "older": older, "metadata": of_corrections(head, before=before)}
    return page("corrections_list.html", context, head=head)
