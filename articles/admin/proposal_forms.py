"""What can be changed of each kind of proposal before it is accepted."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import models
from django.utils import timezone

from articles.admin.source_form import SourceForm
from articles.desk.attribution import Attribution
from articles.desk.photos.age import is_old
from articles.desk.photos.photo import Photo
from articles.desk.photos.placement import Placement
from articles.desk.reply import Reply
from articles.desk.source import Source
from articles.desk.story import Story
from articles.vocabulary import ReplyState

LONGEST_TAG = 100


def of_story(story: Story) -> models.QuerySet[Source]:
    """The sources of the story, and those through which they came. Others: the story’s own page."""
    marked = Source.objects.filter(attributions__story=story).values("pk")
    through = Source.objects.filter(passes_on__attributions__story=story).values("pk")
    return Source.objects.filter(models.Q(pk__in=marked) | models.Q(pk__in=through))


class SourceProposalForm(SourceForm):
    class Meta(SourceForm.Meta):
        fields = ["kind", "name", "public_description", "terms", "via", "first_hand", "url"]

    def __init__(self, *args: Any, story: Story, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["archived_url"]
        offered = of_story(story).exclude(pk=self.instance.pk)
        self.fields["via"].queryset = offered  # type: ignore[attr-defined]


class PassageForm(forms.ModelForm[Attribution]):
    class Meta:
        model = Attribution
        fields = ["source", "is_serious", "about", "verbatim", "heard"]
        widgets = {"verbatim": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args: Any, story: Story, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["source"].queryset = of_story(story)  # type: ignore[attr-defined]
        for name in ("is_serious", "about") if self.instance.is_quote else ("verbatim", "heard"):
            del self.fields[name]


class PictureForm(forms.ModelForm[Placement]):
    class Meta:
        model = Placement
        fields = ["caption", "alt_text", "is_file_picture"]
        widgets = {"caption": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """A picture older than the story starts as a file picture: who accepts says that it is."""
        super().__init__(*args, **kwargs)
        story, photo = self.instance.story, self.instance.photo
        self.initial["caption"] = self.instance.printed_caption
        self.initial["alt_text"] = self.instance.printed_alt_text
        day = story.written_on or timezone.localdate()
        self.initial["is_file_picture"] = is_old(photo, day)


class CreditForm(forms.ModelForm[Photo]):
    """The credit, for those who may change photos."""

    class Meta:
        model = Photo
        fields = [
            *("creator", "supplier", "distributor", "credit_line"),
            *("taken_on", "place_shown", "people_shown"),
        ]
        widgets = {
            "people_shown": forms.Textarea(attrs={"rows": 2}),
            "taken_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }


class RequestForm(forms.ModelForm[Reply]):
    class Meta:
        model = Reply
        fields = ["party", "state", "put_to_them"]
        widgets = {"put_to_them": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """What nobody of ours has asked is still to be sent."""
        super().__init__(*args, **kwargs)
        if self.instance.state == ReplyState.OPEN and not self.instance.attempts.exists():
            self.initial["state"] = ReplyState.TO_SEND


class TagForm(forms.Form):
    instead = forms.CharField(label="Tag", max_length=LONGEST_TAG)


class DayForm(forms.Form):
    instead = forms.CharField(label="Write", max_length=LONGEST_TAG)


class SpotForm(forms.Form):
    instead = forms.CharField(label="Write", max_length=2000, required=False, strip=False)
    reason = forms.CharField(
        label="or, to refuse: why it does not matter here", max_length=300, required=False
    )
