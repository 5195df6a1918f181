"""Why the embedded PostgreSQL cannot be had, as a sentence with the remedy."""

from __future__ import annotations


class Refusal(RuntimeError):
    """The embedded PostgreSQL cannot run; the sentence says why and what to do."""
