"""Headlines: what a headline says again in short is evidence of what the text below it tells."""

from __future__ import annotations

import msgspec

from communique.reading.results import Candidate

_TELLING = {
    "commitment": ("by", "mode"),
    "position": ("by", "stance"),
    "act": ("by", "plover"),
    "agreement": ("instrument",),
}
_WORD = 5


def join_headlines(candidates: list[Candidate]) -> list[Candidate]:
    """The candidates without those of headlines that the text tells too; their spans go to what tells it."""
    body = [c for c in candidates if not c.headline]
    for candidate in (c for c in candidates if c.headline):
        at = _told(candidate, body) if candidate.kind in _TELLING else None
        if at is None:
            body.append(candidate)
        else:
            body[at] = msgspec.structs.replace(body[at], spans=(*candidate.spans, *body[at].spans))
    return body


def _told(headline: Candidate, body: list[Candidate]) -> int | None:
    """The place of the candidate that tells a headline's fact in full: same sides, most words in common."""
    fields = _TELLING[headline.kind]
    words = _words(headline)
    best, most = None, -1
    for at, other in enumerate(body):
        if other.kind != headline.kind or other.headline or other.modality != headline.modality:
            continue
        if any(other.slots[name] != headline.slots[name] for name in fields):
            continue
        if headline.kind == "agreement" and not set(other.slots["parties"]) & set(headline.slots["parties"]):
            continue
        shared = len(words & _words(other))
        if shared > most:
            best, most = at, shared
    return best


def _words(candidate: Candidate) -> set[str]:
    text = " ".join(str(candidate.slots.get(name) or "") for name in ("action", "issue", "text", "title"))
    return {w for w in text.lower().split() if len(w) >= _WORD}
