"""`communique score`: records against gold records."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from communique.errors import InputError


def score_command(
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD_DIR", help="Folder of gold files, one JSON a document.")
    ],
    predicted: Annotated[
        Path | None, typer.Argument(metavar="[PREDICTED.jsonl]", help="Records to score, as JSON lines.")
    ] = None,
    read: Annotated[
        bool, typer.Option("--read", help="Read the gold's own texts now and score that.")
    ] = False,
    json_: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    errors: Annotated[int, typer.Option("--errors", metavar="N", min=0, help="Show up to N mistakes.")] = 0,
    kind: Annotated[str | None, typer.Option("--kind", help="Score one kind only.")] = None,
    lang: Annotated[str | None, typer.Option("--lang", help="Score documents of one language only.")] = None,
) -> None:
    """Score records against gold records: precision, recall and F1 by kind, and each field's accuracy.

    A record matches a gold record when they share a sentence of evidence and their key fields agree.

    Example: communique score examples/gold --read --errors 10
    """
    from communique.quality.gold import load_gold
    from communique.quality.matching import KEYS
    from communique.quality.reading import read_gold
    from communique.quality.report import as_json, as_text
    from communique.quality.scoring import score

    if read == (predicted is not None):
        raise typer.BadParameter("give either PREDICTED.jsonl or --read", param_hint="PREDICTED.jsonl")
    if kind is not None and kind not in KEYS:
        raise typer.BadParameter(f"no such kind: {kind}; one of {', '.join(KEYS)}", param_hint="--kind")
    documents = load_gold(gold, lang)
    records = list(read_gold(gold, documents) if predicted is None else _predicted(predicted))
    result = score(documents, records, kind)
    print(json.dumps(as_json(result)) if json_ else as_text(result, errors))


def _predicted(path: Path) -> Iterator[dict[str, Any]]:
    from communique.cli.jsonl import read_objects

    for line, record in read_objects(path):
        if not isinstance(record.get("doc"), str) or not isinstance(record.get("kind"), str):
            raise InputError("a record needs `doc` and `kind`", path, f"line {line}")
        yield record
