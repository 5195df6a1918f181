"""The masthead at the desk: sections, contributors, pages about the paper, the publication."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from csp.decorators import csp_replace, csp_update
from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_POST, require_safe
from django_prose_editor.fields import ProseEditorFormField
from django_prose_editor.widgets import AdminProseEditorWidget

from articles.admin.called_off import tell
from articles.admin.door import SELF
from articles.admin.editor import with_nonce
from articles.admin.person import person
from articles.desk.fronts.front import Front
from articles.desk.photos.arrival import on_disk
from articles.imaging.picture import PictureRefused, inspect
from articles.markup.clean import clean
from articles.markup.definition import PLAIN_EXTENSIONS
from articles.masthead.contributor import Contributor
from articles.masthead.logo import LARGEST, PNG, SVG, keep_logo, size_of_drawing
from articles.masthead.policy import Policy
from articles.masthead.publication import Publication
from articles.masthead.section import HOME, Section
from articles.publishing.close_section import close_section
from articles.publishing.portrait import show_portrait, take_portrait_down
from articles.site.about import Colours, read_colours, style_sheet
from articles.site.listings import home_page
from articles.site.standing_front import standing_front


@admin.register(Section)
class SectionAdmin(admin.ModelAdmin[Section]):
    list_display = ["name", "slug", "position", "is_closed"]
    prepopulated_fields = {"slug": ["name"]}

    def save_model(self, request: HttpRequest, obj: Section, form: Any, change: Any) -> None:
        super().save_model(request, obj, form, change)
        if obj.is_closed and "is_closed" in form.changed_data:
            tell(request, close_section(obj, by=person(request)))

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Its front goes with it, whoever composes; one that was ever launched keeps it."""
        going, counts, needed, protected = super().get_deleted_objects(objs, request)
        return going, counts, needed - {Front._meta.verbose_name}, protected

    def view_on_site(self, section: Section) -> str:
        return section.get_absolute_url()


class ContributorForm(forms.ModelForm[Contributor]):
    new_portrait = forms.FileField(
        label="Portrait",
        required=False,
        help_text="A JPEG, PNG or WebP; its middle is shown, a little above. Stories that are out "
        "already keep what they have.",
        widget=forms.FileInput(attrs={"accept": "image/*"}),
    )
    no_portrait = forms.BooleanField(
        label="Take the portrait down",
        required=False,
        help_text="Everywhere, also from stories that are out.",
    )

    class Meta:
        model = Contributor
        fields = ["name", "slug", "role_text", "bio", "email", "user"]

    def clean_new_portrait(self) -> Any:
        """Looked into here, so that what is no picture is told beside the field."""
        sent = self.cleaned_data["new_portrait"]
        if sent:
            try:
                with on_disk(sent) as passing:
                    inspect(passing, name=sent.name)
            except PictureRefused as refusal:
                raise ValidationError(str(refusal)) from refusal
        return sent


@admin.register(Contributor)
class ContributorAdmin(admin.ModelAdmin[Contributor]):
    form = ContributorForm
    list_display = ["name", "role_text", "user"]
    list_select_related = ["user"]
    search_fields = ["name", "role_text"]
    prepopulated_fields = {"slug": ["name"]}
    fields = [
        *("name", "slug", "role_text", "bio", "email", "user"),
        *("new_portrait", "no_portrait"),
    ]

    def save_model(self, request: HttpRequest, obj: Contributor, form: Any, change: Any) -> None:
        super().save_model(request, obj, form, change)
        if form.cleaned_data["no_portrait"]:
            take_portrait_down(obj)
        if form.cleaned_data["new_portrait"]:
            show_portrait(obj, form.cleaned_data["new_portrait"])

    def view_on_site(self, contributor: Contributor) -> str:
        return contributor.get_absolute_url()


class PolicyForm(forms.ModelForm[Policy]):
    """Written in the desk's editor; pictures, sources and links to stories have no place in it."""

    body = ProseEditorFormField(
        extensions=PLAIN_EXTENSIONS, sanitize=clean, widget=AdminProseEditorWidget, required=False
    )

    class Meta:
        model = Policy
        fields = ["title", "slug", "kind", "body", "position"]


@admin.register(Policy)
class PolicyAdmin(admin.ModelAdmin[Policy]):
    form = PolicyForm
    list_display = ["title", "kind", "slug", "position", "updated_at"]
    prepopulated_fields = {"slug": ["title"]}

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        context["media"] = with_nonce(context["media"], request)
        return super().render_change_form(request, context, *args, **kwargs)

    def view_on_site(self, policy: Policy) -> str:
        return policy.get_absolute_url()


class PublicationForm(forms.ModelForm[Publication]):
    new_logo = forms.FileField(
        label="Logo",
        required=False,
        help_text="An SVG or a PNG, at most 100 kB: stands in place of the name. Draw it so that "
        "it can be seen on light and on dark pages.",
        widget=forms.FileInput(attrs={"accept": ".svg,.png"}),
    )
    no_logo = forms.BooleanField(label="No logo: the name in letters", required=False)

    class Meta:
        model = Publication
        fields = [
            *("name", "strapline", "language", "time_zone", "contact_email", "about"),
            *("accent", "accent_dark"),
        ]

    def clean_accent(self) -> str:
        return str(self.cleaned_data["accent"]).lower()

    def clean_accent_dark(self) -> str:
        return str(self.cleaned_data["accent_dark"]).lower()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        sent = cleaned.get("new_logo")
        if sent:
            try:
                cleaned["logo_read"] = _read_logo(sent)
            except (ValidationError, PictureRefused) as refusal:
                self.add_error("new_logo", getattr(refusal, "messages", [str(refusal)]))
        return cleaned


def _read_logo(sent: Any) -> tuple[bytes, str, tuple[int, int]]:
    if sent.size > LARGEST:
        message = (
            f"{sent.name} has {sent.size // 1000} kB. It would be on every page: make it smaller "
            f"than {LARGEST // 1000} kB."
        )
        raise ValidationError(message)
    if Path(sent.name).suffix.lower() == ".svg":
        data = sent.read()
        return data, SVG, size_of_drawing(data)
    with on_disk(sent) as passing:
        found = inspect(passing, name=sent.name)
        if found.format != "PNG":
            message = f"{sent.name} is a {found.format}. Give the logo as SVG or as PNG."
            raise ValidationError(message)
        return passing.read_bytes(), PNG, (found.width, found.height)


@admin.register(Publication)
class PublicationAdmin(admin.ModelAdmin[Publication]):
    """The one row: opened straight away, never added to, never deleted."""

    form = PublicationForm
    change_form_template = "admin/articles/publication/change_form.html"
    fields = [
        *("name", "strapline", "new_logo", "no_logo", ("accent", "accent_dark")),
        *("language", "time_zone", "contact_email", "about"),
    ]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path("<int:pk>/trial/", wrap(self.trial), name="articles_publication_trial"),
            path(
                "colours/<str:colours>.css",
                wrap(trial_colours),
                name="articles_publication_colours",
            ),
            *super().get_urls(),
        ]

    def save_model(self, request: HttpRequest, obj: Publication, form: Any, change: Any) -> None:
        if form.cleaned_data["no_logo"]:
            obj.logo = None
        if read := form.cleaned_data.get("logo_read"):
            obj.logo = keep_logo(*read)
        super().save_model(request, obj, form, change)

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return HttpResponseRedirect(reverse("admin:articles_publication_change", args=[1]))

    @method_decorator(csp_update({"frame-src": [SELF]}))
    def change_view(self, *args: Any, **kwargs: Any) -> HttpResponse:
        return super().change_view(*args, **kwargs)

    @method_decorator(require_POST)
    @method_decorator(xframe_options_sameorigin)
    @method_decorator(csp_replace({"frame-ancestors": [SELF]}))
    def trial(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The front page with the masthead as it is typed, as far as it is right; nothing is saved.

        A logo that is being chosen is not shown before it is saved.
        """
        row = Publication.objects.get(pk=pk)
        if not self.has_change_permission(request, row):
            raise PermissionDenied
        form = PublicationForm(request.POST, instance=row)
        form.is_valid()
        typed = {
            name: form.cleaned_data[name]
            for name in ("name", "strapline", "contact_email", "about", "accent", "accent_dark")
            if name in form.cleaned_data
        }
        now, colours = timezone.now(), "admin:articles_publication_colours"
        response = home_page(standing_front(HOME, now), now, **typed, trial=colours)
        response["Cache-Control"] = "no-store"
        return response


@require_safe
def trial_colours(_request: HttpRequest, colours: str) -> HttpResponseBase:
    """Colours that are being tried, for the preview."""
    if not re.fullmatch(Colours.regex, colours):
        message = "These are no colours."
        raise Http404(message)
    return style_sheet(*read_colours(colours))
