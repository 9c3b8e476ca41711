"""Every cue reads the sentences it says it reads, and leaves alone those it says it must."""

from __future__ import annotations

import pytest

import communique
from communique.kinds.record import Record
from communique.kinds.registry import BY_NAME
from communique.lexicon import languages
from communique.lexicon.loader import PACKS, read_cues
from communique.lexicon.shape import Cue
from communique.reading.results import Reading

CASES = [
    (lang, kind, cue)
    for lang in languages()
    for kind, cues in read_cues(PACKS / lang).items()
    for cue in cues
]
IDS = [cue.id for _, _, cue in CASES]


def _fits(record: Record, kind: str, cue: Cue) -> bool:
    return record.kind == kind and all(
        getattr(record, name, value) == value for name, value in cue.set.items()
    )


def _shields(cue: Cue) -> bool:
    """Whether a cue makes no record and only keeps shorter cues from making one."""
    return "generic" in cue.set


def _seen(reading: Reading, cue: Cue) -> bool:
    return any(m.entry == cue.id for m in reading.mentions)


@pytest.mark.parametrize(("lang", "kind", "cue"), CASES, ids=IDS)
def test_yes(lang: str, kind: str, cue: Cue) -> None:
    assert cue.yes or _shields(cue), "a cue carries at least one sentence that it reads"
    for sentence in cue.yes:
        reading = communique.read(sentence, lang=lang)
        assert _seen(reading, cue), f"not matched in {sentence!r}"
        if kind in BY_NAME:
            told = [(r.kind, r.rule) for r in reading.records] + [
                (d.kind, d.rule, d.reason) for d in reading.drops
            ]
            assert any(_fits(r, kind, cue) for r in reading.records), (
                f"no such {kind} in {sentence!r}: {told}"
            )


@pytest.mark.parametrize(("lang", "kind", "cue"), CASES, ids=IDS)
def test_no(lang: str, kind: str, cue: Cue) -> None:
    assert cue.no or not _shields(cue), "a cue that only keeps others off carries a sentence of the sort"
    for sentence in cue.no:
        records = communique.read(sentence, lang=lang).records
        wrong = [r for r in records if r.rule == cue.id or (_shields(cue) and r.kind == kind)]
        assert not wrong, f"{sentence!r} gave {wrong}"
