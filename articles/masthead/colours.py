"""The paper's own colour, for light and for dark pages; it must be legible on both."""

from __future__ import annotations

import re

from django.core.exceptions import ValidationError

LIGHT_PAPER = "#fffefb"
DARK_PAPER = "#161512"
"""The grounds of the readers' pages: `--paper` of their style sheet."""
LEAST_CONTRAST = 4.5  # WCAG 2.2, 1.4.3: text of normal size
DARKEST = 0.04045  # of sRGB: up to here it is a straight line
HEX = re.compile(r"#[0-9a-f]{6}")


def validate_on_light(colour: str) -> None:
    _validate(colour, LIGHT_PAPER, "light")


def validate_on_dark(colour: str) -> None:
    _validate(colour, DARK_PAPER, "dark")


def _validate(colour: str, paper: str, scheme: str) -> None:
    if not HEX.fullmatch(colour):
        message = f"{colour} is not a colour. Write it as six digits, such as #96201b."
        raise ValidationError(message)
    found = contrast(colour, paper)
    if found < LEAST_CONTRAST:
        message = (
            f"{colour} on {scheme} pages has a contrast of {found:.1f} to 1, and links in it could "
            f"not be read by everybody: it needs {LEAST_CONTRAST} to 1. Choose a "
            f"{'darker' if scheme == 'light' else 'lighter'} one."
        )
        raise ValidationError(message)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    """sRGB undone (IEC 61966-2-1)."""
    return share / 12.92 if share <= DARKEST else ((share + 0.055) / 1.055) ** 2.4
