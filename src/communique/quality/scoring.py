"""Predicted records against gold records, document by document and kind by kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from communique.quality.compare import loosely_same
from communique.quality.gold import GoldDocument, Plain, gold_spans
from communique.quality.matching import KEYS
from communique.quality.sentences import Sentences
from communique.quality.tally import Mistake, Score

_NOT_SCORED = frozenset(
    (
        "id",
        "doc",
        "kind",
        "evidence",
        "lang",
        "confidence",
        "rule",
        "quote",
        "quotes",
        "optional",
        "aliases",
        "note",
    )
)


def score(gold: Sequence[GoldDocument], predicted: Iterable[Plain], only_kind: str | None = None) -> Score:
    """Score records (contract JSON as mappings) of all documents; others than the gold's are ignored."""
    result = Score()
    by_doc: defaultdict[str, list[Plain]] = defaultdict(list)
    for record in predicted:
        by_doc[record["doc"]].append(record)
    for document in gold:
        records = by_doc[document.doc]
        for record in records:
            _check_evidence(result, document, record)
        sentences = Sentences(document.text)
        found = {record["kind"] for record in [*document.records, *records] if record.get("kind") in KEYS}
        for kind in sorted(found if only_kind is None else found & {only_kind}):
            _score_kind(result, document, sentences, kind, records)
    return result


def _check_evidence(result: Score, document: GoldDocument, record: Plain) -> None:
    parts = record.get("evidence")
    if not parts:
        why = "no evidence"
    elif any(document.text[part["start"] : part["end"]] != part.get("quote") for part in parts):
        why = "quote is not text[start:end]"
    else:
        return
    result.bad_evidence += 1
    result.mistakes.append(Mistake("EVIDENCE", document.doc, str(record.get("kind")), why, record))


def _score_kind(
    result: Score, document: GoldDocument, sentences: Sentences, kind: str, records: Iterable[Plain]
) -> None:
    got = [record for record in records if record.get("kind") == kind and record.get("evidence")]
    open_ = {
        index: sentences.touched((part["start"], part["end"]) for part in record["evidence"])
        for index, record in enumerate(got)
    }
    wanted = [record for record in document.records if record["kind"] == kind]
    pairs = []
    for record in sorted(wanted, key=lambda record: bool(record.get("optional"))):
        place = sentences.touched(gold_spans(document, record))
        near = [i for i, at in open_.items() if place & at and KEYS[kind].agree(record, got[i])]
        if near:
            best = max(near, key=lambda i: _agreement(kind, record, got[i]))
            del open_[best]
            pairs.append((record, got[best]))
        if not record.get("optional"):
            if near:
                result.kinds[kind].tp += 1
            else:
                result.kinds[kind].fn += 1
                result.mistakes.append(Mistake("MISSED", document.doc, kind, "", record))
    for index in open_:
        result.kinds[kind].fp += 1
        result.mistakes.append(Mistake("WRONG", document.doc, kind, "", got[index]))
    for record, other in pairs:
        _score_fields(result, document.doc, kind, record, other)
        result.credits[document.lang or "und"].add(record, other)


def _agreement(kind: str, gold: Plain, other: Plain) -> int:
    return sum(loosely_same(value, other.get(name)) for name, value in _scored(kind, gold))


def _scored(kind: str, gold: Plain) -> list[tuple[str, Any]]:
    return [(name, value) for name, value in gold.items() if name not in _NOT_SCORED | KEYS[kind].fields]


def _score_fields(result: Score, doc: str, kind: str, gold: Plain, other: Plain) -> None:
    for name, value in _scored(kind, gold):
        if value is None:
            continue
        right = loosely_same(value, other.get(name))
        tally = result.fields[f"{kind}.{name}"]
        tally[0] += right
        tally[1] += 1
        if not right:
            why = f"{name}: gold {value!r}, got {other.get(name)!r}"
            result.mistakes.append(Mistake("FIELD", doc, kind, why, gold))
