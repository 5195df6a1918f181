"""File pictures: what was taken long before the story is marked, so that readers are told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.desk.photos.age import date_in_words, is_old
from articles.preflight.finding import Case, Fault, rule
from articles.preflight.placed import at, placed
from articles.vocabulary import DatePrecision, Severity

SAYS_FILE = re.compile(
    r"\bFILE\b|\bFile\b(?=\W*\Z)|\A(?:ARCHIVE|Archive|File)\b\s*[:–—-]"
    r"|(?i:\b(?:file|archive|library)[ -](?:picture|photo|photograph|image)\b)"
    r"|(?i:\bfrom (?:the|our) archives?\b)"
)
"""“FILE – …”, “…, File)”, “archive picture”; soldiers who file past say nothing of the sort."""


@rule("file_pictures.marked", Severity.BLOCK, override="override_rights")
def marked(case: Case) -> Iterator[Fault]:
    """A story that readers have already is told as of its first day: its pictures do not age."""
    day = (case.first_published_at or case.goes_live_at).astimezone(case.goes_live_at.tzinfo).date()
    for name, placement in placed(case):
        photo = placement.photo
        told = placement.is_file_picture or SAYS_FILE.search(placement.printed_caption)
        if photo.taken_on and is_old(photo, day) and not told:
            when = date_in_words(photo.taken_on, photo.taken_on_precision)
            on = "on" if photo.taken_on_precision == DatePrecision.DAY else "in"
            yield Fault(
                f"{name} was taken {on} {when}, more than 30 days before the story. "
                "Tick “file picture”, or use a new one.",
                at(placement),
            )
