"""Ready stories spoilt by their words, each with the one finding that it brings."""

from __future__ import annotations

from datetime import timedelta

from articles.desk.paste import Paste
from articles.markup.runs import prints
from articles.masthead.section import Section
from tests.builders import MONDAY_NOON
from tests.preflight.spoiling import (
    add_to_body,
    change,
    change_all,
    quoted,
)


def copied(story):
    """A run of words that was pasted from another publisher, in a story said to be our own."""
    words = (
        "The trust keeps a log of each boat that leaves the quay and of each that comes back. It "
        "hangs beside the door of the old office, where the crews write down the hour, the wind "
        "and the depth at the mouth before they go in for tea and a look at the glass."
    )
    values = {"text": words, "prints": prints(words), "provenance": "publisher"}
    Paste.objects.create(story=story, made_by=story.created_by, **values)
    change(story, body=f"{story.body}<p>{words}</p>")


WORDS = [
    ("workflow.copied", "warn", copied, "words in a row stand here as they were pasted"),
    ("copy.headline", "block", lambda story: change(story, headline=" "), "has no headline"),
    ("copy.section", "block", lambda story: change(story, section=None), "in no section"),
    ("copy.byline", "block", lambda story: story.bylines.all().delete(), "has no byline"),
    ("copy.body", "block", lambda story: change(story, body=""), "The body has no words"),
    ("copy.stage", "block", lambda story: change(story, stage="held"), "is held"),
    ("copy.stage", "block", lambda story: change(story, stage="spiked"), "is spiked"),
    (
        "copy.links",
        "block",
        add_to_body('<p><a data-story="999999">more</a></p>'),
        "links to story 999999",
    ),
    (
        "copy.embargo",
        "block",
        lambda story: change(story, embargo=MONDAY_NOON + timedelta(seconds=1)),
        "under embargo until",
    ),
    (
        "copy.section",
        "block",
        lambda _story: change_all(Section, is_closed=True),
        "The section Harbour is closed",
    ),
    (
        "attribution.vague",
        "warn",
        add_to_body("<p>The night ferry was reportedly late.</p>"),
        "“reportedly” does not say whose word it is",
    ),
    (
        "attribution.accusation",
        "warn",
        lambda story: change(story, headline="Ferry skipper accused of theft"),
        "The headline says “accused” as a fact",
    ),
    (
        "headlines.form",
        "warn",
        lambda story: change(story, headline="Will the night ferry sail?"),
        "The headline of a news report asks",
    ),
    (
        "headlines.claims",
        "warn",
        lambda story: change(story, headline="Night ferry to sail 17 minutes earlier"),
        "The headline says 17, which the body does not",
    ),
    (
        "headlines.standfirst",
        "warn",
        lambda story: change(story, standfirst=""),
        "has no standfirst",
    ),
    (
        "headlines.card_picture",
        "info",
        lambda story: change(story, body="<p>It will sail, the trust said.</p>"),
        "has no picture",
    ),
    (
        "headlines.slug",
        "warn",
        lambda story: change(story, slug="bridge-closed"),
        "The slug “bridge-closed” shares no word with the headline",
    ),
    (
        "copy.standfirst_repeats",
        "warn",
        lambda story: change(story, standfirst="Night ferry to sail earlier"),
        "The standfirst repeats the headline",
    ),
    (
        "dates.relative",
        "warn",
        add_to_body("<p>The night ferry was sold a few weeks ago.</p>"),
        "When “a few weeks ago” was, a later reader cannot tell",
    ),
    (
        "dates.agree",
        "warn",
        add_to_body("<p>It was built on Sunday 4 July 2022.</p>"),
        "4 July 2022 was a Monday, not a Sunday",
    ),
    (
        "legal.accused",
        "warn",
        add_to_body("<p>Bo Quay was arrested, police said.</p>"),
        "“arrested” accuses Bo Quay. Legal should read this.",
    ),
    (
        "quotation_marks.balanced",
        "block",
        add_to_body("<p>He called it “a mess.</p>"),
        "never closes. Put ” behind its last word",
    ),
    (
        "quotation_marks.kind",
        "warn",
        add_to_body("<p>It's late.</p>"),
        "This mark is straight",
    ),
    (
        "quotation_marks.punctuation",
        "info",
        quoted("“It is a mess out there.”", "“All of it is a mess”."),
        "Here the stop of a quoted sentence stands outside",
    ),
    (
        "typography.brackets",
        "warn",
        add_to_body("<p>It sails (at nine.</p>"),
        "This ( never closes",
    ),
    (
        "typography.spaces",
        "warn",
        add_to_body("<p>It  sails.</p>"),
        "There are 2 spaces here",
    ),
    (
        "typography.doubled",
        "warn",
        add_to_body("<p>It sails to the the lock.</p>"),
        "“the the” has a word twice",
    ),
    (
        "sentences.garbled",
        "warn",
        add_to_body("<p>It sails their to the lock.</p>"),
        "“their to”: a word is missing or too many",
    ),
    (
        "placeholders.left",
        "block",
        add_to_body("<p>It has TK berths.</p>"),
        "“TK” still stands for something",
    ),
    (
        "publishers.other",
        "block",
        add_to_body("<p>Newsweek has contacted the trust for comment.</p>"),
        "Here Newsweek speaks of itself",
    ),
    (
        "house_style.names",
        "warn",
        add_to_body("<p>The train left Kiev.</p>"),
        "“Kiev”. We write names of Ukraine",
    ),
    (
        "house_style.terms",
        "warn",
        add_to_body("<p>He committed suicide, the harbour trust said.</p>"),
        "Write died by suicide",
    ),
    (
        "house_style.usage",
        "info",
        add_to_body("<p>They utilise the slipway.</p>"),
        "“utilise”. It is long for use.",
    ),
    (
        "names.spellings",
        "warn",
        add_to_body("<p>The boat Tarnwater, the old Tarnwater, is the Tarnewater.</p>"),
        "“Tarnewater” is “Tarnwater” elsewhere",
    ),
    ("names.first_mention", "info", add_to_body("<p>Late, Holt said.</p>"), "Write “Mira Holt, h"),
    ("legal.protected", "block", add_to_body("<p>He lives at 12 Fish Road.</p>"), "12 Fish Road"),
    ("structure.headings", "warn", add_to_body("<h3>The tide</h3>"), "Make it level 2."),
    ("structure.links", "warn", add_to_body('<p>See <a href="/tide/">here</a>.</p>'), "Link the w"),
    (
        "places.contradict",
        "info",
        add_to_body("<p>A pact was signed in Marrick.</p><p>The pact was signed in Harnsea.</p>"),
        "“signed” is told of Harnsea here, and of Marrick in paragraph 3",
    ),
    (
        "harper.grammar",
        "info",
        add_to_body("<p>They was late for the tide.</p>"),
        "“was” may be a slip. Make the verb agree with its subject.",
    ),
]
