"""What every chart shares: its look, and how it becomes a file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from communique.errors import InputError

WIDTH, HEIGHT = 640, 300
FONT = "Noto Sans, DejaVu Sans, Helvetica, Arial, sans-serif"
GREYS = ("#111111", "#6a6a6a", "#9c9c9c", "#3f3f3f", "#bdbdbd")
DASHES = ([1, 0], [6, 3], [2, 2], [8, 3, 2, 3], [1, 3])
SHAPES = ("circle", "square", "triangle-up", "diamond", "cross")
_LINE, _TEXT = "#555555", "#222222"
_SCALE = 2


def altair() -> Any:
    """The drawing library; `InputError` says how to get it where it is missing."""
    try:
        import altair as alt
        import vl_convert  # noqa: F401
    except ModuleNotFoundError as error:
        raise InputError(
            f"charts need {error.name}; install it with `pip install 'communique[report]'`"
        ) from error
    return alt


def styled(chart: Any, title: str) -> Any:
    """The chart in the sober look that all share."""
    return (
        chart.properties(title=title)
        .configure(font=FONT, background="white", padding=12)
        .configure_axis(
            grid=False, domainColor="#555555", tickColor="#555555", labelColor="#222222", titleColor="#222222"
        )
        .configure_title(anchor="start", fontSize=14, fontWeight="bold", color="#111111", offset=12)
        .configure_view(stroke=None)
        .configure_legend(orient="bottom", titleFontWeight="normal", symbolStrokeWidth=2)
    )


def drawn(chart: Any, suffix: str) -> bytes:
    """The chart as PNG (twice its size in pixels) or SVG."""
    import vl_convert

    spec = chart.to_json()
    if suffix == ".svg":
        return str(vl_convert.vegalite_to_svg(spec)).encode()
    return bytes(vl_convert.vegalite_to_png(spec, scale=_SCALE))


def suffix_of(path: Path) -> str:
    """`.png` or `.svg`; `InputError` for a file that is to be neither."""
    suffix = path.suffix.lower()
    if suffix not in (".png", ".svg"):
        raise InputError("a chart is written as .png or .svg; give the file one of these endings", path)
    return suffix
