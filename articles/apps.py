"""How Django finds the app."""

from __future__ import annotations

from django.apps import AppConfig


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = "Newsroom"

    def ready(self) -> None:
        from articles import checks  # noqa: F401, PLC0415  (registers; models must be loaded first)
