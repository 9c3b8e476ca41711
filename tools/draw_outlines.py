"""Write the outlines of states that the map of the pages shows, from the atlas of Natural Earth.

    npm pack world-atlas && tar xzf world-atlas-*.tgz
    python tools/draw_outlines.py package/countries-110m.json

The file is TopoJSON: arcs of quantised, delta-coded points, and countries under their ISO numbers.
"""

from __future__ import annotations

import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

from communique.web.atlas import project
from communique.world.states import STATES

OUT = Path(__file__).resolve().parent.parent / "src/communique/web/outlines.tsv"
CODES = {state.numeric: code for code, state in STATES.items() if state.numeric} | {"Kosovo": "XKX"}


def main(source: str) -> None:
    """Decode the arcs, join them to rings, and put them on the plane."""
    topology = json.loads(Path(source).read_text(encoding="utf-8"))
    arcs = decoded(topology)
    lines = ["# From Natural Earth by way of world-atlas; see NOTICE. A code, a tab, an SVG path."]
    for land in topology["objects"]["countries"]["geometries"]:
        code = CODES.get(str(land.get("id"))) or CODES.get(land["properties"]["name"])
        polygons = land["arcs"] if land["type"] == "MultiPolygon" else [land["arcs"]]
        path = "".join(ring(arcs, parts) for polygon in polygons for parts in polygon)
        if path:
            lines.append(f"{code or land['properties']['name']}\t{path}")
    OUT.write_text("\n".join([lines[0], *sorted(lines[1:])]) + "\n", encoding="utf-8")


def decoded(topology: dict[str, Any]) -> list[list[tuple[float, float]]]:
    """The arcs as longitudes and latitudes."""
    (scale_x, scale_y), (at_x, at_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale_x + at_x, y * scale_y + at_y))
        found.append(points)
    return found


def ring(arcs: list[list[tuple[float, float]]], parts: list[int]) -> str:
    """One ring as a path."""
    points: list[tuple[float, float]] = []
    for part in parts:
        arc = arcs[part] if part >= 0 else arcs[~part][::-1]
        points.extend(arc[1:] if points else arc)
    return "".join(outline(part) for part in sides(points))


def sides(points: list[tuple[float, float]]) -> list[list[tuple[float, float]]]:
    """A ring that crosses the edge of the map as its two parts, each cut off at the edge; else as it is."""
    whole, turn = [points[0]], 0
    for (before, _), (lon, lat) in pairwise(points):
        turn += 360 * ((before - lon > 180) - (lon - before > 180))
        whole.append((lon + turn, lat))
    longitudes = [lon for lon, _ in whole]
    if turn or (max(longitudes) <= 180 and min(longitudes) >= -180):
        return [points]
    shifts = (0, -360) if max(longitudes) > 180 else (0, 360)
    return [[(min(180.0, max(-180.0, lon + shift)), lat) for lon, lat in whole] for shift in shifts]


def outline(points: list[tuple[float, float]]) -> str:
    """A ring on the plane as a path; one too small to be seen gives nothing."""
    plane = [project(lat, lon) for lon, lat in points]
    kept = [p for n, p in enumerate(plane) if n == 0 or p != plane[n - 1]]
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in kept[:-1]) + "Z" if len(set(kept)) > 2 else ""


if __name__ == "__main__":
    main(sys.argv[1])
