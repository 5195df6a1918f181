"""The vault's page at a source: who knows, and for those who do, what was sealed and its log."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from articles.admin.person import person
from articles.desk.source import Source
from articles.desk.vault.acts import (
    change_identity,
    destroy_due,
    destroy_identity,
    open_identity,
    seal_identity,
    set_knowers,
)
from articles.desk.vault.identity import Identity
from articles.desk.vault.keys import SHUT, VaultRefused, is_open
from articles.desk.vault.passwords import fits
from articles.desk.vault.secret import Secret, gives_away
from articles.vocabulary import SourceTerms

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
HALF_A_YEAR = timedelta(days=182)
USED, MOST_USED = "vault_forms_used", 100


class _Knowers(forms.Form):
    knowers = forms.ModelMultipleChoiceField(
        label="Who else knows",
        queryset=User.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text="At least one editor. No role opens the vault, an administrator’s neither.",
        error_messages={"required": "Choose at least one editor who knows."},
    )

    def __init__(self, *args: Any, beside: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = User.objects.filter(is_active=True, is_staff=True).exclude(pk=beside.pk)
        knowers = self.fields["knowers"]
        assert isinstance(knowers, forms.ModelMultipleChoiceField)  # noqa: S101  (for the types)
        knowers.queryset = people.order_by("username")


class _Password(forms.Form):
    password = forms.CharField(
        label="Your password, once more",
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


class SecretForm(forms.Form):
    name = forms.CharField(label="Who it is", max_length=160, required=False)
    contact = forms.CharField(label="How to reach them", max_length=300, required=False)
    organisation = forms.CharField(label="Organisation", max_length=160, required=False)
    role = forms.CharField(label="Role there", max_length=160, required=False)
    reason = forms.CharField(
        label="Why they must not be named",
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    promised = forms.CharField(
        label="What was promised",
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    destroy_after = forms.DateField(
        label="Destroy after", widget=DAY, help_text="The last day on which it can be opened."
    )

    def secret(self) -> Secret:
        return Secret(**{name: self.cleaned_data[name] for name in Secret.__dataclass_fields__})


class SealForm(SecretForm, _Knowers):
    pass


class ChangeForm(_Password, SecretForm):
    pass


class KnowersForm(_Password, _Knowers):
    pass


@sensitive_post_parameters()
@sensitive_variables()
@require_http_methods(["GET", "HEAD", "POST"])
def identity_page(request: HttpRequest, pk: int) -> HttpResponse:
    """GET shows who knows; what is secret comes in the answer to a password and nowhere else."""
    source = Source.objects.visible_to(request.user).filter(pk=pk).first()
    if source is None or source.terms == SourceTerms.ON_RECORD:
        raise Http404
    destroy_due()
    page = _Page(request, source)
    response = page.answer()
    response["Cache-Control"] = "no-store"
    # Not "no-referrer": with it a browser sends the page's own forms with "Origin: null", which
    # Django's protection against forged requests refuses, and nobody could open the vault.
    response["Referrer-Policy"] = "same-origin"
    return response


class _Page:
    """One request for the page of one source."""

    def __init__(self, request: HttpRequest, source: Source) -> None:
        self.request, self.source = request, source
        self.person = person(request)
        rows = Identity.objects.filter(source=source).select_related("source", "sealed_by")
        self.identity = rows.prefetch_related("knowers__user").first()
        self.forms: dict[str, forms.Form] = {}
        self.secret: Secret | None = None

    @property
    def is_sealed(self) -> bool:
        return self.identity is not None and self.identity.destroyed_at is None

    @property
    def knows(self) -> bool:
        return self.identity is not None and self.identity.is_known_to(self.person.pk)

    @sensitive_variables()
    def answer(self) -> HttpResponse:
        if self.request.method != "POST":
            return self.show()
        acts = {"open": self.open, "change": self.change, "knowers": self.set_knowers}
        acts |= {"destroy": self.destroy, "seal": self.seal}
        act = acts.get(self.request.POST.get("act", ""))
        if act is None:
            return self.show(status=400)
        try:
            return act()
        except VaultRefused as refusal:
            return self.show(refusal=str(refusal), status=403)

    @sensitive_variables()
    def seal(self) -> HttpResponse:
        form = self.forms["seal"] = SealForm(
            self.request.POST, beside=self.person, auto_id="seal_%s"
        )
        if not form.is_valid():
            return self.show(status=422)
        seal_identity(
            self.source,
            secret=form.secret(),
            knowers=list(form.cleaned_data["knowers"]),
            destroy_after=form.cleaned_data["destroy_after"],
            by=self.person,
        )
        return self.back("It is sealed. You and those you chose can open it, and nobody else.")

    @sensitive_variables()
    def open(self) -> HttpResponse:
        identity = self.sealed()
        self.refuse_a_form_sent_again()
        self.secret = open_identity(identity, by=self.person, password=self.password())
        values = {name: getattr(self.secret, name) for name in Secret.__dataclass_fields__}
        self.forms["change"] = ChangeForm(
            initial={**values, "destroy_after": identity.destroy_after}, auto_id="change_%s"
        )
        return self.show()

    @sensitive_variables()
    def change(self) -> HttpResponse:
        identity = self.sealed()
        form = self.forms["change"] = ChangeForm(self.request.POST, auto_id="change_%s")
        if not form.is_valid():
            return self.show(status=422)
        change_identity(
            identity,
            secret=form.secret(),
            destroy_after=form.cleaned_data["destroy_after"],
            by=self.person,
            password=form.cleaned_data["password"],
        )
        return self.back("It is changed and sealed again.")

    @sensitive_variables()
    def set_knowers(self) -> HttpResponse:
        identity = self.sealed()
        form = self.forms["knowers"] = KnowersForm(
            self.request.POST, beside=self.person, auto_id="knowers_%s"
        )
        if not form.is_valid():
            return self.show(status=422)
        chosen = [self.person, *form.cleaned_data["knowers"]]
        set_knowers(
            identity, knowers=chosen, by=self.person, password=form.cleaned_data["password"]
        )
        return self.back("Those who know are changed.")

    @sensitive_variables()
    def destroy(self) -> HttpResponse:
        destroy_identity(self.sealed(), by=self.person, password=self.password())
        return self.back("The identity is destroyed. Nobody can bring it back.")

    def refuse_a_form_sent_again(self) -> None:
        """After Back, a browser offers to send the form once more, with the password in it.

        Whoever finds the desk unattended would need but that click: so each form opens once.
        """
        number = self.request.POST.get("once", "")
        used = self.request.session.get(USED, [])
        if number in used:
            message = "The browser sent your password again by itself. Give it once more yourself."
            raise VaultRefused(message)
        if number:
            self.request.session[USED] = [*used, number][-MOST_USED:]

    def sealed(self) -> Identity:
        if self.identity is None or not self.is_sealed:
            raise Http404
        return self.identity

    def password(self) -> str:
        return self.request.POST.get("password", "")

    def back(self, sentence: str) -> HttpResponse:
        messages.success(self.request, sentence)
        address = reverse("admin:articles_source_identity", args=[self.source.pk])
        return HttpResponseRedirect(address)

    @sensitive_variables()
    def show(self, *, refusal: str = "", status: int = 200) -> HttpResponse:
        knowers = [one.user for one in self.identity.knowers.all()] if self.identity else []
        context = {
            **admin.site.each_context(self.request),
            "title": f"Who is “{self.source.public_label}”?",
            "source": self.source,
            "identity": self.identity,
            "is_sealed": self.is_sealed,
            "knows": self.knows,
            "knowers": knowers,
            "shut_out": [one.user for one in self.identity.knowers.all() if not fits(one)]
            if self.identity
            else [],
            "log": self.log(),
            "secret": self.secret,
            "gives_away": gives_away(self.source.public_description, self.secret)
            if self.secret
            else "",
            "refusal": refusal,
            "once": get_random_string(12),
            "shut": "" if is_open() else SHUT,
            "forms": self.all_forms(knowers),
            "opts": Source._meta,
        }
        template = "admin/articles/source/identity.html"
        return TemplateResponse(self.request, template, context, status=status)

    def log(self) -> list[Any]:
        if self.identity is None or not self.knows:
            return []
        return list(self.identity.readings.select_related("made_by")[:100])

    def all_forms(self, knowers: list[User]) -> dict[str, forms.Form]:
        """Those that the person may fill in; one that was sent keeps what was typed."""
        empty: dict[str, forms.Form] = {}
        if not self.is_sealed and self.request.user.has_perm("articles.change_source"):
            day: date = timezone.localdate() + HALF_A_YEAR
            empty["seal"] = SealForm(
                beside=self.person, initial={"destroy_after": day}, auto_id="seal_%s"
            )
        if self.is_sealed and self.knows:
            empty["knowers"] = KnowersForm(
                beside=self.person, initial={"knowers": knowers}, auto_id="knowers_%s"
            )
        return empty | self.forms
