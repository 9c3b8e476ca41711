from __future__ import annotations

from typing import Any

import pytest

from communique.views.check import check
from communique.views.folded import folded

TEXT = "Er sagte: „Wir\nwaren  da.“ Pra\u0308sident kam. Wir gingen. Wir blieben."


def found(record: dict[str, Any]) -> list[tuple[str, int | None]]:
    return [(f.status, f.found) for f in check([(1, {"doc": "d"} | record)], {"d": TEXT}.get)]


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ({"quote": "kam."}, [("exact", TEXT.index("kam."))]),
        ({"evidence": [{"start": 0, "end": 8, "quote": "Er sagte"}]}, [("exact", 0)]),
        ({"evidence": {"start": 3, "quote": "sagte"}}, [("exact", 3)]),
        ({"evidence": [{"start": 45, "end": 48, "quote": "Wir"}]}, [("moved", TEXT.index("Wir gingen"))]),
        (
            {"quotes": ['"Wir waren da."', "Präsident"]},
            [("normalised", 10), ("normalised", TEXT.index("Pra"))],
        ),
        ({"quote": "Wir flogen"}, [("missing", None)]),
        ({"evidence": []}, [("missing", None)]),
        ({"evidence": [{"start": 0}]}, [("missing", None)]),
        ({"doc": "e", "quote": "x"}, [("missing", None)]),
        ({"doc": None, "quote": "x"}, [("missing", None)]),
    ],
)
def test_a_quote_is_exact_moved_normalised_or_missing(
    record: dict[str, Any], expected: list[tuple[str, int | None]]
) -> None:
    assert found(record) == expected


def test_places_of_a_folded_text_point_into_the_text() -> None:
    flat, places = folded(TEXT)
    assert len(places) == len(flat) + 1
    assert TEXT[places[flat.index("Präsident")] :].startswith("Pra")
    assert places[-1] == len(TEXT)
