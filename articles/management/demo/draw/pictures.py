"""Which scene hangs under which key, and in what format."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PIL import Image

from articles.management.demo.draw import rooms, town, water
from articles.management.demo.draw.canvas import Canvas

SIZES = {"landscape": (1600, 1067), "portrait": (1067, 1400), "square": (1200, 1200)}  # pixels
SCENES: dict[str, Callable[[Canvas], None]] = {
    scene.__name__.replace("_", "-"): scene
    for scene in (
        *(water.corn_bridge_empty, water.bridge_underside, water.bridge_walkers_dusk),
        *(water.ferry_kittiwake, water.ferry_early_boat, water.south_quay, water.gale_night),
        *(water.fog_harbour, water.rowing_four, water.lifeboat_slip, water.coast_path),
        *(water.wendle_marsh, water.marram_ten, water.hobdays_granary),
        *(town.market_place, town.north_stand, town.ropewalk_floodlights, town.gasworks_lane),
        *(town.priory_road_school, town.library_facade, town.lobster_pots, town.town_hall_night),
        *(rooms.tide_gauge, rooms.school_kitchen, rooms.fish_ice, rooms.reading_room),
        *(rooms.overdue_book, rooms.assembly_rooms, rooms.weighhouse_table, rooms.boatyard),
        *(rooms.net_loft, rooms.new_ferry_drawing),
    )
}
PLAIN = frozenset({"new-ferry-drawing"})  # a drawing: no grain, no dark corners


def paint(key: str, orientation: str) -> Image.Image:
    """The picture under this key; the same each time."""
    canvas = Canvas(key, SIZES[orientation])
    SCENES[key](canvas)
    if key in PLAIN:
        return canvas.finished(grain=0, dark_edges=0)
    return canvas.finished()


def paint_file(key: str, orientation: str, folder: str) -> Path:
    """Paints a picture into a file of the folder; fit to run in a process of its own."""
    path = Path(folder) / f"{key}.jpg"
    paint(key, orientation).save(path, "JPEG", quality=90)
    return path
