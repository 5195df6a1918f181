"""An archive as large as wanted, made in the database itself: a row is copied with other values.

One story in ten is still at the desk: filed, subbed, cleared, held, spiked or a draft. The others
are with readers, each in one edition with a picture; some are still to come.
"""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.db import connection, models
from django.utils import timezone

from articles.desk.byline import Byline
from articles.desk.photos.lease import Lease
from articles.desk.photos.photo import Photo
from articles.desk.photos.placement import Placement
from articles.desk.reply import Reply
from articles.desk.story import Story
from articles.masthead.contributor import Contributor
from articles.masthead.section import Section
from articles.site.edition import Edition
from articles.vocabulary import EditionKind

GIN = (
    *("story_search", "story_public_search", "story_prints"),
    *("edition_figures", "searchentry_search"),
)
SECTIONS = 8
PEOPLE = 200
WORDS = "'harbour quay ferry council tide school budget night watch bridge'"
TEXT = f"{WORDS} || ' topic' || n % 5000 || ' place' || n % 700 || ' number' || n"
BODY = f"'<p>' || {TEXT} || '</p>'"
SPREAD = "((n::bigint * 7919) % {rows})"  # neighbours in time are not neighbours in kind
OF_THE_ARCHIVE = "FROM articles_story s WHERE s.slugline LIKE 'archive-%%'"
STAGE = """CASE WHEN n % 10 > 0 THEN 'cleared' ELSE
    (ARRAY['filed','subbed','cleared','held','spiked','draft'])[1 + n / 10 % 6] END"""


def fill(stories: int, photos: int) -> None:
    """So many stories and photos beside those that are there, and the planner told."""
    for number in range(SECTIONS):
        Section.objects.get_or_create(slug=f"room-{number}", defaults={"name": f"Room {number}"})
    people = [
        User.objects.get_or_create(username=f"person-{number}", defaults={"is_staff": True})[0]
        for number in range(PEOPLE)
    ]
    writers = [
        Contributor.objects.get_or_create(
            slug=one.username, defaults={"name": one.username.title(), "user": one}
        )[0]
        for one in people
    ]
    _photos(photos)
    _stories(stories, people)
    copy_rows(
        Byline,
        Byline(story=_last(Story), contributor=writers[0]),
        OF_THE_ARCHIVE,
        {"story_id": "s.id", "contributor_id": f"{writers[0].pk} + s.id %% {PEOPLE}"},
    )
    _placements(photos)
    _editions()
    _settle_findable()
    _replies()
    with connection.cursor() as cursor:
        for index in GIN:  # as a vacuum would: else each search reads all that came lately
            cursor.execute("SELECT gin_clean_pending_list(%s::regclass)", [index])
        cursor.execute("ANALYZE")


def _photos(count: int) -> None:
    photo = Photo.objects.create(
        creator="Ines Okafor",
        credit_line="Ines Okafor/Northmark Pictures",
        caption="The quay at Marrick.",
        alt_text="A quay",
        rights_category="staff",
    )
    numbers = f"FROM generate_series(1, {count}) n"
    values = {
        "key": "gen_random_uuid()",
        "caption": "'Picture ' || n || ' of the quay.'",
        "updated_at": "now() - n % 1000 * interval '1 day'",
    }
    copy_rows(Photo, photo, numbers, _percent(values))
    lease = Lease(photo=photo, access="allow", ends_at=timezone.now())
    some = "FROM articles_photo p WHERE p.caption LIKE 'Picture %%' AND p.id %% 10 = 0"
    ends = "now() + (p.id %% 900 + 10) * interval '1 day'"
    copy_rows(Lease, lease, some, {"photo_id": "p.id", "ends_at": ends})


def _stories(count: int, people: list[User]) -> None:
    section = Section.objects.get(slug="room-0")
    story = Story.objects.create(slugline="archive", created_by=people[0], section=section)
    first = people[0].pk
    at = f"now() - {SPREAD.format(rows=count)} * interval '20 minutes'"
    values = {
        "key": "gen_random_uuid()",
        "slugline": "'archive-' || n",
        "headline": "'Harbour story number ' || n",
        "body": BODY,
        "length": "200 + n % 900",
        "planned_length": "600",
        "section_id": f"{section.pk} + n % {SECTIONS}",
        "stage": STAGE,
        "language": "CASE WHEN n % 50 = 0 THEN 'uk' ELSE 'en-GB' END",
        "created_by_id": f"{first} + n % {PEOPLE}",
        "assigned_to_id": f"CASE WHEN n % 10 = 0 THEN {first} + n / 10 % {PEOPLE} END",
        "deadline": "CASE WHEN n % 10 = 0 THEN now() + (n % 97 - 40) * interval '1 hour' END",
        "embargo": "CASE WHEN n % 997 = 0 THEN now() + n % 40 * interval '1 hour' END",
        "legal_hold": "CASE WHEN n % 5000 = 0 THEN 'A letter came.' ELSE '' END",
        "created_at": at,
        "updated_at": at,
        "search": "setweight(to_tsvector('simple', 'Harbour story number ' || n), 'A')"
        f" || setweight(to_tsvector('simple', {TEXT}), 'C')",
    }
    copy_rows(Story, story, f"FROM generate_series(1, {count}) n", _percent(values))


def _placements(photos: int) -> None:
    first = _first_photo()
    copy_rows(
        Placement,
        Placement(story=_last(Story), photo=_last(Photo)),
        OF_THE_ARCHIVE,
        {"story_id": "s.id", "photo_id": f"{first} + s.id %% {photos}"},
    )


def _editions() -> None:
    """One for each story that has left the desk; one in a hundred of them is still to come."""
    moment = timezone.now()
    edition = Edition(
        story_key=_last(Story).key,
        number=1,
        kind=EditionKind.FIRST,
        goes_live_at=moment,
        first_published_at=moment,
        date=moment.date(),
        slug="archive",
        language="en-GB",
        story_kind="reportage",
        urgency=5,
        section_slug="room-0",
        section_name="Room 0",
        headline="Harbour story",
        body_html="<p>Words.</p>",
        text="Words.",
        word_count=1,
        digest="0" * 64,
    )
    at = (
        "CASE WHEN s.id %% 100 = 7 THEN now() + (s.id %% 90) * interval '20 minutes'"
        " ELSE s.updated_at END"
    )
    figures = (
        "jsonb_build_array(jsonb_build_object('photo', p.key::text, 'caption', p.caption,"
        " 'credit_line', p.credit_line, 'alt_text', p.alt_text))"
    )
    copy_rows(
        Edition,
        edition,
        "FROM articles_story s JOIN articles_placement l ON l.story_id = s.id"
        " JOIN articles_photo p ON p.id = l.photo_id"
        " WHERE s.slugline LIKE 'archive-%%' AND s.id %% 10 > 0",
        {
            "story_key": "s.key",
            "headline": "s.headline",
            "slug": "'archive-' || s.id",
            "goes_live_at": at,
            "first_published_at": at,
            "figures": figures,
        },
    )


def _settle_findable() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE articles_story s SET public_search = to_tsvector('simple', e.headline || ' '"
            " || e.text) FROM articles_edition e WHERE e.story_key = s.key"
        )


def _replies() -> None:
    copy_rows(
        Reply,
        Reply(story=_last(Story), party="The harbour trust", state="open"),
        "FROM articles_story s WHERE s.slugline LIKE 'archive-%%' AND s.id %% 200 = 0",
        {"story_id": "s.id", "deadline": "s.deadline"},
    )


def copy_rows(model: type[models.Model], row: Any, source: str, values: dict[str, str]) -> None:
    """As many rows like this one as the source has, with these expressions for some columns."""
    columns, expressions, parameters = [], [], []
    for field in model._meta.concrete_fields:
        if field.primary_key:
            continue
        columns.append(f'"{field.column}"')
        if field.column in values:
            expressions.append(values[field.column])
        else:
            expressions.append("%s")
            value = field.pre_save(row, True)  # noqa: FBT003 - Django's own argument
            parameters.append(field.get_db_prep_save(value, connection))
    statement = (
        f"INSERT INTO {model._meta.db_table} ({', '.join(columns)}) "
        f"SELECT {', '.join(expressions)} {source} ON CONFLICT DO NOTHING"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)


def _percent(values: dict[str, str]) -> dict[str, str]:
    return {name: words.replace("%", "%%") for name, words in values.items()}


def _last(model: Any) -> Any:
    return model.objects.order_by("pk").last()


def _first_photo() -> int:
    return int(Photo.objects.filter(caption__startswith="Picture ").order_by("pk")[0].pk)
