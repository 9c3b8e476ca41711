"""The title of an instrument: what stands in quotation marks around it, else its noun group."""

from __future__ import annotations

import re
from functools import cache

from communique.lexicon.lexicon import Lexicon
from communique.reading.compounds import compound_start
from communique.reading.cue_hit import CueHit
from communique.reading.nouns import genitive_cut
from communique.reading.sentence import Sentence

_QUOTED = re.compile(r"[“„\"«]([^“”„\"«»]{6,240})[”“\"»]")
_BOOKED = re.compile(r"《([^《》]{4,240})》")
_TITLE_WORDS, _SHORT = 24, 6
"""Words of a title in quotation marks at most, and where a mark at its end does not show that it is said."""
_MOST = 30
"""Items of a title behind its noun."""
_YEAR = 4
"""Characters of a date that is a year, for which an instrument may be (`budget for 2027`)."""
_OBJECT = 2
"""Items from a coordinator or a preposition to what is behind the word after it."""
_LIST = 7
"""Items from a comma to the coordinator that ends a list."""


def instrument_title(sentence: Sentence, hit: CueHit) -> str | None:
    """The instrument's quoted title, else its noun group."""
    for pattern in (_BOOKED, _QUOTED):
        for match in pattern.finditer(sentence.text, sentence.segment.start, sentence.segment.end):
            near = 0 <= match.start() - hit.end <= 30 or _titled(sentence, hit, match)
            if near and not (pattern is _QUOTED and _is_speech(match[1])):
                return " ".join(match[1].split())
    if not sentence.lexicon.properties.word_boundary:
        return _unparted_title(sentence, hit)
    items, words = sentence.items, sentence.words
    if sentence.lexicon.properties.names_follow:
        return sentence.quote(sentence.span(hit.first, _following(sentence, hit)))
    closed, endings = sentence.lexicon.loose, sentence.lexicon.adjective_endings
    cased = bool(sentence.lexicon.properties.noun_cases)
    capitals = not sentence.lexicon.caseless
    first = hit.first
    while (
        capitals
        and first > 0
        and hit.first - first < 6
        and items[first - 1].text not in closed
        and (items[first - 1].text not in words.coordinators)
        and (items[first - 1].text[0].isalpha() or _joins(sentence, first - 1))
        and (not cased or items[first - 1].term is not None or items[first - 1].text.endswith(endings))
        and (
            items[first - 1].capital
            or items[first - 1].start not in sentence.verb_starts
            or (not sentence.lexicon.properties.adjectives_follow and _in_noun_group(sentence, first - 1))
        )
        and (items[first - 1].term is None or items[first - 1].is_type("adj", "state", "org"))
        and not sentence.lexicon.properties.nouns_capitalised
    ):
        first -= 1
    noun_end = last = _past_bracket(sentence, hit.last) if capitals else hit.last
    while last < len(items) and last - noun_end < _MOST:
        if (
            (items[last].text in (",", ";", ":", ".", '"') and not (capitals and _goes_on(sentence, last)))
            or (capitals and _elsewhere(sentence, hit, last))
            or (cased and items[last].text in words.passive)
            or (
                items[last].start in sentence.verb_starts
                and not _noun(sentence, last)
                and _acts(sentence, last)
                and not _names_what(sentence, last)
                and not (last == noun_end and items[last].text in sentence.complements.gerunds)
            )
        ):
            break
        if not capitals and _closes(sentence, last):
            break
        if _other_title(sentence, last):
            break
        last += 1
    if capitals:
        last = _without_links(sentence, noun_end, last)
    opened = not capitals or (
        last > noun_end
        and (
            items[noun_end].text in words.prepositions
            or items[noun_end].text in words.oblique_determiners
            or items[noun_end].text in sentence.complements.gerunds
        )
    )
    if first == hit.first:
        first = next((k for k in range(first, hit.last - 1) if items[k].text not in closed), first)
    title = sentence.quote(sentence.span(first, last if opened else hit.last))
    cut = 0 if opened else genitive_cut(sentence, hit)
    return title[:-cut] if cut else title


def _past_bracket(sentence: Sentence, at: int) -> int:
    """Past a short form in brackets behind the noun (`Memorandum of Understanding (MoU) on …`) of a longer title."""
    items = sentence.items
    if at + 3 >= len(items) or items[at].text != "(" or items[at + 2].text != ")":
        return at
    return at + 3 if items[at + 3].text in sentence.words.prepositions else at


def _names_what(sentence: Sentence, at: int) -> bool:
    """`capacity building, training and …`: whether a gerund is a noun, as where no object stands behind it."""
    items, words = sentence.items, sentence.words
    if items[at].text not in sentence.complements.gerunds:
        return False
    behind = items[at + 1].text if at + 1 < len(items) else "."
    closes = behind in words.coordinators or behind in sentence.lexicon.grammar.work_purposes
    return closes or not behind[0].isalnum()


def _closes(sentence: Sentence, at: int) -> bool:
    """Whether a title without capitals ends before item `at`: before who signs, when, or what is told of it."""
    item, grammar = sentence.items[at], sentence.lexicon.grammar
    return item.text in sentence.words.relatives or item.is_type("role") or item.text in grammar.title_ends


def _is_speech(quoted: str) -> bool:
    """Whether what stands in quotation marks is said: as long as a sentence, or closed as one."""
    words = len(quoted.split())
    return words > _TITLE_WORDS or (words > _SHORT and quoted.rstrip().endswith((",", ".", "!", "?")))


def _goes_on(sentence: Sentence, at: int) -> bool:
    """Whether a comma stands in a list of plain nouns that a coordinator ends (`on trade, health and energy`).

    So it does in one of states (`between Chad, Mali and Niger`).
    """
    items, words = sentence.items, sentence.words
    if items[at].text != ",":
        return False
    if items[at - 1].is_type("state") and _lists_states(sentence, at):
        return True
    for k in range(at + 1, min(len(items) - 1, at + _LIST)):
        item = items[k]
        if item.text in words.coordinators:
            last = items[k + 1]
            plain = last.start not in sentence.verb_starts or last.text in sentence.complements.gerunds
            return k > at + 1 and last.term is None and plain
        if item.text == ",":
            continue
        if item.capital or not item.text[0].isalpha() or item.text in sentence.lexicon.closed:
            return False
        verb = item.start in sentence.verb_starts and not _names_what(sentence, k)
        if verb or item.text in words.relatives:
            return False
    return False


def _lists_states(sentence: Sentence, at: int) -> bool:
    """Whether another state of a list stands behind a comma, and a coordinator before its last."""
    items, coordinators = sentence.items, sentence.words.coordinators
    joined, here = False, at + 1
    while here < len(items) and (items[here].is_type("state") or items[here].text in {",", *coordinators}):
        joined = joined or items[here].text in coordinators
        here += 1
    return joined and items[here - 1].is_type("state")


def _told_on(sentence: Sentence, at: int) -> bool:
    """`… and creates the conditions`: a coordinator before a verb with an object, which is no more of a title."""
    items, lexicon = sentence.items, sentence.lexicon
    if items[at].text not in sentence.words.coordinators or at + _OBJECT >= len(items):
        return False
    verb = items[at + 1]
    finite = verb.start in sentence.verb_starts and verb.text in lexicon.finite
    return finite and not verb.capital and items[at + _OBJECT].text in sentence.words.determiners


def _agent(sentence: Sentence, at: int) -> bool:
    """`the agreement by the two ministers`: a preposition of who acts, and somebody behind it."""
    if sentence.items[at].text not in sentence.words.agents:
        return False
    near = range(at + 1, at + _OBJECT + 1)
    return any(r.first in near and r.prep == sentence.items[at].text for r in sentence.refs)


def _elsewhere(sentence: Sentence, hit: CueHit, at: int) -> bool:
    """Whether item `at` begins what is told of a signing: its day, its place, its occasion, another clause."""
    items, words, lexicon = sentence.items, sentence.words, sentence.lexicon
    before = items[at - 1].text
    day = next((d for d in sentence.dates if sentence.item_at(d.start) == at), None)
    if day is not None and (day.relative or before in words.prepositions):
        for_years = before in lexicon.grammar.work_purposes and len(day.value or "") <= _YEAR
        return not for_years and before not in words.owners
    text, start = items[at].text, items[at].start
    if text in lexicon.grammar.title_ends or _told_on(sentence, at) or _agent(sentence, at):
        return True
    if text in words.subordinators:
        return text not in words.reason_links and text not in words.content
    if any(p.label == "occasion" and p.start == start for p in sentence.phrases):
        return True
    if text not in lexicon.sites or at + 1 >= len(items):
        return False
    if at == hit.last and sentence.place_at(at + 1) is not None:
        return True
    return items[at + 1].is_type("capital")


def _without_links(sentence: Sentence, first: int, last: int) -> int:
    """The end of a title without the words of the link to what stands behind it."""
    loose = _loose(sentence.lexicon)
    while last > first and (sentence.items[last - 1].text in loose or sentence.items[last - 1].text == "("):
        last -= 1
    return last


def _titled(sentence: Sentence, hit: CueHit, match: re.Match[str]) -> bool:
    """Whether a quotation is the title that the instrument stands in, and no speech that names it."""
    if not match.start() <= hit.start <= match.end():
        return False
    before = [i for i in sentence.items[: hit.first] if i.start > match.start()]
    return not any(i.text == "," or (i.start in sentence.verb_starts and not i.capital) for i in before)


def _other_title(sentence: Sentence, at: int) -> bool:
    """Whether another instrument stands behind a coordinator at item `at`."""
    if sentence.items[at].text not in sentence.words.coordinators:
        return False
    behind = at + 1
    words = sentence.words
    while behind < len(sentence.items) and (
        sentence.items[behind].text in words.determiners
        or sentence.items[behind].text in words.oblique_determiners
    ):
        behind += 1
    return any(h.first == behind and "instrument" in h.cue.set for h in sentence.cues.get("agreement", ()))


def _following(sentence: Sentence, hit: CueHit) -> int:
    """Past a title that stands behind its noun: up to a mark, a place, a time or another clause."""
    items, words = sentence.items, sentence.words
    dates = {sentence.item_at(d.start) for d in sentence.dates}
    stops, verbs = _stops(sentence.lexicon), sentence.complements.plain_verbs
    terms = sentence.lexicon.grammar.work_purposes
    acts = {
        k
        for k, i in enumerate(items)
        if i.start in sentence.verb_starts and i.text in verbs and not i.capital
    }
    others = {h.first for h in sentence.cues.get("agreement", ()) if h.first > hit.last}
    last = hit.last
    while last < len(items) and last - hit.last < _MOST:
        item = items[last]
        if not (item.text[0].isalnum() or item.text in ("-", "(", ")", "%")) or item.text in stops:
            break
        if (last in dates and items[last - 1].text not in terms) or item.is_type("role"):
            break
        if item.text in words.passive and others & {last, last + 1}:
            break
        if item.text in words.perfect and last + 1 < len(items) and items[last + 1].text in verbs:
            break
        if item.text in words.coordinators and (others & {last + 1, last + 2} or acts & {last + 1}):
            break
        last += 1
    return _without_links(sentence, hit.last, last)


@cache
def _stops(lexicon: Lexicon) -> frozenset[str]:
    """Words of a place, a time or another clause, before which a title ends."""
    words = lexicon.words
    return words.subordinators | lexicon.sites | words.futures | words.relatives | words.obligations


@cache
def _loose(lexicon: Lexicon) -> frozenset[str]:
    """Words in which no title ends."""
    numbers, marker = lexicon.numbers, lexicon.properties.infinitive_marker
    return lexicon.words.prepositions.union(
        lexicon.words.be,
        (marker,) if marker else (),
        lexicon.words.coordinators,
        numbers.half_links,
        numbers.range_leads,
        lexicon.grammar.date_bounds,
    )


def _unparted_title(sentence: Sentence, hit: CueHit) -> str:
    """The words between the verb of signing or what is listed before, and the end of the instrument's noun."""
    cues = sentence.cues.get("agreement", ())
    before = [c for c in cues if c.last <= hit.first and c.clause == hit.clause]
    first = max((max(c.last, c.tail_last) for c in before), default=-1)
    if first < 0 or any(i.text == "," for i in sentence.items[first : hit.first]):
        first = compound_start(sentence, hit.first, frozenset(), sentence.complements.verb_nouns)
    while first < hit.first and (
        sentence.items[first].text in sentence.words.coordinators
        or not sentence.items[first].text[0].isalnum()
        or sentence.items[first].text in sentence.words.perfect
        or sentence.items[first].text in sentence.words.owner_marks
    ):
        first += 1
    return sentence.quote(sentence.span(first, hit.last))


def _in_noun_group(sentence: Sentence, at: int) -> bool:
    """Whether a determiner opens the group of words that the one at `at` is in (`an air transport pact`)."""
    words = sentence.words
    for item in reversed(sentence.items[max(0, at - 5) : at]):
        if item.text in words.determiners:
            return True
        if item.text in words.prepositions or not (item.text[0].isalpha() or item.text == "-"):
            return False
    return False


def _joins(sentence: Sentence, at: int) -> bool:
    """Whether a hyphen joins the words around it (`Sri Lanka-Thailand Free Trade Agreement`)."""
    items = sentence.items
    return items[at].text == "-" and at > 0 and items[at - 1].end == items[at].start


def _acts(sentence: Sentence, at: int) -> bool:
    """Whether a verb form is finite beyond doubt where nouns look like infinitives (`visa-free travel`)."""
    lemmas, text = sentence.lexicon.lemmas, sentence.items[at].text
    if sentence.lexicon.properties.nouns_capitalised:
        return True
    return text not in lemmas.get("inf", ()) or sentence.items[at - 1].text in sentence.words.relatives


def _noun(sentence: Sentence, at: int) -> bool:
    """A verb form behind a determiner, preposition or coordinator that names something (`on trade`)."""
    before = sentence.items[at - 1].text
    words = sentence.words
    return not sentence.lexicon.properties.nouns_capitalised and (
        before in words.prepositions or before in words.determiners or before in words.coordinators
    )
