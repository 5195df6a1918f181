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
    SOCIAL_POST = "social_post", "Social media post"


class SourceTerms(TextChoices):
    """What was agreed with the source about naming it."""

    ON_RECORD = "on_record", "On the record"
    BACKGROUND = "background", "On background"
    ANONYMOUS = "anonymous", "Anonymous"


class AttributionKind(TextChoices):
    QUOTE = "quote", "Quote"
    CLAIM = "claim", "Claim"


class Heard(TextChoices):
    """How the words of a quote came to us."""

    DIRECTLY = "directly", "Said to us"
    VIA_OUTLET = "via_outlet", "Via another outlet"
    DOCUMENT = "document", "From a document"
    RECORDING = "recording", "From a recording"


class ClaimStatus(TextChoices):
    """What we know of a claim ourselves."""

    ATTRIBUTED = "attributed", "Attributed"
    CONFIRMED = "confirmed", "Confirmed by us"
    DISPUTED = "disputed", "Disputed"
    UNVERIFIED = "unverified", "Unverified"


class ReplyState(TextChoices):
    """How a request for comment stands."""

    TO_SEND = "to_send", "To send"
    OPEN = "open", "Asked, no answer yet"
    ANSWERED = "answered", "Answered"
    DECLINED = "declined", "Declined to comment"
    NO_ANSWER = "no_answer", "Did not answer"
    NOT_POSSIBLE = "not_possible", "Could not be asked"


class Contact(TextChoices):
    """By which way somebody was asked for comment; `by` says it in a sentence."""

    EMAIL = "email", "E-mail"
    TELEPHONE = "telephone", "Telephone"
    IN_PERSON = "in_person", "In person"
    LETTER = "letter", "Letter"
    MESSAGE = "message", "Text message"
    FORM = "form", "Form on a website"

    @property
    def by(self) -> str:
        return {
            Contact.IN_PERSON: "in person",
            Contact.FORM: "through a form on the website",
        }.get(self, f"by {self.label.lower()}")


class Provenance(TextChoices):
    """Where the text of a story comes from."""

    OWN = "own", "Our own reporting"
    AGENCY = "agency", "An agency that we subscribe to"
    PARTNER = "partner", "A partner, with leave to print it"
    RELEASE = "release", "A press release or statement"
    PUBLISHER = "publisher", "Another publisher, without leave yet"
    UNKNOWN = "unknown", "Not known"


class ReadingKind(TextChoices):
    """What is noted of the vault, for those who know to see."""

    SEALED = "sealed", "Sealed"
    OPENED = "opened", "Opened"
    CHANGED = "changed", "Changed"
    KNOWER_ADDED = "knower_added", "Let in"
    KNOWER_REMOVED = "knower_removed", "Shut out"
    REFUSED = "refused", "Refused: not one of those who know"
    WRONG_PASSWORD = "wrong_password", "Refused: wrong password"
    SHUT_OUT = "shut_out", "Refused: the password was set by somebody else"
    DESTROYED = "destroyed", "Destroyed"


class ActKind(TextChoices):
    """What is done to a story at the desk and stays on its record, releases apart."""

    HELD = "held", "Put on legal hold"
    HOLD_LIFTED = "hold_lifted", "Legal hold lifted"
    CALLED_OFF = "called_off", "Called off: it no longer passes the checks"
    SOURCE_WITHDRAWN = "source_withdrawn", "A source withdrew"
    DISMISSED = "dismissed", "A finding was dismissed"
    RESTORED = "restored", "A dismissed finding was taken up again"
    MOVED = "moved", "Moved to another stage"
    ASSIGNED = "assigned", "Given to somebody"
    BROUGHT_BACK = "brought_back", "An earlier revision was brought back"
    LINK_MADE = "link_made", "A preview link was made"
    LINK_REVOKED = "link_revoked", "A preview link was revoked"
    EXPUNGED = "expunged", "An edition was expunged"
    RESCHEDULED = "rescheduled", "A scheduled edition was moved in time"
    TURNED_DOWN = "turned_down", "A correction was turned down"
    PASSED_OVER = "passed_over", "Blocks were passed over"
    DECIDED_ALONE = "decided_alone", "One person alone changed what is live"


class NotificationKind(TextChoices):
    """Why somebody at the desk is told of a story."""

    MENTIONED = "mentioned", "You were mentioned"
    ANSWERED = "answered", "Your note was answered"
    ASSIGNED = "assigned", "A story was given to you"
    MOVED = "moved", "Your story moved"
    CALLED_OFF = "called_off", "What was scheduled was called off"
    CORRECTION = "correction", "A correction waits for a second person"


class PolicyKind(TextChoices):
    """What a page about the paper is: after the properties of schema.org's NewsMediaOrganization,
    `property`, as far as there is one."""

    PRINCIPLES = "principles", "Principles"
    CORRECTIONS = "corrections", "Corrections"
    ETHICS = "ethics", "Ethics"
    UNNAMED_SOURCES = "unnamed_sources", "Unnamed sources"
    VERIFICATION = "verification", "Verification and fact-checking"
    FEEDBACK = "feedback", "Feedback from readers"
    COVERAGE = "coverage", "Mission and priorities"
    MASTHEAD = "masthead", "Masthead: who we are"
    OWNERSHIP = "ownership", "Ownership and funding"
    DIVERSITY = "diversity", "Diversity"
    IMPRINT = "imprint", "Imprint"
    PRIVACY = "privacy", "Privacy"
    ACCESSIBILITY = "accessibility", "Accessibility"
    OTHER = "other", "Something else"


class ReportState(TextChoices):
    """How a reader's report of an error stands."""

    OPEN = "open", "Waits"
    TAKEN_UP = "taken_up", "Taken up: the story was mended"
    DECLINED = "declined", "Declined: the story is right"


class HouseRuleKind(TextChoices):
    """What a row of the house style is about; how grave a finding it makes follows from it."""

    NAME = "name", "Name or spelling"
    TERM = "term", "Loaded, banned or wrong term"
    USAGE = "usage", "Usage: better otherwise"


class SlotSize(TextChoices):
    """How large a story stands on a front."""

    LEAD = "lead", "Lead"
    SECOND = "second", "Second"
    THIRD = "third", "Third"
    BRIEF = "brief", "Brief"


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


class CorrectionState(TextChoices):
    """How a proposed correction or withdrawal stands."""

    WAITING = "waiting", "Waits for a second person"
    PUBLISHED = "published", "Published"
    TURNED_DOWN = "turned_down", "Turned down"


class CorrectedPlace(TextChoices):
    """Where in a story it was wrong."""

    HEADLINE = "headline", "Headline"
    STANDFIRST = "standfirst", "Standfirst"
    BODY = "body", "Body"
    QUOTE = "quote", "A quote"
    CAPTION = "caption", "A caption"
    CREDIT = "credit", "A credit"
    PICTURE = "picture", "A picture"
    BYLINE = "byline", "Byline"
    OTHER = "other", "Elsewhere"


class NoticedBy(TextChoices):
    """Who noticed that something was wrong."""

    READER = "reader", "A reader"
    STAFF = "staff", "One of us"
    SUBJECT = "subject", "Somebody the story is about"
    OTHER = "other", "Somebody else"


class NotePlace(TextChoices):
    """Where on the page readers are told of a correction: the graver the error, the higher."""

    END = "end", "At the end of the story"
    TOP = "top", "Above the story, for grave errors"


class Severity(TextChoices):
    """How much a finding of the preflight weighs."""

    BLOCK = "block", "Block"
    WARN = "warn", "Warning"
    INFO = "info", "Hint"


class RightsCategory(TextChoices):
    """On what ground we may show a picture (the categories of the Guardian's Grid, for one paper).

    None chosen means: nothing is known, so it is not shown.
    """

    AGENCY = "agency", "Agency"
    STAFF = "staff", "Staff photographer"
    CONTRACT = "contract", "Contract photographer"
    COMMISSIONED = "commissioned", "Commissioned photographer"
    POOL = "pool", "Pool"
    HANDOUT = "handout", "Handout"
    PR_IMAGE = "pr_image", "PR image"
    PROMOTIONAL = "promotional", "Programme or book promotion"
    SCREENGRAB = "screengrab", "Screengrab"
    SOCIAL_MEDIA = "social_media", "Social media"
    READER = "reader", "Reader’s picture"
    OBITUARY = "obituary", "Obituary, lent by the family"
    BYLINE = "byline", "Byline portrait"
    ILLUSTRATION = "illustration", "Own illustration or graphic"
    COMPOSITE = "composite", "Composite"
    CREATIVE_COMMONS = "creative_commons", "Creative Commons"
    PUBLIC_DOMAIN = "public_domain", "Public domain"
    GOVERNMENT = "government", "Government licence"


class CreativeCommons(TextChoices):
    """The licences of version 4.0, and the two ways of giving everything away."""

    BY = "by", "CC BY 4.0"
    BY_SA = "by-sa", "CC BY-SA 4.0"
    BY_ND = "by-nd", "CC BY-ND 4.0"
    BY_NC = "by-nc", "CC BY-NC 4.0"
    BY_NC_SA = "by-nc-sa", "CC BY-NC-SA 4.0"
    BY_NC_ND = "by-nc-nd", "CC BY-NC-ND 4.0"
    ZERO = "zero", "CC0 1.0"

    @property
    def address(self) -> str:
        """The licence's own page (IPTC Web Statement of Rights)."""
        part = "publicdomain/zero/1.0" if self is CreativeCommons.ZERO else f"licenses/{self}/4.0"
        return f"https://creativecommons.org/{part}/"


class Access(TextChoices):
    """What a lease says: may, or may not."""

    ALLOW = "allow", "May be used"
    DENY = "deny", "May not be used"


class Channel(TextChoices):
    """Where a picture goes out. What holds for all channels holds for each."""

    ALL = "all", "Everywhere"
    SITE = "site", "Site"
    FEED = "feed", "Feeds and partners"
    SOCIAL = "social", "Social cards"


class PhotoState(TextChoices):
    """An agency sends HOLD while it doubts a picture, KILL when it must go (ninjs `pubStatus`)."""

    USABLE = "usable", "Usable"
    HELD = "held", "On hold"
    KILLED = "killed", "Killed"


class DigitalSourceType(TextChoices):
    """How a picture came to be (IPTC Digital Source Type; the codes end the NewsCodes address)."""

    CAPTURE = "digitalCapture", "Camera"
    COMPUTATIONAL = "computationalCapture", "Camera, several shots combined"
    NEGATIVE = "negativeFilm", "Negative film"
    POSITIVE = "positiveFilm", "Slide film"
    PRINT = "print", "Scanned print"
    HUMAN_EDITS = "humanEdits", "Camera, altered by a person"
    ENHANCED = "algorithmicallyEnhanced", "Camera, altered by software"
    CREATION = "digitalCreation", "Drawn by a person"
    DATA_DRIVEN = "dataDrivenMedia", "Made from data"
    GENERATED = "trainedAlgorithmicMedia", "Generated by AI"
    WITH_GENERATED = "compositeWithTrainedAlgorithmicMedia", "Composite with AI-generated parts"
    ALGORITHMIC = "algorithmicMedia", "Computed"
    SCREEN = "screenCapture", "Screen capture"
    VIRTUAL = "virtualRecording", "Recording of a virtual world"
    COMPOSITE = "composite", "Composite"

    @property
    def address(self) -> str:
        return f"http://cv.iptc.org/newscodes/digitalsourcetype/{self.value}"


class DataMining(TextChoices):
    """Whether machines may learn from a picture (PLUS Data Mining, IPTC Photo Metadata 2025.1)."""

    ALLOWED = "DMI-ALLOWED", "Allowed"
    NO_AI_TRAINING = "DMI-PROHIBITED-AIMLTRAINING", "Not for training of AI"
    NO_GENERATIVE = "DMI-PROHIBITED-GENAIMLTRAINING", "Not for training of generative AI"
    SEARCH_ONLY = "DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING", "Search engines only"
    PROHIBITED = "DMI-PROHIBITED", "Prohibited"
    SEE_CONSTRAINT = "DMI-PROHIBITED-SEECONSTRAINT", "As the usage terms say"

    @property
    def address(self) -> str:
        return f"http://ns.useplus.org/ldf/vocab/{self.value}"


class NoticeKind(TextChoices):
    """What a supplier, or we, said of a picture after it came."""

    HOLD = "hold", "Hold"
    LIFT = "lift", "Hold lifted"
    KILL = "kill", "Kill"
