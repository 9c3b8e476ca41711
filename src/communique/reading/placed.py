"""The places that a sentence names."""

from __future__ import annotations

from communique.kinds.record import Place
from communique.lexicon.cases import LOCATIVE, may_be
from communique.mentions.items import Item
from communique.reading.timed import Timed
from communique.world.cities import find_city
from communique.world.places import place_named
from communique.world.states import STATES
from communique.world.subdivisions import find_subdivision

_PAIR = 2
"""Characters of the shortest names, which common words may have too."""
_TOWN = 6
"""The most characters of a town's name where nothing parts words."""


class Placed(Timed):
    """Where what a sentence tells takes place."""

    def place_after(self, first: int, reach: int = 6, sited: bool = False) -> Place | None:
        """The place that a preposition of place governs within `reach` items behind item `first`.

        `sited`: only prepositions of where something is.
        """
        preps = self.lexicon.sites if sited else self.words.place_preps
        apart = self.lexicon.properties.verb_first
        titled = {i for r in self.refs if apart and r.role for i in range(r.first, r.last)}
        for i in range(first, min(len(self.items) - 1, first + reach)):
            if self.items[i].text in (";", ":"):
                break
            if i in titled:
                continue
            if self.items[i].text in preps and not self._of_matter(i):
                place = self._place(i + 1)
                if place:
                    return place
        return None

    def _of_matter(self, at: int) -> bool:
        """`the situation in Togo`: whether a preposition ties a place to what is only talked about."""
        return at > 0 and self.items[at - 1].text in self.lexicon.matters

    def place_in_sentence(self) -> Place | None:
        """The place after a preposition of place: where something is first, a town before a state.

        What a noun holds counts last.
        """
        places: list[tuple[bool, bool, Place]] = []
        titled = {i for r in self.refs if r.name or r.role for i in range(r.first, r.last)}
        for at in range(len(self.items) - 1):
            if (
                self.items[at].text in self.words.place_preps
                and at not in titled
                and self._still(at + 1)
                and not self._signed_at(at)
                and not self._of_matter(at)
            ):
                place = self._place(at + 1)
                if place:
                    places.append((self.items[at].text in self.lexicon.sites, self._tied(at), place))
        towns = [(sited, tied, p) for sited, tied, p in places if p.name]
        for sited, tied in ((True, False), (True, True)):
            found = next((p for s, t, p in towns if (s, t) == (sited, tied)), None)
            if found:
                return found
        states = [p for sited, tied, p in places if sited and not tied]
        return next(iter([*states, *(p for _, _, p in towns)]), None) or self._headed_for(titled)

    def _signed_at(self, at: int) -> bool:
        """`الاتفاق الموقع في بكين`: whether a place is where an agreement that is only told of was signed."""
        article = self.lexicon.properties.article
        if not article or not at or not self.items[at - 1].text.startswith(article):
            return False
        return any(h.last == at and h.form == "part" for h in self.cues.get("agreement", ()))

    def _still(self, at: int) -> bool:
        """Whether a name's case is that of where something is, not of where somebody goes."""
        term = self.items[at].term
        return term is None or may_be(term.cases, LOCATIVE)

    def _headed_for(self, titled: set[int]) -> Place | None:
        """The state that somebody goes to (`will fly to X for talks`), not that of a title."""
        if self.lexicon.properties.noun_cases:
            return None
        if self.lexicon.properties.verb_first and not self.cues.get("visit"):
            return None  # `انتقلت الرئاسة من موريتانيا إلى اليمن`: nobody travels
        ways = self.lexicon.ways
        for at in range(1, len(self.items) - 1):
            if at in titled or self.items[at].text not in ways:
                continue
            if self.items[at + 1].is_type("state") and self._goes(at - 1):
                return self._place(at + 1)
        return None

    def _goes(self, at: int) -> bool:
        """Whether the item at `at` is a verb or the noun of a visit, not what is given (`its assistance to X`)."""
        item = self.items[at]
        if self.lexicon.properties.adjectives_follow or item.start in self.verb_starts:
            return True
        return any(hit.end == item.end and hit.term.value == "visit" for hit in self.draft.cues)

    def _tied(self, at: int) -> bool:
        """Whether a preposition ties its place to the noun before it (`die Lage in X`), not to the event."""
        before = self.items[at - 1] if at else None
        if self.lexicon.properties.noun_cases:
            noun = before is not None and before.term is None and not before.capital
            noun = noun and before is not None and before.text[0].isalpha()
            return noun and before is not None and before.start not in self.verb_starts | self.cue_starts
        if self.lexicon.properties.adjectives_follow:
            noun = before is not None and self._plain_noun(before)
            further = self.items[at - 2] if at > 1 else None
            return noun and not (
                further and (further.start in self.cue_starts or self._timed(further, before))
            )
        return (
            self.lexicon.properties.nouns_capitalised
            and before is not None
            and before.capital
            and before.term is None
            and before.start not in self.cue_starts
            and not any(r.first < at <= r.last for r in self.refs)
        )

    def _timed(self, first: Item, last: Item | None) -> bool:
        """Whether two items are a time of day (`lundi soir`, `hier matin`, `esta tarde`)."""
        told = self.lexicon.numbers.relative_days
        both = f"{first.text} {last.text if last else ''}"
        return first.text in self.lexicon.day_names or first.text in told or both in told

    def _plain_noun(self, item: Item) -> bool:
        """Whether an item is a common word that is no verb, cue, adverb or word of time."""
        text = item.text
        if item.term is not None or item.capital or not text.isalpha():
            return False
        known = self.words.adverbs | self.words.prepositions | self.lexicon.time_words
        if text in known or item.end in self.cue_ends:
            return False
        return item.start not in self.verb_starts | self.cue_starts

    def place_at(self, at: int) -> Place | None:
        """The place that the item at `at` names."""
        return self._place(at)

    def _place(self, at: int) -> Place | None:
        items, told = self.items, None
        while at < len(items) and (
            items[at].text in self.words.determiners
            or items[at].text in self.words.oblique_determiners
            or items[at].is_type("adj", "land")
            or (items[at].is_type("people") and at + 1 < len(items) and items[at + 1].is_type("land"))
        ):
            told = items[at].term if items[at].is_type("adj", "people") else told
            at += 1
        if told is not None and items[at - 1].is_type("land"):
            linked = at < len(items) and items[at].text in self.lexicon.grammar.work_links
            if linked and self._town(at + 1) and (place := self._place(at + 1)):
                return place
            if not self._town(at):
                seat = items[at - 1].text in self.lexicon.grammar.capital_nouns
                return Place(STATES[told.value].capital if seat else None, told.value)
        if at >= len(items):
            return None
        item = items[at]
        if self._names_a_house(at + 1):
            return None
        if item.is_type("capital"):
            assert item.term is not None
            if at + 1 < len(items) and items[at + 1].text == "'s":
                return None
            return Place(STATES[item.term.value].capital, item.term.value)
        if item.is_type("state"):
            assert item.term is not None
            owner = item.term.possessive or not self.lexicon.properties.nouns_capitalised
            titled = at + 1 < len(items) and items[at + 1].is_type("role") and owner
            if titled or (at + 1 < len(items) and items[at + 1].text == "'s"):
                return None
            town = None if self.lexicon.properties.word_boundary else self._town_of(at + 1, item.term.value)
            return town or Place(None, item.term.value)
        if item.term is None and item.capital:
            behind = items[at + 1] if at + 1 < len(items) else None
            if behind is not None and behind.is_type("state") and behind.term and behind.term.possessive:
                return self._named_place(at) or Place(None, behind.term.value)
            whole = None if self.lexicon.properties.word_boundary else self._unparted_town(at)
            return whole or self._named_place(at)
        return None if self.lexicon.properties.word_boundary else self._unparted_town(at)

    def _town_of(self, at: int, state: str) -> Place | None:
        """The town right behind its state, where nothing parts words (`在瑞士日内瓦`)."""
        while at < len(self.items) and self.items[at].is_type("land"):
            at += 1
        if at >= len(self.items):
            return None
        term = self.items[at].term
        if self.items[at].is_type("capital") and term is not None:
            return Place(STATES[state].capital, state) if term.value == state else None
        town = self._unparted_town(at)
        return town if town is not None and town.country == state else None

    def _unparted_town(self, at: int) -> Place | None:
        """The town whose name begins at an item and ends with one, where nothing parts words."""
        ends = {i.end for i in self.items[at : at + _TOWN] if i.term is None or i.is_type("land")}
        start = self.items[at].start
        for end in sorted(ends, reverse=True):
            if end - start > _PAIR and (units := find_subdivision(self.text[start:end])):
                return Place(units[0].name, units[0].country)
            if 1 < end - start <= _TOWN and (city := find_city(self.text[start:end])):
                return Place(city.name, city.country)
        return None

    def _town(self, at: int) -> bool:
        """Whether a name stands at an item, as behind the noun of a town."""
        return at < len(self.items) and self.items[at].capital

    def _named_place(self, at: int) -> Place | None:
        """The town or unit whose name begins at an item, in the state that is named behind its comma."""
        found = self._known_place(at)
        end = self._name_end(at)
        items = self.items
        if found is None or end + 1 >= len(items) or items[end].text != ",":
            return found
        term = items[end + 1].term if items[end + 1].is_type("state") else None
        if term is None or term.possessive or term.value == found.country or term.value not in STATES:
            return found
        return Place(" ".join(self.text[items[at].start : items[end - 1].end].split()), term.value)

    def _name_end(self, at: int) -> int:
        """Past the capitalised words of a place's name, and the small words inside of it."""
        items, end = self.items, at
        while end < len(items) and items[end].term is None:
            inside = items[end].text in self.words.particles and end > at
            if not (items[end].capital and items[end].text[0].isalpha()) and not inside:
                break
            end += 1
        return end

    def _known_place(self, at: int) -> Place | None:
        items = self.items
        if at + 2 < len(items) and items[at + 1].text == "." and items[at].text in self.words.particles:
            city = find_city(self.text[items[at].start : items[at + 2].end], tuple(self.discourse.counts))
            return Place(city.name, city.country) if city else None
        middle = items[at + 1 : at + 3]
        if len(middle) == 2 and middle[1].capital and middle[0].text in self.words.particles:
            # `Rio de Janeiro`: a small word inside of a name.
            city = find_city(self.text[items[at].start : middle[1].end], tuple(self.discourse.counts))
            if city:
                return Place(city.name, city.country)
        for size in (3, 2, 1):
            run = items[at : at + size]
            if len(run) == size and all(i.term is None and i.capital for i in run):
                if self._name_goes_on(at + size) or self._names_a_house(at + size):
                    continue
                if size == 1 and run[0].text in self.words.not_names:
                    continue
                for text in self._called(self.text[run[0].start : run[-1].end]):
                    city = find_city(text, tuple(self.discourse.counts))
                    unit = place_named(text)
                    if city and not (unit and unit.name == text != city.name):
                        return Place(city.name, city.country)
                    if unit:
                        return Place(unit.name, unit.country)
        return None

    def _name_goes_on(self, at: int) -> bool:
        """Whether a word of the same name stands at item `at` (`Palacio` in `Palacio Nacional` is no town)."""
        if self.lexicon.properties.nouns_capitalised or at >= len(self.items):
            return False
        item = self.items[at]
        return (
            item.term is None
            and item.capital
            and item.text[0].isalpha()
            and item.text not in self.words.not_names
        )

    def _names_a_house(self, at: int) -> bool:
        """Whether the noun of a building at item `at` makes its name of the town's before it."""
        if at >= len(self.items) or not self.items[at].capital:
            return False
        return self.items[at].text in self.lexicon.grammar.building_nouns

    def _called(self, name: str) -> list[str]:
        """A place's name as it is written, and what it may be in the nominative."""
        rules = [rule.partition(">")[::2] for rule in self.lexicon.properties.place_nominatives]
        return [name, *(name.removesuffix(end) + call for end, call in rules if name.endswith(end))]
