"""What an error report may show."""

from __future__ import annotations

from django.http import HttpRequest
from django.views.debug import SafeExceptionReporterFilter


class DiscreetReports(SafeExceptionReporterFilter):
    """Hides what is marked as sensitive even where DEBUG is on, as it is in the demo."""

    def is_active(self, request: HttpRequest | None) -> bool:
        return True
