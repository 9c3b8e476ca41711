"""What a sentence's figures say: their measure, period, change, baseline and modality."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from communique.base.once import once
from communique.lexicon.phrases import Phrase
from communique.mentions.amounts import Amount, Number, Pair
from communique.mentions.dates import DateMention
from communique.reading.sentence import Sentence

FLOWS = frozenset({"trade_turnover", "exports", "imports", "trade_balance", "investment", "growth"})
"""Measures of a stretch of time: a single day is never their period."""
_BEHIND = 12
_OTHER_CLAUSE = 60
_CHANGE_BEFORE, _CHANGE_AFTER, _CHANGE_LAST = 60, 40, 90
"""Characters to a word of change before or behind a figure, and to a verb that comes last."""
_ROW = 8
"""Items from one percentage of a row to the next."""
_ENDS = frozenset({".", ";", ":"})
_CHANGE_FIELD = 200
"""Characters to the verb of a figure's own clause, where phrases stand between them."""
_CAUSED = 2
"""Items between a preposition of cause and its noun."""
_HOST_BEFORE, _HOST_AFTER = 90, 60
_PERIOD_REACH = 200
_COMPARED = 50
"""Characters from a word of comparison to the date that it leads to."""
_MARK = 50
_DAY = 10
_BOUNDARY = frozenset({"content", "relative", "sub", "quote", "coord"})

Direction = Literal["up", "down"]
Basis = Literal["yoy", "avg_annual"]


class Change(NamedTuple):
    """By how much a figure changed, and against what."""

    value: Number
    unit: str
    direction: Direction
    basis: Basis | None


class Figure(NamedTuple):
    """One figure with all that its sentence says of it, but for whose it is."""

    amount: Amount
    anchor: Amount
    """Where to read whose figure it is: the figure itself, for a range its end."""
    measure: str
    period: str | None
    change: Change | None
    baseline: tuple[Number, str | None] | None
    modality: str


_AIMS = frozenset({"agreed", "proposed", "intended"})
"""Forces of actions whose figures are not reached yet."""


class Figures:
    """Reads the figures of one sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.finder = sentence.finders.amounts
        self.numbers = sentence.lexicon.numbers
        self.amounts = sentence.amounts()

    def read(self) -> list[Figure]:
        """The figures, in the order of the text."""
        if not self.amounts:
            return []
        dated = self._dated_items()
        pairs = self.finder.pairs(self.amounts, self.sentence.items, dated)
        lows = {p.low.start: p for p in pairs}
        highs = {p.high.start: p for p in pairs}
        changes, used = self._changes(pairs)
        out = []
        for found in self.amounts:
            amount, pair = found, highs.get(found.start) or lows.get(found.start)
            if pair:
                amount = pair.high if found.start == pair.high.start else pair.low
            if amount.unit is None and pair and self._changed(pair):
                amount = self._counted(amount)
            if found.start in used or (pair and self._changed(pair) and found.start == pair.low.start):
                continue
            if not self._counts(amount):
                continue
            out.append(self._figure(amount, pair, changes.get(found.start)))
        return list(_with_baselines(out))

    # --- which numbers are figures ----------------------------------------------------------------

    def _counted(self, amount: Amount) -> Amount:
        """A bare number with the unit of what the words before it count (`the number of …`)."""
        counted = self.finder.counted_before(self.sentence.folded, self.sentence.items, amount.first)
        return amount._replace(unit=counted[0], noun=counted[1]) if counted else amount

    def _dated_items(self) -> frozenset[int]:
        item_at = self.sentence.item_at
        return frozenset(
            i for d in self.sentence.dates for i in range(item_at(d.start), item_at(d.end - 1) + 1)
        )

    def _counts(self, amount: Amount) -> bool:
        """Whether the number is a figure at all, no duration, reference or small count of the talks."""
        if amount.unit is None or amount.value == 0 or amount.unit in self.numbers.durations:
            return False
        if self._unsaid(amount):
            return False
        if amount.unit not in ("item", "person"):
            return True
        return amount.value > 2 and not (amount.definite and amount.value < 100)

    def _unsaid(self, amount: Amount) -> bool:
        """Whether a question asks for the figure, or a negation denies it (`did not reach 2 billion`)."""
        force = self.sentence.force
        return force.asked_at(amount.first) or force.denied_before(amount.first)

    # --- what they measure ------------------------------------------------------------------------

    def _figure(self, amount: Amount, pair: Pair | None, change: Change | None) -> Figure:
        measure = self._measure(amount, change is not None)
        baseline = None
        if pair and self._changed(pair):
            baseline = (pair.low.value, self._period(pair.low, measure))
        anchor = pair.high if pair else amount
        ranged = pair is not None and not (baseline or self._is_step(pair.low))
        if pair and ranged and amount.start == pair.high.start and amount.bound == "exact":
            amount = amount._replace(bound="up_to")
        own = change or (
            self._own_change(amount) if amount.unit == "percent" and measure == "growth" else None
        )
        return Figure(
            amount, anchor, measure, self._period(amount, measure), own, baseline, self._modality(amount)
        )

    def _measure(self, amount: Amount, changed: bool) -> str:
        unit = self.finder.unit_class(amount.unit)
        if unit in ("item", "person", "dose"):
            named = self.sentence.finders.measure_of_noun(amount.noun)
            if named:
                return named
        nearest = self._nearest(amount, unit)
        if nearest is None and unit not in ("item", "person", "percent") and self._goes_on():
            known = self.sentence.discourse.measure
            nearest = known[0] if known and self._fits(known[0], unit) else None
        if unit == "percent" and not changed and nearest != "other" and self._direction(amount):
            return "growth"
        return nearest or "other"

    def _fits(self, measure: str, unit: str) -> bool:
        """Whether figures of the unit can be of the measure."""
        return any(e.measure == measure and (not e.fits or unit in e.fits) for e in self.numbers.measures)

    def _goes_on(self) -> bool:
        """Whether the sentence directly follows one whose measure is known."""
        known = self.sentence.discourse.measure
        return known is not None and self.sentence.index - known[1] <= 1

    def _nearest(self, amount: Amount, unit: str) -> str | None:
        best: tuple[bool, int, int] | None = None
        measure = None
        clause = self.sentence.clauses.of[amount.first]
        for phrase in self._measure_phrases:
            entry = self.numbers.measures[int(phrase.label.partition(":")[2])]
            if entry.counts or (entry.fits and unit not in entry.fits):
                continue
            if phrase.start < amount.end and amount.start < phrase.end and unit not in ("MW", "GW", "TEU"):
                gap = 0
            elif phrase.end <= amount.start:
                gap = amount.start - phrase.end
            else:
                gap = phrase.start - amount.end + _BEHIND
                gap += self.sentence.folded.count(", ", amount.end, phrase.start) * _MARK
            if self.sentence.clauses.of[self.sentence.item_at(phrase.start)] != clause:
                gap += _OTHER_CLAUSE
            if self._causes(phrase):
                gap += _CHANGE_FIELD
            rank = (entry.weak, gap, phrase.start)
            if best is None or rank < best:
                best, measure = rank, entry.measure
        return measure

    def _causes(self, phrase: Phrase) -> bool:
        """`dank großer Importe`: whether a word of measure only tells why the figure is what it is."""
        causes = self.numbers.causes
        if not causes:
            return False
        at = self.sentence.item_at(phrase.start)
        return any(item.text in causes for item in self.sentence.items[max(0, at - _CAUSED) : at])

    @once
    def _measure_phrases(self) -> list[Phrase]:
        """The words of measure, without those inside a longer one (`import` in `import and export`)."""
        out: list[Phrase] = []
        for phrase in self.sentence.phrases:
            if phrase.label.startswith("measure:") and not (
                out
                and phrase.end <= out[-1].end
                and phrase.start >= out[-1].start
                and phrase.end - phrase.start < out[-1].end - out[-1].start
            ):
                out.append(phrase)
        return out

    # --- when -------------------------------------------------------------------------------------

    def _period(self, amount: Amount, measure: str) -> str | None:
        """The date nearest to the figure that no other figure is nearer to."""
        best: tuple[int, int] | None = None
        period: DateMention | None = None
        for date in self.sentence.dates:
            if not date.value or not self._may_be_period(date, amount, measure):
                continue
            gap = self._gap(amount, date)
            if gap > _PERIOD_REACH or any(
                self._gap(o, date) < gap
                for o in self.amounts
                if o.start != amount.start and o.unit == amount.unit and o.unit
            ):
                continue
            if best is None or (gap, date.start) < best:
                best, period = (gap, date.start), date
        if period is None:
            return None
        return self.sentence.period(period, self._modality(amount) == "actual")

    def _may_be_period(self, date: DateMention, amount: Amount, measure: str) -> bool:
        assert date.value is not None
        if any(self._compares(phrase, date) for phrase in self.sentence.phrases):
            return False
        if measure == "agreements" and self.sentence.bounds(date):
            return False
        if len(date.value) != _DAY:
            return True
        of = self.sentence.clauses.of
        return (
            measure not in FLOWS
            and of[min(self.sentence.item_at(date.start), len(of) - 1)] == of[amount.first]
        )

    def _compares(self, phrase: Phrase, date: DateMention) -> bool:
        """Whether a date is only what a figure is compared with (`than in the first half of 2023`)."""
        if phrase.label == "yoy":
            return phrase.start <= date.start <= phrase.end + 1
        if phrase.label != "compared" or not 0 <= date.start - phrase.end <= _COMPARED:
            return False
        return not any(
            letter.isdigit() or letter in ",;" for letter in self.sentence.folded[phrase.end : date.start]
        )

    def _gap(self, amount: Amount, date: DateMention) -> int:
        """How far a date is from a figure; a comma between them counts as many words."""
        behind = date.start >= amount.end
        low, high = (amount.end, date.start) if behind else (date.end, amount.start)
        folded = self.sentence.folded
        marks = folded.count(", ", low, high) + folded.count("; ", low, high)
        return high - low + marks * _MARK + (0 if behind else _BEHIND)

    # --- how it changed ---------------------------------------------------------------------------

    def _changed(self, pair: Pair) -> bool:
        if pair.changed is not None:
            return pair.changed
        return any(p.label in ("up", "down") for p in self.sentence.phrases)

    def _changes(self, pairs: list[Pair]) -> tuple[dict[int, Change], set[int]]:
        """Changes by the start of the figure that changed, and the starts of figures used up as changes."""
        out: dict[int, Change] = {}
        used: set[int] = set()
        lows = {p.low.start for p in pairs if self._changed(p)}
        for amount in self.amounts:
            absolute = self._is_step(amount)
            if amount.unit != "percent" and not absolute:
                continue
            host = self._host(amount, absolute, lows)
            direction = self._direction(amount) if host else None
            if host is None or direction is None or host.start in out:
                continue
            unit = amount.unit or host.unit or ""
            out[host.start] = Change(amount.value, unit, direction, self._basis(amount))
            used.add(amount.start)
        return out, used

    def _is_step(self, amount: Amount) -> bool:
        """`by 50 million`: an absolute change of the figure beside it."""
        items = self.sentence.items
        return (
            amount.unit != "percent"
            and amount.first > 0
            and items[amount.first - 1].text in self.numbers.by_words
        )

    def _host(self, amount: Amount, absolute: bool, lows: set[int]) -> Amount | None:
        """The figure that a change belongs to: the one before it, else the one it leads to."""
        others = [
            o
            for o in self.amounts
            if o.start != amount.start
            and o.unit not in (None, "percent")
            and o.start not in lows
            and o.unit not in self.numbers.durations
            and (not absolute or o.unit == amount.unit or amount.unit is None)
        ]
        before = [o for o in others if o.end <= amount.start and amount.start - o.end < _HOST_BEFORE]
        if before and not absolute and not self._measured_between(before[-1].end, amount.start):
            return before[-1]
        after = [o for o in others if o.start >= amount.end and o.start - amount.end < _HOST_AFTER]
        items = self.sentence.items
        last = after[0].first + 1 if after else 0
        if any(items[i].text in self.numbers.to_words for i in range(amount.last, last)):
            return after[0]
        return None

    def _measured_between(self, start: int, end: int) -> bool:
        return any(
            start <= p.start
            and p.end <= end
            and not self.numbers.measures[int(p.label.partition(":")[2])].weak
            and self.numbers.measures[int(p.label.partition(":")[2])].measure != "growth"
            for p in self._measure_phrases
        )

    def _own_change(self, amount: Amount) -> Change | None:
        direction = self._direction(amount)
        return Change(amount.value, "percent", direction, self._basis(amount)) if direction else None

    def _direction(self, amount: Amount) -> Direction | None:
        """`up` or `down` by the nearest word of change."""
        best: tuple[int, int] | None = None
        out: Direction | None = None
        after = _CHANGE_LAST if self.sentence.lexicon.properties.verb_final else _CHANGE_AFTER
        for phrase in self.sentence.phrases:
            if phrase.label not in ("up", "down"):
                continue
            gap = amount.start - phrase.end if phrase.end <= amount.start else phrase.start - amount.end
            near = after
            if phrase.end <= amount.start:
                near = _CHANGE_FIELD if self._own_verb(phrase, amount) else _CHANGE_BEFORE
            if gap <= near and (best is None or (gap, phrase.start) < best):
                best, out = (gap, phrase.start), "up" if phrase.label == "up" else "down"
        if out is None and (before := self._in_row(amount)) is not None:
            return self._direction(before)
        return out

    def _own_verb(self, phrase: Phrase, amount: Amount) -> bool:
        """`stiegen im ersten Halbjahr im Vergleich zu … um 3 Prozent`: a verb with all phrases behind it."""
        sentence = self.sentence
        if not sentence.lexicon.properties.verb_final:
            return False
        at, of = sentence.item_at(phrase.start), sentence.clauses.of
        led = amount.first > 0 and sentence.items[amount.first - 1].text in self.numbers.by_words
        return led and sentence.items[at].text in sentence.lexicon.finite and of[at] == of[amount.first]

    def _in_row(self, amount: Amount) -> Amount | None:
        """`rose by 20 % with A, by 33 % with B and by 41 % with C`: the percentage before, no verb between."""
        if amount.unit != "percent":
            return None
        before = [o for o in self.amounts if o.unit == "percent" and o.end <= amount.start]
        if not before or amount.first - before[-1].last > _ROW:
            return None
        items, verbs = self.sentence.items, self.sentence.verb_starts
        between = items[before[-1].last : amount.first]
        return None if any(i.start in verbs or i.text in _ENDS for i in between) else before[-1]

    def _basis(self, amount: Amount) -> Basis | None:
        near = self.sentence.labels_near(amount.start - _CHANGE_BEFORE, amount.end + _CHANGE_BEFORE)
        if "avg_annual" in near:
            return "avg_annual"
        return "yoy" if "yoy" in near else None

    # --- how sure ---------------------------------------------------------------------------------

    def _modality(self, amount: Amount) -> str:
        """Whether the figure is reached, or demanded, promised or foreseen, by the words of its clause."""
        sentence = self.sentence
        own = set()
        for number in sentence.clauses.chain(sentence.clauses.of[amount.first]):
            own.add(number)
            if sentence.clauses.all[number].kind in _BOUNDARY:
                break
        final = sentence.lexicon.properties.verb_final
        end = next((o.start for o in self.amounts if o.start > amount.start), sentence.segment.end)
        found = set()
        for phrase in sentence.phrases:
            told = phrase.label in ("requested", "intended", "planned") and (final or phrase.start < end)
            if told and sentence.clauses.of[sentence.item_at(phrase.start)] in own:
                found.add(phrase.label)
        return next((m for m in ("requested", "intended", "planned") if m in found), self._aimed_at(amount))

    def _aimed_at(self, amount: Amount) -> str:
        """The force of the action that names the figure (`agreed to raise trade to $3 billion`), else `actual`."""
        inside = (force for span, force in self.sentence.undertaken if span.start <= amount.start < span.end)
        return next((force for force in inside if force in _AIMS), "actual")


def _with_baselines(figures: list[Figure]) -> Iterator[Figure]:
    """A later figure of the same measure and unit takes an earlier period's as its baseline."""
    for number, figure in enumerate(figures):
        before = figures[number - 1] if number else None
        if (
            before is not None
            and figure.baseline is None
            and (figure.modality == "actual" or before.modality == "actual")
            and figure.measure in FLOWS
            and before.measure == figure.measure
            and before.amount.unit == figure.amount.unit != "percent"
            and before.period
            and figure.period
            and before.period[:4] < figure.period[:4]
        ):
            figure = figure._replace(baseline=(before.amount.value, before.period))
        yield figure
