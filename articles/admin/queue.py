"""The queue's own tables are no matter of the desk: `manage.py procrastinate` shows them."""

from __future__ import annotations

from django.contrib import admin
from procrastinate.contrib.django.models import ProcrastinateJob

admin.site.unregister(ProcrastinateJob)
