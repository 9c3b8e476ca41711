"""Damaged and made-up bytes: every decoder ends soon, in documents or in errors that name the file.

`COMMUNIQUE_FUZZ` is the number of inputs in all (`make fuzz` asks for 200,000); a normal run takes few.
"""

from __future__ import annotations

import os
import random
import time
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from samples import samples

from communique.errors import CommuniqueError, InputError
from communique.intake.decoding import decode
from communique.intake.documents import document_of
from communique.intake.found import Found
from communique.lexicon import languages
from communique.pipeline import read_document
from communique.settings import IntakeSettings, ReadSettings
from communique.text.document import Document

TOTAL = int(os.environ.get("COMMUNIQUE_FUZZ", "3000"))
SAMPLES = samples()
SHARES = {
    "a.txt": 12, "a.json": 14, "a.jsonl": 15, "a.csv": 14, "a.eml": 5, "a.txt.gz": 8, "a.jsonl.bz2": 5,
    "a.txt.xz": 4, "a.html.zst": 2, "a.zip": 5, "a.rss": 3, "a.atom": 2, "a.warc": 2, "a.parquet": 4,
    "a.pdf": 2, "a.docx": 1, "a.html": 2,
}  # fmt: skip
"""Hundredths of the inputs that each format gets: many where decoding takes little."""
BATCH = 20
"""Inputs that are made from one seed."""
SLOW = 10.0
"""Seconds of the processor after which an input counts as a hang."""
SMALL = IntakeSettings(
    max_chars=20_000, max_page=100_000, max_parts=100_000, max_bytes=200_000, max_expanded=400_000
)
QUIET = settings(
    deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck), print_blob=False
)
PIECES = (
    b"<",
    b">",
    b"\0",
    b"\xff\xfe",
    b'"',
    b",",
    b"{",
    b"}]",
    b"\n\n",
    b"%",
    b"&#x0;",
    b"charset=utf-7",
    b"\xed\xa0\x80",
)


def damaged(data: bytes, seed: int) -> Iterator[bytes]:
    """Variants of `data`: bytes changed, cut, doubled, put in, or taken from the file of another format."""
    chance = random.Random(seed)
    others = list(SAMPLES.values())
    for _ in range(BATCH):
        made = bytearray(data)
        for _ in range(chance.randint(1, 6)):
            at = chance.randrange(len(made) + 1)
            to = min(len(made), at + chance.randint(1, 40))
            match chance.randrange(7):
                case 0:
                    made[at : at + 1] = bytes([chance.randrange(256)])
                case 1:
                    del made[at:to]
                case 2:
                    made[at:at] = made[at:to] * chance.randint(1, 4)
                case 3:
                    made[at:at] = chance.choice(PIECES)
                case 4:
                    made[at:at] = chance.randbytes(chance.randint(1, 8))
                case 5:
                    other = chance.choice(others)
                    start = chance.randrange(len(other))
                    made[at:to] = other[start : start + chance.randint(1, 200)]
                case _ if chance.random() < 0.2:
                    del made[at:]
        yield bytes(made)


def check(name: str, data: bytes) -> list[Found]:
    """What is found in `data`, after the promises that hold for every item."""
    began = time.process_time()
    items = list(decode(data, name, settings=SMALL))
    assert time.process_time() - began < SLOW
    for item in items:
        if isinstance(item, InputError):
            assert item.path is not None
            assert item.path.startswith(name)
            assert item.message
        else:
            assert isinstance(item.text, str)
            item.text.encode()
            assert item.key is None or "\n" not in item.key
    return [item for item in items if isinstance(item, Found)]


@pytest.mark.parametrize("name", SHARES)
def test_damaged_files_give_documents_or_errors(name: str) -> None:
    @settings(QUIET, max_examples=max(1, TOTAL * SHARES[name] // 100 // BATCH))
    @given(seed=st.integers(0, 2**48))
    def every(seed: int) -> None:
        for data in damaged(SAMPLES[name], seed):
            check(name, data)

    every()


@pytest.mark.parametrize("name", ["a", "a.csv", "a.jsonl", "a.html", "a.eml", "a.rss", "a.gz"])
def test_any_bytes_give_documents_or_errors(name: str) -> None:
    @settings(QUIET, max_examples=max(20, TOTAL // 200))
    @given(
        data=st.one_of(
            st.binary(max_size=300), st.text(max_size=200).map(lambda t: t.encode("utf-8", "replace"))
        )
    )
    def every(data: bytes) -> None:
        check(name, data)

    every()


@settings(QUIET, max_examples=max(10, TOTAL // 400))
@given(
    seed=st.integers(0, 2**48),
    name=st.sampled_from(["a.html", "a.eml", "a.rss", "a.jsonl", "a.csv", "a.docx"]),
)
def test_every_record_of_what_is_found_quotes_its_text(seed: int, name: str) -> None:
    for number, data in enumerate(damaged(SAMPLES[name], seed)):
        for item in check(name, data) if number % 5 == 0 else []:
            document = document_of(item, "a", name, ReadSettings(), {}, languages())
            if isinstance(document, CommuniqueError):
                continue
            assert isinstance(document, Document)
            for record in read_document(document).records:
                for evidence in record.evidence:
                    assert document.text[evidence.start : evidence.end] == evidence.quote
