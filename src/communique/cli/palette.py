"""One colour a kind on the terminal, spread over the colour circle in the order of the kinds."""

from __future__ import annotations

import colorsys

from communique.views.colours import hue


def style(kind: str) -> str:
    """A rich style for text of this kind, readable on dark and light grounds."""
    return f"rgb({','.join(map(str, _rgb(hue(kind), 0.55, 0.65)))})"


def mark(kind: str) -> str:
    """A rich style for marked text of this kind: dark letters on a light ground of its colour."""
    return f"black on rgb({','.join(map(str, _rgb(hue(kind), 0.78, 0.7)))})"


def _rgb(degrees: int, lightness: float, saturation: float) -> tuple[int, ...]:
    return tuple(round(255 * part) for part in colorsys.hls_to_rgb(degrees / 360, lightness, saturation))
