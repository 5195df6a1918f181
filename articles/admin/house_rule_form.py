"""The form of a house rule: it is asked of its own examples before it is kept."""

from __future__ import annotations

from typing import Any

from django import forms

from articles.desk.house_rule import HouseRule
from articles.markup.quotations import quoted_spans
from articles.markup.terms import BadTerm, finder


class HouseRuleForm(forms.ModelForm[HouseRule]):
    class Meta:
        model = HouseRule
        fields = [
            *("kind", "words", "is_expression", "advice", "instead"),
            *("example", "counter_example", "language"),
        ]
        widgets = {
            name: forms.Textarea(attrs={"rows": 2})
            for name in ("advice", "example", "counter_example")
        }

    def clean(self) -> dict[str, Any]:
        """The rule is asked of its own examples: it must find the one and leave the other."""
        cleaned = super().clean() or {}
        if "words" not in cleaned:
            return cleaned
        try:
            finder(cleaned["words"], is_expression=cleaned["is_expression"])
        except BadTerm as refusal:
            self.add_error("words", str(refusal))
            return cleaned
        if cleaned.get("example") and not self._finds(cleaned["example"]):
            self.add_error(
                "example",
                f"“{cleaned['words']}” is not found in this sentence. Change one of the two. "
                "Whole words are looked for, and in quotations only names.",
            )
        if cleaned.get("counter_example") and self._finds(cleaned["counter_example"]):
            self.add_error(
                "counter_example",
                f"“{cleaned['words']}” is found in this sentence, which it should leave alone.",
            )
        return cleaned

    def _finds(self, text: str) -> bool:
        data = self.cleaned_data
        rule = HouseRule(
            kind=data.get("kind", ""), words=data["words"], is_expression=data["is_expression"]
        )
        return bool(rule.found_in(text, quoted_spans(text)))
