"""The desk: the one admin site. `articles.admin` registers on it what is edited there."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from articles.masthead.publication import the_publication


class Desk(admin.AdminSite):
    index_title = "The desk"

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        name = the_publication().name
        context = super().each_context(request)
        return {**context, "site_header": name, "site_title": f"{name} desk"}
