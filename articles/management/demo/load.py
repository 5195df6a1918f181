"""Loads the demo newsroom, through the same doors that people use."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.utils import timezone

from articles.desk.ask import note_attempt
from articles.desk.byline import Byline
from articles.desk.references import settle_references
from articles.desk.reply import Reply
from articles.desk.source import Source
from articles.desk.story import Story
from articles.management.demo.desk_work import hand_out
from articles.management.demo.draw.portraits import portrait
from articles.management.demo.fronts import compose_home
from articles.management.demo.identities import seal_identities
from articles.management.demo.paper import DemoStory, Paper, with_ids
from articles.management.demo.people import make_log_ins
from articles.management.demo.pictures import make_photos
from articles.markup.clean import clean
from articles.masthead.contributor import Contributor
from articles.masthead.policy import Policy
from articles.masthead.publication import Publication
from articles.masthead.section import Section
from articles.publishing.approve import Approval, approve
from articles.publishing.portrait import show_portrait
from articles.publishing.propose import Said, propose
from articles.publishing.publish import publish
from articles.publishing.withdraw import withdraw
from articles.vocabulary import CorrectedPlace, NoticedBy, Stage


def load(paper: Paper) -> int:
    """Fills an empty newsroom; answers how many stories there are. All of it, or nothing."""
    with transaction.atomic():
        return _Loading(paper, now=timezone.now()).run()


@dataclass
class _Loading:
    paper: Paper
    now: datetime
    people: dict[str, User] = field(default_factory=dict)
    sections: dict[str, Section] = field(default_factory=dict)
    contributors: dict[str, Contributor] = field(default_factory=dict)
    stories: dict[str, Story] = field(default_factory=dict)
    ids: dict[str, dict[str, int]] = field(default_factory=dict)

    def run(self) -> int:
        self.people = make_log_ins()
        self._masthead()
        photos = make_photos(self.paper.facts["pictures"], now=self._local_now())
        self.ids["photo"] = {key: photo.pk for key, photo in photos.items()}
        self.ids["source"] = self._sources()
        for one in self.paper.stories:
            self.stories[one.key] = self._story(one)
        self.ids["story"] = {key: story.pk for key, story in self.stories.items()}
        for one in self.paper.stories:
            self._write(one, self.stories[one.key])
        for one in self.paper.stories:
            self._release(one, self.stories[one.key])
        fronts, editor = self.paper.facts["fronts"], self.people["editor"]
        compose_home(fronts, self.stories, by=editor, now=self.now)
        return len(self.stories)

    def _masthead(self) -> None:
        facts = self.paper.facts
        Publication.objects.filter(pk=1).update(**facts["publication"])
        for row in facts["sections"]:
            self.sections[row["slug"]] = Section.objects.create(**row)
        for row in facts["contributors"]:
            user = self.people.get(row.get("user", ""))
            values = {name: value for name, value in row.items() if name != "has_portrait"}
            person = Contributor.objects.create(**{**values, "user": user})
            self.contributors[row["slug"]] = person
            if row.get("has_portrait"):
                file = SimpleUploadedFile(f"{person.slug}.jpg", portrait(person.slug))
                show_portrait(person, file)
        for position, row in enumerate(facts["policies"]):
            Policy.objects.create(**{**row, "body": clean(row["body"])}, position=position)

    def _sources(self) -> dict[str, int]:
        """In the order of the file: one that comes via another stands after it."""
        made: dict[str, Source] = {}
        for row in self.paper.facts["sources"]:
            values = {name: value for name, value in row.items() if name not in {"key", "via"}}
            made[row["key"]] = Source.objects.create(**values, via=made.get(row.get("via", "")))
        seal_identities(self.paper.facts["identities"], made, self.people)
        return {key: source.pk for key, source in made.items()}

    def _story(self, one: DemoStory) -> Story:
        names = (
            *("slugline", "kicker", "headline", "standfirst", "dateline", "kind", "urgency"),
            *("slug", "language", "unknowns"),
        )
        values: dict[str, Any] = {name: one.matter[name] for name in names if name in one.matter}
        bylines = [_byline(entry) for entry in one.matter["bylines"]]
        writer = self.contributors[bylines[0]["contributor"]].user or self.people["reporter"]
        is_draft = one.state == "draft"
        story = Story.objects.create(
            **values,
            section=self.sections[one.matter["section"]],
            stage=Stage.DRAFT if is_draft else Stage.CLEARED,
            created_by=writer,
            embargo=self._tomorrow() if one.state == "embargoed" else None,
        )
        story.tags.add(*one.matter.get("tags", []))
        for order, entry in enumerate(bylines):
            Byline.objects.create(
                story=story,
                contributor=self.contributors[entry["contributor"]],
                role=entry["role"],
                order=order,
            )
        return story

    def _write(self, one: DemoStory, story: Story) -> None:
        story.body = clean(with_ids(one.body, self.ids))
        story.save()
        settle_references(story, on=self._ago(one.days_ago).date())
        for row in one.matter.get("requests", []):
            self._ask(story, row)

    def _ask(self, story: Story, row: dict[str, Any]) -> None:
        """A request for comment, sent some hours ago, or still to be sent."""
        request = Reply.objects.create(
            story=story,
            party=row["party"],
            put_to_them=row["put_to_them"],
            deadline=self.now + timedelta(hours=row["deadline_in_hours"]),
        )
        if "contact" in row:
            moment = self.now - timedelta(hours=row["hours_ago"])
            note_attempt(request, by=story.created_by, made_at=moment, contact=row["contact"])
        if "state" in row:
            request.state = row["state"]
            request.save()

    def _release(self, one: DemoStory, story: Story) -> None:
        editor, matter = self._editor_of(story), one.matter
        if one.state == "draft":
            hand_out(story, self.people, now=self.now)
            return
        if one.state == "embargoed":
            publish(story, by=editor, goes_live_at=self._tomorrow(), reason="Under embargo.")
            return
        moment = self._ago(one.days_ago)
        publish(story, by=editor, goes_live_at=moment, reason="Read and released.")
        story.refresh_from_db()
        if "correction" in matter:
            change = matter["correction"]
            story.body = story.body.replace(change["find"], change["replace"])
            self._save(story)
            self._correct(story, change, at=self._later(one, change))
        if "update" in matter:
            story.body += clean(with_ids(matter["update"]["append"], self.ids))
            self._save(story)
            moment = self._later(one, matter["update"])
            publish(story, by=editor, goes_live_at=moment, new_facts="The story went on.")
        if one.state == "withdrawn":
            withdraw(
                story,
                by=editor,
                note=matter["withdrawal_reason"],
                at=self._later(one, matter, "withdrawn_"),
            )

    def _correct(self, story: Story, change: dict[str, Any], *, at: datetime) -> None:
        """The reporter proposes it, an editor approves it."""
        said = Said(
            note=change["note"],
            wrong=change["find"],
            right=change["replace"],
            where=(CorrectedPlace.BODY,),
            noticed_by=NoticedBy.READER,
            noticed_note="A reader wrote in.",
        )
        correction = propose(story, said, by=self.people["reporter"])
        approve(correction, by=self._editor_of(story), approval=Approval(goes_live_at=at))

    def _editor_of(self, story: Story) -> User:
        """Who releases it: the editor, or another where the editor wrote it."""
        writers = story.bylines.values_list("contributor__user", flat=True)
        return self.people["night" if self.people["editor"].pk in writers else "editor"]

    def _save(self, story: Story) -> None:
        story.save()
        settle_references(story)

    def _local_now(self) -> datetime:
        return self.now.astimezone(Publication.objects.get(pk=1).zone)

    def _ago(self, days: float) -> datetime:
        return self.now - timedelta(days=days)

    def _later(self, one: DemoStory, change: dict[str, Any], prefix: str = "") -> datetime:
        """When a change was made: as the file says, or a quarter of the way from then to now."""
        days = change.get(f"{prefix}days_ago", one.days_ago * 0.75)
        return self._ago(float(days))

    def _tomorrow(self) -> datetime:
        """Tomorrow at six in the morning, by the paper's clock."""
        local = self._local_now() + timedelta(days=1)
        return local.replace(hour=6, minute=0, second=0, microsecond=0)


def _byline(entry: str | dict[str, str]) -> dict[str, str]:
    if isinstance(entry, str):
        return {"contributor": entry, "role": "writer"}
    return {"role": "writer", **entry}
