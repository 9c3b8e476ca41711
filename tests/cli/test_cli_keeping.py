from __future__ import annotations

from pathlib import Path

from communique.base.spans import Evidence
from communique.cli.keeping import keeper
from communique.errors import CommuniqueError
from communique.kinds.record import Actor
from communique.kinds.visit import Visit
from communique.mentions.matcher import Hits
from communique.reading.results import Reading
from communique.text.document import Document


def reading(doc: str, date: str) -> Reading:
    visit = Visit(
        id=f"s-{doc}", doc=doc, lang="en", evidence=(Evidence(0, 3, "Ann"),), visitor=Actor("Ann"), date=date
    )
    document = Document(id=doc, text="Ann came.", lang="en")
    return Reading(
        document=document, segments=(), hits=Hits([], []), candidates=(), records=(visit,), drops=()
    )


def test_a_record_the_ledger_refuses_costs_its_document_only(tmp_path: Path) -> None:
    failures: list[CommuniqueError] = []
    readings = iter([reading("a", "2024"), reading("b", "soon"), reading("c", "2025")])
    with keeper(tmp_path / "l.duckdb") as kept:
        kept.keep(readings, failures)
        assert kept.report() == f"{tmp_path / 'l.duckdb'}: 2 new statements, 0 known already; 2 new documents"
    assert len(failures) == 1
    assert "b" in str(failures[0])
    assert "soon" in str(failures[0])


def test_without_a_ledger_all_pass() -> None:
    readings = iter([reading("a", "soon")])
    with keeper(None) as kept:
        kept.keep(readings, [])
        assert kept.report() is None
    assert next(readings, None) is None
