"""The painter's kit: a canvas in units of its own width and height, and ways to put paint on it."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

from PIL import Image, ImageChops, ImageDraw, ImageFilter

Colour = tuple[int, int, int]
Point = tuple[float, float]
FINE = 2  # painted so many times larger, then made smaller: edges come out smooth


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """`share` 0 is the one, 1 the other."""
    r, g, b = (round(a + (z - a) * share) for a, z in zip(one, other, strict=True))
    return r, g, b


class Canvas:
    """x and y run from 0 to 1, from the top left; sizes are shares of the width."""

    def __init__(self, key: str, size: tuple[int, int]) -> None:
        self.size = size
        self.width, self.height = size[0] * FINE, size[1] * FINE
        self.image = Image.new("RGB", (self.width, self.height))
        self.draw = ImageDraw.Draw(self.image)
        self.random = random.Random(key)  # noqa: S311  (the same picture every time)

    def at(self, point: Point) -> tuple[float, float]:
        return point[0] * self.width, point[1] * self.height

    def poly(self, points: Sequence[Point], colour: Colour) -> None:
        self.draw.polygon([self.at(point) for point in points], fill=colour)

    def rect(self, x0: float, y0: float, x1: float, y1: float, colour: Colour) -> None:
        if x1 > x0 and y1 > y0:
            self.draw.rectangle([self.at((x0, y0)), self.at((x1, y1))], fill=colour)

    def line(self, points: Sequence[Point], colour: Colour, width: float = 0.002) -> None:
        thick = max(1, round(width * self.width))
        self.draw.line([self.at(p) for p in points], fill=colour, width=thick, joint="curve")

    def disc(self, x: float, y: float, r: float, colour: Colour, *, flat: float = 1.0) -> None:
        """A disc of radius r; `flat` below 1 makes it lie."""
        cx, cy = self.at((x, y))
        rx, ry = r * self.width, r * self.width * flat
        self.draw.ellipse([cx - rx, cy - ry, cx + rx, cy + ry], fill=colour)

    def shade(self, y0: float, y1: float, stops: Sequence[Colour]) -> None:
        """A band across the picture that goes from colour to colour downwards."""
        top, bottom = round(y0 * self.height), round(y1 * self.height)
        column = Image.new("RGB", (1, len(stops)))
        column.putdata(list(stops))
        height = max(1, bottom - top)
        band = column.resize((1, height), Image.Resampling.BILINEAR)
        self.image.paste(band.resize((self.width, height)), (0, top))

    def glow(self, x: float, y: float, r: float, colour: Colour, strength: float = 0.8) -> None:
        """Light round a point, fading out at radius r."""
        radius = max(2, round(r * self.width))
        light = ImageChops.invert(Image.radial_gradient("L")).point(
            lambda value: max(0, value - 75) * 255 // 180 * strength
        )
        light = light.resize((radius * 2, radius * 2))
        cx, cy = (round(value) for value in self.at((x, y)))
        layer = Image.new("RGB", light.size, colour)
        self.image.paste(layer, (cx - radius, cy - radius), light)

    def soft(self, y0: float, y1: float, colour: Colour, *, count: int, size: float) -> None:
        """Clouds, spray or haze: soft heaps between two heights."""
        small = (self.width // 8, self.height // 8)
        mask = Image.new("L", small)
        pen = ImageDraw.Draw(mask)
        for _ in range(count):
            x = self.random.uniform(-0.1, 1.1) * small[0]
            y = self.random.uniform(y0, y1) * small[1]
            w = self.random.uniform(0.4, 1.6) * size * small[0]
            h = w * self.random.uniform(0.1, 0.24)
            pen.ellipse([x - w, y - h, x + w, y + h], fill=self.random.randint(50, 190))
        mask = mask.filter(ImageFilter.GaussianBlur(small[0] * 0.012))
        mask = mask.resize(self.image.size, Image.Resampling.BILINEAR)
        self.image.paste(Image.new("RGB", self.image.size, colour), (0, 0), mask)

    def veil(self, colour: Colour, *, top: float, bottom: float, y0: float, y1: float) -> None:
        """Mist or darkness over a band: its share at the top of the band and at its bottom."""
        start, end = round(y0 * self.height), round(y1 * self.height)
        column = Image.new("L", (1, 2))
        column.putdata([round(top * 255), round(bottom * 255)])
        height = max(1, end - start)
        mask = column.resize((1, height), Image.Resampling.BILINEAR).resize((self.width, height))
        self.image.paste(Image.new("RGB", mask.size, colour), (0, start), mask)

    def ridge(
        self, y: float, rise: float, colour: Colour, *, rough: int = 7, base: float = 1.0
    ) -> None:
        """A line of land, from left to right, filled down to `base`."""
        waves = [
            (self.random.uniform(0.6, 1.4) * 1.8**n, self.random.uniform(0, 7), 0.55**n)
            for n in range(rough)
        ]
        points = []
        for step in range(161):
            x = step / 160
            lift = sum(math.sin(x * f * 3 + p) * a for f, p, a in waves)
            points.append((x, y - rise * lift * 0.5))
        self.poly([(0, base), *points, (1, base)], colour)

    def reflect(self, y: float, water: Colour, *, share: float = 0.55, calm: float = 0.6) -> None:
        """Water from y down: what stands above, upside down, broken into strips."""
        line = round(y * self.height)
        depth = self.height - line
        above = self.image.crop((0, max(0, line - depth), self.width, line))
        mirror = above.transpose(Image.Transpose.FLIP_TOP_BOTTOM).resize((self.width, depth))
        mirror = mirror.filter(ImageFilter.BoxBlur(self.width * 0.0025))
        mirror = Image.blend(Image.new("RGB", mirror.size, water), mirror, share)
        strip = max(2, self.height // 260)
        for top in range(0, depth, strip):
            far = top / depth
            shift = round(self.random.gauss(0, 1) * (1 - calm) * (4 + 46 * far) * FINE)
            piece = mirror.crop((0, top, self.width, min(depth, top + strip)))
            self.image.paste(ImageChops.offset(piece, shift, 0), (0, line + top))

    def ripples(self, y: float, colour: Colour, *, count: int = 500, share: float = 0.5) -> None:
        """Short strokes of light on water; small far off, large near by."""
        for _ in range(count):
            near = self.random.random() ** 1.6
            cy = y + (1 - y) * near
            x = self.random.random()
            length = 0.004 + 0.05 * near
            under = self.image.getpixel(
                (
                    min(self.width - 1, round(x * self.width)),
                    min(self.height - 1, round(cy * self.height)),
                )
            )
            if isinstance(under, tuple):
                paint = mix((under[0], under[1], under[2]), colour, share * self.random.random())
                self.line([(x, cy), (x + length, cy)], paint, 0.0008 + 0.002 * near)

    def rain(self, colour: Colour, *, count: int = 700) -> None:
        layer = self.image.copy()
        pen = ImageDraw.Draw(layer)
        for _ in range(count):
            x, y = self.random.random() * self.width, self.random.random() * self.height
            length = self.random.uniform(0.02, 0.06) * self.height
            pen.line([x, y, x - length * 0.35, y + length], fill=colour, width=FINE)
        self.image.paste(Image.blend(self.image, layer, 0.35))

    def blur(self, radius: float, box: tuple[float, float, float, float] = (0, 0, 1, 1)) -> None:
        """Out of focus, in the whole or in a part."""
        corners = (*self.at((box[0], box[1])), *self.at((box[2], box[3])))
        area = tuple(round(value) for value in corners)
        piece = self.image.crop((area[0], area[1], area[2], area[3]))
        self.image.paste(
            piece.filter(ImageFilter.GaussianBlur(radius * self.width)), (area[0], area[1])
        )

    def finished(self, *, grain: float = 0.05, dark_edges: float = 0.25) -> Image.Image:
        """The picture in its own size, with a little grain and darker corners."""
        image = self.image.resize(self.size, Image.Resampling.BOX)
        edge = Image.radial_gradient("L").resize(self.size)
        edge = edge.point(lambda value: max(0, value - 110) * 1.7 * dark_edges)
        image.paste(Image.new("RGB", self.size, (8, 8, 12)), (0, 0), edge)
        tile = Image.new("L", (256, 256))
        tile.putdata(
            [min(255, max(0, round(self.random.gauss(128, 40)))) for _ in range(256 * 256)]
        )
        noise = Image.new("L", self.size)
        for x in range(0, self.size[0], 256):
            for y in range(0, self.size[1], 256):
                noise.paste(tile, (x, y))
        rough = ImageChops.overlay(image, Image.merge("RGB", [noise] * 3))
        return Image.blend(image, rough, grain * 4)
