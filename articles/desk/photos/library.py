"""The library: finding pictures by words, by what they lack, and by what may be done with them.

What `rights` decides for one picture is asked here of all of them at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Exists, OuterRef, Q, TextChoices

from articles.desk.photos.lease import Lease, rights_of
from articles.desk.photos.photo import Photo, PhotoQuerySet
from articles.desk.photos.rights import GROUNDS, NOT_FOR_A_PAPER, Use, ends_at
from articles.desk.photos.taken import days_of
from articles.vocabulary import Access, Channel, PhotoState, RightsCategory

SEARCHED = (
    "caption",
    "alt_text",
    "creator",
    "credit_line",
    "supplier",
    "people_shown",
    "place_shown",
    "supplier_image_id",
)
LONGEST_QUERY = 200
MOST_WORDS = 10
SOON = timedelta(days=7)
WRITTEN = r"\S"
HERE = (Channel.ALL, Channel.SITE)


class Lack(TextChoices):
    """What a picture may lack before it can be published."""

    FILE = "file", "Picture file"
    CREDIT = "credit", "Credit line"
    CAPTION = "caption", "Caption"
    ALT_TEXT = "alt", "Alt text"
    RIGHTS = "rights", "Rights on record"


LACKING = {
    Lack.FILE: Q(image=""),
    Lack.CREDIT: ~Q(credit_line__regex=WRITTEN),
    Lack.CAPTION: ~Q(caption__regex=WRITTEN),
    Lack.ALT_TEXT: ~Q(alt_text__regex=WRITTEN),
    Lack.RIGHTS: Q(rights_category=""),
}
LACKING_ANYTHING = (
    LACKING[Lack.FILE]
    | LACKING[Lack.CREDIT]
    | LACKING[Lack.CAPTION]
    | LACKING[Lack.ALT_TEXT]
    | LACKING[Lack.RIGHTS]
)


class Standing(TextChoices):
    """What may be done with a picture on our site, in any story."""

    UNKNOWN = "unknown", "No rights on record"
    USABLE = "usable", "May be used today"
    REFUSED = "refused", "May not be used today"
    ENDING = "ending", "Ends within 7 days"


def search(photos: PhotoQuerySet, words: str) -> PhotoQuerySet:
    """Those in which each word is found; a year, a month or a day also finds when it was taken."""
    for word in words[:LONGEST_QUERY].replace("\x00", "").split()[:MOST_WORDS]:
        match = Q()
        for name in SEARCHED:
            match |= Q(**{f"{name}__icontains": word})
        if (days := days_of(word)) is not None:
            match |= Q(taken_on__range=days)
        photos = photos.filter(match)
    return photos


def standing_so(photos: PhotoQuerySet, standing: str, *, at: datetime) -> PhotoQuerySet:
    """Those of which that is true at that instant."""
    if standing == Standing.UNKNOWN:
        return photos.filter(rights_category="")
    if standing == Standing.USABLE:
        return photos.filter(_usable(at))
    if standing == Standing.REFUSED:
        return photos.exclude(pk__in=Photo.objects.filter(_usable(at)).values("pk"))
    if standing == Standing.ENDING:
        return photos.filter(pk__in=_ending(at))
    return photos


def doubtful(*, at: datetime) -> PhotoQuerySet:
    """Those that may not be used in any story at that instant, or not in some story."""
    denied = Lease.objects.filter(_holding(at), photo=OuterRef("pk"), access=Access.DENY)
    denied = denied.filter(channel__in=HERE).exclude(story=None).order_by()
    return Photo.objects.filter(~_usable(at) | Exists(denied))


def lacking(photos: PhotoQuerySet) -> dict[str, int]:
    """How many lack anything, by "any" and then by each thing that is lacked."""
    counts: dict[str, int] = photos.aggregate(
        any=Count("pk", filter=LACKING_ANYTHING),
        **{what.value: Count("pk", filter=condition) for what, condition in LACKING.items()},
    )
    return counts


@dataclass(frozen=True)
class Waiting:
    """How many pictures want a look, for what, and the question that lists them."""

    number: int
    words: str
    query: str


def waiting(photos: PhotoQuerySet, *, at: datetime) -> list[Waiting]:
    """What the photo desk has before it: rights that end soon, then what is lacking."""
    ending = standing_so(photos, Standing.ENDING, at=at).count()
    counts = lacking(photos)
    return [
        Waiting(ending, "with a right that ends within 7 days", "rights=ending"),
        Waiting(counts["any"], "lack something", "missing=any"),
        *(
            Waiting(counts[what], f"without {what.label.lower()}", f"missing={what.value}")
            for what in Lack
            if counts[what]
        ),
    ]


def _usable(at: datetime) -> Q:
    """`rights.may_be_used` without a story, in the words of the database."""
    leases = Lease.objects.filter(photo=OuterRef("pk"), channel__in=HERE).order_by()
    holding = leases.filter(_holding(at), story=None)
    denied = Exists(holding.filter(access=Access.DENY))
    allowed = Exists(holding.filter(access=Access.ALLOW))
    leased = Exists(leases.filter(access=Access.ALLOW))
    return (
        Q(state=PhotoState.USABLE)
        & ~Q(denied)
        & (Q(allowed) | ~Q(leased))
        & _grounded()
        & ~Q(licence__in=NOT_FOR_A_PAPER)
    )


def _holding(at: datetime) -> Q:
    """A lease that has begun and is not over."""
    begun = Q(starts_at=None) | Q(starts_at__lte=at)
    return begun & (Q(ends_at=None) | Q(ends_at__gt=at))


def _grounded() -> Q:
    """A category is on record, and so is all that it needs."""
    grounded = Q(pk__in=[])
    for category in RightsCategory.values:
        needs = GROUNDS[category].needs if category in GROUNDS else ()
        grounded |= Q(rights_category=category, **{f"{name}__regex": WRITTEN for name in needs})
    return grounded


def _ending(at: datetime) -> list[int]:
    """Only pictures with a lease that begins or ends in that time can be among them."""
    soon = (at, at + SOON)
    turning = Lease.objects.filter(Q(starts_at__range=soon) | Q(ends_at__range=soon))
    photos = Photo.objects.filter(pk__in=turning.values("photo")).prefetch_related("leases")
    return [photo.pk for photo in photos if (end := end_of(photo, at=at)) and end <= at + SOON]


def end_of(photo: Photo, *, at: datetime) -> datetime | None:
    """When the right to show it ends, which holds at that instant; None: no end is to come."""
    end = ends_at(rights_of(photo), Use(at=at))
    return end if end is not None and end > at else None
