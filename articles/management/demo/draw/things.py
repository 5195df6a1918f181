"""Things that stand in several pictures: houses, people, lamps, boats, trees, bridges."""

from __future__ import annotations

import math

from articles.management.demo.draw.canvas import Canvas, Colour, mix

WINDOW_LIGHT: Colour = (255, 206, 120)


def person(c: Canvas, x: float, foot: float, tall: float, colour: Colour) -> None:
    """A silhouette; `tall` is a share of the picture's height."""
    w = tall * c.height / c.width
    step = c.random.uniform(0.05, 0.14) * w
    c.disc(x, foot - tall * 0.92, w * 0.075, colour)
    c.poly(
        [
            (x - w * 0.12, foot - tall * 0.82),
            (x + w * 0.12, foot - tall * 0.82),
            (x + w * 0.14, foot - tall * 0.42),
            (x - w * 0.14, foot - tall * 0.42),
        ],
        colour,
    )
    for side in (-1, 1):
        c.poly(
            [
                (x - w * 0.1 * (side < 0), foot - tall * 0.45),
                (x + w * 0.12 * (side > 0) + 0.001, foot - tall * 0.45),
                (x + side * step + w * 0.05, foot),
                (x + side * step - w * 0.04, foot),
            ],
            colour,
        )


def lamp(
    c: Canvas, x: float, foot: float, tall: float, colour: Colour, *, lit: bool = True
) -> None:
    c.line([(x, foot), (x, foot - tall)], colour, 0.003)
    if lit:
        c.glow(x, foot - tall, 0.09, (255, 190, 100), 0.75)
        c.disc(x, foot - tall, 0.006, (255, 238, 200))
    else:
        c.disc(x, foot - tall, 0.005, mix(colour, (255, 255, 255), 0.5))


def house(
    c: Canvas,
    x: float,
    w: float,
    base: float,
    tall: float,
    wall: Colour,
    *,
    lit: float = 0.0,
    gable: bool = True,
) -> None:
    """A house front with rows of windows; `lit` is the share of them with light."""
    roof = mix(wall, (40, 36, 40), 0.65)
    top = base - tall
    c.rect(x, top, x + w, base, wall)
    if gable:
        c.poly([(x, top), (x + w / 2, top - w * 0.55), (x + w, top)], roof)
    else:
        c.poly(
            [
                (x, top),
                (x + w * 0.08, top - tall * 0.2),
                (x + w * 0.92, top - tall * 0.2),
                (x + w, top),
            ],
            roof,
        )
        c.rect(x + w * 0.7, top - tall * 0.32, x + w * 0.8, top - tall * 0.12, mix(wall, roof, 0.5))
    rows, columns = max(2, round(tall * 13)), max(2, round(w * 32))
    for row in range(rows):
        for column in range(columns):
            wx = x + w * (column + 0.3) / columns
            wy = top + tall * (row + 0.22) / rows
            glass = WINDOW_LIGHT if c.random.random() < lit else mix(wall, (25, 32, 45), 0.72)
            c.rect(wx, wy, wx + w * 0.4 / columns, wy + tall * 0.5 / rows, glass)


def row(
    c: Canvas,
    base: float,
    walls: list[Colour],
    *,
    x0: float = -0.02,
    x1: float = 1.02,
    tall: float = 0.16,
    lit: float = 0.0,
) -> None:
    """Houses side by side in several widths and heights."""
    x = x0
    while x < x1:
        w = c.random.uniform(0.045, 0.085)
        height = tall * c.random.uniform(0.7, 1.2)
        house(
            c, x, w, base, height, c.random.choice(walls), lit=lit, gable=c.random.random() < 0.45
        )
        x += w


def spire(c: Canvas, x: float, base: float, tall: float, colour: Colour) -> None:
    w = tall * 0.14
    c.rect(x - w, base - tall * 0.55, x + w, base, colour)
    c.poly([(x - w, base - tall * 0.55), (x, base - tall), (x + w, base - tall * 0.55)], colour)


def clock_tower(c: Canvas, x: float, base: float, tall: float, wall: Colour) -> None:
    w = tall * 0.13
    c.rect(x - w, base - tall * 0.75, x + w, base, wall)
    c.rect(
        x - w * 1.2, base - tall * 0.77, x + w * 1.2, base - tall * 0.73, mix(wall, (0, 0, 0), 0.3)
    )
    c.poly(
        [(x - w, base - tall * 0.77), (x, base - tall), (x + w, base - tall * 0.77)],
        mix(wall, (60, 80, 80), 0.7),
    )
    c.disc(x, base - tall * 0.62, w * 0.62, (240, 236, 220))
    c.line([(x, base - tall * 0.62), (x, base - tall * 0.67)], (30, 30, 30), 0.0015)
    c.line([(x, base - tall * 0.62), (x + w * 0.35, base - tall * 0.61)], (30, 30, 30), 0.0015)


def tree(c: Canvas, x: float, foot: float, tall: float, leaf: Colour) -> None:
    c.line([(x, foot), (x, foot - tall * 0.6)], mix(leaf, (40, 30, 20), 0.7), 0.006)
    for _ in range(26):
        angle, far = c.random.uniform(0, math.tau), c.random.random() ** 0.5
        c.disc(
            x + math.cos(angle) * far * tall * 0.24,
            foot - tall * 0.72 + math.sin(angle) * far * tall * 0.3,
            tall * 0.075,
            mix(leaf, (20, 25, 20), c.random.uniform(0, 0.45)),
        )


def ferry(c: Canvas, x: float, line: float, long: float, *, lit: bool = False) -> None:
    """The *Kittiwake*: white over dark green, double-ended, one low funnel."""
    h = long * c.width / c.height
    green, white = (24, 66, 54), (232, 232, 224) if not lit else (120, 130, 140)
    c.poly(
        [
            (x - long * 0.5, line - h * 0.1),
            (x + long * 0.5, line - h * 0.1),
            (x + long * 0.44, line + h * 0.03),
            (x - long * 0.44, line + h * 0.03),
        ],
        green,
    )
    c.rect(x - long * 0.36, line - h * 0.2, x + long * 0.36, line - h * 0.1, white)
    c.rect(x - long * 0.1, line - h * 0.3, x + long * 0.12, line - h * 0.2, white)
    c.rect(x + long * 0.17, line - h * 0.27, x + long * 0.22, line - h * 0.2, (200, 120, 50))
    glass = WINDOW_LIGHT if lit else (60, 80, 95)
    for step in range(12):
        left = x - long * 0.34 + step * long * 0.057
        c.rect(left, line - h * 0.175, left + long * 0.035, line - h * 0.13, glass)
    c.rect(x - long * 0.08, line - h * 0.28, x + long * 0.1, line - h * 0.235, glass)
    c.line([(x, line - h * 0.3), (x, line - h * 0.42)], (70, 70, 70), 0.0015)


def workboat(c: Canvas, x: float, line: float, long: float, hull: Colour) -> None:
    h = long * c.width / c.height
    c.poly(
        [
            (x - long * 0.5, line - h * 0.14),
            (x + long * 0.55, line - h * 0.2),
            (x + long * 0.42, line + h * 0.02),
            (x - long * 0.46, line + h * 0.02),
        ],
        hull,
    )
    c.rect(x + long * 0.05, line - h * 0.38, x + long * 0.28, line - h * 0.16, (235, 235, 228))
    c.rect(x + long * 0.07, line - h * 0.34, x + long * 0.26, line - h * 0.26, (50, 65, 80))
    c.line(
        [(x - long * 0.15, line - h * 0.12), (x - long * 0.15, line - h * 0.75)],
        (60, 50, 45),
        0.003,
    )
    c.line(
        [(x - long * 0.15, line - h * 0.72), (x - long * 0.42, line - h * 0.2)],
        (60, 50, 45),
        0.0015,
    )


def arches(c: Canvas, deck: float, colour: Colour, *, spans: int = 3, water: float = 0.62) -> None:
    """An iron bridge across the whole width: shallow arches on stone piers, a lattice parapet."""
    deep = water - deck
    for span in range(spans):
        x0, x1 = span / spans, (span + 1) / spans
        under = [
            (x0 + (x1 - x0) * t / 24, deck + deep * (0.24 + 0.62 * (2 * t / 24 - 1) ** 2))
            for t in range(25)
        ]
        c.poly([(x0, deck), *under, (x1, deck)], colour)
        stone = mix(colour, (150, 140, 125), 0.55)
        c.rect(x0 - 0.013, deck + deep * 0.35, x0 + 0.013, water + 0.02, stone)
    c.rect(0, deck - 0.012, 1, deck + 0.022, mix(colour, (255, 255, 255), 0.08))
    for step in range(90):
        x = step / 90
        c.line([(x, deck - 0.012), (x + 1 / 90, deck - 0.05)], colour, 0.0012)
        c.line([(x + 1 / 90, deck - 0.012), (x, deck - 0.05)], colour, 0.0012)
    c.line([(0, deck - 0.05), (1, deck - 0.05)], colour, 0.003)


def barrier(c: Canvas, x: float, foot: float, long: float, *, high: float = 0.05) -> None:
    """Red and white bands."""
    for step in range(8):
        paint = (190, 40, 35) if step % 2 else (235, 232, 225)
        left = x + long * step / 8
        c.rect(left, foot - high, left + long / 8, foot - high * 0.45, paint)
    for post in (0.05, 0.95):
        c.rect(x + long * post - 0.003, foot - high, x + long * post + 0.003, foot, (60, 60, 60))


def gulls(c: Canvas, x: float, y: float, count: int, colour: Colour) -> None:
    for _ in range(count):
        gx, gy = x + c.random.uniform(-0.08, 0.08), y + c.random.uniform(-0.06, 0.06)
        s = c.random.uniform(0.006, 0.012)
        c.line([(gx - s, gy - s * 0.7), (gx, gy), (gx + s, gy - s * 0.8)], colour, 0.0018)
