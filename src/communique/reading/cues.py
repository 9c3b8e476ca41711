"""Cue hits of one sentence made ready: form and voice decided, tails found, doubles dropped."""

from __future__ import annotations

from collections.abc import Iterable

from communique.lexicon.verbs import FINITE
from communique.mentions.matcher import Hit
from communique.reading.company import Company, with_parts
from communique.reading.cue_hit import CueHit
from communique.reading.parted import behind_subject
from communique.reading.sentence import Sentence
from communique.reading.separable import lacks_prefix
from communique.reading.tails import Tail, follow

_OPENERS = frozenset({'"', ":", "-", "(", ";"})
_PARTICIPLES = frozenset({"part", "past"})
_ASSERTED = frozenset({"commitment", "position", "courtesy"})
"""Kinds of which a participle that only describes a noun tells nothing."""
_TAKEN_OVER = 5
"""Items of a quotation, its first mark included, that only takes words over."""
_HELPING = 4
"""Words before a participle among which its auxiliary is."""
_NOUN_KINDS = frozenset({"gathering", "agreement", "project"})
_TOLD_KINDS = frozenset({"act", "commitment", "courtesy", "position"})
_NOUN_LIKE = frozenset({"inf", "pres"})


def prepare(sentence: Sentence, hits: list[Hit]) -> dict[str, list[CueHit]]:
    """The sentence's cues by kind, in order of place."""
    out: dict[str, list[CueHit]] = {}
    best: dict[tuple[int, int, str], CueHit] = {}
    shielding = False
    near: dict[int, set[str]] = {}
    properties = sentence.lexicon.properties
    apart = properties.syllables_apart or not properties.word_boundary
    verb_first, cased = properties.verb_first, bool(properties.noun_cases)
    cues, known_tails = sentence.lexicon.cues, sentence.finders.tails
    companies, particles = sentence.finders.companies, sentence.lexicon.particles
    for hit in hits:
        term = hit.term
        company = companies[term.entry]
        # What does not stand in the sentence does not stand in the clause.
        if company is not None and company.wanted and not company.wanted.among(sentence.wording):
            continue
        parted = (
            behind_subject(sentence, sentence.item_at(hit.end - 1) + 1, term.behind) if term.behind else None
        )
        if term.behind and parted is None:
            continue
        at = sentence.items[parted[1] - 1].end if parted else hit.end
        tails = (
            follow(term.tails, at, known_tails, sentence.folded, sentence.segment.end) if term.tails else ()
        )
        if tails is None:
            continue
        cue = cues[term.entry]
        if cue.not_written and sentence.text[hit.start : hit.end] in cue.not_written:
            continue
        first = sentence.item_at(hit.start)
        last = sentence.item_at(hit.end - 1) + 1
        if first >= len(sentence.items) or (apart and not _is_whole(sentence, hit, first, last)):
            continue
        clause = sentence.clauses.of[first]
        if company is not None and not _company(sentence, clause, company, near):
            continue
        ready = CueHit.of(hit, cue, first, last, clause)
        if parted:
            ready.tail_first, ready.tail_last = parted
        if not _form(sentence, ready):
            continue
        _place_tails(sentence, ready, tails)
        if verb_first and not ready.form and tails and _crosses(sentence, ready):
            continue
        if ready.closed and _another_verb(sentence, ready):
            continue
        if particles and ready.form in FINITE and lacks_prefix(sentence, ready):
            continue
        if tails and cue.complement == "inside" and _past_subject(sentence, ready):
            continue
        key = (hit.start, hit.end, cue.id)
        known = best.get(key)
        if known is None or _prefer(ready, known, verb_first or cased):
            best[key] = ready
            shielding = shielding or "generic" in cue.set
    for ready in sorted(best.values(), key=lambda c: (c.start, -c.end, c.cue.id)):
        out.setdefault(ready.kind, []).append(ready)
    return {kind: _shielded(found) for kind, found in out.items()} if shielding else out


def _is_whole(sentence: Sentence, hit: Hit, first: int, last: int) -> bool:
    """Whether a cue begins and ends where words do, which are of several syllables."""
    items = sentence.items
    return items[first].start >= hit.start and items[last - 1].end <= hit.end


def _shielded(found: list[CueHit]) -> list[CueHit]:
    """Without the cues inside one, or its tail, that only says that its words are none (`hit back` is no backing)."""
    shields = [h for h in found if h.cue.set.get("generic")]
    if not shields:
        return found
    return [h for h in found if h in shields or not any(_covers(s, h) for s in shields)]


def _covers(shield: CueHit, hit: CueHit) -> bool:
    """Whether a cue lies within another or within the tail that stands apart from it."""
    if shield.start <= hit.start and hit.end <= shield.end:
        return True
    return shield.tail_first > shield.last and shield.tail_first <= hit.first and hit.last <= shield.tail_last


_RANK = {"past": 2, "past_pl": 2, "pres": 1, "pres_pl": 1}


def _prefer(new: CueHit, old: CueHit, longer: bool) -> bool:
    """Of the readings of one form, a passive participle wins, then a finite verb; where more of its
    words tell more (`longer`), first the one with more of them."""
    if longer and new.form == old.form:
        return new.tail_last > old.tail_last > old.last or (old.tail_last == old.last < new.tail_last)
    if new.passive != old.passive:
        return new.passive
    return _RANK.get(new.form, 0) > _RANK.get(old.form, 0)


def _form(sentence: Sentence, ready: CueHit) -> bool:
    """Decide which of its forms the verb has here, and the voice; False when it is a noun."""
    left = ready.form.split(" ")
    if sentence.items[ready.first].text in sentence.lexicon.verb_words:
        left = [form for form in left if not form or not _is_noun(sentence, ready, form)]
    if not left or (not ready.form and _is_verb(sentence, ready)) or _in_name(sentence, ready):
        return False
    if sentence.items[ready.first].text in sentence.lexicon.verbal_nouns and ready.form:
        verbal = _opens_as_verb(sentence, ready)
        left = [form for form in left if (form in FINITE) == verbal]
        if not left:
            return False
    marker = sentence.lexicon.properties.infinitive_marker
    if marker and "inf" in left and ready.first and sentence.items[ready.first - 1].text == marker:
        left = ["inf"]
    ready.passive = "part" in left and _passive(sentence, ready)
    if not ready.passive and _nonfinite(sentence, ready):
        left = ["inf"]
    elif not ready.passive and "part" in left and _perfect(sentence, ready):
        left = ["part"]
    if ready.passive:
        ready.form = "part"
    else:
        ready.form = left[0] if len(left) == 1 else max(left, key=lambda form: _RANK.get(form, 0))
    return not (ready.form == "part" and ready.kind in _ASSERTED and _adjectival(sentence, ready))


def _adjectival(sentence: Sentence, ready: CueHit) -> bool:
    """`un acto celebrado en Lima`: a participle right behind its noun, without an auxiliary."""
    if ready.passive or not sentence.lexicon.properties.adjectives_follow:
        return False
    words, items, at = sentence.words, sentence.items, ready.first - 1
    helping = words.perfect | words.be | words.passive | words.reflexives
    if not helping.isdisjoint([item.text for item in items[max(0, at - _HELPING) : at + 1]]):
        return False
    while at > 0 and sentence.lexicon.is_adverb(items[at].text):
        at -= 1
    if at < 0 or items[at].capital or not items[at].text.isalpha() or items[at].start in sentence.verb_starts:
        return False
    closed = words.determiners | words.prepositions | words.coordinators | words.negation | words.relatives
    return items[at].text not in closed and not (items[at].term and not items[at].is_type("adj", "side"))


def _opens_as_verb(sentence: Sentence, ready: CueHit) -> bool:
    """Whether a word that is a verb or its noun stands where a clause's first verb does."""
    items, words, at = sentence.items, sentence.words, ready.first
    if at == 0 or not items[at - 1].text[0].isalnum():
        return True
    before = items[at - 1].text
    if before in words.coordinators:
        return sentence.clauses.all[ready.clause].first >= at - 1
    return before in sentence.lexicon.before_verbs or before in sentence.lexicon.structure


def _nonfinite(sentence: Sentence, ready: CueHit) -> bool:
    """Whether a form that may be finite is an infinitive: under a modal or behind the particle."""
    if not sentence.lexicon.properties.verb_final or ready.last > ready.first + 1:
        return False
    items, of = sentence.items, sentence.clauses.of
    if items[ready.first].text not in sentence.lexicon.lemmas.get("inf", ()):
        return False
    if ready.first and items[ready.first - 1].text == sentence.lexicon.properties.infinitive_marker:
        return True
    if ready.last < len(items) and of[ready.last] == ready.clause and _is_modal(sentence, ready.last):
        ready.modal = items[ready.last].text
        return True
    for at in range(ready.first - 1, sentence.clauses.all[ready.clause].first - 1, -1):
        item = items[at]
        if (
            item.start in sentence.verb_starts
            and of[at] == ready.clause
            and item.text in sentence.lexicon.finite
        ):
            modal = _is_modal(sentence, at)
            ready.modal = item.text if modal else ""
            return modal
    return False


def _perfect(sentence: Sentence, ready: CueHit) -> bool:
    """`…, der X verurteilt hatte`: whether the auxiliary of a participle closes the clause behind it."""
    if not sentence.lexicon.properties.verb_final or ready.last != ready.first + 1:
        return False
    behind = sentence.items[ready.last].text if ready.last < len(sentence.items) else ""
    return behind in sentence.words.perfect and sentence.clauses.of[ready.last] == ready.clause


def _is_modal(sentence: Sentence, at: int) -> bool:
    """Whether the item at `at` is an auxiliary that an infinitive goes with."""
    text, words = sentence.items[at].text, sentence.words
    modal = text in words.futures or text in words.obligations or text in words.conditionals
    return modal or text in words.questioners


def _in_name(sentence: Sentence, ready: CueHit) -> bool:
    """A capitalised word between capitals is part of a name (`Rapid Support Forces`), where capitals tell."""
    items, at = sentence.items, ready.first
    if sentence.lexicon.properties.nouns_capitalised or ready.kind not in _TOLD_KINDS or at == 0:
        return False
    if not items[at].capital or items[at].term is not None or sentence.segment.kind == "headline":
        return False
    behind = items[at + 1] if at + 1 < len(items) else None
    joined = behind is not None and behind.text[0].isalpha() and (behind.capital or behind.term is None)
    return items[at - 1].capital and items[at - 1].text[0].isalpha() and joined


def _is_noun(sentence: Sentence, ready: CueHit, form: str) -> bool:
    """Whether a word of the verbs is written, or stands, as a noun (`das Treffen`, `an attack`)."""
    item = sentence.items[ready.first]
    if sentence.lexicon.properties.verbs_unchanging:
        return _nominal(sentence, ready)
    if sentence.lexicon.properties.nouns_capitalised:
        return (
            item.capital
            and item.term is None
            and ready.first > 0
            and (sentence.items[ready.first - 1].text not in _OPENERS or _hyphened(sentence, ready.first))
        )
    if form == "inf" and sentence.lexicon.properties.governed_infinitives:
        return ready.first > 0 and sentence.items[ready.first - 1].text in sentence.words.determiners
    if form == "ger" and ready.first and ready.last < len(sentence.items):
        return sentence.items[ready.first - 1].text in sentence.words.determiners
    if form in _PARTICIPLES and ready.first and ready.last < len(sentence.items):
        before, behind = sentence.items[ready.first - 1].text, sentence.items[ready.last]
        owned = before in sentence.words.determiners or before in sentence.words.possessives
        plain = (
            behind.term is None
            and behind.text[0].isalpha()
            and behind.text not in sentence.words.prepositions
        )
        return (
            owned
            and plain
            and before not in sentence.words.content
            and behind.text not in sentence.words.determiners
        )
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
    if (
        before in words.neuter
        or before in words.masculine
        or before in words.feminine
        or before in words.plural
    ):
        return False
    if ready.first < 2 or sentence.items[ready.first - 1].term is not None or before in words.adverbs:
        return False
    further = sentence.items[ready.first - 2].text
    ending = tuple(sentence.lexicon.grammar.adverb_endings)
    return (
        (further in words.determiners or further in words.possessives)
        and not before.endswith(ending)
        and before[0].isalpha()
    )


def _nominal(sentence: Sentence, ready: CueHit) -> bool:
    """Whether a verb's only form is a noun here: behind a determiner, or before whose or which it is."""
    at = ready.first - 1
    while at > 0 and sentence.items[at].text in sentence.words.adverbs:
        at -= 1
    if at >= 0 and sentence.items[at].text in sentence.words.owner_marks:
        return True
    items, words = sentence.items, sentence.words
    before = items[ready.first - 1].text if ready.first else ""
    if before in words.determiners:
        return True
    governed = before in words.prepositions and before not in words.subordinators
    if governed and items[ready.first].text in sentence.lexicon.grammar.verb_nouns:
        return True
    if ready.kind == "meeting" and ready.first and _governed(sentence, ready.first - 1):
        return True
    if ready.last != ready.first + 1 or ready.last >= len(items) or not ready.first:
        return False
    behind = items[ready.last].text
    pointed = behind in words.owners or behind in sentence.lexicon.grammar.pointers
    return pointed and items[ready.first - 1].start in sentence.verb_starts


def _governed(sentence: Sentence, at: int) -> bool:
    """Whether the item at `at` is a verb that governs the next one, and no way to go (`đến gặp`)."""
    text, words = sentence.items[at].text, sentence.words
    if sentence.items[at].start not in sentence.verb_starts or text in words.place_preps:
        return False
    return text not in sentence.lexicon.before_verbs


def _is_verb(sentence: Sentence, ready: CueHit) -> bool:
    """Whether a noun's letters are written small where nouns have a capital (`messe`, `forum`)."""
    item = sentence.items[ready.first]
    return (
        sentence.lexicon.properties.nouns_capitalised
        and ready.kind in _NOUN_KINDS
        and ready.last == ready.first + 1
        and not item.capital
        and item.text in sentence.lexicon.verb_words
    )


def _hyphened(sentence: Sentence, at: int) -> bool:
    """Whether a hyphen joins the item to the word before it (`EU-Beitritt`)."""
    items = sentence.items
    return at > 1 and items[at - 1].text == "-" and items[at - 1].end == items[at].start


def _company(sentence: Sentence, clause: int, company: Company, near: dict[int, set[str]]) -> bool:
    """Whether the words that a cue wants beside it, and none that it shuns, stand in its clause.

    `near` keeps the words of the clauses asked for so far.
    """
    texts = near.get(clause)
    if texts is None:
        texts = near[clause] = _words_near(sentence, clause)
    if company.wanted is not None and not company.wanted.among(texts):
        return False
    return company.shunned is None or not company.shunned.among(texts)


def _words_near(sentence: Sentence, index: int) -> set[str]:
    """The words of a clause itself, and of the noun group before a relative one."""
    items, of = sentence.items, sentence.clauses.of
    clause = sentence.clauses.all[index]
    low = max(0, clause.first - 4) if clause.kind == "relative" else clause.first
    quoted = _words_taken_over(sentence, index)
    return with_parts(
        {
            items[i].text
            for i in range(low, clause.last)
            if of[i] == index or i < clause.first or of[i] in quoted
        }
    )


def _words_taken_over(sentence: Sentence, index: int) -> set[int]:
    """The quotations of few words inside a clause, which are words of its own (`une « franche discussion »`)."""
    return {
        clause.index
        for clause in sentence.clauses.all
        if clause.kind == "quote" and clause.parent == index and clause.last - clause.first <= _TAKEN_OVER
    }


def _place_tails(sentence: Sentence, ready: CueHit, tails: Iterable[tuple[Tail, int, int]]) -> None:
    for tail, start, end in tails:
        ready.open_last = ready.tail_last
        ready.closed = tail.closing
        ready.tail_first = sentence.item_at(start)
        ready.tail_last = sentence.item_at(end - 1) + 1


def _crosses(sentence: Sentence, ready: CueHit) -> bool:
    """Whether a mark stands between a noun and the tail that belongs to it."""
    return any(not item.text[0].isalnum() for item in sentence.items[ready.last : ready.tail_first])


def _past_subject(sentence: Sentence, ready: CueHit) -> bool:
    """`对X的袭击…,Y对此表示…`: whether another subject stands behind a comma between a cue and its tail."""
    if not sentence.lexicon.properties.comma_clauses:
        return False
    return any(
        ready.last < r.first < ready.tail_first
        and sentence.items[r.first - 1].text == ","
        and not (r.prep or r.weak or r.objective)
        for r in sentence.refs
    )


def _another_verb(sentence: Sentence, ready: CueHit) -> bool:
    """Whether a verb joined to the cue's has the prefix (`wies … aus und rief … zurück`)."""
    items, words = sentence.items, sentence.words
    if not sentence.lexicon.properties.verb_final:
        return False
    for at in range(ready.last, ready.tail_first - 1):
        behind = items[at + 1]
        if (
            items[at].text in words.coordinators
            and behind.start in sentence.verb_starts
            and not behind.capital
        ):
            return behind.text in sentence.lexicon.finite
    return False


def _passive(sentence: Sentence, ready: CueHit) -> bool:
    """A participle with an auxiliary of the passive near it in its clause is passive."""
    words, items = sentence.words, sentence.items
    if items[ready.first].text in words.intransitive:
        return False
    final = sentence.lexicon.properties.verb_final
    low = max(sentence.clauses.all[ready.clause].first, ready.first - (40 if final else 4))
    if ready.first - 1 > low and items[ready.first - 1].text == ",":
        # Where the clause goes on behind another one, that one's auxiliary is not its own.
        low = ready.first if sentence.clauses.of[ready.first - 2] != ready.clause else low
    before = [
        items[i].text for i in range(low, ready.first) if sentence.clauses.of[i] == ready.clause or not final
    ]
    behind = [i.text for i in items[ready.last : ready.last + 2]] if final else []
    if words.reflexives and not words.reflexives.isdisjoint(before):
        return False
    if words.passive.isdisjoint(before) and words.passive.isdisjoint(behind):
        return False
    return final or not before or before[-1] not in words.perfect
