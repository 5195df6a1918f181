"""How to spoil a ready story: each act with the one finding that it brings, words and pictures."""

from __future__ import annotations

from datetime import date, timedelta

from articles.desk.paste import Paste
from articles.desk.photos.lease import Lease
from articles.desk.photos.photo import Photo
from articles.desk.references import settle_references
from articles.markup.runs import prints
from articles.masthead.section import Section
from tests.builders import MONDAY_NOON, a_photo


def change(story, **values):
    for name, value in values.items():
        setattr(story, name, value)
    story.save()
    settle_references(story)


def change_all(model, **values):
    model.objects.update(**values)


def add_to_body(words):
    return lambda story: change(story, body=story.body + words)


def quoted(*sentences):
    """Adds a paragraph of sentences that all are the words of the story’s source."""

    def spoil(story):
        source = story.attributions.first().source_id
        marked = " ".join(f'<span data-source="{source}">{one}</span>' for one in sentences)
        change(story, body=f"{story.body}<p>{marked}</p>")

    return spoil


def a_second_photo(story, **values):
    photo = a_photo(**values)
    change(story, body=f'{story.body}<figure data-photo="{photo.pk}"></figure>')


def a_lease(access="allow", **values):
    return lambda story: Lease.objects.create(photo=Photo.objects.get(), access=access, **values)


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


WORDS_AND_PICTURES = [
    ("workflow.copied", "warn", copied, "words in a row stand here as they were pasted"),
    (
        "rights.ground",
        "block",
        lambda _story: change_all(Photo, rights_category=""),
        "has no usage rights on record",
    ),
    (
        "rights.ground",
        "block",
        a_lease(ends_at=MONDAY_NOON),
        "its lease has run out",
    ),
    ("rights.denied", "block", a_lease("deny"), "a lease denies it"),
    ("rights.denied", "block", lambda _story: change_all(Photo, state="killed"), "is killed"),
    ("rights.denied", "block", lambda _story: change_all(Photo, state="held"), "is on hold"),
    (
        "rights.ends",
        "warn",
        a_lease(ends_at=MONDAY_NOON + timedelta(days=4)),
        "ends on Friday 27 November, 12:00 UTC: it leaves the page",
    ),
    (
        "restrictions.known",
        "info",
        lambda _story: change_all(Photo, restrictions="Not for front pages."),
        "“Not for front pages.”",
    ),
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
        "pictures.exist",
        "block",
        add_to_body('<figure data-photo="999999"></figure>'),
        "Picture 2 of the body exists no more",
    ),
    (
        "pictures.file",
        "block",
        lambda story: a_second_photo(story, with_file=False),
        "Picture 2 (“A lit ferry moves off a dark quay”) has no picture file",
    ),
    (
        "pictures.credit",
        "block",
        lambda _story: change_all(Photo, credit_line=" "),
        "has no credit line. Say who took it",
    ),
    (
        "pictures.caption",
        "block",
        lambda _story: change_all(Photo, caption=""),
        "has no caption",
    ),
    (
        "pictures.alt_text",
        "block",
        lambda _story: change_all(Photo, alt_text=""),
        "has no alt text",
    ),
    (
        "pictures.proposal",
        "warn",
        lambda story: story.placements.update(is_proposal=True),
        "was read out of a pasted text",
    ),
    (
        "credits.capitals",
        "info",
        lambda _story: change_all(Photo, creator="INES OKAFOR"),
        "Write Ines Okafor",
    ),
    (
        "credits.supplier",
        "warn",
        lambda _story: change_all(Photo, supplier="AFP"),
        "came from AFP, but its credit line",
    ),
    (
        "credits.pattern",
        "warn",
        lambda _story: change_all(
            Photo,
            supplier="AFP",
            distributor="Getty Images",
            credit_line="Ines Okafor/AFP/Getty Images",
        ),
        "Getty Images asks for “Ines Okafor/AFP via Getty Images”",
    ),
    (
        "captions.credit",
        "warn",
        lambda story: story.placements.update(caption="Marrick on Sunday. Ines Okafor/AFP"),
        "its credit in the caption: “Ines Okafor/AFP”",
    ),
    (
        "captions.place_and_date",
        "warn",
        lambda story: story.placements.update(caption="The night ferry leaves."),
        "does not say where it was taken (Marrick) and when it was taken. Add it",
    ),
    (
        "captions.length",
        "warn",
        lambda story: story.placements.update(caption="Marrick on Sunday. It is late. It rains."),
        "has a caption of 3 sentences",
    ),
    (
        "captions.photograph",
        "warn",
        lambda _story: change_all(
            Photo,
            caption="The ferry, pictured in Marrick on Sunday.",
            digital_source_type="trainedAlgorithmicMedia",
        ),
        "is labelled “Generated by AI”, but its caption says “pictured”",
    ),
    (
        "alt_texts.words",
        "warn",
        lambda story: story.placements.update(alt_text="IMG_2041.jpg"),
        "has a file name for its alt text",
    ),
    (
        "file_pictures.marked",
        "block",
        lambda _story: change_all(Photo, taken_on=date(2022, 5, 18)),
        "was taken on 18 May 2022",
    ),
    (
        "people.accused",
        "block",
        lambda story: (
            change_all(Photo, people_shown="Bo Quay"),
            change(story, headline="Ferry skipper arrested, police say"),
        ),
        "shows Bo Quay, and the story says “arrested”",
    ),
    (
        "credits.proposal",
        "warn",
        lambda _story: change_all(Photo, credit_is_proposal=True),
        "has a credit that was taken apart by rule: “Ines Okafor/Northmark Pictures”",
    ),
    (
        "restrictions.kept",
        "block",
        lambda _story: change_all(Photo, restrictions="TURKEY OUT"),
        "comes with “TURKEY OUT”",
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
        "“Kiev”: we write names of Ukraine",
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
        "“utilise”: long for use.",
    ),
    (
        "names.spellings",
        "warn",
        add_to_body("<p>The boat Tarnwater, the old Tarnwater, is the Tarnewater.</p>"),
        "“Tarnewater” is “Tarnwater” elsewhere",
    ),
]
