"""The desk: the admin site of this newsroom."""

from __future__ import annotations

from django.contrib import admin


class Desk(admin.AdminSite):
    site_title = "Newsroom desk"
    site_header = "Newsroom desk"
    index_title = "The desk"
