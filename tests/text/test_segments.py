"""Where one sentence ends and the next begins."""

from __future__ import annotations

import communique


def _evidence(text: str) -> list[str]:
    records = communique.read(text, lang="de").records
    return [record.evidence[0].quote for record in records if record.kind == "commitment"]


def test_a_year_opens_a_sentence() -> None:
    text = "Malta und Libyen streiten um ein Riff. 1973 einigten sich die Staaten auf eine Seegrenze."
    assert _evidence(text) == ["1973 einigten sich die Staaten auf eine Seegrenze."]
