"""Portraits of the demo's staff: head and shoulders in a few flat colours."""

from __future__ import annotations

import io

from articles.management.demo.draw.canvas import Canvas, Colour, mix

SIZE = 400, 400
GROUNDS: tuple[Colour, ...] = ((201, 214, 219), (222, 208, 190), (196, 205, 184), (214, 196, 200))
SKINS: tuple[Colour, ...] = ((232, 196, 170), (198, 150, 118), (146, 101, 74), (108, 72, 52))
HAIRS: tuple[Colour, ...] = ((52, 40, 34), (112, 78, 50), (150, 146, 140), (84, 52, 38))
CLOTHS: tuple[Colour, ...] = ((44, 62, 80), (96, 44, 40), (60, 78, 62), (70, 64, 84))
WHITE: Colour = (250, 246, 238)


def portrait(key: str) -> bytes:
    """A JPEG; the same face for the same key every time."""
    c = Canvas(f"portrait {key}", SIZE)
    ground, skin = c.random.choice(GROUNDS), c.random.choice(SKINS)
    hair, cloth = c.random.choice(HAIRS), c.random.choice(CLOTHS)
    c.shade(0, 1, [mix(ground, WHITE, 0.3), ground])
    long_hair = c.random.random() < 0.5
    if long_hair:
        c.disc(0.5, 0.42, 0.23, hair, flat=1.25)
    c.disc(0.5, 1.05, 0.4, cloth, flat=0.9)
    c.rect(0.43, 0.52, 0.57, 0.72, mix(skin, hair, 0.15))
    c.disc(0.5, 0.4, 0.17, skin, flat=1.25)
    c.disc(0.5, 0.26, 0.18, hair, flat=0.55)
    c.poly([(0.43, 0.68), (0.5, 0.8), (0.57, 0.68)], WHITE)
    for x in (0.43, 0.57):
        c.disc(x, 0.4, 0.014, mix(hair, (0, 0, 0), 0.5))
    c.line([(0.46, 0.51), (0.5, 0.525), (0.54, 0.51)], mix(skin, (90, 20, 20), 0.45), 0.008)
    file = io.BytesIO()
    c.image.resize(SIZE).save(file, "JPEG", quality=90)
    return file.getvalue()
