"""The cards of the page of proposals: each kind in words, with its form, and what settles it."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.http import HttpRequest, QueryDict
from django.utils.text import capfirst

from articles.admin.person import person
from articles.admin.proposal_forms import (
    CreditForm,
    DayForm,
    PassageForm,
    PictureForm,
    RequestForm,
    SourceProposalForm,
    SpotForm,
    TagForm,
)
from articles.desk.story import Story
from articles.intake import settle
from articles.intake.proposals import Kind, Proposal


class Card:
    """A proposal on the page, of one kind. `forms` are filled with what is proposed, or was sent.

    `accept` and `refuse` say whether it is settled; if not, the forms have the reason.
    """

    heading: ClassVar[str]
    permission: ClassVar[str] = "articles.change_story"
    accept_label: str = "Accept"
    wants_change = False
    refuse_label: str = "Refuse"
    note = ""

    def __init__(
        self,
        proposal: Proposal,
        story: Story,
        request: HttpRequest,
        data: QueryDict | None = None,
    ) -> None:
        self.proposal, self.story, self.request = proposal, story, request
        self.row: Any = proposal.row
        self.name = f"{proposal.kind}-{proposal.key}"
        self.forms: list[Any] = self.make_forms(data)

    def make_forms(self, data: QueryDict | None) -> list[Any]:
        raise NotImplementedError

    @property
    def title(self) -> str:
        return capfirst(str(self.row))

    @property
    def has_errors(self) -> bool:
        return any(form.is_bound and form.errors for form in self.forms)

    @property
    def may_be_refused(self) -> bool:
        return True

    def settle(self, act: str) -> bool:
        """Does what was asked; False when the forms say what is wrong."""
        if act == "refuse":
            return self.refuse()
        valid = [form.is_valid() for form in self.forms]
        return all(valid) and self.accept()

    def accept(self) -> bool:
        raise NotImplementedError

    def refuse(self) -> bool:
        raise NotImplementedError

    @property
    def instead(self) -> str:
        return str(self.forms[0].cleaned_data["instead"])


class SourceCard(Card):
    heading = "Sources"
    permission = "articles.change_source"

    def make_forms(self, data: QueryDict | None) -> list[Any]:
        return [SourceProposalForm(data, instance=self.row, prefix=self.name, story=self.story)]

    @property
    def note(self) -> str:  # type: ignore[override]
        via = f", via {self.row.via.public_label}" if self.row.via else ""
        return f"{self.row.get_kind_display()}, {self.row.get_terms_display().lower()}{via}."

    def accept(self) -> bool:
        settle.accept_source(self.row)
        return True

    def refuse(self) -> bool:
        settle.refuse_source(self.story, self.row)
        return True


class PassageCard(Card):
    heading = "Who says what"
    permission = "articles.change_attribution"

    def make_forms(self, data: QueryDict | None) -> list[Any]:
        return [PassageForm(data, instance=self.row, prefix=self.name, story=self.story)]

    @property
    def title(self) -> str:
        serious = ", serious" if self.row.is_serious else ""
        return f"{self.row.get_kind_display()}{serious}: {self.row.source.public_label}"

    def accept(self) -> bool:
        settle.accept_passage(self.story, self.row, self.forms[0].cleaned_data["source"])
        return True

    def refuse(self) -> bool:
        settle.refuse_passage(self.story, self.row)
        return True


class PictureCard(Card):
    heading = "Pictures"
    permission = "articles.change_placement"

    def make_forms(self, data: QueryDict | None) -> list[Any]:
        made: list[Any] = [PictureForm(data, instance=self.row, prefix=self.name)]
        if self.request.user.has_perm("articles.change_photo"):
            credit = CreditForm(data, instance=self.row.photo, prefix=f"{self.name}-photo")
            made.append(credit)
        return made

    @property
    def title(self) -> str:
        return str(self.row.photo.credit_line or self.row.photo)

    @property
    def note(self) -> str:  # type: ignore[override]
        return str(self.row.printed_caption)

    def accept(self) -> bool:
        """The use’s own caption and alt text are kept only where they differ from the photo’s."""
        for name in ("caption", "alt_text"):
            if getattr(self.row, name).strip() == getattr(self.row.photo, name).strip():
                setattr(self.row, name, "")
        settle.accept_picture(self.row, with_credit=len(self.forms) > 1)
        return True

    def refuse(self) -> bool:
        settle.refuse_picture(self.story, self.row)
        return True


class RequestCard(Card):
    heading = "Requests for comment"
    permission = "articles.change_reply"

    def make_forms(self, data: QueryDict | None) -> list[Any]:
        return [RequestForm(data, instance=self.row, prefix=self.name)]

    @property
    def title(self) -> str:
        return str(capfirst(self.row.party))

    @property
    def note(self) -> str:  # type: ignore[override]
        return str(self.row.note)

    def accept(self) -> bool:
        settle.accept_request(self.row)
        return True

    def refuse(self) -> bool:
        settle.refuse_request(self.row)
        return True


class PlaceCard(Card):
    heading = "Places, as tags"
    accept_label = "Add the tag"
    refuse_label = "No tag"

    def make_forms(self, data: QueryDict | None) -> list[Any]:
        return [TagForm(data, initial={"instead": self.proposal.instead}, prefix=self.name)]

    @property
    def title(self) -> str:
        return self.proposal.point

    def accept(self) -> bool:
        settle.accept_place(self.story, self.proposal.point, instead=self.instead)
        return True

    def refuse(self) -> bool:
        settle.refuse_point(self.story, self.proposal.kind, self.proposal.point)
        return True


class DayCard(PlaceCard):
    heading = "Days that a later reader would not know"
    accept_label = "Write the day"
    refuse_label = "Leave it"

    def make_forms(self, data: QueryDict | None) -> list[Any]:
        return [DayForm(data, initial={"instead": self.proposal.instead}, prefix=self.name)]

    @property
    def title(self) -> str:
        return f"{self.proposal.point} → {self.proposal.instead}"

    def accept(self) -> bool:
        settle.accept_date(self.story, self.proposal.point, instead=self.instead)
        return True


class SpotCard(Card):
    heading = "Doubtful spots"
    refuse_label = "It is right"

    def make_forms(self, data: QueryDict | None) -> list[Any]:
        return [SpotForm(data, initial={"instead": self.proposal.instead}, prefix=self.name)]

    @property
    def title(self) -> str:
        return str(self.finding.message)

    @property
    def finding(self) -> Any:
        return self.proposal.finding

    @property
    def wants_change(self) -> bool:  # type: ignore[override]
        """Whether a person must write what should stand there: there is no ready fix."""
        return self.finding.fix is None

    @property
    def accept_label(self) -> str:  # type: ignore[override]
        return str(self.finding.fix.label) if self.finding.fix else "Mend"

    @property
    def may_be_refused(self) -> bool:
        return not self.finding.blocks

    def accept(self) -> bool:
        if self.instead == self.proposal.context.words:
            message = "Nothing is changed yet. Write what should stand there."
            self.forms[0].add_error("instead", message)
            return False
        settle.accept_spot(self.story, self.finding, instead=self.instead)
        return True

    def refuse(self) -> bool:
        form: forms.Form = self.forms[0]
        form.is_valid()
        reason = form.cleaned_data.get("reason", "").strip()
        if not self.may_be_refused:
            message = "This cannot be refused: it keeps the story from going out until mended."
            form.add_error(None, message)
            return False
        if not reason:
            form.add_error("reason", "Say why this does not matter here.")
            return False
        by = person(self.request)
        settle.refuse_spot(self.story, self.finding, reason=reason, by=by)
        return True


CARDS: dict[Kind, type[Card]] = {
    Kind.SOURCE: SourceCard,
    Kind.PASSAGE: PassageCard,
    Kind.PICTURE: PictureCard,
    Kind.REQUEST: RequestCard,
    Kind.PLACE: PlaceCard,
    Kind.DATE: DayCard,
    Kind.SPOT: SpotCard,
}


def card_of(
    proposal: Proposal, story: Story, request: HttpRequest, data: QueryDict | None = None
) -> Card:
    return CARDS[proposal.kind](proposal, story, request, data)
