"""What follows once a picture's page is saved: readers get what its rights and words now say."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.forms import ModelForm
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html

from articles.admin.called_off import tell
from articles.admin.person import person
from articles.desk.photos.photo import Photo
from articles.publishing.photos.follow_changes import follow_changes
from articles.publishing.photos.follow_rights import follow_rights
from articles.publishing.photos.mend import proposals


def follow_page(request: HttpRequest, form: ModelForm[Photo], formsets: Any) -> None:
    """Calls off what no longer passes; what readers get follows the leases.

    The live stories with other words than the picture has now are named.
    """
    photo = form.instance
    leased = any(formset.has_changed() for formset in formsets)
    changed = [*form.changed_data, *(["leases"] if leased else [])]
    tell(request, follow_changes(photo, changed, by=person(request)))
    if leased:
        _follow_leases(request, photo)
    propose_words(request, photo)


def _follow_leases(request: HttpRequest, photo: Photo) -> None:
    """It leaves the stories that it may no longer be in."""
    for story in follow_rights(photo, by=person(request)):
        messages.warning(request, f"The picture has left “{story}”: its right has ended.")


def propose_words(request: HttpRequest, photo: Photo) -> None:
    """Names the live stories in which readers have other words than the picture now has."""
    if not request.user.has_perm("articles.mend_caption"):
        return
    waiting = [one for one in proposals(photo) if one.is_change]
    if not waiting:
        return
    messages.info(
        request,
        format_html(
            'Readers still have other words with this picture in {}. <a href="{}">Look at them</a>',
            ", ".join(f"“{one.use.headline}”" for one in waiting),
            reverse("admin:articles_photo_mend", args=[photo.pk]),
        ),
    )
