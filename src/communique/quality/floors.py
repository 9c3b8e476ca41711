"""Floors under the scores: what was reached once, by gold set, language and kind, and may not be lost.

A floor holds for one corpus: its hash is kept beside it, so that changed gold is noticed.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path

import msgspec

from communique.quality.gold import GoldDocument, load_gold
from communique.quality.reading import read_gold
from communique.quality.scoring import score

TOLERANCE = 0.005
"""A score may fall this far under its floor before it counts as a drop."""


CREDIT_TOLERANCE = 0.05
"""The same for right attributions: their share is of the records matched, so it moves as more are found."""


class Mark(msgspec.Struct, kw_only=True):
    """F1 over all kinds (micro) and by kind, and right attributions, on the corpus with this hash."""

    corpus: str
    micro: float
    attribution: float = 0.0
    """Share of matched records whose speaker or side is right."""
    kinds: dict[str, float]


class GoldSet(msgspec.Struct, kw_only=True):
    """A folder of gold, from the project's root; one that is not `required` may be absent."""

    folder: str
    required: bool = True
    languages: dict[str, Mark] = {}


def load_floors(path: Path) -> dict[str, GoldSet]:
    """The floors by name of the gold set."""
    return msgspec.json.decode(path.read_bytes(), type=dict[str, GoldSet])


def save_floors(path: Path, floors: Mapping[str, GoldSet]) -> None:
    """Write the floors, sorted, one value a line."""
    path.write_bytes(msgspec.json.format(msgspec.json.encode(floors, order="sorted"), indent=1) + b"\n")


def measure(folder: Path, languages: Sequence[str]) -> dict[str, Mark]:
    """Read the gold's texts and score them, by language; languages the gold lacks are left out."""
    documents = load_gold(folder)
    present = {document.lang for document in documents if document.lang in languages}
    return {
        lang: _mark(folder, [d for d in documents if d.lang == lang])
        for lang in sorted(filter(None, present))
    }


def _mark(folder: Path, documents: list[GoldDocument]) -> Mark:
    result = score(documents, read_gold(folder, documents))
    kinds = {kind: _down(counts.f1) for kind, counts in sorted(result.kinds.items()) if counts.tp + counts.fn}
    credit = result.credits[documents[0].lang or "und"]
    return Mark(
        corpus=_hash(documents),
        micro=_down(result.total.f1),
        attribution=_down(credit.share),
        kinds=kinds,
    )


def _hash(documents: Sequence[GoldDocument]) -> str:
    return sha256("\n".join(f"{d.doc} {d.digest}" for d in documents).encode()).hexdigest()[:16]


def _down(value: float) -> float:
    return math.floor(value * 10_000) / 10_000


def complaints(floors: Mapping[str, Mark], measured: Mapping[str, Mark]) -> list[str]:
    """What is wrong with a set's scores against its floors, one line each; none when all is well."""
    out = [f"{lang}: has a floor, but no gold or no pack any more" for lang in floors if lang not in measured]
    for lang, now in measured.items():
        floor = floors.get(lang)
        if floor is None:
            out.append(f"{lang}: has no floors; run tools/raise_floors.py")
        elif floor.corpus != now.corpus:
            out.append(
                f"{lang}: the gold changed; run tools/raise_floors.py --rebase and say why in the commit"
            )
        else:
            pairs = [("all kinds: F1", floor.micro, now.micro, TOLERANCE)]
            pairs += [
                (f"{kind}: F1", value, now.kinds.get(kind, 0.0), TOLERANCE)
                for kind, value in floor.kinds.items()
            ]
            pairs.append(("attribution: share", floor.attribution, now.attribution, CREDIT_TOLERANCE))
            out += [
                f"{lang} {name} {value:.4f} is under the floor {least:.4f}"
                for name, least, value, tolerance in pairs
                if value < least - tolerance
            ]
    return out


def raised(floor: Mark | None, now: Mark, rebase: bool) -> Mark | None:
    """The higher of floor and score throughout; None where the gold changed and `rebase` was not asked."""
    if floor is None or (floor.corpus != now.corpus and rebase):
        return now
    if floor.corpus != now.corpus:
        return None
    kinds = {kind: max(value, floor.kinds.get(kind, 0.0)) for kind, value in now.kinds.items()}
    return Mark(
        corpus=now.corpus,
        micro=max(floor.micro, now.micro),
        attribution=max(floor.attribution, now.attribution),
        kinds=floor.kinds | kinds,
    )
