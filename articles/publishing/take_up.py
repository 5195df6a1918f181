"""Take up again: what was dismissed, or passed over although it blocks, counts once more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from articles.desk.dismissal import restore
from articles.desk.story import Story
from articles.preflight.finding import RULES
from articles.publishing.recheck import recheck
from articles.publishing.refusal import NotAllowed

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser, User

BECAUSE = "What was passed over was taken up again."


def may_pass_over(person: User | AnonymousUser, rule_id: str) -> bool:
    """Who writes passes over what does not block; a block, whoever holds its permission."""
    rule = RULES.get(rule_id)
    if rule is None or not rule.blocks:
        return person.has_perm("articles.change_story")
    return bool(rule.override) and person.has_perm(f"articles.{rule.override}")


def may_pass_something_over(person: User | AnonymousUser) -> bool:
    return any(may_pass_over(person, rule_id) for rule_id in RULES)


@transaction.atomic
def take_up_again(story: Story, *, key: str, by: User) -> list[Story]:
    """Calls off what is scheduled and no longer passes; answers it."""
    for row in story.dismissals.filter(key=key):
        if not may_pass_over(by, row.rule):
            message = (
                f"{row.made_by} passed this over. Ask them, Legal or an editor to take it up again."
            )
            raise NotAllowed(message)
    restore(story, key=key, by=by)
    return recheck([story], by=by, because=BECAUSE)
