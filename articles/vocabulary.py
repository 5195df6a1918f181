"""The words of the newsroom that code chooses between. `docs/glossary.md` explains them."""

from __future__ import annotations

from django.db.models import IntegerChoices, TextChoices


class Stage(TextChoices):
    """Where a story stands at the desk. *Published* is not a stage: it is another table."""

    DRAFT = "draft", "Draft"
    FILED = "filed", "Filed"
    SUBBED = "subbed", "Subbed"
    CLEARED = "cleared", "Cleared"
    HELD = "held", "Held"
    SPIKED = "spiked", "Spiked"


class StoryKind(TextChoices):
    """What sort of article it is (the subtypes of schema.org NewsArticle)."""

    REPORTAGE = "reportage", "News report"
    ANALYSIS = "analysis", "Analysis"
    BACKGROUND = "background", "Background"
    OPINION = "opinion", "Opinion"
    REVIEW = "review", "Review"


class Urgency(IntegerChoices):
    """Editorial urgency, 1 the highest (IPTC ninjs `urgency`, 1 to 9)."""

    FLASH = 1, "1 – Flash"
    BULLETIN = 2, "2 – Bulletin"
    URGENT = 3, "3 – Urgent"
    HIGH = 4, "4 – High"
    NORMAL = 5, "5 – Normal"
    LOW = 6, "6 – Low"
    ROUTINE = 7, "7 – Routine"
    FILLER = 8, "8 – Filler"
    ANY_TIME = 9, "9 – Any time"


class BylineRole(TextChoices):
    WRITER = "writer", "By"
    ADDITIONAL_REPORTING = "additional_reporting", "Additional reporting by"
    PHOTOGRAPHER = "photographer", "Photographs by"
    TRANSLATOR = "translator", "Translated by"
    EDITOR = "editor", "Edited by"


class SourceKind(TextChoices):
    PERSON = "person", "Person"
    ORGANISATION = "organisation", "Organisation"
    DOCUMENT = "document", "Document"
    OUTLET = "outlet", "News outlet"
    OBSERVATION = "observation", "Our own observation"
    DATA = "data", "Data"


class SourceTerms(TextChoices):
    """What was agreed with the source about naming it."""

    ON_RECORD = "on_record", "On the record"
    BACKGROUND = "background", "On background"
    ANONYMOUS = "anonymous", "Anonymous"


class AttributionKind(TextChoices):
    QUOTE = "quote", "Quote"
    CLAIM = "claim", "Claim"


class ReplyState(TextChoices):
    """How a request for comment stands."""

    TO_SEND = "to_send", "To send"
    OPEN = "open", "Asked, no answer yet"
    ANSWERED = "answered", "Answered"
    DECLINED = "declined", "Declined to comment"


class DatePrecision(TextChoices):
    """How exactly a date is known (IPTC Date Created may be a year, a month or a day)."""

    YEAR = "year", "Year"
    MONTH = "month", "Month"
    DAY = "day", "Day"


class EditionKind(TextChoices):
    """Why an edition was made."""

    FIRST = "first", "First published"
    UPDATE = "update", "Update"
    CORRECTION = "correction", "Correction"
    CLARIFICATION = "clarification", "Clarification"
    WITHDRAWAL = "withdrawal", "Withdrawal"
    PICTURE_WITHDRAWN = "picture_withdrawn", "Picture withdrawn"


class Severity(TextChoices):
    """How much a finding of the preflight weighs."""

    BLOCK = "block", "Block"
    WARN = "warn", "Warning"
    INFO = "info", "Hint"
