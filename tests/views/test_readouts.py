"""Two readouts of one meeting: what both tell, what one leaves out, what differs, and who speaks for the other."""

from __future__ import annotations

import datetime as dt
from hashlib import sha256

import pytest

from communique.errors import RequestError
from communique.ledger.stored import DocumentInfo, Stored
from communique.pipeline import read_document
from communique.text.document import Document
from communique.views.readouts import Comparison, chosen, compare_readouts, sides_of
from communique.views.scene import Scene

PERU = (
    "en-peru", "rree.gob.pe",
    "Peru's Foreign Minister Elmer Schialer met his Kenyan counterpart Musalia Mudavadi in Lima on Tuesday. "
    "Peru pledged to open an embassy in Nairobi. Kenya supports Peru's candidacy for the council. "
    "Trade between Peru and Kenya reached 48 million dollars in 2024. "
    "Mudavadi said that Kenya would lift the duty on Peruvian grapes.",
)  # fmt: skip
KENYA = (
    "de-kenia", "mfa.go.ke",
    "Der kenianische Außenminister Musalia Mudavadi traf am Dienstag in Lima seinen peruanischen Amtskollegen "
    "Elmer Schialer. Der Handel zwischen Kenia und Peru erreichte 2024 51 Millionen Dollar. "
    "Peru sagte zu, in Nairobi eine Botschaft zu eröffnen. Kenia lud Schialer nach Nairobi ein.",
)  # fmt: skip
SEEN = dt.datetime(2025, 3, 3, 9, 0, tzinfo=dt.UTC)


def stored(doc: str, publisher: str, text: str) -> list[Stored]:
    document = Document(id=doc, text=text, lang=doc[:2], date="2025-04-09", publisher=publisher)
    info = DocumentInfo(
        id=doc, sha256=sha256(text.encode()).hexdigest(), lang=doc[:2], date="2025-04-09", publisher=publisher,
        first_seen=SEEN, last_seen=SEEN, reader_version="1",
    )  # fmt: skip
    records = read_document(document).records
    return [Stored(record=r, document=info, first_seen=SEEN, last_seen=SEEN) for r in records]


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    scene = Scene.from_records([*stored(*PERU), *stored(*KENYA)])
    (event,) = scene.events("meeting")
    sides = sides_of(scene, event)
    assert [s.state for s in sides] == ["KEN", "PER"]
    return compare_readouts(scene, event, *chosen(sides, ("PER", "KEN")))


def test_what_both_report_and_in_which_words(comparison: Comparison) -> None:
    both = {pair.a.kind: pair for pair in comparison.both}
    assert {"meeting", "indicator", "commitment"} <= set(both)
    assert both["commitment"].a.quote == "Peru pledged to open an embassy in Nairobi."
    assert both["commitment"].b.quote.startswith("Peru sagte zu")
    assert both["meeting"].differs == {}


def test_a_figure_told_otherwise_keeps_both_values(comparison: Comparison) -> None:
    figure = next(pair for pair in comparison.both if pair.a.kind == "indicator")
    assert figure.differs == {"value": ("48,000,000", "51,000,000")}


def test_what_only_one_side_reports(comparison: Comparison) -> None:
    assert [said.kind for said in comparison.only_b] == ["invitation"]
    assert {said.kind for said in comparison.only_a} >= {"position", "commitment"}


def test_what_one_side_says_that_the_other_said(comparison: Comparison) -> None:
    assert any("grapes" in said.quote for said in comparison.a_on_b)


def test_sides_that_cannot_be_compared() -> None:
    scene = Scene.from_records(stored(*PERU))
    (event,) = scene.events("meeting")
    sides = sides_of(scene, event)
    with pytest.raises(RequestError, match="only one side"):
        chosen(sides, None)
    with pytest.raises(RequestError, match="no side"):
        chosen(sides, ("PER", "FRA"))
