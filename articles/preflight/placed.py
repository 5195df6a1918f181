"""The pictures of a story, under the names by which findings call them."""

from __future__ import annotations

from collections.abc import Iterator

from articles.desk.photos.placement import Placement
from articles.preflight.finding import Case
from articles.preflight.place import Place


def at(placement: Placement) -> Place:
    """Where on the story's page it is: another picture there is another place."""
    return Place(field="placements", row=placement.pk)


def placed(case: Case) -> Iterator[tuple[str, Placement]]:
    """Each placement, under the name by which an editor finds it: “Picture 2 (the quay)”."""
    for number, pk in enumerate(case.dossier.references.photos, start=1):
        if placement := case.dossier.placements.get(pk):
            words = placement.printed_alt_text or placement.printed_caption
            name = f"Picture {number}" + (f" (“{words[:50].rstrip()}”)" if words else "")
            yield name, placement
