"""Whose figure it is: the reporter and the partner, by what the figure measures."""

from __future__ import annotations

from communique.lexicon.cases import ACCUSATIVE, LOCATIVE, may_be
from communique.mentions.refs import Ref
from communique.reading.figures import Figure
from communique.reading.sentence import Sentence

_GIVEN = frozenset({"grant", "loan", "investment", "doses", "other"})
_MUTUAL = frozenset({"trade_turnover", "trade_balance"})
_WAYS = frozenset({"exports", "imports"})
_OF_FACILITY = frozenset({"capacity", "cargo_volume"})
_OF_EVENT = frozenset({"participants", "companies"})
_LENGTHS = frozenset({"km", "mile"})
_REMEMBERED = 3
_NAMED = 3
"""References of a figure's sentence of which a group may be left for the last."""
_BOUNDARY = frozenset({"content", "relative", "sub", "quote"})

Scope = tuple[str | None, str | None]


def scope(sentence: Sentence, figure: Figure) -> Scope:
    """Reporter and partner: codes, or the name of the facility or event that the figure is of."""
    named = _named(sentence, figure)
    if named:
        return named, None
    refs = _refs(sentence, figure)
    if figure.measure in _WAYS:
        directed = _directed(sentence, refs, figure)
        if directed:
            return directed
    order = _ordered(sentence, figure, refs)
    codes = list(dict.fromkeys(code for ref in order for code in _codes(ref)))
    if not codes and figure.measure in _WAYS and sentence.discourse.trader:
        return sentence.discourse.trader, None
    if not codes:
        return _by_speaker(sentence)
    if len(codes) == 1 and _faced(sentence, figure, order[0]):
        return _own_trader(sentence, codes[0]) or _other(sentence, order[0].states), codes[0]
    if faced := _faced_in_row(sentence, figure, order):
        return codes[0], faced
    reporter = codes[0]
    outside = [code for code in codes if code not in order[0].states]
    if figure.measure in _GIVEN and len(order[0].states) > 1 and outside:
        return reporter, outside[0]
    partner = codes[1] if len(codes) > 1 else _region(sentence, figure) or _other(sentence, order[0].states)
    if (
        figure.measure in _GIVEN
        and partner in sentence.discourse.dyad + tuple(codes)
        and _takes(sentence, figure)
    ):
        return partner, reporter
    return reporter, partner


def _faced_in_row(sentence: Sentence, figure: Figure, order: list[Ref]) -> str | None:
    """`rose by 20 % with A, and with B by 33 %`: whom a word of company sets beside a later figure of a row."""
    start = figure.amount.start
    low = max((a.end for a in sentence.amounts() if a.end <= start), default=0)
    links = sentence.words.meeting_preps
    own = [r for r in order if low <= r.start < start and len(r.states) == 1]
    if not low or len(own) != 1 or own[0].prep not in links:
        return None
    reporter = next((r for r in sentence.refs if r.states and r.prep not in links), None)
    return None if reporter is None or reporter.start > low else own[0].states[0]


def _faced(sentence: Sentence, figure: Figure, ref: Ref) -> bool:
    """Whether the only state named is whom another trades with (`der Handel mit X`, `die Ausfuhren nach X`)."""
    numbers = sentence.lexicon.numbers
    if figure.measure in _MUTUAL:
        return ref.prep in sentence.words.meeting_preps
    ways = (*numbers.target_prepositions, *numbers.origin_prepositions)
    return figure.measure == "growth" and ref.prep in ways


def _own_trader(sentence: Sentence, partner: str) -> str | None:
    """Whose trade with a partner is told of: the publisher's own state, else the one whose trade was told of last."""
    known = (sentence.discourse.home, sentence.discourse.trader)
    return next((code for code in known if code is not None and code != partner), None)


def _codes(ref: Ref) -> tuple[str, ...]:
    """A subdivision where the reference names one, else its states."""
    return ref.units[:1] or ref.states


def _refs(sentence: Sentence, figure: Figure) -> list[Ref]:
    """References outside the figure's own words of money (`Australian dollars`)."""
    start, end = figure.anchor.start, figure.anchor.end
    money = figure.amount.unit not in ("item", "person")
    found = [r for r in sentence.refs if r.states and not (money and start <= r.start and r.end <= end)]
    if figure.measure in _MUTUAL or len(found) < _NAMED:
        return found
    # `In the figures of both countries: Mali exported … to Chad`: a state by its name says more than a group
    return sorted(found, key=lambda ref: ref.kind == "group")


def _named(sentence: Sentence, figure: Figure) -> str | None:
    """The facility or event that the sentence, or one just before it, names."""
    kind = (
        "project" if figure.measure in _OF_FACILITY else "gathering" if figure.measure in _OF_EVENT else None
    )
    if kind == "project" or figure.amount.unit in _LENGTHS:
        here = [name for start, name in sentence.works if start <= figure.amount.start]
        if here:
            return here[-1]
    known = sentence.discourse.named.get(kind) if kind else None
    if known is None or sentence.index - known[1] > _REMEMBERED:
        return None
    return known[0]


def _directed(sentence: Sentence, refs: list[Ref], figure: Figure) -> Scope | None:
    """`exports from A to B`, `A's exports to B`, `imports from B`: each figure by what stands behind the last."""
    numbers = sentence.lexicon.numbers
    earlier = [
        a.end for a in sentence.amounts() if a.unit not in (None, "percent") and a.end <= figure.amount.start
    ]
    low = max(earlier, default=0)
    own = [r for r in refs if low <= r.start < _next_flow(sentence, figure)]
    verb = _own_flow(sentence, figure, low) if earlier else low
    ways = (*numbers.origin_prepositions, *numbers.target_prepositions)
    own = [r for r in own if r.start >= verb or r.prep not in ways]
    source = next((r for r in own if r.prep in numbers.origin_prepositions), None)
    target = next((r for r in own if r.prep in numbers.target_prepositions and r is not source), None)
    nearest = own if own and sentence.lexicon.properties.verb_first else (*own, *refs)
    ends = [r.states for r in (source, target) if r]
    rest = [r for r in nearest if r.states not in ends]
    if figure.measure == "imports":
        source, target = target, source
    reporter = source or (rest[0] if rest else None)
    if reporter is None and target is None:
        return None
    partner = target or next(
        (r for r in rest if r is not reporter and r.states != (reporter.states if reporter else ())), None
    )
    if reporter is None and target is not None:
        trader = _own_trader(sentence, _codes(target)[0])
        if trader is not None:
            return trader, _codes(target)[0]
    if reporter is not None and (reporter.weak or reporter.genitive):
        sentence.discourse.trader = _codes(reporter)[0]
    one = _codes(reporter)[0] if reporter else next(iter(_other_codes(sentence, partner)), None)
    two = _codes(partner)[0] if partner else next(iter(_other_codes(sentence, reporter)), None)
    return one, two


def _flows(sentence: Sentence) -> list[tuple[int, str]]:
    """Where the words of exports and imports stand, and which of both they tell."""
    measures = sentence.lexicon.numbers.measures
    found = [
        (p.start, measures[int(p.label.partition(":")[2])].measure)
        for p in sentence.phrases
        if p.label.startswith("measure:")
    ]
    return [(start, measure) for start, measure in found if measure in _WAYS]


def _next_flow(sentence: Sentence, figure: Figure) -> int:
    """Where the other way of trade is told of behind a figure (`exports to A rose to 5, and imports from B`)."""
    ahead = (
        start
        for start, measure in _flows(sentence)
        if start >= figure.amount.end and measure != figure.measure
    )
    return min(ahead, default=sentence.segment.end)


def _own_flow(sentence: Sentence, figure: Figure, low: int) -> int:
    """Where the word of the figure's own way stands between the figure before it and itself, else `low`."""
    own = (
        start
        for start, measure in _flows(sentence)
        if low <= start < figure.amount.start and measure == figure.measure
    )
    return max(own, default=low)


def _other_codes(sentence: Sentence, ref: Ref | None) -> tuple[str, ...]:
    return sentence.discourse.other(ref.states) if ref else ()


def _ordered(sentence: Sentence, figure: Figure, refs: list[Ref]) -> list[Ref]:
    """References of the figure's own clause first, its subject before the rest."""
    if figure.measure in _MUTUAL:
        return refs
    own = set()
    for number in sentence.clauses.chain(sentence.clauses.of[figure.anchor.first]):
        own.add(number)
        if sentence.clauses.all[number].kind in _BOUNDARY:
            break
    near = [r for r in refs if sentence.ref_clause[id(r)] in own]
    counted = [r for r in near if figure.anchor.start <= r.start and r.end <= figure.anchor.end]
    first = (
        _counted_behind(sentence, figure, near)
        or _subjects(sentence, near)[:1]
        or counted
        or _subjects(sentence, refs)[:1]
    )
    rest = [r for r in near if r not in first]
    return [
        *first,
        *sorted(rest, key=lambda r: _only_placed(sentence, r)),
        *(r for r in refs if r not in near and r not in first),
    ]


def _only_placed(sentence: Sentence, ref: Ref) -> bool:
    """Whether a reference is only where something is decided, as its case tells (`на заседании в Риме`)."""
    term = sentence.items[ref.last - 1].term
    cases = term.cases if term is not None else ""
    return ref.prep in sentence.words.place_preps and LOCATIVE in cases and not may_be(cases, ACCUSATIVE)


def _counted_behind(sentence: Sentence, figure: Figure, refs: list[Ref]) -> list[Ref]:
    """Whose people are counted, where the verb comes first and adjectives last (`visited X 300 tourists Russian`)."""
    if not sentence.lexicon.properties.verb_first or figure.amount.unit != "person":
        return []
    last = sentence.item_at(figure.amount.end - 1)
    return [r for r in refs if r.weak and 0 < r.first - last <= 1]


def _subjects(sentence: Sentence, refs: list[Ref]) -> list[Ref]:
    """References that nothing governs, not even through the one they are joined to."""
    governed: set[int] = set()
    for ref in refs:
        if ref.prep or ref.objective or id(ref) in governed:
            governed.update(id(r) for r in (ref, *sentence.coordinated(ref)))
    return [r for r in refs if id(r) not in governed and not r.weak]


def _takes(sentence: Sentence, figure: Figure) -> bool:
    """Whether the subject takes what the figure counts (`Kenya will receive 16 helicopters`)."""
    of = sentence.clauses.of
    final = sentence.lexicon.properties.verb_final
    return any(
        p.label == "taker"
        and (final or p.end <= figure.amount.start)
        and (of[sentence.item_at(p.start)] == of[figure.anchor.first] or p.end <= figure.amount.start)
        for p in sentence.phrases
    )


def _region(sentence: Sentence, figure: Figure) -> str | None:
    """A region named in the sentence, nearest to the figure."""
    regions = [i for i in sentence.items if i.is_type("region")]
    if not regions:
        return None
    item = min(regions, key=lambda i: (abs(i.start - figure.amount.start), i.start))
    assert item.term is not None
    return item.term.value


def _other(sentence: Sentence, states: tuple[str, ...]) -> str | None:
    return next(iter(sentence.discourse.other(states)), None)


def _by_speaker(sentence: Sentence) -> Scope:
    """No state is named: the speaker's own and the other side, else the pair in talks."""
    dyad = sentence.discourse.dyad
    country = sentence.speaker.country if sentence.speaker else None
    if country and country in dyad:
        return country, _other(sentence, (country,))
    return (dyad[0], dyad[1]) if len(dyad) == 2 else (None, None)
