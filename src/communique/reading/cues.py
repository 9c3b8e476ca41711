"""Cue hits of one sentence made ready: form and voice decided, tails found, doubles dropped."""

from __future__ import annotations

import re
from functools import lru_cache

from communique.mentions.matcher import Hit
from communique.reading.context import CueHit
from communique.reading.sentence import Sentence

_TAIL_REACH = 400
_OPENERS = frozenset({'"', ":", "-", "(", ";"})
_PARTICIPLES = frozenset({"part", "past"})
_NOUN_LIKE = frozenset({"inf", "pres"})


def prepare(sentence: Sentence, hits: list[Hit]) -> dict[str, list[CueHit]]:
    """The sentence's cues by kind, in order of place."""
    out: dict[str, list[CueHit]] = {}
    best: dict[tuple[int, int, str], CueHit] = {}
    for hit in hits:
        cue = sentence.lexicon.cues[hit.term.entry]
        first = sentence.item_at(hit.start)
        last = sentence.item_at(hit.end - 1) + 1
        if first >= len(sentence.items):
            continue
        ready = CueHit(hit, cue, first, last, sentence.clauses.of[first])
        if not _form(sentence, ready) or not _tails(sentence, ready, hit) or not _company(sentence, ready):
            continue
        key = (hit.start, hit.end, cue.id)
        known = best.get(key)
        if known is None or _prefer(ready, known):
            best[key] = ready
    for ready in sorted(best.values(), key=lambda c: (c.start, -c.end, c.cue.id)):
        out.setdefault(ready.kind, []).append(ready)
    return out


_RANK = {"past": 2, "past_pl": 2, "pres": 1, "pres_pl": 1}


def _prefer(new: CueHit, old: CueHit) -> bool:
    """Of the readings of one form, a passive participle wins, then a finite verb."""
    if new.passive != old.passive:
        return new.passive
    return _RANK.get(new.form, 0) > _RANK.get(old.form, 0)


def _form(sentence: Sentence, ready: CueHit) -> bool:
    """Decide which of its forms the verb has here, and the voice; False when it is a noun."""
    left = [form for form in ready.form.split(" ") if not form or not _is_noun(sentence, ready, form)]
    if not left:
        return False
    marker = sentence.lexicon.properties.infinitive_marker
    if marker and "inf" in left and ready.first and sentence.items[ready.first - 1].text == marker:
        left = ["inf"]
    ready.passive = "part" in left and _passive(sentence, ready)
    if not ready.passive and _nonfinite(sentence, ready):
        left = ["inf"]
    ready.form = "part" if ready.passive else max(left, key=lambda form: _RANK.get(form, 0))
    return True


def _nonfinite(sentence: Sentence, ready: CueHit) -> bool:
    """Whether a form that may be finite is an infinitive: under a modal or behind the particle."""
    if not sentence.lexicon.properties.verb_final or ready.last > ready.first + 1:
        return False
    words, items, of = sentence.words, sentence.items, sentence.clauses.of
    if items[ready.first].text not in sentence.lexicon.lemmas.get("inf", ()):
        return False
    if ready.first and items[ready.first - 1].text == sentence.lexicon.properties.infinitive_marker:
        return True
    modals = words.futures | words.obligations | words.conditionals
    for at in range(ready.first - 1, sentence.clauses.all[ready.clause].first - 1, -1):
        item = items[at]
        if (
            item.start in sentence.verb_starts
            and of[at] == ready.clause
            and item.text in sentence.lexicon.finite
        ):
            return item.text in modals
    return False


def _is_noun(sentence: Sentence, ready: CueHit, form: str) -> bool:
    """A verb form that is written, or stands, as a noun (`das Treffen`, `an attack`)."""
    item = sentence.items[ready.first]
    if item.text not in sentence.lexicon.verb_words:
        return False
    if sentence.lexicon.properties.nouns_capitalised:
        return (
            item.capital
            and item.term is None
            and ready.first > 0
            and sentence.items[ready.first - 1].text not in _OPENERS
        )
    if form in _PARTICIPLES and ready.first and ready.last < len(sentence.items):
        before, behind = sentence.items[ready.first - 1].text, sentence.items[ready.last]
        owned = before in sentence.words.determiners or before in sentence.words.possessives
        plain = behind.term is None and behind.text[0].isalpha() and behind.text not in sentence.words.prepositions
        return owned and plain and before not in sentence.words.content and behind.text not in sentence.words.determiners
    if form not in _NOUN_LIKE or ready.first == 0:
        return False
    words = sentence.words
    before = sentence.items[ready.first - 1].text
    if (
        before in words.relatives
        or before in words.content
        or before == sentence.lexicon.properties.infinitive_marker
    ):
        return False
    if before in words.determiners or before in words.possessives or before in words.prepositions:
        return True
    if before == "'s":
        return True
    if ready.first < 2 or sentence.items[ready.first - 1].term is not None or before in words.adverbs:
        return False
    further = sentence.items[ready.first - 2].text
    ending = tuple(sentence.lexicon.grammar.adverb_endings)
    return (
        (further in words.determiners or further in words.possessives)
        and not before.endswith(ending)
        and before[0].isalpha()
    )


def _company(sentence: Sentence, ready: CueHit) -> bool:
    """Whether the words that a cue wants beside it, and none that it shuns, stand in its clause."""
    cue = ready.cue
    if not cue.beside and not cue.not_beside:
        return True
    items, of = sentence.items, sentence.clauses.of
    clause = sentence.clauses.all[ready.clause]
    low = max(0, clause.first - 4) if clause.kind == "relative" else clause.first
    near = {items[i].text for i in range(low, clause.last) if of[i] == ready.clause or i < clause.first}
    near.update(word for text in tuple(near) if " " in text for word in text.split())
    if cue.beside and not _stand(tuple(cue.beside), near):
        return False
    return not cue.not_beside or not _stand(tuple(cue.not_beside), near)


def _stand(words: tuple[str, ...], near: set[str]) -> bool:
    """Whether one of the words, exact or open on a side, is among the texts."""
    exact, begin, end, inside = _split(words)
    if not exact.isdisjoint(near):
        return True
    if not begin and not end and not inside:
        return False
    return any(t.startswith(begin) or t.endswith(end) or any(part in t for part in inside) for t in near)


@lru_cache(maxsize=1024)
def _split(
    words: tuple[str, ...],
) -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Words by how they are open: not at all, at the end, at the start, on both sides."""
    exact = frozenset(w for w in words if not w.startswith("*") and not w.endswith("*"))
    begin = tuple(w[:-1] for w in words if w.endswith("*") and not w.startswith("*"))
    end = tuple(w[1:] for w in words if w.startswith("*") and not w.endswith("*"))
    return exact, begin, end, tuple(w.strip("*") for w in words if w.startswith("*") and w.endswith("*"))


def _tails(sentence: Sentence, ready: CueHit, hit: Hit) -> bool:
    at = hit.end
    end = min(sentence.segment.end, at + _TAIL_REACH)
    for tail in hit.term.tails:
        match = _pattern(tail, sentence.lexicon.links).search(sentence.folded, at, end)
        if not match:
            return False
        ready.open_last = ready.tail_last
        ready.closed = all(word.endswith("$") for word in tail)
        ready.tail_first = sentence.item_at(match.start())
        ready.tail_last = sentence.item_at(match.end() - 1) + 1
        at = match.end()
    return True


@lru_cache(maxsize=4096)
def _pattern(tail: tuple[str, ...], links: tuple[str, ...]) -> re.Pattern[str]:
    """A tail's alternatives; one that ends in `$` must stand at the end of its clause."""
    link = "|".join(re.escape(c) for c in links)
    pieces = []
    for word in sorted(tail, key=lambda w: (-len(w), w)):
        body = re.escape(word.rstrip("$*"))
        body += "" if word.endswith("*") else r"(?!\w)"
        if word.endswith("$"):
            body += rf"(?=\s*(?:[,.;:!?\")]|(?:{link})\b|$))"
        pieces.append(rf"(?<!\w){body}")
    return re.compile("|".join(pieces))


def _passive(sentence: Sentence, ready: CueHit) -> bool:
    """A participle with an auxiliary of the passive near it in its clause is passive."""
    words, items = sentence.words, sentence.items
    final = sentence.lexicon.properties.verb_final
    low = max(sentence.clauses.all[ready.clause].first, ready.first - (40 if final else 4))
    before = [
        items[i].text for i in range(low, ready.first) if sentence.clauses.of[i] == ready.clause or not final
    ]
    behind = [i.text for i in items[ready.last : ready.last + 2]] if final else []
    if not any(t in words.passive for t in (*before, *behind)):
        return False
    return final or not before or before[-1] not in words.perfect
