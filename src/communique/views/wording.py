"""A phrase that appears in or vanishes from what two sides publish: which texts hold it, which do not any more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from communique.ledger.names import fold_name
from communique.ledger.stored import DocumentInfo
from communique.views.scene import Scene

_AROUND = 60


class Use(msgspec.Struct, frozen=True, kw_only=True):
    """Whether one text holds the phrase; `quote` is the line around it, empty where it does not."""

    day: str | None
    document: str
    publisher: str | None
    lang: str
    held: bool
    quote: str


class Phrase(msgspec.Struct, frozen=True, kw_only=True):
    """A phrase through the texts of one language: first and last held, and how many texts since lack it."""

    phrase: str
    lang: str
    first: str | None
    last: str | None
    texts: int
    held: int
    since: int
    uses: tuple[Use, ...]


def wording(
    scene: Scene, texts: Iterable[tuple[str, str]], phrase: str, states: Sequence[str] = ()
) -> list[Phrase]:
    """How a phrase is used in the texts that tell something of all these states, by language.

    `texts` are ids and texts of documents; the phrase is looked for without case, accents and punctuation.
    """
    wanted = set(states)
    known = {s.document.id: s.document for s in scene.told if wanted <= scene.states_of(s.document.id)}
    uses = [_use(known[doc], text, phrase) for doc, text in texts if doc in known]
    found = []
    for lang in sorted({use.lang for use in uses if use.held}):
        mine = sorted((u for u in uses if u.lang == lang), key=lambda u: (u.day or "9999", u.document))
        found.append(_phrase(phrase, lang, mine))
    return found


def _phrase(phrase: str, lang: str, uses: Sequence[Use]) -> Phrase:
    held = [at for at, use in enumerate(uses) if use.held]
    return Phrase(
        phrase=phrase,
        lang=lang,
        first=uses[held[0]].day,
        last=uses[held[-1]].day,
        texts=len(uses),
        held=len(held),
        since=len(uses) - held[-1] - 1,
        uses=tuple(uses),
    )


def _use(document: DocumentInfo, text: str, phrase: str) -> Use:
    line = next((line for line in text.splitlines() if fold_name(phrase) in fold_name(line)), "")
    at = line.casefold().find(phrase.casefold())
    start = max(0, at - _AROUND)
    quote = line[start : at + len(phrase) + _AROUND] if at >= 0 else line[: 2 * _AROUND]
    return Use(
        day=document.date,
        document=document.id,
        publisher=document.publisher,
        lang=document.lang,
        held=bool(line),
        quote=quote.strip(),
    )
