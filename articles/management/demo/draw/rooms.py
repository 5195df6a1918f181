"""Scenes indoors, still lifes, and the designer's drawing."""

from __future__ import annotations

import math

from articles.management.demo.draw.canvas import Canvas, mix
from articles.management.demo.draw.things import person


def tide_gauge(c: Canvas) -> None:
    c.shade(0, 1, [(146, 142, 136), (126, 122, 116), (96, 98, 88)])
    for course in range(13):
        y = course * 0.07
        shift = 0.1 * (course % 2)
        for block in range(6):
            x = block * 0.22 - shift
            tone = mix((146, 142, 136), (100, 98, 94), c.random.random() * 0.7)
            c.rect(x, y, x + 0.212, y + 0.064, tone)
    for _ in range(2600):
        x, y = c.random.random(), 0.56 + abs(c.random.gauss(0, 0.16))
        c.line(
            [(x, y), (x + c.random.uniform(-0.01, 0.01), y + c.random.uniform(0.01, 0.05))],
            c.random.choice([(70, 98, 50), (52, 78, 42), (96, 116, 60)]),
            0.003,
        )
    c.rect(0.3, 0, 0.52, 1, (236, 234, 224))
    for mark in range(60):
        y = 0.98 - mark * 0.0165
        long = 0.11 if mark % 10 == 0 else 0.07 if mark % 5 == 0 else 0.035
        c.rect(0.3, y, 0.3 + long, y + 0.005, (24, 24, 26))
    for number, y in ((2, 0.8), (3, 0.57), (4, 0.34), (5, 0.11)):
        _figure(c, number, 0.43, y, 0.075)
    c.veil((70, 96, 52), top=0, bottom=0.75, y0=0.62, y1=0.9)
    for x in (0.66, 0.84):
        c.rect(x, 0, x + 0.025, 1, (116, 66, 42))
    for rung in range(11):
        c.rect(0.66, 0.04 + rung * 0.09, 0.86, 0.058 + rung * 0.09, (132, 76, 46))
    c.rect(0.06, 0.15, 0.25, 0.175, (186, 150, 70))
    c.disc(0.14, 0.44, 0.075, (112, 64, 40))
    c.disc(0.14, 0.44, 0.055, (116, 114, 108))
    c.shade(0.9, 1, [(70, 92, 84), (36, 56, 56)])
    c.ripples(0.9, (200, 214, 206), count=200, share=0.6)


SEGMENTS = {2: "abged", 3: "abgcd", 4: "fgbc", 5: "afgcd"}


def _figure(c: Canvas, number: int, x: float, y: float, size: float) -> None:
    """A figure painted with a broad brush, as on a tide board."""
    h, ink = size * 0.75, (24, 24, 26)
    ends = {
        "a": ((0, 0), (1, 0)), "b": ((1, 0), (1, 1)), "c": ((1, 1), (1, 2)), "d": ((0, 2), (1, 2)),
        "e": ((0, 1), (0, 2)), "f": ((0, 0), (0, 1)), "g": ((0, 1), (1, 1)),
    }  # fmt: skip
    for name in SEGMENTS[number]:
        (x0, y0), (x1, y1) = ends[name]
        c.line(
            [(x + x0 * size * 0.7, y + y0 * h * 0.6), (x + x1 * size * 0.7, y + y1 * h * 0.6)],
            ink,
            0.02,
        )


def school_kitchen(c: Canvas) -> None:
    c.shade(0, 0.62, [(206, 208, 204), (190, 194, 192), (168, 172, 172)])
    for tile in range(30):
        c.line([(tile / 29, 0), (tile / 29, 0.5)], (178, 182, 180), 0.001)
    for tile in range(10):
        c.line([(0, tile * 0.055), (1, tile * 0.055)], (178, 182, 180), 0.001)
    c.rect(0.5, 0.22, 0.96, 0.55, (96, 100, 104))
    for x in (0.62, 0.8):
        person(c, x, 0.72, 0.52, (226, 228, 228))
        c.disc(x, 0.2, 0.04, (246, 246, 246), flat=0.8)
    c.disc(0.2, 0.16, 0.055, (60, 62, 66))
    c.disc(0.2, 0.16, 0.048, (246, 246, 242))
    c.line([(0.2, 0.16), (0.2, 0.11)], (30, 30, 30), 0.003)
    c.line([(0.2, 0.16), (0.23, 0.18)], (30, 30, 30), 0.003)
    c.blur(0.007, (0, 0, 1, 0.62))
    c.shade(0.58, 0.9, [(206, 210, 212), (150, 156, 160), (186, 190, 192)])
    foods = [
        ((208, 146, 66), 0.016),
        ((96, 158, 66), 0.007),
        ((236, 130, 40), 0.011),
        ((244, 228, 176), 0.018),
    ]
    for tray, (paint, size) in enumerate(foods):
        x = 0.25 + tray * 0.185
        c.poly([(x, 0.62), (x + 0.165, 0.62), (x + 0.175, 0.82), (x - 0.01, 0.82)], (116, 122, 126))
        for _ in range(320):
            t = c.random.random()
            fx = x + 0.01 + 0.145 * c.random.random()
            tone = mix(
                paint,
                (60, 40, 20) if c.random.random() < 0.5 else (255, 250, 230),
                c.random.random() * 0.35,
            )
            c.disc(fx, 0.635 + 0.17 * t, size * c.random.uniform(0.7, 1.1), tone, flat=0.6)
    for plate in range(9):
        c.disc(
            0.11,
            0.84 - plate * 0.022,
            0.09,
            mix([(190, 214, 232), (238, 214, 190), (204, 228, 200)][plate % 3], (90, 90, 100), 0.2),
            flat=0.3,
        )
        c.disc(
            0.11,
            0.834 - plate * 0.022,
            0.09,
            [(190, 214, 232), (238, 214, 190), (204, 228, 200)][plate % 3],
            flat=0.3,
        )
    for x in (0.33, 0.52, 0.7, 0.88):
        c.glow(x, 0.1, 0.16, (255, 214, 150), 0.6)
        c.poly(
            [(x - 0.03, 0.06), (x + 0.03, 0.06), (x + 0.05, 0.12), (x - 0.05, 0.12)], (140, 60, 50)
        )
    c.soft(0.4, 0.62, (250, 248, 240), count=9, size=0.07)
    c.shade(0.9, 1, [(110, 116, 120), (84, 90, 94)])


def fish_ice(c: Canvas) -> None:
    c.shade(0, 1, [(112, 114, 116), (98, 100, 102), (82, 84, 88)])
    for _ in range(900):
        c.disc(
            c.random.random(),
            c.random.random(),
            c.random.uniform(0.001, 0.006),
            mix((96, 98, 100), (150, 158, 164), c.random.random()),
        )
    for box, (x, y) in enumerate(((0.06, 0.12), (0.38, 0.2), (0.7, 0.3))):
        c.poly(
            [(x, y), (x + 0.27, y - 0.03), (x + 0.29, y + 0.55), (x + 0.01, y + 0.6)], (26, 78, 156)
        )
        c.poly(
            [
                (x + 0.015, y + 0.02),
                (x + 0.257, y - 0.007),
                (x + 0.274, y + 0.53),
                (x + 0.024, y + 0.575),
            ],
            (190, 206, 216),
        )
        for _ in range(900):
            px, py = x + 0.03 + 0.235 * c.random.random(), y + 0.03 + 0.51 * c.random.random()
            c.disc(
                px,
                py,
                c.random.uniform(0.002, 0.006),
                mix((176, 196, 208), (252, 254, 255), c.random.random()),
            )
        for fish in range(7):
            fx, fy = x + 0.05 + (fish % 2) * 0.105, y + 0.07 + fish * 0.066
            dark = (52, 60, 84) if box == 2 else (150, 160, 168)
            if box == 2 and fish > 3:
                c.disc(fx + 0.05, fy + 0.02, 0.05, (176, 84, 50), flat=0.6)
                continue
            c.poly(
                [
                    (fx, fy + 0.02),
                    (fx + 0.035, fy),
                    (fx + 0.095, fy + 0.012),
                    (fx + 0.12, fy),
                    (fx + 0.12, fy + 0.042),
                    (fx + 0.095, fy + 0.03),
                    (fx + 0.035, fy + 0.042),
                ],
                dark,
            )
            c.poly(
                [
                    (fx + 0.01, fy + 0.024),
                    (fx + 0.04, fy + 0.02),
                    (fx + 0.095, fy + 0.024),
                    (fx + 0.04, fy + 0.038),
                ],
                mix(dark, (255, 255, 255), 0.6),
            )
            c.disc(fx + 0.018, fy + 0.016, 0.004, (20, 20, 24))
    for ring in range(9):
        c.disc(
            0.18,
            0.9 - ring * 0.01,
            0.13 - ring * 0.011,
            mix((214, 96, 30), (244, 146, 60), ring % 2),
            flat=0.42,
        )
    c.poly([(0.52, 0.9), (0.6, 0.86), (0.66, 0.9), (0.64, 0.98), (0.54, 0.99)], (232, 196, 50))
    c.glow(0.3, 0.1, 0.5, (226, 240, 255), 0.35)


def reading_room(c: Canvas) -> None:
    c.shade(0, 1, [(186, 190, 190), (120, 100, 78), (58, 42, 32)])
    c.poly([(0.36, 0), (0.64, 0), (0.54, 0.34), (0.46, 0.34)], (236, 244, 250))
    for step in range(9):
        t = (step / 8) ** 1.6
        half, y = 0.045 + 0.34 * t, 0.34 - 0.36 * t
        c.line([(0.5 - half, y), (0.5 + half, y)], (120, 112, 100), 0.002 + 0.005 * t)
    for side in (-1, 1):
        for step in range(9):
            near, far = 0.5 * (1 - step / 9) ** 1.6 + 0.07, 0.5 * (1 - (step + 1) / 9) ** 1.6 + 0.07
            x0, x1 = 0.5 + side * near, 0.5 + side * far
            c.poly(
                [
                    (x0, 0.5 - near * 0.62),
                    (x1, 0.5 - far * 0.62),
                    (x1, 0.5 + far * 0.62),
                    (x0, 0.5 + near * 0.62),
                ],
                (66, 44, 30),
            )
            for shelf in range(9):
                if shelf == 4:
                    continue
                for _ in range(9):
                    b = c.random.random() * 0.94
                    bx = x0 + (x1 - x0) * b
                    n = near + (far - near) * b
                    low = 0.5 + n * 0.62 - n * 1.24 * shelf / 9
                    paint = c.random.choice(
                        [(122, 44, 36), (48, 70, 56), (150, 116, 62), (52, 52, 76), (98, 66, 44)]
                    )
                    c.rect(
                        min(bx, bx + 0.012 * n),
                        low - n * 0.11,
                        max(bx, bx + 0.014 * n) + 0.004 * n,
                        low,
                        paint,
                    )
            c.line(
                [(x0, 0.5 - near * 0.04), (x1, 0.5 - far * 0.04)], (28, 26, 26), 0.005 * near * 3
            )
            c.line([(x0, 0.5 - near * 0.14), (x1, 0.5 - far * 0.14)], (28, 26, 26), 0.002)
    for centre in (-0.3, 0.0, 0.3):
        c.poly(
            [
                (0.5 + centre * 0.2 - 0.012, 0.58),
                (0.5 + centre * 0.2 + 0.012, 0.58),
                (0.5 + centre + 0.1, 1),
                (0.5 + centre - 0.1, 1),
            ],
            (104, 66, 40),
        )
        for step in range(5):
            t = (step / 4) ** 1.4
            x, y = 0.5 + centre * (0.2 + 0.62 * t), 0.56 + 0.3 * t
            c.glow(x, y + 0.02, 0.03 + 0.06 * t, (255, 214, 130), 0.75)
            c.poly(
                [
                    (x - 0.006 - 0.02 * t, y),
                    (x + 0.006 + 0.02 * t, y),
                    (x + 0.004 + 0.012 * t, y - 0.012 - 0.025 * t),
                    (x - 0.004 - 0.012 * t, y - 0.012 - 0.025 * t),
                ],
                (30, 104, 66),
            )
    for x, y, tall in (
        (0.4, 0.72, 0.13),
        (0.62, 0.78, 0.17),
        (0.3, 0.92, 0.24),
        (0.72, 0.98, 0.26),
        (0.17, 0.84, 0.36),
    ):
        person(c, x, y, tall, (24, 20, 20))
    c.line([(0.13, 0.9), (0.2, 0.3)], (90, 62, 40), 0.006)


def overdue_book(c: Canvas) -> None:
    c.shade(0, 0.4, [(38, 30, 26), (60, 46, 36)])
    for step in range(14):
        c.rect(
            0.02 + step * 0.072,
            0.02,
            0.075 + step * 0.072,
            0.34,
            c.random.choice([(92, 40, 36), (50, 60, 56), (120, 92, 56), (56, 50, 66)]),
        )
    c.blur(0.014, (0, 0, 1, 0.4))
    c.shade(0.38, 1, [(110, 72, 42), (134, 88, 52), (92, 58, 34)])
    for _ in range(160):
        y = 0.4 + 0.6 * c.random.random()
        x = c.random.random()
        c.line(
            [(x, y), (x + 0.2, y + c.random.uniform(-0.004, 0.004))],
            mix((92, 58, 34), (160, 110, 66), c.random.random()),
            0.0012,
        )
    c.poly(
        [(0.06, 0.44), (0.5, 0.4), (0.94, 0.44), (0.98, 0.88), (0.5, 0.86), (0.02, 0.88)],
        (148, 34, 36),
    )
    c.poly([(0.08, 0.435), (0.5, 0.405), (0.5, 0.84), (0.05, 0.86)], (234, 220, 184))
    c.poly([(0.5, 0.405), (0.92, 0.435), (0.95, 0.86), (0.5, 0.84)], (240, 228, 194))
    c.glow(0.5, 0.62, 0.1, (150, 126, 90), 0.4)
    c.rect(0.13, 0.5, 0.42, 0.79, (246, 240, 222))
    for line in range(9):
        c.line([(0.13, 0.5 + line * 0.036), (0.42, 0.5 + line * 0.036)], (150, 140, 120), 0.0012)
        for column in range(3):
            if line * 3 + column < 22:
                x = 0.145 + column * 0.097 + c.random.uniform(-0.006, 0.006)
                for mark in range(6):
                    c.rect(
                        x + mark * 0.0115,
                        0.51 + line * 0.0325,
                        x + 0.008 + mark * 0.0115,
                        0.525 + line * 0.0325,
                        mix((92, 60, 140), (246, 240, 222), c.random.random() * 0.5),
                    )
    for ruled in (0.227, 0.323):
        c.line([(ruled, 0.5), (ruled, 0.79)], (150, 140, 120), 0.0012)
    knot = [
        (0.58 + 0.3 * t / 60 + 0.02 * math.sin(t / 4), 0.6 + 0.06 * math.sin(t / 9.5 * math.pi))
        for t in range(61)
    ]
    other = [(x, 1.2 - y) for x, y in knot]
    for rope in (knot, other):
        c.line(rope, (70, 56, 44), 0.02)
        c.line(rope, (222, 206, 170), 0.013)
    for line in range(5):
        c.line(
            [(0.57, 0.72 + line * 0.022), (0.86 - 0.06 * (line == 4), 0.722 + line * 0.022)],
            (140, 124, 100),
            0.003,
        )
    c.rect(0.1, 0.9, 0.3, 0.97, (40, 36, 60))
    c.rect(0.12, 0.91, 0.28, 0.955, (84, 56, 128))
    c.poly([(0.38, 0.98), (0.46, 0.98), (0.45, 0.92), (0.39, 0.92)], (60, 46, 36))
    c.disc(0.42, 0.89, 0.03, (150, 96, 56))
    c.glow(0.1, 0.3, 0.6, (255, 224, 170), 0.35)


def assembly_rooms(c: Canvas) -> None:
    c.shade(0, 1, [(120, 100, 76), (196, 160, 104), (44, 28, 24)])
    for panel in range(9):
        c.line([(panel / 8, 0), (0.3 + 0.4 * panel / 8, 0.16)], (170, 140, 84), 0.004)
    for x in (0.02, 0.88):
        for pane in range(2):
            left = x + pane * 0.055
            c.rect(left, 0.18, left + 0.045, 0.6, (104, 34, 38))
            for fold in range(5):
                c.line(
                    [(left + fold * 0.01, 0.18), (left + fold * 0.01, 0.6)], (72, 22, 28), 0.0025
                )
    c.rect(0.16, 0.16, 0.84, 0.62, (226, 190, 128))
    c.glow(0.5, 0.4, 0.4, (255, 230, 170), 0.9)
    for tier in range(4):
        for singer in range(15):
            x = 0.2 + singer * 0.0425 + (tier % 2) * 0.014
            y = 0.34 + tier * 0.052
            c.rect(x - 0.012, y, x + 0.012, y + 0.06, (26, 22, 24))
            c.disc(
                x,
                y - 0.012,
                0.009,
                c.random.choice([(226, 186, 150), (150, 104, 76), (196, 150, 116), (110, 76, 56)]),
            )
            c.rect(x - 0.009, y + 0.012, x + 0.009, y + 0.032, (246, 244, 236))
    for player in range(18):
        x = 0.22 + player * 0.033
        c.disc(x, 0.575, 0.011, (36, 28, 26))
        c.line([(x + 0.008, 0.6), (x + 0.022, 0.55)], (150, 90, 44), 0.004)
    person(c, 0.5, 0.68, 0.2, (18, 14, 16))
    c.line([(0.49, 0.53), (0.455, 0.46)], (18, 14, 16), 0.006)
    c.line([(0.51, 0.53), (0.55, 0.45)], (18, 14, 16), 0.006)
    for x in (0.3, 0.7):
        c.line([(x, 0), (x, 0.09)], (90, 70, 40), 0.002)
        c.glow(x, 0.12, 0.12, (255, 240, 200), 0.9)
        for light in range(9):
            c.disc(
                x - 0.032 + light * 0.008, 0.12 + 0.014 * math.sin(light), 0.0035, (255, 252, 236)
            )
    for line in range(6):
        y, r = 0.7 + line * 0.065, 0.018 + line * 0.005
        for head in range(26 - line * 2):
            x = (head + 0.5 * (line % 2)) / (25 - line * 2) + c.random.uniform(-0.006, 0.006)
            tone = mix((30, 22, 22), (66, 46, 36), c.random.random() * (1 - line / 7))
            c.disc(x, y, r, tone, flat=1.15)
            c.disc(x, y + r * 2.2, r * 2, mix(tone, (14, 10, 12), 0.5), flat=1.0)


def weighhouse_table(c: Canvas) -> None:
    c.shade(0, 0.56, [(150, 132, 156), (206, 160, 156), (232, 190, 160)])
    for x in (0.2, 0.36, 0.62, 0.8):
        c.line([(x, 0.5), (x + 0.01, 0.06)], (70, 62, 76), 0.006)
        c.poly(
            [(x - 0.07, 0.5), (x + 0.08, 0.49), (x + 0.06, 0.54), (x - 0.05, 0.54)], (66, 60, 72)
        )
    c.blur(0.009, (0, 0, 1, 0.56))
    for x in (0.0, 0.24, 0.49, 0.74, 0.98):
        c.rect(x, 0, x + 0.014, 0.56, (84, 64, 50))
    for y in (0.0, 0.26, 0.52):
        c.rect(0, y, 1, y + 0.02, (84, 64, 50))
    c.shade(0.54, 1, [(176, 140, 104), (196, 160, 120), (150, 114, 80)])
    for plank in range(8):
        c.line([(plank / 7 * 1.2 - 0.1, 0.54), (plank / 7 * 1.8 - 0.4, 1)], (140, 104, 72), 0.003)
    c.disc(0.45, 0.79, 0.215, (120, 92, 66), flat=0.52)
    c.disc(0.45, 0.77, 0.21, (246, 244, 238), flat=0.52)
    c.disc(0.45, 0.765, 0.15, (226, 212, 168), flat=0.5)
    for _ in range(46):
        angle, far = c.random.uniform(0, math.tau), c.random.random() ** 0.5 * 0.12
        x, y = 0.45 + math.cos(angle) * far, 0.76 + math.sin(angle) * far * 0.75
        shell = c.random.choice([(34, 36, 54), (40, 44, 66), (208, 194, 166)])
        c.disc(x, y, 0.024, shell, flat=0.5)
        c.disc(
            x + 0.003,
            y + 0.003,
            0.014,
            (236, 160, 70) if shell[0] < 60 else (240, 226, 190),
            flat=0.5,
        )
    c.poly([(0.7, 0.74), (0.94, 0.72), (0.98, 0.84), (0.72, 0.87)], (128, 84, 50))
    c.poly([(0.74, 0.73), (0.9, 0.72), (0.92, 0.8), (0.76, 0.82)], (84, 54, 34))
    c.poly([(0.76, 0.72), (0.88, 0.715), (0.9, 0.77), (0.78, 0.785)], (158, 116, 78))
    c.poly([(0.13, 0.56), (0.2, 0.56), (0.192, 0.72), (0.138, 0.72)], (214, 226, 228))
    c.poly([(0.135, 0.61), (0.197, 0.61), (0.192, 0.72), (0.138, 0.72)], (190, 210, 214))
    c.rect(0.72, 0.44, 0.765, 0.66, (240, 228, 204))
    c.glow(0.742, 0.42, 0.16, (255, 206, 120), 0.9)
    c.disc(0.742, 0.42, 0.007, (255, 244, 210), flat=2.2)


def boatyard(c: Canvas) -> None:
    c.shade(0, 1, [(58, 46, 36), (92, 72, 52), (70, 54, 40)])
    c.rect(0.4, 0.28, 0.6, 0.62, (226, 236, 238))
    c.rect(0.4, 0.5, 0.6, 0.62, (150, 176, 180))
    for beam in range(7):
        t = (beam / 6) ** 1.5
        c.line(
            [
                (0.4 - 0.44 * t, 0.28 - 0.3 * t),
                (0.5, 0.16 - 0.3 * t),
                (0.6 + 0.44 * t, 0.28 - 0.3 * t),
            ],
            (40, 30, 24),
            0.006 + 0.012 * t,
        )
        for side in (-1, 1):
            c.line(
                [
                    (0.5 + side * (0.1 + 0.44 * t), 0.28 - 0.3 * t),
                    (0.5 + side * (0.1 + 0.44 * t), 0.64 + 0.36 * t),
                ],
                (44, 34, 26),
                0.006 + 0.012 * t,
            )
    for light in (0.22, 0.4, 0.6, 0.78):
        c.poly(
            [(light - 0.03, 0.06), (light + 0.03, 0.06), (light + 0.12, 1), (light - 0.06, 1)],
            (122, 100, 72),
        )
        c.rect(light - 0.03, 0.03, light + 0.03, 0.07, (240, 244, 240))
    c.blur(0.012)
    wood = (196, 150, 96)
    c.poly([(0.485, 0.42), (0.515, 0.42), (0.53, 0.96), (0.47, 0.96)], (150, 108, 66))
    for rib in range(11):
        t = rib / 10
        y, wide = 0.5 + 0.4 * t, 0.12 + 0.2 * math.sin(0.5 + t * 1.5)
        for side in (-1, 1):
            curve = [
                (
                    0.5 + side * wide * math.sin(a * math.pi / 24),
                    y - 0.2 * (1 - math.cos(a * math.pi / 24)) - 0.02,
                )
                for a in range(13)
            ]
            c.line(curve, mix(wood, (90, 60, 36), 0.5 * t), 0.007)
    for plank in (0.1, 0.19):
        for side in (-1, 1):
            line = [
                (
                    0.5 + side * (0.12 + 0.2 * math.sin(0.5 + t * 0.15)) * (0.6 + plank),
                    0.48 + 0.04 * t - plank,
                )
                for t in range(11)
            ]
            c.line(line, wood, 0.008)
    c.rect(0.1, 0.5, 0.36, 0.515, (120, 90, 60))
    for x in (0.16, 0.27):
        person(c, x, 0.5, 0.2, (26, 20, 18))
    c.rect(0.74, 0.72, 0.98, 0.745, (130, 96, 62))
    person(c, 0.84, 0.9, 0.3, (26, 20, 18))
    for _ in range(130):
        c.disc(
            c.random.uniform(0.7, 1),
            c.random.uniform(0.9, 1),
            c.random.uniform(0.003, 0.009),
            mix(wood, (240, 214, 160), c.random.random()),
            flat=0.5,
        )


def net_loft(c: Canvas) -> None:
    c.shade(0, 1, [(40, 32, 26), (58, 46, 36), (92, 72, 52)])
    c.poly([(0.3, 0.62), (0.7, 0.62), (1.1, 1), (-0.1, 1)], (126, 98, 68))
    for plank in range(11):
        c.line([(0.3 + 0.04 * plank, 0.62), (-0.1 + 0.12 * plank, 1)], (84, 64, 46), 0.004)
    c.rect(0.36, 0.34, 0.64, 0.56, (240, 246, 248))
    for pane in range(5):
        c.line([(0.36 + pane * 0.07, 0.34), (0.36 + pane * 0.07, 0.56)], (50, 42, 36), 0.007)
    for pane in range(4):
        c.line([(0.36, 0.34 + pane * 0.0733), (0.64, 0.34 + pane * 0.0733)], (50, 42, 36), 0.007)
    c.glow(0.5, 0.45, 0.5, (246, 248, 240), 0.55)
    c.poly([(0.36, 0.64), (0.64, 0.64), (0.82, 0.96), (0.18, 0.96)], (214, 196, 160))
    for y in (0.08, 0.17, 0.25):
        c.rect(0, y, 1, y + 0.025, (30, 24, 20))
    for swag in range(9):
        x0 = swag * 0.12 - 0.05
        deep = c.random.uniform(0.1, 0.34)
        paint = c.random.choice([(74, 96, 60), (104, 78, 52), (60, 82, 70), (122, 96, 62)])
        for strand in range(18):
            sag = deep * (0.5 + strand / 30)
            c.line(
                [
                    (x0 + t * 0.03, 0.1 + sag * math.sin(t * math.pi / 8) + 0.004 * strand)
                    for t in range(9)
                ],
                mix(paint, (20, 16, 14), c.random.random() * 0.5),
                0.003,
            )
    for x, y in ((0.14, 0.5), (0.86, 0.46), (0.2, 0.56), (0.8, 0.55)):
        for _ in range(6):
            c.disc(
                x + c.random.uniform(-0.06, 0.06),
                y + c.random.uniform(-0.04, 0.05),
                0.04,
                c.random.choice([(60, 120, 104), (156, 110, 66), (84, 140, 130)]),
            )
            c.disc(x - 0.01, y - 0.01, 0.009, (220, 236, 230))
    c.rect(0.44, 0.72, 0.58, 0.735, (92, 62, 40))
    for x in (0.45, 0.56):
        c.line([(x, 0.73), (x + (0.02 if x > 0.5 else -0.02), 0.84)], (92, 62, 40), 0.014)
    c.rect(0.34, 0.555, 0.66, 0.572, (80, 62, 46))


def new_ferry_drawing(c: Canvas) -> None:
    c.shade(0, 1, [(246, 243, 234), (244, 241, 231), (238, 236, 226)])
    for step in range(25):
        c.line([(step / 24, 0), (step / 24, 1)], (228, 228, 222), 0.0008)
    for step in range(17):
        c.line([(0, step / 16), (1, step / 16)], (228, 228, 222), 0.0008)
    c.veil((150, 200, 220), top=0.5, bottom=0.1, y0=0.66, y1=0.86)
    ink, teal = (60, 76, 92), (24, 128, 136)
    c.poly([(0.1, 0.56), (0.9, 0.56), (0.84, 0.7), (0.16, 0.7)], teal)
    c.poly([(0.16, 0.7), (0.84, 0.7), (0.8, 0.74), (0.2, 0.74)], (150, 62, 58))
    c.poly([(0.18, 0.56), (0.22, 0.44), (0.78, 0.44), (0.82, 0.56)], (252, 252, 250))
    c.line([(0.18, 0.56), (0.22, 0.44), (0.78, 0.44), (0.82, 0.56)], ink, 0.002)
    c.rect(0.235, 0.465, 0.765, 0.515, (120, 176, 198))
    for step in range(14):
        c.line(
            [(0.235 + step * 0.0408, 0.465), (0.235 + step * 0.0408, 0.515)], (252, 252, 250), 0.003
        )
    c.poly([(0.43, 0.44), (0.445, 0.34), (0.555, 0.34), (0.57, 0.44)], (252, 252, 250))
    c.line([(0.43, 0.44), (0.445, 0.34), (0.555, 0.34), (0.57, 0.44)], ink, 0.002)
    c.rect(0.452, 0.365, 0.548, 0.4, (120, 176, 198))
    for x in (0.24, 0.58):
        for panel in range(6):
            c.poly(
                [
                    (x + panel * 0.03, 0.432),
                    (x + 0.026 + panel * 0.03, 0.432),
                    (x + 0.03 + panel * 0.03, 0.415),
                    (x + 0.004 + panel * 0.03, 0.415),
                ],
                (40, 56, 104),
            )
    c.line([(0.5, 0.34), (0.5, 0.24)], ink, 0.002)
    c.line([(0.1, 0.56), (0.9, 0.56)], ink, 0.003)
    c.line([(0.03, 0.68), (0.97, 0.68)], (70, 130, 160), 0.002)
    for x in (0.1, 0.5, 0.9):
        c.line([(x, 0.2), (x, 0.88)], (196, 140, 130), 0.001)
    c.line([(0.1, 0.88), (0.9, 0.88)], (196, 140, 130), 0.001)
    for step in range(6):
        paint = ink if step % 2 else (250, 250, 246)
        c.rect(0.66 + step * 0.04, 0.93, 0.7 + step * 0.04, 0.942, paint)
    c.line([(0.66, 0.93), (0.9, 0.93), (0.9, 0.942), (0.66, 0.942), (0.66, 0.93)], ink, 0.0012)
