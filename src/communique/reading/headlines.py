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
    headlines = [c for c in candidates if c.headline]
    if not headlines:
        return candidates
    body = [c for c in candidates if not c.headline]
    alike: dict[tuple[object, ...], list[tuple[int, set[str]]]] = {
        _fact(candidate): [] for candidate in headlines if candidate.kind in _TELLING
    }
    for place, candidate in enumerate(body):
        told = alike.get(_fact(candidate)) if candidate.kind in _TELLING else None
        if told is not None:
            told.append((place, _words(candidate)))
    for candidate in headlines:
        at = _told(candidate, body, alike[_fact(candidate)] if candidate.kind in _TELLING else [])
        if at is None:
            body.append(candidate)
        else:
            body[at] = msgspec.structs.replace(body[at], spans=(*candidate.spans, *body[at].spans))
    return body


def _fact(candidate: Candidate) -> tuple[object, ...]:
    """What a headline and the text below it have to have in common."""
    fields = (candidate.slots[name] for name in _TELLING[candidate.kind])
    return candidate.kind, candidate.modality, *fields


def _told(headline: Candidate, body: list[Candidate], alike: list[tuple[int, set[str]]]) -> int | None:
    """The place of the candidate that tells a headline's fact in full: same sides, most words in common."""
    words = _words(headline)
    best, most = None, -1
    for at, others in alike:
        parties = body[at].slots.get("parties") or ()
        if headline.kind == "agreement" and not set(parties) & set(headline.slots["parties"]):
            continue
        shared = len(words & others)
        if shared > most:
            best, most = at, shared
    return best


def _words(candidate: Candidate) -> set[str]:
    text = " ".join(str(candidate.slots.get(name) or "") for name in ("action", "issue", "text", "title"))
    return {w for w in text.lower().split() if len(w) >= _WORD}
