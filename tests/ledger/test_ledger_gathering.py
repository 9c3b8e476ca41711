"""What is found on the web: a text once, all its addresses, and the state of what is watched."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from communique.errors import RecordError
from communique.ledger import Ledger
from communique.ledger.addresses import Address, digest
from communique.ledger.watched import Watched
from sample_readings import MONDAY, TUESDAY, echo, reading, talks

HERE = "https://a.example/talks"
THERE = "https://b.example/talks"


def found(url: str, document: str, text: str, at: object = MONDAY) -> Address:
    return Address(sha256=digest(text), url=url, document=document, first_seen=at, last_seen=at)  # type: ignore[arg-type]


def watched(url: str, **known: object) -> Watched:
    usual: dict[str, object] = {"source": "press", "url": url, "first_seen": MONDAY, "last_seen": MONDAY}
    return Watched(**usual | known)  # type: ignore[arg-type]


def test_a_text_keeps_every_address(ledger: Ledger) -> None:
    made = talks()
    text = made.document.text
    added = ledger.take([made], [found(HERE, made.document.id, text)], [], MONDAY)
    assert (added.new_documents, added.new_statements) == (1, len(made.records))
    assert ledger.holders_of([digest(text), digest("other")]) == {digest(text): [made.document.id]}
    ledger.take([], [found(THERE, made.document.id, text, TUESDAY)], [], TUESDAY)
    ledger.take([], [found(HERE, made.document.id, text, TUESDAY)], [], TUESDAY)
    kept = [(one.url, one.first_seen, one.last_seen) for one in ledger.addresses(made.document.id)]
    assert kept == [(HERE, MONDAY, TUESDAY), (THERE, TUESDAY, TUESDAY)]
    assert ledger.addresses("unknown") == []
    assert len(ledger.documents()) == 1


def test_the_state_of_an_address_is_replaced(ledger: Ledger) -> None:
    ledger.take([], [], [watched(HERE, title="Talks"), watched(THERE)], MONDAY)
    failed = watched(HERE, status="failed", cause="status 404", reason="gone", attempts=2, due=TUESDAY)
    ledger.take([], [], [msgspec.structs.replace(failed, first_seen=TUESDAY, last_seen=TUESDAY)], TUESDAY)
    kept = {one.url: one for one in ledger.watched(["press"])}
    assert kept[HERE] == msgspec.structs.replace(failed, last_seen=TUESDAY)
    assert kept[THERE].status == "waiting"
    assert [one.url for one in ledger.watched(status="failed")] == [HERE]
    assert ledger.watched(["other"]) == []


def test_all_is_written_or_nothing(ledger: Ledger) -> None:
    made = echo()
    wrong = reading(msgspec.structs.replace(made.document, id="other"), *made.records)
    with pytest.raises(RecordError):
        ledger.take([wrong], [found(HERE, "other", "text")], [watched(HERE)], MONDAY)
    assert (ledger.documents(), ledger.addresses(), ledger.watched()) == ([], [], [])


def test_addresses_and_state_are_carried(ledger: Ledger, tmp_path: Path) -> None:
    made = talks()
    ledger.take(
        [made], [found(HERE, made.document.id, made.document.text)], [watched(HERE, status="read")], MONDAY
    )
    lines = list(ledger.export_lines())
    with Ledger.open(tmp_path / "other.duckdb") as other:
        other.take(
            [],
            [found(HERE, made.document.id, made.document.text, TUESDAY)],
            [watched(HERE, status="failed", attempts=1)],
            TUESDAY,
        )
        other.import_lines(lines, "x.jsonl")
        [address], [state] = other.addresses(), other.watched()
        assert (address.first_seen, address.last_seen) == (MONDAY, TUESDAY)
        assert (state.status, state.attempts) == ("failed", 1)
        assert list(other.verify()) == []
