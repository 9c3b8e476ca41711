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
        Path,
        typer.Argument(
            metavar="GOLD", help="Folder of gold files, one JSON a document; a JSONL file with --parallel."
        ),
    ],
    predicted: Annotated[
        Path | None, typer.Argument(metavar="[PREDICTED.jsonl]", help="Records to score, as JSON lines.")
    ] = None,
    read: Annotated[
        bool, typer.Option("--read", help="Read the gold's own texts now and score that.")
    ] = False,
    parallel: Annotated[
        bool,
        typer.Option(
            "--parallel",
            help="Compare the records of texts with those of their translations (JSON lines with "
            "id, src_lang, tgt_lang, src, tgt).",
        ),
    ] = False,
    links: Annotated[
        bool,
        typer.Option("--links", help="Score links of events and persons: GOLD holds gold.jsonl and texts/."),
    ] = False,
    json_: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    errors: Annotated[int, typer.Option("--errors", metavar="N", min=0, help="Show up to N mistakes.")] = 0,
    kind: Annotated[str | None, typer.Option("--kind", help="Score one kind only.")] = None,
    lang: Annotated[str | None, typer.Option("--lang", help="Score documents of one language only.")] = None,
) -> None:
    """Score records against gold records: precision, recall and F1 by kind, and each field's accuracy.

    A record matches a gold record when they share a sentence of evidence and their key fields agree.

    With --links the events and persons that texts tell several times are scored by B-cubed.

    With --parallel there is no gold: the records of both languages of a segment should agree.

    Example: communique score examples/gold --read --errors 10
    """
    from communique.quality.gold import load_gold
    from communique.quality.matching import KEYS
    from communique.quality.reading import read_gold
    from communique.quality.report import as_json, as_text
    from communique.quality.scoring import score

    if read == (predicted is not None):
        raise typer.BadParameter("give either PREDICTED.jsonl or --read", param_hint="PREDICTED.jsonl")
    if parallel:
        _score_parallel(gold, predicted, lang, json_)
        return
    if links:
        _score_links(gold, read, json_)
        return
    if kind is not None and kind not in KEYS:
        raise typer.BadParameter(f"no such kind: {kind}; one of {', '.join(KEYS)}", param_hint="--kind")
    documents = load_gold(gold, lang)
    records = list(read_gold(gold, documents) if predicted is None else _predicted(predicted))
    result = score(documents, records, kind)
    print(json.dumps(as_json(result)) if json_ else as_text(result, errors))


def _score_links(folder: Path, read: bool, json_: bool) -> None:
    import msgspec

    from communique.quality.linked import as_text, score_linking

    if not read:
        raise typer.BadParameter(
            "links are scored on texts that are read now; give --read", param_hint="--links"
        )
    result = score_linking(folder)
    print(msgspec.json.encode(result).decode() if json_ else as_text(result))


def _score_parallel(path: Path, predicted: Path | None, lang: str | None, json_: bool) -> None:
    from communique.lexicon import languages
    from communique.quality.parallel import agreement, as_table, load_segments, read_segments

    segments = load_segments(path, languages(), lang)
    records = list(read_segments(segments) if predicted is None else _predicted(predicted))
    result = agreement(segments, records)
    shown = {pair: {"shared": a.shared, "src": a.src, "tgt": a.tgt, "f1": a.f1} for pair, a in result.items()}
    print(json.dumps(shown) if json_ else as_table(result))


def _predicted(path: Path) -> Iterator[dict[str, Any]]:
    from communique.cli.jsonl import read_objects

    for line, record in read_objects(path):
        if not isinstance(record.get("doc"), str) or not isinstance(record.get("kind"), str):
            raise InputError("a record needs `doc` and `kind`", path, f"line {line}")
        yield record
