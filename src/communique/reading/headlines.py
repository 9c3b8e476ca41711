"""Headlines: what a headline says again in short is evidence of what the text below it tells."""

from __future__ import annotations

from collections import Counter

import msgspec

from communique.reading.results import Candidate

_TELLING = {
    "commitment": ("by", "mode"),
    "position": ("by", "stance"),
    "act": ("by", "plover"),
    "agreement": ("instrument",),
}
_WORD = 5


class _Alike:
    """The places of the candidates of one fact, and those whose words hold a word, in order."""

    def __init__(self) -> None:
        self._places: list[int] = []
        self._holding: dict[str, list[int]] = {}

    def add(self, place: int, candidate: Candidate) -> None:
        self._places.append(place)
        for word in _words(candidate):
            self._holding.setdefault(word, []).append(place)

    def fullest(self, headline: Candidate, body: list[Candidate]) -> int | None:
        """The place of the candidate that tells a headline's fact in full: same sides, most words in common."""
        shared = Counter(place for word in _words(headline) for place in self._holding.get(word, ()))
        fits = [place for place in shared if _same_sides(headline, body[place])]
        if fits:
            return min(fits, key=lambda place: (-shared[place], place))
        return next((place for place in self._places if _same_sides(headline, body[place])), None)


def join_headlines(candidates: list[Candidate]) -> list[Candidate]:
    """The candidates without those of headlines that the text tells too; their spans go to what tells it."""
    headlines = [c for c in candidates if c.headline]
    if not headlines:
        return candidates
    body = [c for c in candidates if not c.headline]
    alike = {_fact(candidate): _Alike() for candidate in headlines if candidate.kind in _TELLING}
    for place, candidate in enumerate(body):
        told = alike.get(_fact(candidate)) if candidate.kind in _TELLING else None
        if told is not None:
            told.add(place, candidate)
    for candidate in headlines:
        told = alike.get(_fact(candidate)) if candidate.kind in _TELLING else None
        at = told.fullest(candidate, body) if told is not None else None
        if at is None:
            body.append(candidate)
        else:
            body[at] = msgspec.structs.replace(body[at], spans=(*candidate.spans, *body[at].spans))
    return body


def _fact(candidate: Candidate) -> tuple[object, ...]:
    """What a headline and the text below it have to have in common."""
    fields = (candidate.slots[name] for name in _TELLING[candidate.kind])
    return candidate.kind, candidate.modality, *fields


def _same_sides(headline: Candidate, other: Candidate) -> bool:
    """Whether a candidate may tell what a headline does; instruments have to have a party in common."""
    parties = other.slots.get("parties") or ()
    return headline.kind != "agreement" or bool(set(parties) & set(headline.slots["parties"]))


def _words(candidate: Candidate) -> set[str]:
    text = " ".join(str(candidate.slots.get(name) or "") for name in ("action", "issue", "text", "title"))
    return {w for w in text.lower().split() if len(w) >= _WORD}
