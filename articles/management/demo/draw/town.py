"""Scenes in the streets, on the ground and in front of the town's buildings."""

from __future__ import annotations

from articles.management.demo.draw.canvas import Canvas, mix
from articles.management.demo.draw.things import (
    WINDOW_LIGHT,
    clock_tower,
    house,
    lamp,
    person,
    row,
    tree,
)

BRICK = [(134, 78, 62), (150, 96, 72), (116, 70, 60), (168, 120, 90)]
SHOPS = [(206, 196, 176), (160, 96, 78), (186, 170, 146), (142, 132, 128)]


def market_place(c: Canvas) -> None:
    c.shade(0, 0.5, [(178, 184, 188), (204, 206, 204), (216, 214, 208)])
    row(c, 0.46, SHOPS, tall=0.26)
    stone = (214, 188, 126)
    c.rect(0.36, 0.2, 0.64, 0.46, stone)
    c.poly([(0.35, 0.2), (0.5, 0.12), (0.65, 0.2)], mix(stone, (110, 90, 60), 0.25))
    clock_tower(c, 0.5, 0.2, 0.2, stone)
    for column in range(7):
        c.rect(0.375 + column * 0.039, 0.25, 0.393 + column * 0.039, 0.34, (70, 72, 80))
        c.rect(0.375 + column * 0.039, 0.37, 0.393 + column * 0.039, 0.455, (58, 56, 60))
    c.shade(0.46, 1, [(146, 142, 138), (124, 122, 120), (100, 100, 102)])
    for _ in range(1500):
        near = c.random.random()
        x, y = c.random.random(), 0.47 + 0.53 * near
        c.disc(
            x,
            y,
            0.003 + 0.007 * near,
            mix((120, 118, 116), (190, 194, 198), c.random.random() * 0.6),
            flat=0.4,
        )
    stripes = [(44, 110, 76), (178, 50, 46), (206, 196, 170), (50, 84, 130)]
    for line in range(2):
        for stall in range(6):
            t = stall / 5
            x = 0.3 - 0.34 * t if line == 0 else 0.62 + 0.26 * t
            y, w = 0.56 + 0.3 * t, 0.11 + 0.1 * t
            _stall(c, x, y, w, stripes[(stall + line * 2) % 4])
    for _ in range(26):
        t = c.random.random()
        person(
            c,
            0.32 + 0.34 * c.random.random(),
            0.53 + 0.4 * t,
            0.06 + 0.1 * t,
            c.random.choice(
                [(44, 48, 60), (110, 44, 44), (60, 70, 60), (150, 120, 70), (40, 60, 96)]
            ),
        )


def _stall(c: Canvas, x: float, y: float, w: float, paint: tuple[int, int, int]) -> None:
    tall = w * 0.75
    c.rect(x, y - tall * 0.3, x + w, y + tall * 0.16, (92, 76, 60))
    for _ in range(40):
        c.disc(
            x + c.random.random() * w,
            y - tall * c.random.uniform(0.06, 0.3),
            w * 0.03,
            c.random.choice(
                [(196, 60, 44), (80, 130, 54), (236, 160, 46), (226, 214, 110), (120, 60, 100)]
            ),
        )
    for band in range(8):
        left, right = x + w * band / 8, x + w * (band + 1) / 8
        shade = paint if band % 2 else (238, 234, 224)
        c.poly(
            [
                (left, y - tall * 0.62),
                (right, y - tall * 0.62),
                (right + w * 0.02, y - tall * 0.34),
                (left - w * 0.02, y - tall * 0.34),
            ],
            shade,
        )


def north_stand(c: Canvas) -> None:
    c.shade(0, 0.5, [(160, 168, 174), (186, 190, 192), (200, 202, 200)])
    c.soft(0.02, 0.35, (150, 156, 162), count=18, size=0.2)
    row(c, 0.42, BRICK, tall=0.09)
    c.poly([(0.1, 0.27), (0.86, 0.25), (0.92, 0.33), (0.06, 0.35)], (92, 104, 110))
    for rib in range(46):
        x = rib / 45
        c.line(
            [(0.1 + 0.76 * x, 0.27 - 0.02 * x), (0.06 + 0.86 * x, 0.35 - 0.02 * x)],
            (76, 88, 94),
            0.0012,
        )
    c.rect(0.09, 0.34, 0.89, 0.52, (40, 38, 40))
    for tier in range(7):
        c.line([(0.09, 0.37 + tier * 0.021), (0.89, 0.365 + tier * 0.021)], (84, 72, 60), 0.003)
    for post in range(8):
        x = 0.1 + post * 0.112
        c.rect(x, 0.33, x + 0.007, 0.54, (28, 74, 60))
    for step in range(150):
        x = 0.06 + 0.86 * step / 150
        c.line([(x, 0.5), (x + 0.012, 0.56)], (236, 112, 40), 0.0015)
        c.line([(x + 0.012, 0.5), (x, 0.56)], (236, 112, 40), 0.0015)
    for step in range(60):
        paint = (230, 200, 40) if step % 2 else (30, 30, 30)
        c.rect(0.06 + step * 0.0143, 0.482, 0.0743 + step * 0.0143, 0.494, paint)
    c.shade(0.56, 1, [(92, 136, 68), (84, 138, 60), (76, 132, 54)])
    for band in range(6):
        y = 0.58 + band * 0.075
        c.rect(0, y, 1, y + 0.036, (92, 148, 66))
    c.poly([(0, 0.94), (1, 0.86), (1, 0.872), (0, 0.955)], (238, 240, 236))
    c.line([(0.2, 0.94), (0.2, 0.62)], (226, 226, 220), 0.004)
    c.poly([(0.2, 0.62), (0.28, 0.65), (0.2, 0.69)], (206, 60, 50))


def ropewalk_floodlights(c: Canvas) -> None:
    c.shade(0, 0.5, [(12, 20, 48), (28, 42, 82), (76, 84, 116)])
    row(c, 0.44, [(34, 32, 42), (42, 36, 44)], tall=0.08, lit=0.35)
    c.line([(0.86, 0.44), (0.86, 0.2), (0.98, 0.26)], (20, 22, 30), 0.005)
    c.poly([(0.26, 0.46), (0.74, 0.46), (1.1, 1), (-0.1, 1)], (62, 138, 62))
    for band in range(10):
        t0, t1 = (band / 10) ** 1.5, ((band + 0.5) / 10) ** 1.5
        c.poly(
            [
                (0.26 - 0.36 * t0, 0.46 + 0.54 * t0),
                (0.74 + 0.36 * t0, 0.46 + 0.54 * t0),
                (0.74 + 0.36 * t1, 0.46 + 0.54 * t1),
                (0.26 - 0.36 * t1, 0.46 + 0.54 * t1),
            ],
            (74, 156, 72),
        )
    white = (222, 238, 222)
    c.line([(0.17, 0.62), (0.83, 0.62)], white, 0.002)
    c.line([(0.36, 0.46), (0.36, 0.5), (0.64, 0.5), (0.64, 0.46)], white, 0.002)
    c.line([(0.2, 0.98), (0.24, 0.82), (0.76, 0.82), (0.8, 0.98)], white, 0.003)
    c.poly([(0, 0.5), (0.24, 0.46), (-0.1, 1), (0, 1)], (26, 26, 34))
    for _ in range(700):
        t = c.random.random()
        c.disc(
            0.2 * (1 - t) * c.random.random(),
            0.5 + 0.4 * t,
            0.003 + 0.003 * t,
            c.random.choice([(70, 70, 84), (120, 96, 84), (50, 60, 100), (110, 44, 50)]),
        )
    for side in range(2):
        for _ in range(11):
            y = c.random.uniform(0.5, 0.9)
            half = 0.24 + 0.32 * (y - 0.46)
            paint = (226, 234, 250) if side else (120, 24, 44)
            person(c, 0.5 + c.random.uniform(-half, half), y, 0.025 + 0.07 * (y - 0.46), paint)
    for x, y, scale in ((0.2, 0.16, 0.7), (0.8, 0.16, 0.7), (0.05, 0.1, 1.1), (0.95, 0.1, 1.1)):
        c.line([(x, y), (x, 0.5)], (30, 32, 40), 0.004)
        c.glow(x, y, 0.2 * scale, (236, 242, 255), 0.9)
        for lamp_number in range(8):
            c.disc(
                x + (lamp_number % 4 - 1.5) * 0.011 * scale,
                y + (lamp_number // 4) * 0.018 * scale,
                0.005 * scale,
                (255, 255, 250),
            )


def gasworks_lane(c: Canvas) -> None:
    c.shade(0, 0.6, [(110, 124, 150), (150, 160, 176), (196, 196, 192)])
    vy = 0.54
    for side in (-1, 1):
        for step in range(7):
            near, far = (
                0.5 * (1 - step / 7) ** 1.7 + 0.035,
                0.5 * (1 - (step + 1) / 7) ** 1.7 + 0.035,
            )
            wall = mix(c.random.choice(BRICK), (70, 70, 84), 0.45)
            xs = (0.5 + side * near, 0.5 + side * far)
            c.poly(
                [
                    (xs[0], vy - near * 0.95),
                    (xs[1], vy - far * 0.95),
                    (xs[1], vy + far * 0.3),
                    (xs[0], vy + near * 0.3),
                ],
                wall,
            )
            c.poly(
                [
                    (xs[0], vy - near * 0.95),
                    (xs[0] - side * near * 0.1, vy - near * 1.25),
                    (xs[1], vy - far * 1.25),
                    (xs[1], vy - far * 0.95),
                ],
                (52, 52, 60),
            )
            for a, b, high, low in (
                (0.2, 0.42, 0.62, 0.3),
                (0.6, 0.85, 0.62, 0.3),
                (0.35, 0.6, 0.1, -0.22),
            ):
                x0, x1 = xs[0] + (xs[1] - xs[0]) * a, xs[0] + (xs[1] - xs[0]) * b
                n0, n1 = near + (far - near) * a, near + (far - near) * b
                glass = WINDOW_LIGHT if c.random.random() < 0.14 and low > 0 else (40, 44, 56)
                c.poly(
                    [
                        (x0, vy - n0 * high),
                        (x1, vy - n1 * high),
                        (x1, vy - n1 * low),
                        (x0, vy - n0 * low),
                    ],
                    glass,
                )
    person(c, 0.5, vy + 0.03, 0.09, (30, 32, 38))
    c.reflect(vy + 0.055, (120, 128, 140), share=0.72, calm=0.7)
    for x, scale in ((0.16, 1.0), (0.84, 1.0), (0.36, 0.4), (0.64, 0.4)):
        lamp(c, x, vy + 0.2 * scale, 0.5 * scale, (34, 36, 42))
        c.poly(
            [
                (x - 0.008 * scale, vy + 0.12),
                (x + 0.008 * scale, vy + 0.12),
                (x + 0.03 * scale, 1),
                (x - 0.03 * scale, 1),
            ],
            (222, 158, 92),
        )
    c.ripples(vy + 0.08, (232, 206, 170), count=500, share=0.4)
    for x, y in ((0.1, 0.74), (0.9, 0.72), (0.3, 0.6)):
        for bag in range(9):
            c.disc(x + (bag % 3) * 0.024, y - (bag // 3) * 0.026, 0.015, (150, 132, 100), flat=0.8)
    c.poly([(0.62, 0.74), (0.7, 0.72), (0.72, 0.8), (0.64, 0.82)], (36, 92, 66))


def priory_road_school(c: Canvas) -> None:
    c.shade(0, 0.55, [(138, 180, 214), (196, 214, 222), (234, 232, 216)])
    c.soft(0.02, 0.3, (250, 250, 246), count=12, size=0.16)
    brick = (172, 104, 78)
    c.rect(0.06, 0.3, 0.94, 0.6, brick)
    c.poly([(0.04, 0.3), (0.1, 0.22), (0.9, 0.22), (0.96, 0.3)], (118, 84, 72))
    c.rect(0.46, 0.14, 0.54, 0.24, (222, 216, 200))
    c.disc(0.5, 0.145, 0.045, (96, 156, 136), flat=1.0)
    c.line([(0.5, 0.08), (0.5, 0.02)], (70, 80, 80), 0.002)
    for storey in range(2):
        for column in range(17):
            x, y = 0.085 + column * 0.0495, 0.335 + storey * 0.13
            c.rect(x, y, x + 0.03, y + 0.09, (232, 228, 216))
            c.rect(
                x + 0.003,
                y + 0.005,
                x + 0.027,
                y + 0.085,
                mix((86, 108, 126), (226, 236, 240), c.random.random() * 0.5),
            )
    c.rect(0.465, 0.46, 0.535, 0.6, (60, 74, 66))
    c.shade(0.6, 0.78, [(150, 150, 146), (168, 164, 158)])
    c.line([(0.1, 0.7), (0.4, 0.66), (0.4, 0.74)], (236, 220, 120), 0.002)
    c.line([(0.6, 0.66), (0.9, 0.7), (0.7, 0.75)], (244, 244, 240), 0.002)
    for x in (0.5, 0.52, 0.55, 0.47, 0.43):
        person(c, x, 0.745, 0.1, (44, 48, 62))
    c.shade(0.78, 1, [(128, 126, 124), (92, 92, 94)])
    for step in range(110):
        x = step / 109
        if not 0.42 < x < 0.58:
            c.rect(x, 0.63, x + 0.003, 0.8, (34, 44, 42))
    for y in (0.65, 0.78):
        c.rect(0, y, 0.42, y + 0.007, (34, 44, 42))
        c.rect(0.58, y, 1, y + 0.007, (34, 44, 42))
    for x in (0.03, 0.97):
        tree(c, x, 0.86, 0.72, (112, 140, 70))
    c.poly([(0, 0.86), (0.4, 0.88), (0.3, 0.93), (0, 0.95)], (92, 92, 92))


def library_facade(c: Canvas) -> None:
    c.shade(0, 0.72, [(16, 30, 70), (34, 58, 110), (92, 116, 158)])
    stone = (122, 124, 140)
    c.rect(0.12, 0.2, 0.88, 0.7, stone)
    c.rect(0.09, 0.16, 0.91, 0.21, mix(stone, (255, 255, 255), 0.12))
    c.poly([(0.36, 0.16), (0.5, 0.07), (0.64, 0.16)], mix(stone, (30, 36, 60), 0.2))
    for x in (0.16, 0.25, 0.7, 0.79):
        c.rect(x, 0.34, x + 0.055, 0.62, WINDOW_LIGHT)
        c.disc(x + 0.0275, 0.34, 0.0275, WINDOW_LIGHT)
        c.line([(x + 0.0275, 0.3), (x + 0.0275, 0.62)], (110, 86, 50), 0.003)
        for bar in (0.4, 0.48, 0.56):
            c.line([(x, bar), (x + 0.055, bar)], (110, 86, 50), 0.002)
        c.glow(x + 0.0275, 0.46, 0.1, (255, 196, 100), 0.35)
    c.rect(0.45, 0.38, 0.55, 0.7, (255, 214, 140))
    c.rect(0.497, 0.38, 0.503, 0.7, (90, 66, 40))
    c.rect(0.4, 0.27, 0.6, 0.33, mix(stone, (230, 226, 214), 0.5))
    for x in (0.37, 0.42, 0.565, 0.615):
        c.rect(x, 0.24, x + 0.018, 0.7, mix(stone, (226, 226, 226), 0.5))
    for step in range(5):
        c.rect(
            0.38 - step * 0.025,
            0.7 + step * 0.016,
            0.62 + step * 0.025,
            0.716 + step * 0.016,
            mix(stone, (40, 44, 60), step * 0.1),
        )
    c.shade(0.78, 1, [(44, 52, 76), (26, 30, 46)])
    c.reflect(0.8, (30, 36, 56), share=0.5, calm=0.5)
    person(c, 0.53, 0.75, 0.16, (14, 16, 24))
    c.disc(0.53, 0.6, 0.05, (14, 16, 24), flat=0.5)
    lamp(c, 0.06, 0.84, 0.5, (18, 20, 28))
    lamp(c, 0.95, 0.82, 0.42, (18, 20, 28))
    for wheel in (0.205, 0.265):
        c.disc(wheel, 0.755, 0.026, (12, 14, 20))
        c.disc(wheel, 0.755, 0.022, mix(stone, (20, 26, 50), 0.6))
    c.line(
        [(0.205, 0.755), (0.23, 0.715), (0.262, 0.715), (0.235, 0.755), (0.205, 0.755)],
        (12, 14, 20),
        0.003,
    )


def lobster_pots(c: Canvas) -> None:
    c.shade(0, 0.5, [(92, 158, 214), (156, 202, 230), (210, 228, 232)])
    c.shade(0.46, 0.74, [(88, 140, 160), (46, 98, 122)])
    c.rect(0, 0.44, 0.3, 0.48, (150, 144, 130))
    for x, paint in ((0.1, (40, 80, 140)), (0.25, (150, 50, 44))):
        house(c, x - 0.02, 0.05, 0.56, 0.09, (238, 238, 232), gable=False)
        c.poly([(x - 0.09, 0.55), (x + 0.09, 0.54), (x + 0.07, 0.6), (x - 0.07, 0.6)], paint)
    c.ripples(0.6, (230, 240, 242), count=300, share=0.5)
    c.shade(0.74, 1, [(176, 168, 152), (140, 132, 118)])
    for tier in range(6):
        for column in range(7):
            x, y = 0.34 + column * 0.1 + (tier % 2) * 0.03, 0.86 - tier * 0.13
            net = c.random.choice([(38, 104, 170), (40, 120, 180), (232, 116, 40), (222, 100, 34)])
            c.rect(x, y - 0.12, x + 0.096, y, mix(net, (20, 24, 34), 0.45))
            for mesh in range(11):
                c.line([(x + mesh * 0.0088, y), (x + mesh * 0.0088 + 0.02, y - 0.12)], net, 0.0016)
                c.line(
                    [(x + mesh * 0.0088 + 0.01, y), (x + mesh * 0.0088 - 0.01, y - 0.12)],
                    net,
                    0.0016,
                )
            for hoop in (0.0, 0.032, 0.064, 0.096):
                c.line([(x + hoop, y), (x + hoop, y - 0.12)], (34, 30, 28), 0.004)
            c.rect(x, y - 0.006, x + 0.096, y + 0.004, (84, 66, 48))
    for step, paint in enumerate(
        [(206, 44, 40), (240, 200, 50), (240, 240, 236), (206, 44, 40), (240, 200, 50)]
    ):
        c.disc(0.3 + step * 0.075, 0.9 + 0.02 * (step % 2), 0.03, paint)
        c.disc(
            0.292 + step * 0.075, 0.885 + 0.02 * (step % 2), 0.009, mix(paint, (255, 255, 255), 0.6)
        )
    for ring in range(9):
        c.disc(
            0.78,
            0.95 - ring * 0.012,
            0.1 - ring * 0.008,
            mix((36, 120, 76), (84, 176, 116), (ring % 2)),
            flat=0.3,
        )


def town_hall_night(c: Canvas) -> None:
    c.shade(0, 0.62, [(8, 12, 30), (18, 26, 52), (44, 52, 78)])
    row(c, 0.6, [(40, 38, 46), (52, 44, 46)], tall=0.2, lit=0.2)
    stone = (150, 126, 82)
    c.rect(0.24, 0.26, 0.76, 0.62, stone)
    c.poly([(0.22, 0.26), (0.5, 0.16), (0.78, 0.26)], mix(stone, (60, 50, 40), 0.4))
    clock_tower(c, 0.5, 0.2, 0.2, stone)
    c.glow(0.5, 0.075, 0.09, (255, 240, 190), 0.7)
    for column in range(9):
        x = 0.262 + column * 0.054
        c.rect(x, 0.31, x + 0.03, 0.42, WINDOW_LIGHT)
        c.line([(x + 0.015, 0.31), (x + 0.015, 0.42)], (110, 86, 50), 0.003)
        if not 0.42 < x < 0.55:
            c.rect(x, 0.47, x + 0.03, 0.58, (52, 46, 44))
    c.rect(0.44, 0.45, 0.56, 0.62, (255, 220, 150))
    c.glow(0.5, 0.56, 0.24, (255, 206, 120), 0.7)
    c.shade(0.62, 1, [(60, 58, 62), (40, 40, 48), (24, 24, 32)])
    for step in range(7):
        c.rect(
            0.4 - step * 0.014,
            0.62 + step * 0.014,
            0.6 + step * 0.014,
            0.634 + step * 0.014,
            mix((190, 160, 104), (60, 54, 50), step / 7),
        )
    c.reflect(0.72, (32, 32, 40), share=0.4, calm=0.5)
    for _ in range(34):
        x = 0.5 + c.random.gauss(0, 0.1)
        person(c, x, 0.7 + c.random.random() * 0.09, 0.13 + c.random.random() * 0.03, (14, 12, 16))
    for x in (0.41, 0.54, 0.6):
        c.line([(x, 0.74), (x, 0.53)], (30, 26, 24), 0.003)
        c.rect(x - 0.03, 0.49, x + 0.03, 0.56, (214, 206, 186))
    c.rect(0.22, 0.72, 0.33, 0.76, (74, 52, 34))
    for x in (0.245, 0.305):
        c.disc(x, 0.79, 0.022, (20, 16, 14))
    lamp(c, 0.12, 0.86, 0.5, (16, 16, 20))
