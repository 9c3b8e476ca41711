"""The one list of export formats; the command, the tests and docs/exports.md follow it."""

from __future__ import annotations

from communique.export import (
    colt,
    ftm,
    gdelt,
    gdelt_mentions,
    geojson,
    graphml,
    icews,
    ics,
    jsonld,
    plover,
    polecat,
    records_csv,
    records_parquet,
    treaties,
    visits,
)
from communique.export.exporter import Exporter

EXPORTERS: tuple[Exporter, ...] = tuple(
    module.EXPORTER
    for module in (
        plover,
        polecat,
        icews,
        gdelt,
        gdelt_mentions,
        colt,
        visits,
        treaties,
        ftm,
        jsonld,
        graphml,
        geojson,
        ics,
        records_csv,
        records_parquet,
    )
)

BY_NAME: dict[str, Exporter] = {exporter.name: exporter for exporter in EXPORTERS}
