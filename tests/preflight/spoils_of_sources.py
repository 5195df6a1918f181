"""How to spoil a ready story: sources, claims, requests for comment, and who releases it."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from articles.desk.note import Note
from articles.desk.reply import Attempt, Reply
from articles.desk.source import Source
from articles.desk.vault.acts import seal_identity
from articles.desk.vault.identity import Identity
from articles.desk.vault.secret import Secret
from articles.masthead.contributor import Contributor
from tests.builders import MONDAY_NOON, a_ready_story, a_release, a_source, a_user
from tests.preflight.spoiling import add_to_body, change, change_all


def a_request(state, party="The harbour trust", **values):
    def make(story):
        reply = Reply.objects.create(story=story, party=party, state=state, **values)
        if state != "to_send":
            Attempt.objects.create(reply=reply, made_at=MONDAY_NOON)

    return make


def declined(party="The harbour trust", **values):
    """A request that was declined, and the story says so."""

    def make(story):
        a_request("declined", party, **values)(story)
        change(story, body=f"{story.body}<p>{party} declined to comment.</p>")

    return make


def a_second_passage(story, words, **values):
    source = a_source(**{"name": "Bo Quay", "public_description": "deckhand", **values})
    marked = f'<p><span data-source="{source.pk}">{words}</span></p>'
    change(story, body=story.body + marked)


def an_accusation(story, *, asked=False, **values):
    a_second_passage(story, "The skipper took bribes.")
    values = {"is_serious": True, "about": "the skipper", **values}
    story.attributions.filter(kind="claim").update(**values)
    if asked:
        declined("The skipper")(story)


def an_echo(story):
    """Another story that is out has the same quote with other words."""
    said = "They come with the {} and go with the tide, and nobody at the trust has ever asked us."
    other = a_ready_story(created_by=story.created_by, headline="The tide tables")
    a_release(other)
    a_second_passage(other, f"“{said.format('sun')}”", name="Cy Marl")
    a_second_passage(story, f"“{said.format('moon')}”", name="Bo Quay")


UNNAMED = {
    "terms": "anonymous",
    "name": "",
    "public_description": "a mate on the night ferry",
}


def sealed(story, *, by_editor=False):
    """The source unnamed, with its identity in the vault."""
    change_all(Source, **UNNAMED)
    editor = a_user("who-knows", "Editor")
    seal_identity(
        Source.objects.get(),
        secret=Secret(name="Cy Marl", reason="Fears for the berth.", promised="No name."),
        knowers=[editor],
        destroy_after=timezone.localdate() + timedelta(days=30),
        by=story.created_by,
    )
    if by_editor:
        Identity.objects.update(sealed_by=editor)


def declines_and_tells(story):
    sealed(story)
    declined(source=Source.objects.get())(story)


def block_quote(story, words):
    source = story.attributions.first().source_id
    return f'<blockquote><p><span data-source="{source}">{words}</span></p></blockquote>'


SOURCES = [
    (
        "sources.quotation",
        "block",
        add_to_body("<p>“Nobody ever asked us about any of this,” he said.</p>"),
        "“Nobody ever asked us about any of this” has no source",
    ),
    (
        "sources.quotation",
        "block",
        lambda story: story.attributions.update(is_proposal=True),
        "Nobody has confirmed yet that Mira Holt said “We follow the tide, not the clock”",
    ),
    (
        "sources.quotation",
        "block",
        lambda story: change(
            story,
            body=story.body.replace(
                "the harbour master said.",
                "the harbour master said. “They never told us a thing,” Bo Quay said.",
            ),
        ),
        "“They never told us a thing” has no source. Mark these words too",
    ),
    (
        "sources.quotation",
        "block",
        add_to_body("<blockquote><p>We never had a single answer.</p></blockquote>"),
        "“We never had a single answer” has no source",
    ),
    (
        "sources.mixed",
        "warn",
        lambda story: change(
            story,
            body=story.body
            + f'<p><span data-source="{story.attributions.first().source_id}">The master said: '
            "“We will never sail at noon again.”</span></p>",
        ),
        "Mark the quoted words alone",
    ),
    (
        "sources.record",
        "block",
        lambda story: change(
            change(story, body=f"{story.body}{block_quote(story, 'It is safe.')}"),
            body=story.body.replace("It is safe.", "It was unsafe."),
        ),
        "has “was unsafe” where the words on record are “is safe”",
    ),
    (
        "sources.exist",
        "block",
        add_to_body('<p><span data-source="999999">The sea is rising.</span></p>'),
        "marked with source 999999",
    ),
    (
        "sources.withdrawn",
        "block",
        lambda story: change_all(
            Source,
            withdrawn_at=MONDAY_NOON,
            withdrawn_by=story.created_by,
            withdrawn_reason="She was misheard.",
        ),
        "Mira Holt withdrew: She was misheard.",
    ),
    (
        "sources.record",
        "block",
        lambda story: change(story, body=story.body.replace("not the clock", "not a clock")),
        "has “a” where the words on record are “the”",
    ),
    (
        "sources.record",
        "block",
        lambda story: story.attributions.update(verbatim=""),
        "are not on record",
    ),
    ("sources.echo", "warn", an_echo, "has this quote with other words: “They come with the sun"),
    (
        "sources.link",
        "warn",
        lambda _story: change_all(Source, kind="outlet"),
        "is quoted without its address",
    ),
    (
        "sources.document",
        "warn",
        lambda story: a_second_passage(
            story, "“No vessel sails before the light.”", kind="document", first_hand=False
        ),
        "we have neither its address nor read it",
    ),
    (
        "sources.anonymous",
        "block",
        lambda _story: change_all(Source, **UNNAMED),
        "Nobody has written down who “a mate on the night ferry” is",
    ),
    (
        "sources.anonymous",
        "block",
        lambda story: sealed(story, by_editor=True),
        "No editor besides the reporter knows who “a mate on the night ferry” is",
    ),
    (
        "sources.anonymous",
        "block",
        lambda story: (
            sealed(story),
            change_all(Source, public_description="the mate"),
        ),
        "“the mate” is described otherwise since somebody who knows looked",
    ),
    ("sources.declined", "block", declines_and_tells, "is an anonymous source of this story"),
    (
        "sources.proposal",
        "warn",
        lambda story: (
            a_second_passage(story, "The channel is silting up."),
            story.attributions.filter(kind="claim").update(is_proposal=True),
        ),
        "said “The channel is silting up” was read out of a pasted text",
    ),
    (
        "claims.serious",
        "warn",
        lambda story: a_second_passage(story, "The skipper took bribes."),
        "This claim says “bribes”",
    ),
    (
        "claims.support",
        "block",
        lambda story: an_accusation(story, asked=True),
        "accuses the skipper and rests on Bo Quay alone",
    ),
    (
        "claims.asked",
        "block",
        lambda story: an_accusation(story, status="confirmed"),
        "the skipper is accused and has not been asked",
    ),
    (
        "claims.second_hand",
        "warn",
        lambda _story: change_all(Source, first_hand=False),
        "Nobody told us this ourselves",
    ),
    (
        "claims.second_hand_serious",
        "block",
        lambda story: (
            an_accusation(story, asked=True, status="confirmed"),
            change_all(Source, first_hand=False),
        ),
        "accuses somebody, and nobody told us ourselves",
    ),
    ("replies.unsent", "block", a_request("to_send"), "The harbour trust has not been asked"),
    (
        "replies.open",
        "warn",
        a_request("open", party="The pilots’ guild"),
        "The pilots’ guild was asked and has not answered, and the story does not say so",
    ),
    (
        "replies.open",
        "warn",
        a_request("open", deadline=MONDAY_NOON + timedelta(hours=2)),
        "has until Monday 23 November, 14:00 UTC to answer",
    ),
    (
        "replies.open",
        "warn",
        a_request("declined", party="The harbour master"),
        "The harbour master declined to comment, and the story does not say so",
    ),
    (
        "replies.open",
        "warn",
        lambda story: (
            a_request("open")(story),
            change(story, body=f"{story.body}<p>The trust had not replied by noon.</p>"),
        ),
        "The harbour trust has not answered yet. Ask once more",
    ),
    (
        "replies.answer",
        "warn",
        a_request("answered", party="The pilots’ guild", answer="No."),
        "The pilots’ guild has answered, and the story does not have it",
    ),
    (
        "replies.proposal",
        "warn",
        declined(is_proposal=True),
        "was read out of a pasted text",
    ),
    (
        "workflow.hold",
        "block",
        lambda story: change(story, legal_hold="The skipper’s solicitor wrote."),
        "on legal hold: The skipper’s solicitor wrote. Only Legal lifts it.",
    ),
    (
        "workflow.two_people",
        "block",
        lambda story: Contributor.objects.update(user=story.created_by),
        "You wrote this story",
    ),
    (
        "workflow.notes",
        "warn",
        lambda story: Note.objects.create(
            story=story, text="Since when?", made_by=story.created_by
        ),
        "1 note is still open",
    ),
    (
        "workflow.provenance",
        "warn",
        lambda story: change(story, provenance="publisher", provenance_note="The Tern"),
        "came from another publisher (The Tern)",
    ),
]
