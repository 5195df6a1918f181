"""How Django finds the app, and which admin site is the desk."""

from __future__ import annotations

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = "Newsroom"

    def ready(self) -> None:
        from articles import checks  # noqa: F401, PLC0415  (registers; models must be loaded first)


class DeskAdminConfig(AdminConfig):
    default_site = "newsroom.desk.Desk"
