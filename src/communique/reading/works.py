"""Named works in a sentence: how far the name of a corridor, port or plant reaches, and what it joins."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from communique.lexicon.lexicon import Lexicon
from communique.mentions.items import Item
from communique.reading.compounds import compound_start
from communique.reading.cue_hit import CueHit
from communique.reading.noun_groups import group_end, has_own
from communique.reading.sentence import Sentence
from communique.reading.sites import site_of, worked_on
from communique.world.places import place_named
from communique.world.states import STATES

_BEFORE = 7
_FOLLOWING = 12
_QUOTED = 14
_RUN = 4
_ACRONYM = 10


_BETWEEN_SIDES = "initiative"
"""The type of works between sides, not places (`a partnership between X and Y`)."""


class Work(NamedTuple):
    """A named work: its items, its short form in brackets, the words that tell it, the places it joins."""

    first: int
    last: int
    acronym: str | None
    own: frozenset[str]
    connects: tuple[str, ...]


class _Signs(NamedTuple):
    """What tells the name of a work in one language."""

    links: frozenset[str]
    openers: frozenset[str]
    middles: frozenset[str]
    generic: frozenset[str]
    case: bool
    capitals_tell: bool
    names_follow: bool
    syllables: bool
    kinds_follow: bool
    adjectives_follow: bool
    reach: int
    cased: bool
    unparted: bool
    endings: tuple[str, ...]


@cache
def _signs(lexicon: Lexicon) -> _Signs:
    grammar, properties = lexicon.grammar, lexicon.properties
    return _Signs(
        links=frozenset(grammar.work_links),
        openers=frozenset(grammar.route_openers),
        middles=frozenset(grammar.route_middles),
        generic=frozenset(grammar.generic_parts),
        case=not lexicon.caseless,
        capitals_tell=not properties.nouns_capitalised,
        names_follow=properties.adjectives_follow or properties.names_follow or bool(properties.noun_cases),
        syllables=properties.syllables_apart,
        kinds_follow=properties.names_follow,
        adjectives_follow=properties.adjectives_follow,
        reach=_FOLLOWING if properties.names_follow else _BEFORE,
        cased=bool(properties.noun_cases),
        unparted=not properties.word_boundary,
        endings=tuple(e for e in properties.adjective_endings if e),
    )


class WorkReader:
    """Reads the names of works around their nouns in one sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.items = sentence.items
        self.words = sentence.words
        self.signs = _signs(sentence.lexicon)

    def read(self, hit: CueHit) -> Work | None:
        """The work whose noun the cue is; None when it has no name of its own."""
        known = "named" not in hit.cue.needs
        if self._inside_word(hit) or ("built" in hit.cue.needs and not worked_on(self.sentence, hit)):
            return None
        first, last = hit.first, hit.last
        quoted = self._quoted(hit)
        if quoted:
            first, last = quoted
        elif not known and self.signs.unparted:
            first = compound_start(self.sentence, hit.first, self.signs.middles)
        elif not known:
            first = self._begin(hit)
            last = self._own_name(hit)
        last = self._version(last)
        own = self._own_words(first, last, hit)
        connects = self._chain(first, last)
        if not own and not known and len(connects) < 2:
            route = self._route(last) if hit.cue.set.get("type") != _BETWEEN_SIDES else None
            site = None if route else site_of(self.sentence, hit)
            if route:
                connects, last = route
                own = self._own_words(hit.last, last, hit)
            elif site:
                last, own = site
            else:
                return None
        elif not known and "proper" in hit.cue.needs and not self.items[hit.first].capital:
            return None
        acronym = self._acronym(last)
        route = self._route(last + 3 if acronym else last)
        return Work(first, last, acronym, own, connects or (route[0] if route else self._joined(hit)))

    def _inside_word(self, hit: CueHit) -> bool:
        """Whether the noun is only a piece of a longer word or name (`port` in a capital's name)."""
        items = self.items
        opener, closer = items[hit.first], items[hit.last - 1]
        if closer.end > hit.end or (
            (opener.term is not None or self.signs.unparted) and opener.start < hit.start
        ):
            return True
        if "named" in hit.cue.needs or not self.signs.capitals_tell or hit.last >= len(items):
            return False
        return items[hit.last].capital and items[hit.last].text in self.sentence.lexicon.common

    # --- the name's reach -------------------------------------------------------------------------

    def _quoted(self, hit: CueHit) -> tuple[int, int] | None:
        """The quotation that begins or ends with the work's noun, or stands right behind it."""
        items = self.items
        if hit.last < len(items) and items[hit.last].text == '"':
            for at in range(hit.last + 2, min(len(items), hit.last + _QUOTED)):
                if items[at].text == '"':
                    return hit.last + 1, at
        if hit.first == 0 or items[hit.first - 1].text != '"':
            return None
        for at in range(hit.last, min(len(items), hit.last + _QUOTED)):
            if items[at].text == '"':
                return hit.first, at
            if items[at].text in (",", ";", ":", "("):
                break
        low = max(-1, hit.first - _QUOTED)
        if self.sentence.lexicon.properties.names_follow:
            low = hit.first
        for at in range(hit.first - 2, low, -1):
            if items[at].text == '"':
                return (at + 1, hit.first - 1) if at + 1 < hit.first - 1 else None
        return None

    def _begin(self, hit: CueHit) -> int:
        """The first item of the capitalised run that ends in the noun."""
        items = self.items
        first = at = hit.first
        while at > 0 and hit.first - at < _BEFORE:
            if self._in_name(at - 1, hit):
                first = at - 1
            elif not self._between(items[at - 1]):
                break
            at -= 1
        while first < hit.first and (
            items[first].text == "-"
            or items[first].text in self.words.coordinators
            or self._lone_state(first, hit)
        ):
            first += 1
        return first

    def _between(self, item: Item) -> bool:
        """Words that may stand between a name and its noun (`Dragon gas field`, `Ramu 2 station`)."""
        return self.signs.capitals_tell and (
            item.text in self.signs.generic or (item.text.isdigit() and len(item.text) < 3)
        )

    def _in_name(self, at: int, hit: CueHit) -> bool:
        item = self.items[at]
        text = item.text
        if text == "-":
            return at > 0 and (self.items[at - 1].end == item.start or self.items[at - 1].capital)
        if text in self.words.coordinators:
            return (
                self.signs.capitals_tell
                and at > 1
                and self.items[at - 1].capital
                and self.items[at + 1].capital
            )
        if (
            not item.capital
            or not text[0].isalpha()
            or text in self.words.determiners
            or (text in self.words.not_names and item.term is None and not self._joined_on(at))
        ):
            return False
        if text in self.words.prepositions or text in self.words.possessives or item.is_type("role"):
            return False
        if item.term is not None:
            return (
                item.term.type in ("state", "adj", "capital", "region", "org", "people")
                and not item.term.possessive
            )
        if self.signs.capitals_tell:
            return not self._measures(at) if at > 0 else not (self.signs.cased or self._listed(item))
        return (
            at > 0
            and at == hit.first - 1
            and text.endswith(self.signs.endings)
            and text not in self.sentence.lexicon.common
        ) or self._place(item) is not None

    def _joined_on(self, at: int) -> bool:
        """`Trade Partnership and Aid Programme`: whether a coordinator joins a noun of bodies to the rest of a name."""
        items = self.items
        joins = self.signs.capitals_tell and items[at + 1].text in self.words.coordinators
        return joins and at > 0 and items[at - 1].capital and items[at - 1].text not in self.words.determiners

    def _lone_state(self, at: int, hit: CueHit) -> bool:
        """A state's adjective that stands alone before the noun says whose the work is, not its name."""
        return (
            at == hit.first - 1
            and self.items[at].is_type("state", "adj", "people")
            and not self.items[hit.first].capital
        )

    def _own_name(self, hit: CueHit) -> int:
        """Past a name behind the noun: `Hafen Gwadar`, `Port of Gwadar`, `Brücke von Ani`."""
        items, last = self.items, hit.last
        if "proper" in hit.cue.needs or last >= len(items):
            return last
        if not self.signs.case:
            return group_end(self.sentence, last)
        if not self.signs.capitals_tell or self.signs.names_follow:
            at = last
            while at < len(items) and items[at].text in self.signs.generic and self._kind_follows(hit, at):
                at += 1
            end = self._run(at, hit)
            if end > at or (end > last and self._titled(hit.first, end)):
                return end
        if items[last].text in self.signs.links:
            at = last + 1
            while at < len(items) and self._determiner(items[at]):
                at += 1
            end = self._run(at, hit)
            if end == at and at == last + 1 and self._unknown(at):
                end = at + 1
            if end > at:
                return end
        return last

    def _kind_follows(self, hit: CueHit, at: int) -> bool:
        """Whether a word of sort behind the noun may belong to the name."""
        return self.signs.kinds_follow or self.signs.adjectives_follow

    def _titled(self, first: int, last: int) -> bool:
        """Whether the noun and all words behind it have capitals, as only in a name (`Corredor Bioceánico Vial`)."""
        return self.signs.capitals_tell and first > 0 and all(i.capital for i in self.items[first:last])

    def _unknown(self, at: int) -> bool:
        """A capitalised word that no list of the language holds: a name, even where nouns have capitals."""
        if at >= len(self.items):
            return False
        item = self.items[at]
        return item.capital and item.term is None and not self._listed(item) and item.text[0].isalpha()

    def _measures(self, at: int) -> bool:
        """Whether a number stands before the word, which then is its unit (`500 MW wind farm`)."""
        return (
            self.items[at - 1].text[0].isdigit()
            and self.items[at].text in self.sentence.finders.amounts.units
        )

    def _listed(self, item: Item) -> bool:
        return (
            item.text in self.words.not_names
            or item.text in self.sentence.lexicon.common
            or item.text in self.sentence.finders.amounts.nouns
            or item.text in self.signs.generic
            or self._common_noun(item.text)
        )

    def _determiner(self, item: Item) -> bool:
        return item.text in self.words.determiners or item.text in self.words.oblique_determiners

    def _run(self, at: int, hit: CueHit) -> int:
        """Past a run of place names joined by hyphens, an adjective of a state with its noun among them."""
        items = self.items
        end = at
        while end < len(items) and end - at < self.signs.reach:
            item = items[end]
            if item.text == "-" and end > at and end + 1 < len(items) and items[end + 1].capital:
                end += 1
            elif (
                item.is_type("adj")
                and end + 1 < len(items)
                and items[end + 1].capital
                and not self.signs.capitals_tell
            ):
                end += 2
            elif (
                self.signs.adjectives_follow
                and item.is_type("adj", "region")
                and self._titled(hit.first, end + 1)
            ) or (
                item.capital
                and self._names_place(item, hit)
                and (
                    end == at
                    or self.signs.capitals_tell
                    or items[end - 1].text == "-"
                    or self._place(item) is not None
                )
            ):
                end += 1
            else:
                break
        return end

    def _names_place(self, item: Item, hit: CueHit) -> bool:
        if self._place(item) is not None:
            return True
        if (
            item.term is not None
            or item.text in self.words.not_names
            or (item.text in self.sentence.lexicon.common and not self.signs.syllables)
        ):
            return False
        nouns = self.sentence.finders.amounts.nouns
        return (
            (self.signs.capitals_tell or "single" in hit.cue.needs)
            and item.text not in nouns
            and item.text not in self.signs.generic
            and (self.signs.capitals_tell or not self._common_noun(item.text))
        )

    def _version(self, last: int) -> int:
        """Past a number that belongs to the name (`CPEC 2.0`, `Nord Stream 2`)."""
        items = self.items
        if last < len(items) and items[last].text in self.sentence.lexicon.grammar.name_suffixes:
            return last + 1
        if last < len(items) and items[last].text[0].isdigit() and len(items[last].text) <= 3:
            behind = items[last + 1].text if last + 1 < len(items) else "."
            if (
                not behind[0].isalpha()
                or behind in self.words.prepositions
                or "." in items[last].text
                or items[last + 1].start in self.sentence.verb_starts
            ):
                return last + 1
        return last

    def _acronym(self, last: int) -> str | None:
        """The short form in brackets behind the name; a closing quotation mark may stand between."""
        items = self.items
        if last < len(items) and items[last].text == '"':
            last += 1
        if last + 2 < len(items) and items[last].text == "(" and items[last + 2].text == ")":
            written = self.sentence.text[items[last + 1].start : items[last + 1].end]
            if 1 < len(written) <= _ACRONYM and sum(c.isupper() for c in written) > 1:
                return written
        return None

    def _own_words(self, first: int, last: int, hit: CueHit) -> frozenset[str]:
        """The words of a name that are neither its noun nor such as any work of the sort has.

        Where capitals tell, a capitalised word before a capitalised noun is a name's, whatever it is.
        """
        if not self.signs.case and not has_own(self.sentence, hit.last, last):
            return frozenset()
        out: set[str] = set()
        states = 0
        titled = self.signs.capitals_tell and self.items[hit.first].capital and first > 0
        for at in range(first, last):
            item = self.items[at]
            if item.term is not None and item.term.type in ("state", "adj", "people", "region", "org"):
                states += 1
                out.add(item.term.value.lower())
                continue
            parts = item.text.split("-")
            if at == hit.last - 1 and at >= hit.first:
                parts = parts[:-1] if len(parts) > 1 else []
            elif hit.first <= at < hit.last and not (len(parts) > 1 and item.capital):
                continue
            out.update(
                p
                for p in parts
                if p
                and p[0].isalnum()
                and (p not in self.signs.generic or (titled and item.capital))
                and p not in self.sentence.ordinals
                and not self._function(p)
                and not (self.signs.unparted and not item.capital and p in self.sentence.lexicon.known_words)
                and (self.signs.capitals_tell or not self._common_noun(p))
            )
        return frozenset(out) if len(out) > states or states > 1 else frozenset()

    def _common_noun(self, text: str) -> bool:
        """Whether a word tells a subject, so that, capitalised as every noun is, it is no name."""
        return bool(self.sentence.lexicon.topics.labels(text))

    def _function(self, text: str) -> bool:
        words = self.words
        return (
            text in words.prepositions
            or text in words.determiners
            or text in words.oblique_determiners
            or text in words.coordinators
        )

    # --- what it joins ----------------------------------------------------------------------------

    def _place(self, item: Item) -> str | None:
        """The English name of the place that an item names."""
        if item.term is not None:
            if item.is_type("state"):
                return STATES[item.term.value].name
            if item.is_type("capital"):
                return STATES[item.term.value].capital
            return item.term.value if item.is_type("region") else None
        if not item.capital or not item.text[0].isalpha():
            return None
        unit = place_named(self.sentence.text[item.start : item.end])
        return unit.name if unit else None

    def _chain(self, first: int, last: int) -> tuple[str, ...]:
        """The ends that a hyphenated name joins (`Baku-Tbilisi-Kars railway`)."""
        out: list[str] = []
        for at in range(first, last):
            item = self.items[at]
            written = self.sentence.text[item.start : item.end].replace("–", "-")
            place = self._place(item)
            if place and (
                (at > first and self.items[at - 1].text == "-")
                or (at + 1 < len(self.items) and self.items[at + 1].text == "-")
            ):
                out.append(place)
            elif item.term is None and "-" in written:
                units = [place_named(part) if part[:1].isupper() else None for part in written.split("-")]
                out.extend(unit.name for unit in units if unit)
        return tuple(dict.fromkeys(out)) if len(out) > 1 else ()

    def _route(self, at: int) -> tuple[tuple[str, ...], int] | None:
        """`from A to B`, `between A and B`, `linking A with B` behind item `at`: the ends, and past them."""
        if at >= len(self.items) or self.items[at].text not in self.signs.openers:
            return None
        one = self._end_of_route(at + 1)
        if one is None or one[1] >= len(self.items) or self.items[one[1]].text not in self.signs.middles:
            return None
        two = self._end_of_route(one[1] + 1)
        if two is None:
            return None
        return tuple(dict.fromkeys(n for n in (one[0], two[0]) if n)), two[1]

    def _end_of_route(self, at: int) -> tuple[str | None, int] | None:
        """One end of a route: the place's name where it is one, and past its words."""
        items = self.items
        while at < len(items) and self._determiner(items[at]):
            at += 1
        end = at
        while end < len(items) and end - at < _RUN and items[end].capital and items[end].text[0].isalpha():
            end += 1
        if end == at and not self.signs.case and at < len(items) and self._may_end(items[at]):
            end += 1
        if end == at:
            return None
        if items[end - 1].is_type("adj", "people") and end < len(items) and items[end].text[0].isalpha():
            return None, end + 1
        written = self.sentence.text[items[at].start : items[end - 1].end]
        if end - at == 1:
            name = self._place(items[at])
        else:
            unit = place_named(written)
            name = unit.name if unit else None
        return (name or (written if self.signs.capitals_tell else None)), end

    def _may_end(self, item: Item) -> bool:
        """Whether an item can be an end of a route where no capital tells names."""
        closed = item.text in self.words.prepositions or item.text in self.words.determiners
        return item.text[0].isalpha() and not closed and not item.is_type("group", "role", "own")

    def _joined(self, hit: CueHit) -> tuple[str, ...]:
        """The places that a verb of joining names in its clause."""
        sentence = self.sentence
        verb = next((p for p in sentence.phrases if p.label == "route" and p.start >= hit.end), None)
        if verb is None:
            return ()
        clause = sentence.clauses.of[sentence.item_at(verb.start)]
        final = sentence.lexicon.properties.verb_final
        places = [
            self._place(item)
            for at, item in enumerate(self.items)
            if sentence.clauses.of[at] == clause and at >= hit.last and (final or item.start > verb.start)
        ]
        found = tuple(dict.fromkeys(p for p in places if p))
        return found if len(found) > 1 else ()
