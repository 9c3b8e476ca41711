"""The scoring rules, and that they give the numbers of the reference script beside the clone."""

from __future__ import annotations

import importlib.util
import random
from pathlib import Path
from typing import Any

import pytest

from communique.errors import InputError
from communique.quality.compare import loosely_same, members, same_name, same_person
from communique.quality.gold import GoldDocument, gold_spans, load_gold
from communique.quality.report import as_json, as_text
from communique.quality.scoring import score
from communique.quality.sentences import Sentences

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = ROOT / "../shared/score.py"
TEXT = "Ms Ito met Mr Berg in Oslo. They signed a pact. Trade reached 12 million euros."


def gold(*records: dict[str, Any]) -> GoldDocument:
    return GoldDocument(path="g", doc="d", lang="en", date=None, text=TEXT, records=list(records), digest="")


def at(quote: str) -> list[dict[str, Any]]:
    start = TEXT.index(quote)
    return [{"start": start, "end": start + len(quote), "quote": quote}]


MEETING = {
    "kind": "meeting",
    "countries": ["JPN", "NOR"],
    "participants": [{"name": "Ito", "country": "JPN"}, {"name": "Berg", "country": "NOR"}],
    "format": "in_person",
    "date": None,
    "quote": "Ms Ito met Mr Berg",
}


def predicted(**changes: Any) -> dict[str, Any]:
    record = {k: v for k, v in MEETING.items() if k != "quote"}
    return {"doc": "d", **record, "evidence": at("met Mr Berg in Oslo"), **changes}


def test_a_match_needs_a_shared_sentence_and_agreeing_keys() -> None:
    assert score([gold(MEETING)], [predicted()]).total.f1 == 1
    elsewhere = score([gold(MEETING)], [predicted(evidence=at("They signed"))])
    assert (elsewhere.total.tp, elsewhere.total.fp, elsewhere.total.fn) == (0, 1, 1)
    assert score([gold(MEETING)], [predicted(countries=["JPN"])]).total.tp == 0
    half = predicted(participants=[{"name": "Åse BERG", "country": "NOR"}])
    assert score([gold(MEETING)], [half]).total.tp == 1


def test_each_gold_record_is_matched_once_and_fields_are_scored_on_the_pair() -> None:
    result = score([gold(MEETING)], [predicted(format="online"), predicted()])
    assert (result.total.tp, result.total.fp) == (1, 1)
    assert dict(result.fields) == {"meeting.format": [1, 1]}


def test_optional_records_are_neither_missed_nor_wrong() -> None:
    optional = MEETING | {"optional": True}
    assert score([gold(optional)], []).total.fn == 0
    assert score([gold(optional)], [predicted()]).total.fp == 0


def test_false_quotes_are_counted() -> None:
    lying = predicted(evidence=[{"start": 0, "end": 6, "quote": "Mr Ito"}])
    result = score([gold(MEETING)], [lying, predicted(evidence=[])])
    assert result.bad_evidence == 2


def test_a_gold_quote_must_be_in_its_text() -> None:
    with pytest.raises(InputError, match="quote is not in the text: 'nowhere'"):
        score([gold(MEETING | {"quote": "nowhere"})], [])


def test_values_are_compared_as_the_contract_says() -> None:
    assert members([{"name": "X", "country": "NOR"}, "asean", None]) == {"nor", "asean"}
    assert same_person({"name": "José Pérez"}, {"name": "perez", "country": "MEX"})
    assert not same_person({"name": "Li", "country": "CHN"}, {"name": "Li", "country": "SGP"})
    assert same_person({"country": "CHN"}, {"name": "Li", "country": "CHN"})
    assert same_name({"name": "Gwadar Port", "aliases": ["the port"]}, {"name": "GWADAR port project"})
    assert loosely_same(100, "100.4")
    assert not loosely_same(100, 101)
    assert loosely_same(["a b c d"], ["a b", "x"])
    assert loosely_same(["a"], ("a", "b"))
    assert not loosely_same(True, 1.5)


def test_sentences_end_at_stops_and_lines() -> None:
    sentences = Sentences("One. Two 1.5 x!\nThree。四")
    assert [sorted(sentences.touched([span])) for span in [(0, 4), (3, 6), (5, 15), (0, 0)]] == [
        [0],
        [0, 1],
        [1],
        [],
    ]


def test_the_report_names_the_mistakes() -> None:
    result = score([gold(MEETING)], [])
    assert as_text(result, errors=1).startswith("MISSED   d meeting")
    assert as_json(result)["kinds"]["meeting"] == {"tp": 0, "fp": 0, "fn": 1, "f1": 0.0}


def damaged(documents: list[GoldDocument], seed: int) -> list[dict[str, Any]]:
    """The gold as predictions, with fields, evidence and records changed, lost and doubled at random."""
    rng = random.Random(seed)
    pool = [record for document in documents for record in document.records]
    out = []
    for document in documents:
        for record in document.records:
            made = {k: v for k, v in record.items() if k not in ("quote", "quotes", "aliases", "optional")}
            spans = gold_spans(document, record)
            if rng.random() < 0.2:
                start = rng.randrange(len(document.text) - 5)
                spans = [(start, start + 5)]
            evidence = [{"start": a, "end": b, "quote": document.text[a:b]} for a, b in spans]
            if rng.random() < 0.05:
                evidence[0]["quote"] = "not there"
            other = rng.choice([one for one in pool if one["kind"] == record["kind"]])
            name = rng.choice([name for name in made if name != "kind"])
            if rng.random() < 0.4:
                made[name] = other.get(name)
            out += [made | {"doc": document.doc, "evidence": evidence}] * rng.choice([0, 1, 1, 1, 2])
    return out


@pytest.mark.parametrize("folder", ["examples/gold", "../shared/gold/seeds", "../shared/gold/dev"])
def test_the_numbers_are_those_of_the_reference_script(folder: str) -> None:
    if not REFERENCE.is_file():
        pytest.skip("the reference script ../shared/score.py is not beside this clone")
    if not (ROOT / folder).is_dir():
        pytest.skip(f"{folder} is not here")
    spec = importlib.util.spec_from_file_location("reference", REFERENCE)
    assert spec is not None
    assert spec.loader is not None
    reference = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(reference)
    documents = load_gold(ROOT / folder)
    for seed, only_kind in ((1, None), (2, None), (3, "meeting")):
        records = damaged(documents, seed)
        counts, fields, errors, bad = reference.score(ROOT / folder, records, only_kind)
        ours = score(documents, records, only_kind)
        assert {kind: (c.tp, c.fp, c.fn) for kind, c in ours.kinds.items()} == {
            kind: tuple(c) for kind, c in counts.items()
        }
        assert dict(ours.fields) == dict(fields)
        assert ours.bad_evidence == bad
        assert [(m.type, m.doc, m.kind, m.why) for m in ours.mistakes] == [error[:4] for error in errors]


def test_attribution_is_right_by_speaker_or_side_and_counted_by_language() -> None:
    said = {**MEETING, "attribution": {"speaker": "Ito", "country": "JPN", "manner": "indirect"}}
    side = predicted(attribution={"speaker": None, "country": "JPN", "manner": "direct"})
    credit = score([gold(said)], [side]).credits["en"]
    assert (credit.right, credit.scored, credit.manner_right, credit.manner_scored) == (1, 1, 0, 1)
    other = predicted(attribution={"speaker": "Berg", "country": "NOR", "manner": "indirect"})
    assert score([gold(said)], [other]).credits["en"].share == 0
    own = score([gold(MEETING)], [other])
    assert own.credits["en"].scored == 0
    assert "en attribution: speaker or side right 0/0 · manner right 0/0" in as_text(own)
    assert as_json(own)["attribution"]["en"]["scored"] == 0
