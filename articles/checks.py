"""System checks: what the import contract cannot see. `manage.py check` runs them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Error, register
from django.db.models import Model

SITE = "articles.site."
DESK = "articles.desk."


def relations_across(models: Iterable[type[Model]]) -> Iterator[tuple[str, str]]:
    """Each relation that leads from a model of the site to one of the desk, reverse ones too."""
    for model in models:
        if not model.__module__.startswith(SITE):
            continue
        for field in model._meta.get_fields():
            target = field.related_model
            if isinstance(target, type) and target.__module__.startswith(DESK):
                yield f"{model.__name__}.{field.name}", target.__name__


@register
def site_does_not_lead_to_desk(**_kwargs: Any) -> list[CheckMessage]:
    """articles.E001: a relation, by string or reverse, would let a reader's page reach the desk."""
    return [
        Error(
            f"{field} leads from the site to the desk ({target}).",
            hint="Copy the value into the edition, or keep the other's key as a plain value. "
            'A relation from the desk to the site needs related_name="+".',
            id="articles.E001",
        )
        for field, target in relations_across(apps.get_app_config("articles").get_models())
    ]
