"""How fronts stand: what readers have, what is to come, and whether the draft waits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone
from django.utils.formats import date_format

from articles.desk.fronts.draft import Place, places_in
from articles.desk.fronts.front import Front, Slot
from articles.publishing.fronts.take import places_of
from articles.site.front_edition import FrontEdition


@dataclass(frozen=True)
class State:
    """The standing front edition, those to come with the next one first, and the draft."""

    standing: FrontEdition | None
    coming: tuple[FrontEdition, ...]
    draft: tuple[Place, ...]

    @property
    def waits(self) -> bool:
        """Whether the draft is another front than the one that readers have."""
        return list(self.draft) != (places_of(self.standing) if self.standing else [])

    def __str__(self) -> str:
        words = [self._with_readers()]
        if self.coming:
            moment = timezone.localtime(self.coming[0].goes_live_at)
            more = f" and {len(self.coming) - 1} more" if len(self.coming) > 1 else ""
            words.append(f"the next one goes live {date_format(moment, 'j M, H:i')}{more}")
        return "; ".join(words)

    def _with_readers(self) -> str:
        if self.standing is None or not self.standing.slots:
            return "newest first, by itself"
        since = date_format(timezone.localtime(self.standing.goes_live_at), "j M, H:i")
        return f"front edition {self.standing.number}, since {since}"


def states(fronts: Iterable[Front]) -> dict[int, State]:
    """The state of each front by its id, in three queries."""
    found = list(fronts)
    slugs = [front.slug for front in found]
    rows = FrontEdition.objects.filter(front__in=slugs)
    newest = rows.filter(goes_live_at__lte=timezone.now())
    newest = newest.order_by("front", "-goes_live_at", "-number").distinct("front")
    standing = {one.front: one for one in newest}
    coming = list(rows.still_to_come())
    slots = list(Slot.objects.filter(front__in=found).with_keys())
    return {
        front.pk: State(
            standing.get(front.slug),
            tuple(one for one in coming if one.front == front.slug),
            tuple(places_in(slot for slot in slots if slot.front_id == front.pk)),
        )
        for front in found
    }
