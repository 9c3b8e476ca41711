"""A score as plain text or as one JSON object."""

from __future__ import annotations

import json
from typing import Any

import msgspec

from communique.quality.credit import Credit
from communique.quality.tally import Counts, Mistake, Score

_HIDDEN = frozenset(("doc", "kind", "lang", "id"))
_SHOWN = 400


def as_json(score: Score) -> dict[str, Any]:
    """F1, precision and recall over all, mean F1, share of right fields, attributions, each kind."""
    total = score.total
    return {
        "f1": total.f1,
        "precision": total.precision,
        "recall": total.recall,
        "macro_f1": score.macro_f1,
        "fields": score.field_accuracy,
        "bad_evidence": score.bad_evidence,
        "attribution": {lang: msgspec.to_builtins(score.credits[lang]) for lang in sorted(score.credits)},
        "kinds": {
            kind: {"tp": counts.tp, "fp": counts.fp, "fn": counts.fn, "f1": counts.f1}
            for kind, counts in sorted(score.kinds.items())
        },
    }


def as_text(score: Score, errors: int = 0) -> str:
    """A table of kinds, the totals, every scored field; before them up to `errors` mistakes."""
    lines = [_mistake(mistake) for mistake in score.mistakes[:errors]]
    lines.append(f"{'kind':14} {'tp':>4} {'fp':>4} {'fn':>4} {'P':>6} {'R':>6} {'F1':>6}")
    lines += [_row(kind, score.kinds[kind]) for kind in sorted(score.kinds)]
    lines.append(_row("all (micro)", score.total))
    lines.append(
        f"macro F1 {score.macro_f1:.3f} · other fields right {score.field_accuracy:.3f} · "
        f"records whose quote is not in the text: {score.bad_evidence}"
    )
    lines += [_credit(lang, score.credits[lang]) for lang in sorted(score.credits)]
    lines += [f"    {name:28} {right}/{scored}" for name, (right, scored) in sorted(score.fields.items())]
    return "\n".join(lines)


def _row(name: str, counts: Counts) -> str:
    rates = " ".join(f"{rate:6.3f}" for rate in (counts.precision, counts.recall, counts.f1))
    return f"{name:14} {counts.tp:4} {counts.fp:4} {counts.fn:4} {rates}"


def _credit(lang: str, credit: Credit) -> str:
    return (
        f"{lang} attribution: speaker or side right {credit.right}/{credit.scored} · "
        f"manner right {credit.manner_right}/{credit.manner_scored}"
    )


def _mistake(mistake: Mistake) -> str:
    shown = {name: value for name, value in mistake.record.items() if name not in _HIDDEN}
    return (
        f"{mistake.type:8} {mistake.doc} {mistake.kind} {mistake.why}\n"
        f"         {json.dumps(shown, ensure_ascii=False)[:_SHOWN]}"
    )
