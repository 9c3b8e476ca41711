"""A writer killed at any moment loses nothing that was complete, and a second run completes the rest.

Three kills a store; `make check-crash`, or COMMUNIQUE_CRASHES, sets how many.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest

from communique.kinds.act import Act
from communique.ledger import Ledger
from communique.reading.results import Reading
from sample_readings import MONDAY, document, reading, record

CRASHES = int(os.environ.get("COMMUNIQUE_CRASHES", "3"))
DOCUMENTS, BATCH = 400, 20
HERE = Path(__file__).resolve()


def given() -> list[Reading]:
    """Documents of five records each."""
    return [_document(f"doc-{number:04}") for number in range(DOCUMENTS)]


def _document(name: str) -> Reading:
    sentences = [f"Sweden sent {count} crates of {name} to Kenya." for count in range(2, 7)]
    text = " ".join(sentences)
    made = (
        record(Act, name, text, said, plover="AID", by=("SWE",), toward=("KEN",), text=said)
        for said in sentences
    )
    return reading(document(name, text), *made)


def write(place: str) -> None:
    """What the process that is killed does; it says when the ledger is open and after each batch."""
    from communique.ledger import batch

    batch.BATCH_DOCUMENTS = BATCH
    with Ledger.open(place) as ledger:
        print("open", flush=True)
        ledger.add_many(given(), MONDAY, progress=lambda added: print(added.documents, flush=True))


def content(ledger: Ledger) -> list[bytes]:
    """Everything the ledger gives back, documents first, as bytes that can be compared."""
    items = [*ledger.documents(), *ledger.records(superseded=True)]
    return [msgspec.json.encode(item) for item in items]


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    with Ledger.open(tmp_path_factory.mktemp("whole") / "ledger.duckdb") as ledger:
        ledger.add_many(given(), MONDAY)
        return content(ledger)


@pytest.mark.parametrize("seed", range(CRASHES))
def test_killed_and_run_again(place: Path | str, seed: int, undisturbed: list[bytes]) -> None:
    rng = random.Random(seed)
    told = _killed(str(place), after=rng.randrange(0, DOCUMENTS // BATCH), pause=rng.uniform(0, 0.02))
    with Ledger.open(place) as ledger:
        assert list(ledger.verify()) == []
        _check_whole(ledger, told)
        ledger.add_many(given(), MONDAY)
        assert list(ledger.verify()) == []
        assert content(ledger) == undisturbed


def test_opened_and_closed_after_a_kill_everything_is_found(place: Path | str) -> None:
    told = _killed(str(place), after=5, pause=0)
    Ledger.open(place).close()
    with Ledger.open(place, read_only=True) as ledger:
        assert list(ledger.verify()) == []
        held = ledger.documents()
        assert len(held) >= told > 0
        assert all(len(ledger.documents(document=info.id)) == 1 for info in held)
        assert all(len(ledger.records(document=info.id)) == 5 for info in held[:20])


def _killed(place: str, after: int, pause: float) -> int:
    """Kill the writer some seconds after it reported `after` batches; the documents it reported in all."""
    writer = subprocess.Popen(
        [sys.executable, str(HERE), place],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ
        | {"PYTHONPATH": os.pathsep.join((str(HERE.parents[2] / "src"), str(HERE.parents[1])))},
    )
    assert writer.stdout is not None
    assert writer.stdout.readline() == "open\n"
    lines = [line for _ in range(after) if (line := writer.stdout.readline())]
    time.sleep(pause)
    writer.send_signal(signal.SIGKILL)
    lines += writer.stdout.readlines()
    assert writer.wait() in (-signal.SIGKILL, 0)
    return int(lines[-1]) if lines else 0


def _check_whole(ledger: Ledger, told: int) -> None:
    """Whole batches, no fewer than the writer reported, each record with its quote and its document."""
    documents = {info.id for info in ledger.documents()}
    assert len(documents) >= told
    assert len(documents) % BATCH == 0
    records = ledger.records()
    assert len(records) == 5 * len(documents) == ledger.counts().countries.get("KEN", 0)
    for item in records:
        text = ledger.document(item.document.id) if item.record.evidence[0].start == 0 else None
        if text is not None:
            item.record.evidence[0].verify(text.text)


if __name__ == "__main__":
    write(sys.argv[1])
