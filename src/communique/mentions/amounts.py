"""Figures of a sentence: number with scale, unit or currency, bound, and a range's ends."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from communique.lexicon.lexicon import Lexicon
from communique.mentions.items import Item
from communique.world.currencies import SPELLINGS

_UNIT_WORDS = 6
_SCALE_REACH = 7
_LOOSE_WORDS = 4
_PARTICIPLE_WORDS = 12
_NUMBER_REACH = 16
_BOUND_WORDS = 5
_GROUPED = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*(?:[.,]\d+)?\Z|\d{1,3}(?:,\d{2})*,\d{3}\Z")
_SIGN = 2
"""The fewest characters of a currency before its number, where nothing parts words."""
_YEARS = range(1800, 2101)
_NAMED_UNITS = frozenset({"item", "person"})


Number = int | float
"""A figure's value, which is whole where what is written is."""


class Amount(NamedTuple):
    """A figure: its span and items, value in units, unit, bound, and the noun that is counted.

    `unit` is a currency (ISO 4217), a unit of the contract, `item`, or None when the words beside
    the number give none; `definite` says that the number takes up something known (`the three
    countries`); `scale` is what the written number was multiplied by.
    """

    start: int
    end: int
    first: int
    last: int
    value: Number
    unit: str | None
    bound: str
    noun: str
    definite: bool
    scale: float


class Pair(NamedTuple):
    """Two figures that belong together: the ends of a range, or a value and what it started from."""

    low: Amount
    high: Amount
    changed: bool | None
    """Whether the words between them say that one became the other; None where both can be meant."""


class AmountFinder:
    """Finds figures in one language from the pack's numbers."""

    def __init__(self, lexicon: Lexicon) -> None:
        n = lexicon.numbers
        calendar = lexicon.calendar
        self.words = lexicon.words
        self.bounded = lexicon.properties.word_boundary
        self.nouns_capitalised = lexicon.properties.nouns_capitalised
        self.numbers = n
        self.decimal = calendar["decimal"]
        self.turned = n.turned_mark
        self.spelled = {k.lower(): v for k, v in n.cardinals.items()}
        self.openers = frozenset(k.split(" ", 1)[0] for k in self.spelled) | frozenset(n.ones)
        self.scales = {k.lower().rstrip("."): v for k, v in n.scales.items()}
        for word, factor in calendar["compact"].items():
            self.scales.setdefault(word.lower(), float(factor))
        self.scale_words = frozenset(self.scales) | frozenset(n.short_scales)
        self.articles = frozenset(n.ones) - frozenset(self.spelled)
        self.counting = self.openers - self.articles
        """Words that may begin a number, and are no articles."""
        self.codes = frozenset(calendar["currencies"])
        self.currencies = _currencies(calendar["currencies"], n.currency_words, self.codes)
        self.shared = {word.lower(): codes for word, codes in n.shared_currencies.items()}
        for word, codes in self.shared.items():
            self.currencies.setdefault(word, codes[0])
        self.units = {w.lower(): code for code, words in n.units.items() for w in words}
        self.units.update(dict.fromkeys((w.lower() for w in n.percent), "percent"))
        self.nouns = {**dict.fromkeys((w.lower() for w in n.counted), "item"), **_named(n.units)}
        self.heads_last = not lexicon.properties.adjectives_follow
        """Whether the last of two nouns is what is counted (`university students`)."""
        self.counted = {**self.nouns, **self.units, **self.currencies}
        self.signs = {k.lower(): v for k, v in SPELLINGS.items() if k.endswith("$")}
        self.signs.update({k.lower(): v for k, v in calendar["currency_symbols"].items()})
        self.signs.update({w: c for w, c in self.currencies.items() if len(w) <= 4})
        self.sign_sizes: dict[str, list[int]] = {}
        """The lengths of the signs that end in a character, the longest first."""
        for size, end in sorted({(len(sign), sign[-1]) for sign in self.signs}, reverse=True):
            self.sign_sizes.setdefault(end, []).append(size)
        self.bounds = {p.lower(): b for b, phrases in n.bounds.items() for p in phrases}
        self.bound_ends = frozenset(self.bounds)
        if self.bounded:
            self.bound_ends |= {lexicon.token.findall(p)[-1] for p in self.bounds}
        self.labels = frozenset(n.number_labels)
        self.known = (
            lexicon.words.determiners | lexicon.words.oblique_determiners | lexicon.words.possessives
        ) - frozenset(n.ones)
        self.classifiers = frozenset(n.classifiers)
        self.trailing = {word: bound for bound, words in n.trailing_bounds.items() for word in words}
        self.compounds = lexicon.properties.compounds
        self.ordinal_dot = lexicon.properties.ordinal_dot
        self.participles = (
            tuple(e for e in lexicon.properties.adjective_endings if e)
            if lexicon.properties.verb_final
            else ()
        )
        self.blocking = frozenset().union(
            *(forms for tag, forms in lexicon.lemmas.items() if tag not in ("part", "ger"))
        ) - lexicon.lemmas.get("part", frozenset())
        self.money = frozenset(self.currencies.values()) | self.codes
        self.dating = lexicon.words.prepositions.union(n.half_links)
        self.reversed_by = tuple(tuple(p.split()) for p in n.baseline_words)

    def may_count(self, texts: frozenset[str]) -> bool:
        """Whether words without digits have a number among them; an article is one only with a scale word."""
        if self.openers.isdisjoint(texts):
            return False
        return not self.counting.isdisjoint(texts) or self._scaled(texts)

    def _scaled(self, texts: frozenset[str]) -> bool:
        """Whether a scale word is among the words, without which an article is no number."""
        words = self.scale_words
        if not words.isdisjoint(texts):
            return True
        return any(text.split("-", 1)[0] in words for text in texts if "-" in text)

    def find(
        self, text: str, folded: str, items: Sequence[Item], texts: frozenset[str] | None = None
    ) -> list[Amount]:
        """The figures among a sentence's items, those without a unit of their own included.

        `texts` are the items' words, where they are at hand.
        """
        out: list[Amount] = []
        behind = 0
        known = frozenset([item.text for item in items]) if texts is None else texts
        openers = self.openers if self._scaled(known) else self.counting
        for at in [
            at
            for at, item in enumerate(items)
            if item.term is None and (item.text in openers or item.text[0].isdigit())
        ]:
            if at >= behind:
                amount = self._read(text, folded, items, at)
                if amount:
                    out.append(amount)
                    behind = amount.last
        return out

    def unit_class(self, unit: str | None) -> str:
        """`money` for a currency, else the unit itself."""
        return "money" if unit in self.money else unit or ""

    # --- one figure -----------------------------------------------------------------------------

    def _read(self, text: str, folded: str, items: Sequence[Item], at: int) -> Amount | None:
        article = items[at].text in self.articles
        if (article and not self._scale_near(items, at)) or self._labelled(folded, items, at):
            return None
        number = self._number(folded, items, at)
        if number is None:
            return None
        value, last = number
        last += self._bracketed(items, at, last)
        digits = items[at].text[0].isdigit()
        first, sign = self._sign(text, folded, items, at)
        if digits and sign is None and self._ordinal(folded, items, last):
            return None
        last, scale = self._scale(folded, items, last, sign is not None)
        trailing = self._trailing(items, last)
        if trailing and items[last].text in self.trailing:
            last, more = self._scale(folded, items, last + 1, sign is not None)
            scale *= more
        if article and scale == 1:
            return None
        last, lesser = (last, 0.0) if self.bounded else self._lesser(folded, items, last, scale)
        unit, noun = sign, ""
        if unit is None:
            unit, noun, last = self._unit(text, folded, items, last)
        year = digits and scale == 1 and value in _YEARS and items[at].text.isdigit()
        if unit is None and (year or (not digits and scale == 1) or self._glued(items, last)):
            return None
        if year and unit in _NAMED_UNITS and self._names(items, at + 1):
            return None
        low, bound = self._bound(folded, items, first)
        bound = trailing or bound
        if year and unit in _NAMED_UNITS and (value % 100 or last - at > 2) and bound == "exact":
            return None
        definite = low > 0 and items[low - 1].text in self.known
        if last < len(items) and items[last].text == "+":
            bound = "over"
        value = round(value * scale, 3) if scale > 1 else value
        value += lesser
        return Amount(
            items[low].start,
            items[last - 1].end,
            low,
            last,
            _plain(value),
            unit,
            bound,
            noun,
            definite,
            scale,
        )

    def _bracketed(self, items: Sequence[Item], at: int, last: int) -> int:
        """1 where a number stands in brackets before what it counts (`(931) مليون ريال`), else 0."""
        if not at or items[at - 1].text != "(" or last + 1 >= len(items) or items[last].text != ")":
            return 0
        behind = items[last + 1].text
        return int(behind in self.scales or behind in self.units)

    def _names(self, items: Sequence[Item], at: int) -> bool:
        """Whether the word at an item begins a name of its own, as behind a year (`the 2000 Treaty`)."""
        if self.nouns_capitalised or at >= len(items):
            return False
        return items[at].capital and items[at].term is None

    def _lesser(self, folded: str, items: Sequence[Item], last: int, scale: float) -> tuple[int, float]:
        """What smaller scale words add right behind a scaled number (`3亿5000万`): past them, and their sum."""
        more = 0.0
        while last < len(items) and scale > 1 and items[last].text[0].isdigit():
            number = self._number(folded, items, last)
            if number is None:
                break
            past, smaller = self._scale(folded, items, number[1], False)
            if not 1 < smaller < scale:
                break
            last, scale, more = past, smaller, more + number[0] * smaller
        return last, more

    def _labelled(self, folded: str, items: Sequence[Item], at: int) -> bool:
        """Whether the number is part of a name, a time or a code (`article 5`, `10:30`, `7/12`)."""
        if at == 0:
            return False
        before = items[at - 1]
        joined = before.end == items[at].start
        if joined and (
            before.text in (":", "/", "#", "_")
            or (before.text[-1].isalnum() and self._parted(before.text[-1]))
        ):
            return True
        if (
            joined
            and before.text == "-"
            and at > 1
            and items[at - 2].end == before.start
            and items[at - 2].text[-1].isalpha()
        ):
            return True
        if before.text == "." and at > 1:
            before = items[at - 2]
        return before.text in self.labels

    def _number(self, folded: str, items: Sequence[Item], at: int) -> tuple[float, int] | None:
        """The written number that begins at an item, and past its last item."""
        if items[at].text[0].isdigit():
            written, last = items[at].text, at + 1
            if self.turned and last < len(items) and items[last].text.startswith(self.turned):
                whole = items[last].text[1:]
                if whole.isdigit() and written.isdigit() and items[last].start == items[at].end:
                    return float(f"{whole}.{written}"), last + 1
            while (written.isdigit() and len(written.rsplit(" ")[-1]) <= 3) or " " in written:
                more = self._group(folded, items, last)
                if more is None:
                    break
                written, last = f"{written} {items[more - 1].text}", more
            value = self._digits(written.replace(" ", ""))
            return None if value is None else (value, last)
        for size in (4, 3, 2, 1):
            if at + size <= len(items):
                phrase = folded[items[at].start : items[at + size - 1].end]
                if phrase in self.spelled:
                    return float(self.spelled[phrase]), at + size
        return (1.0, at + 1) if items[at].text in self.numbers.ones else None

    def _parted(self, sign: str) -> bool:
        """Whether a letter beside a number would be parted from it by a space, were it not of one word with it."""
        return self.bounded or sign.isascii()

    def _group(self, folded: str, items: Sequence[Item], at: int) -> int | None:
        """Past a group of three digits that a space or apostrophe sets off (`10 000`, `10'000`)."""
        if at < len(items) and items[at].text == "'" and items[at].start == items[at - 1].end:
            at += 1
        if (
            at < len(items)
            and len(items[at].text) == 3
            and items[at].text.isdigit()
            and items[at].start - items[at - 1].end <= 1
        ):
            return at + 1
        return None

    def _digits(self, written: str) -> float | None:
        if _GROUPED.match(written):
            marks = [c for c in written if not c.isdigit()]
            if len(marks) > 1 or (marks and (marks[-1] != self.decimal or self.numbers.either_mark)):
                whole, mark, rest = (
                    written.rpartition(marks[-1]) if len(set(marks)) > 1 else (written, "", "")
                )
                written = re.sub(r"\D", "", whole) + ("." + rest if mark else "")
                return float(written)
        written = written.replace(self.decimal, ".") if self.decimal != "." else written.replace(",", ".")
        try:
            return float(written)
        except ValueError:
            return None

    def _ordinal(self, folded: str, items: Sequence[Item], last: int) -> bool:
        """Whether a mark or letters directly behind the digits make an ordinal or a name of them."""
        if last >= len(items) or items[last].start != items[last - 1].end:
            return False
        behind = items[last]
        if behind.text == "." and self.ordinal_dot:
            return last + 1 < len(items)
        return behind.text in self.numbers.day_suffixes and behind.text.isalpha()

    def _glued(self, items: Sequence[Item], last: int) -> bool:
        return (
            last < len(items)
            and items[last].start == items[last - 1].end
            and items[last].text[0].isalpha()
            and self._parted(items[last].text[0])
        )

    def _trailing(self, items: Sequence[Item], at: int) -> str | None:
        """The bound that a word behind a number tells, alone (`20多亿`) or with what counts (`20多项`, `20多名`)."""
        text = items[at].text if at < len(items) else ""
        joined = text[1:] in self.classifiers or (len(text) > 1 and text[1:] in self.units)
        return self.trailing.get(text[:1] if joined else text)

    def _sign(self, text: str, folded: str, items: Sequence[Item], at: int) -> tuple[int, str | None]:
        """The currency before a number (`US$`, `RMB`): its first item, and its code."""
        end = items[at].start
        while end > 0 and folded[end - 1] == " ":
            end -= 1
        floor = items[0].start
        for size in self.sign_sizes.get(folded[end - 1], ()) if end > floor else ():
            if size > end - floor:
                continue
            sign = folded[end - size : end]
            code = self.signs.get(sign)
            if code is None:
                continue
            start = end - size
            if (
                sign[0].isalnum()
                and start > floor
                and folded[start - 1].isalnum()
                and self._parted(folded[start - 1])
            ):
                continue
            if sign.isalpha() and not text[start].isupper() and (self.bounded or size < _SIGN):
                continue
            first = at
            while first > 0 and items[first - 1].end > start:
                first -= 1
            return first, code
        return at, None

    def _scale(self, folded: str, items: Sequence[Item], last: int, signed: bool) -> tuple[int, float]:
        """Scale words behind a number (`million`, `2,92 Mrd.`, `$65m`): past them, and their product."""
        scale = 1.0
        while last < len(items):
            word = items[last].text
            at = last
            if word == "-" and last + 1 < len(items) and self._head(items[last + 1]) in self.scales:
                at, word = last + 1, self._head(items[last + 1])
                if "-" in items[at].text:
                    scale *= self.scales[word]
                    return last, scale
            factor = self.scales.get(word)
            if factor is None and scale == 1 and items[last].start <= items[last - 1].end + 1:
                factor = self.numbers.short_scales.get(word)
                if factor is not None and not signed and not self._unit_at(folded, items, last + 1):
                    factor = None
            if factor is None or items[at].term is not None:
                if scale != 1 and word in self.numbers.scale_links and last + 1 < len(items):
                    last += 1
                break
            scale *= factor
            last = at + 1
            if (
                last < len(items)
                and items[last].text == "."
                and items[last].start == items[last - 1].end
                and last + 1 < len(items)
            ):
                last += 1
        return last, scale

    def _scale_near(self, items: Sequence[Item], at: int) -> bool:
        """Whether a scale word stands where an article's could: most articles are no number."""
        words = self.scale_words
        for item in items[at + 1 : at + _SCALE_REACH]:
            if item.text in words or ("-" in item.text and self._head(item) in words):
                return True
        return False

    def _head(self, item: Item) -> str:
        return item.text.split("-", 1)[0]

    # --- units ----------------------------------------------------------------------------------

    def _unit(self, text: str, folded: str, items: Sequence[Item], at: int) -> tuple[str | None, str, int]:
        """The unit or counted noun that begins at or near an item: its code, its noun, past its last item."""
        if at < len(items) and items[at].text == "-" and items[at].start == items[at - 1].end:
            return self._hyphened(items, at)
        if at < len(items) and (items[at].text in self.classifiers or self._trailing(items, at)):
            code, noun, last = self._counted(folded, items, at + 1)
            if code is None and items[at].text[1:] in self.units:
                return self.units[items[at].text[1:]], items[at].text, at + 1
            return (code, noun, last) if code else ("item", items[at].text, at + 1)
        direct = self._unit_at(folded, items, at)
        if direct:
            code, last = direct
            noun = folded[items[at].start : items[last - 1].end]
            if code in self.codes and noun.upper() == code and not text[items[at].start].isupper():
                return None, "", at
            if code == "item" and self.heads_last:
                while last < len(items) and (more := self._noun_at(folded, items, last))[0]:
                    noun, (code, last) = items[last].text, more
            return code, noun, last
        return self._counted(folded, items, at)

    def _hyphened(self, items: Sequence[Item], at: int) -> tuple[str | None, str, int]:
        """A unit joined by hyphens (`5-billion-dollar`, `500-MW`); a counted noun so joined is no figure."""
        parts = items[at + 1].text.split("-") if at + 1 < len(items) else []
        for part in parts:
            code = self.units.get(part) or self.currencies.get(part)
            if code and code not in _NAMED_UNITS:
                return code, part, at + 2
        return None, "", at

    def _unit_at(self, folded: str, items: Sequence[Item], at: int) -> tuple[str, int] | None:
        for size in range(min(_UNIT_WORDS, len(items) - at), 0, -1):
            phrase = folded[items[at].start : items[at + size - 1].end]
            code = self.counted.get(phrase)
            if code:
                return code, at + size
        return None

    def _counted(self, folded: str, items: Sequence[Item], at: int) -> tuple[str | None, str, int]:
        """The counted noun behind the adjectives that stand between it and its number."""
        people: int | None = None
        for here in range(at, min(at + _LOOSE_WORDS + 1, len(items))):
            code, last = self._noun_at(folded, items, here)
            if items[here].is_type("people"):
                people = people or (here if self._stands_alone(items, here) else None)
            elif code:
                while last < len(items) and (more := self._noun_at(folded, items, last))[0]:
                    code, last = more
                return code, folded[items[last - 1].start : items[last - 1].end], last
            if not self._between(items[here]):
                break
        if people is not None:
            return "person", items[people].text, people + 1
        if self.participles and at < len(items) and items[at].text in self.words.prepositions:
            return self._behind_participle(folded, items, at)
        return None, "", at

    def _noun_at(self, folded: str, items: Sequence[Item], at: int) -> tuple[str | None, int]:
        item = items[at]
        if at + 1 < len(items):
            two = folded[item.start : items[at + 1].end]
            if two in self.nouns:
                return self.nouns[two], at + 2
        code = self.nouns.get(item.text)
        if code is None and self.compounds and item.capital and item.term is None:
            code = self._compound(item.text)
        return code, at + 1

    def _stands_alone(self, items: Sequence[Item], at: int) -> bool:
        """Whether a people's name is no part of a longer word (`American-made`)."""
        return at + 1 >= len(items) or items[at + 1].start > items[at].end or items[at + 1].text != "-"

    def _compound(self, word: str) -> str | None:
        """The unit of the longest known noun that a joined word ends in."""
        for cut in range(2, len(word) - 4):
            code = self.nouns.get(word[cut:].lstrip("-"))
            if code:
                return code
        return None

    def _between(self, item: Item) -> bool:
        """Whether a word may stand between a number and its noun."""
        if item.term is not None:
            return item.term.type in (
                "adj",
                "land",
                "side",
                "metonym",
                "state",
                "org",
                "region",
                "people",
                "capital",
            )
        text, words = item.text, self.words
        if not text[0].isalpha() or text in self.units or text in self.scales:
            return False
        return not (
            text in words.prepositions
            or text in words.coordinators
            or text in self.known
            or text in words.relatives
            or text in words.subordinators
            or (text in self.blocking and not item.capital)
        )

    def _behind_participle(self, folded: str, items: Sequence[Item], at: int) -> tuple[str | None, str, int]:
        """`16.000 im Lager verbliebenen Flüchtlingen`: the noun behind a phrase that ends in an adjective."""
        for here in range(at + 2, min(at + _PARTICIPLE_WORDS, len(items))):
            before = items[here - 1]
            if items[here].text in (",", ";", ".", ":"):
                break
            if items[here].capital and not before.capital and before.text.endswith(self.participles):
                code, last = self._noun_at(folded, items, here)
                if code and before.text not in self.known and before.text not in self.words.prepositions:
                    return code, items[here].text, last
        return None, "", at

    def counted_before(self, folded: str, items: Sequence[Item], at: int) -> tuple[str, str] | None:
        """`the number of visas … from 20,000 to 90,000`: what is counted before item `at`, and its unit."""
        for here in range(at - 1, max(0, at - _NUMBER_REACH), -1):
            if items[here].text in self.numbers.count_nouns:
                low = here + 1
                while low < at and (
                    items[low].text in self.known or items[low].text in self.words.prepositions
                ):
                    low += 1
                code, noun, _ = self._counted(folded, items, low)
                return (code, noun) if code else None
        return None

    # --- bounds and pairs -------------------------------------------------------------------------

    def _bound(self, folded: str, items: Sequence[Item], first: int) -> tuple[int, str]:
        """The longest approximator directly before an item: its first item, and what it says."""
        if first == 0 or items[first - 1].text not in self.bound_ends:
            return first, "exact"
        for size in range(min(_BOUND_WORDS, first), 0, -1):
            phrase = folded[items[first - size].start : items[first - 1].end]
            bound = self.bounds.get(phrase)
            if bound is None:
                continue
            if (
                size == 1
                and phrase in self.words.prepositions
                and first > 1
                and items[first - 2].text.endswith(tuple(self.numbers.bound_blockers))
            ):
                return first, "exact"
            return first - size, bound
        return first, "exact"

    def pairs(self, amounts: list[Amount], items: Sequence[Item], dated: frozenset[int]) -> list[Pair]:
        """Figures joined by the words between them; `dated` are the items inside dates."""
        out = []
        for one, two in itertools.pairwise(amounts):
            if one.unit and two.unit and one.unit != two.unit:
                continue
            pair = self._pair(one, two, items, dated)
            if pair:
                out.append(pair)
        return out

    def _pair(self, one: Amount, two: Amount, items: Sequence[Item], dated: frozenset[int]) -> Pair | None:
        between: list[str] = []
        for i in range(one.last, two.first):
            if i in dated:
                while between and between[-1] in self.dating:
                    between.pop()
            else:
                between.append(items[i].text)
        before = items[one.first - 1].text if one.first else ""
        n = self.numbers
        opened = before in n.from_words or (one.bound != "exact" and one.first > 1 and "," not in between)
        link = " ".join(t for t in between if t not in (",", "(", ")"))
        if link in n.to_words and opened and (one.value != two.value):
            return Pair(*_shared(one, two), changed=None if link in n.range_words else True)
        if (
            link in n.range_words
            and (opened or link == "-" or link not in self.words.coordinators)
            and not (
                one.unit
                and one.unit == two.unit
                and link in self.words.coordinators
                and before not in n.from_words
            )
        ) and (one.unit is None or one.unit == two.unit):
            return Pair(*_shared(one, two), changed=False)
        if (
            (tuple(link.split()) in self.reversed_by or tuple(_past_comma(between)) in self.reversed_by)
            and (two.unit is None or two.unit == one.unit)
            and (two.scale > 1 or two.unit)
        ):
            high, low = _shared(one, two)
            return Pair(low, high, changed=True)
        return None


def _past_comma(between: list[str]) -> list[str]:
    """The words behind the only comma (`15 billion in trade by 2030, from 7 billion`)."""
    return between[between.index(",") + 1 :] if between.count(",") == 1 else []


def _shared(one: Amount, two: Amount) -> tuple[Amount, Amount]:
    """Two figures of one phrase with the unit, and a small first number with the scale, of the other."""
    unit, noun = one.unit or two.unit, one.noun or two.noun
    if one.scale == 1 and two.scale > 1 and one.value < 1000 and one.value < two.value / two.scale:
        one = one._replace(value=_plain(one.value * two.scale), scale=two.scale)
    return one._replace(unit=unit, noun=noun), two._replace(unit=unit, noun=noun)


def _plain(value: float) -> Number:
    if float(value).is_integer():
        return int(value)
    return round(value, 6)


def _named(units: dict[str, list[str]]) -> dict[str, str]:
    """The words of the units that count persons and things, and of the longer units besides."""
    return {
        w.lower(): code for code, words in units.items() for w in words if code in _NAMED_UNITS or len(w) > 4
    }


def _currencies(
    names: dict[str, list[str]], extra: dict[str, list[str]], codes: Iterable[str]
) -> dict[str, str]:
    out: dict[str, str] = {}
    for code in sorted(names):
        for name in names[code]:
            out.setdefault(name.lower(), code)
    for code in sorted(codes):
        out.setdefault(code.lower(), code)
    for code, words in extra.items():
        for word in words:
            out[word.lower()] = code
    return out
