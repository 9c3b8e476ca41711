"""Names that share a plural title: `Presidents X and Y`, `Foreign Ministers X of A and Y of B`."""

from __future__ import annotations

from communique.lexicon.lexicon import Lexicon
from communique.mentions.items import Item
from communique.mentions.names import NameReader
from communique.mentions.refs import Ref
from communique.mentions.titles import TitleReader, code_of

_FULL = 2
"""Words of a full name."""


class SharedTitles:
    """Tells plural titles and reads the names behind them, in one language."""

    def __init__(self, lexicon: Lexicon, names: NameReader, titles: TitleReader) -> None:
        self.words = lexicon.words
        self.names = names
        self.titles = titles
        self.links = frozenset(lexicon.roles.of)
        self.marks = frozenset((",", ";", *lexicon.words.coordinators))
        self.behalf = lexicon.words.agents if lexicon.properties.adjectives_follow else frozenset[str]()
        """What stands between a name and the state it is for (`los cancilleres X por Chile y Y por Perú`)."""
        self.cased = bool(lexicon.properties.noun_cases)
        self.active = lexicon.properties.adjectives_follow
        self.owners = ("adj",) * self.active + ("state", "org") * lexicon.properties.state_follows
        """What may tell the state of a name behind a plural title, right before that name."""
        bare = lexicon.properties.verb_first and lexicon.properties.state_follows
        self.of = (" ",) if bare else tuple(f" {word} " for word in lexicon.roles.of)
        self.of_one = frozenset(lexicon.grammar.genitive_determiners).difference(lexicon.grammar.relatives)
        """Articles of one in the genitive, whose noun may end as plurals do (`des Kremlchefs`)."""
        self.plurals = tuple(lexicon.grammar.plural_titles)
        self.singulars = tuple(lexicon.grammar.singular_titles)
        told = [entry.partition(" *") for entry in lexicon.grammar.plural_determiners]
        self.determiners = frozenset(word for word, _, ending in told if not ending)
        self.endings = _by_word(told)
        self.owned = _by_word([entry.partition(" *") for entry in lexicon.grammar.plural_genitives])

    def is_plural(self, items: list[Item], ref: Ref) -> bool:
        """Whether a title is of several: by its own ending, or by the determiner before it."""
        stem = ref.head
        for word in self.of:
            stem = stem.split(word, 1)[0]
        if self.cased:
            stem = stem.split(" ", 1)[0]
        before = items[ref.first - 1].text if ref.first else ""
        if before in self.of_one:
            return False
        if stem.endswith(self.plurals):
            return True
        if stem.endswith(self.singulars):
            return False
        if before in self.determiners or stem.endswith(self.endings.get(before, ())):
            return True
        return ref.first > 1 and items[ref.first - 2].capital and stem.endswith(self.owned.get(before, ()))

    def behind(self, text: str, items: list[Item], head: Ref, strict: bool) -> list[Ref]:
        """`Presidents X and Y`, `Foreign Ministers X of A and Y of B`: names that share a plural title."""
        if self.active and (others := self._offices(text, items, head, strict)):
            return others
        out = self._joined(text, items, head, strict) if self.is_plural(items, head) else []
        if len(head.states) == len(out) + 1 and not any(ref.states for ref in out):
            _deal([head, *out], head.states)
        elif self.active and len(head.states) == 1 and not any(ref.states for ref in out):
            self._of_one_state(items, head, out)
        return out

    def fellow(self, text: str, items: list[Item], head: Ref, strict: bool) -> list[Ref]:
        """`Prime Minister X and Y Z of Kenya`: a full name without a title, joined to one with it."""
        at = head.last
        if at >= len(items) or items[at].text not in self.words.coordinators or self.cased:
            return []
        run = self.names.forward(items, at + 1, strict)
        if run is None or run[0] != at + 1 or run[1] - run[0] < _FULL or run[1] + 1 >= len(items):
            return []
        if items[run[1]].text not in self.links or not items[run[1] + 1].is_type("state"):
            return []
        ref = Ref.over("person", items, *run)
        self.names.give(text, ref, items, run)
        ref.last = self.names.state_behind(items, run[1], ref)
        ref.end = items[ref.last - 1].end
        return [ref] if ref.states else []

    def _of_one_state(self, items: list[Item], head: Ref, others: list[Ref]) -> None:
        """`los ministros chilenos X y Y`: the state that a plural title names before all names is that of all."""
        title = [i for i in items[head.first : head.last] if i.end <= head.name_start]
        if head.name_start and any(i.is_type("state", "adj", "org") for i in title):
            for ref in others:
                ref.states = head.states

    def counterparts(self, text: str, items: list[Item], head: Ref, strict: bool) -> list[Ref]:
        """`mit seinen peruanischen und ghanaischen Kollegen X und Y`: as many names as there are states."""
        others = self._joined(text, items, head, strict)
        named = [head, *others]
        if len(named) != len(head.states) or any(ref.states for ref in others):
            return []
        _deal(named, head.states)
        for ref in named:
            ref.counterpart = True
        return named

    def _joined(self, text: str, items: list[Item], head: Ref, strict: bool) -> list[Ref]:
        """The names that a coordinator joins to the one of a title, each with the title's role."""
        out: list[Ref] = []
        at, joined = self._on_behalf(items, head.last, head), False
        while at < len(items) and items[at].text in self.marks:
            joined = items[at].text in self.words.coordinators
            at += 1
            while at < len(items) and (
                items[at].text in self.words.determiners or items[at].text in self.words.coordinators
            ):
                joined, at = True, at + 1
            own = items[at].term if at < len(items) and items[at].is_type(*self.owners) else None
            run = self.names.forward(items, at + 1 if own else at, strict)
            if run is None:
                break
            ref = Ref.over("person", items, at if own else run[0], run[1])
            ref.states = (own.value,) if own else ()
            ref.role, ref.role_text, ref.head = head.role, head.role_text, head.head
            ref.case = _case(items, head)
            self.names.give(text, ref, items, run)
            ref.last = self._on_behalf(items, self.names.state_behind(items, run[1], ref), ref)
            ref.end = items[ref.last - 1].end
            out.append(ref)
            at = ref.last
            if joined:
                break
        if not out or not (joined or all(ref.states for ref in out)):
            return []
        self._share_states(items, [head, *out])
        return out

    def _on_behalf(self, items: list[Item], at: int, ref: Ref) -> int:
        """Past `por Chile` behind the name of one of several, whose state it is; `at` where there is none."""
        if ref.states or at + 1 >= len(items) or items[at].text not in self.behalf:
            return at
        here = at + 2 if items[at + 1].text in self.words.determiners else at + 1
        if here >= len(items) or not items[here].is_type("state", "org"):
            return at
        ref.states = (code_of(items[here]),)
        return here + 1

    def _share_states(self, items: list[Item], named: list[Ref]) -> None:
        """`los reyes X y Y de Z`: the state behind the last name is that of all, as many states one of each."""
        last = named[-1]
        states = last.states
        if not self.active or len(states) != 1 or any(ref.states for ref in named[:-1]):
            return
        end = self.titles.more_states(items, last.last, last)
        if len(last.states) == len(named):
            states, last.last, last.end = last.states, end, items[end - 1].end
        elif len(last.states) > 1:
            last.states, last.plural = states, False
            return
        last.plural = False
        for at, ref in enumerate(named):
            ref.states = (states[at],) if len(states) > 1 else states

    def _offices(self, text: str, items: list[Item], head: Ref, strict: bool) -> list[Ref]:
        """`los ministros de Economía, X, y de Hacienda, Y`, `el presidente de Chile, X, y el de Perú, Y`."""
        out: list[Ref] = []
        at, plural = head.last, self.is_plural(items, head)
        while at < len(items) and (items[at].text in (",", ";") or items[at].text in self.words.coordinators):
            first = at
            while first < len(items) and (
                items[first].text in (",", ";") or items[first].text in self.words.coordinators
            ):
                first += 1
            pointed = first < len(items) and items[first].text in self.words.determiners
            if pointed and items[first].text not in self.links:
                first += 1
            ref = self._office(text, items, first, head, strict) if plural or pointed else None
            if ref is None:
                break
            out.append(ref)
            at = ref.last
        return out

    def _office(self, text: str, items: list[Item], at: int, head: Ref, strict: bool) -> Ref | None:
        """Another office of the title at item `at` (`de Hacienda, Y`, `Brasil, Y`), with the name behind it."""
        if at >= len(items):
            return None
        linked = items[at].text in self.links
        if not linked and not (items[at].is_type("state", "org") and head.states):
            return None
        ref = Ref.over("person", items, at, at + 1)
        end = self.titles.target(text, items, at + 1 if linked else at, ref)
        if end is None or end >= len(items):
            return None
        run = self.names.forward(items, end + 1 if items[end].text in (",", "(") else end, strict)
        if run is None:
            return None
        stem = head.head
        for word in self.of:
            stem = stem.split(word, 1)[0]
        ref.role, ref.head = head.role, stem
        ref.role_text = f"{stem} {text[items[at].start : items[end - 1].end]}"
        if not ref.states and head.states and not ref.organization:
            ref.states = head.states
        self.names.give(text, ref, items, run)
        ref.last = self.names.state_behind(items, run[1], ref)
        ref.end = items[ref.last - 1].end
        return ref

    def of_group(self, text: str, items: list[Item], group: Ref, strict: bool) -> list[Ref]:
        """`the foreign ministers of A and B, X and Y`: as many names behind a group of an office as it has states."""
        title = items[group.first]
        head = Ref.over("role", items, group.first, group.last)
        head.role, head.head = group.office, title.text.partition(" ")[2]
        head.role_text = text[title.start : title.end].partition(" ")[2]
        return _dealt(self._joined(text, items, head, strict), group)

    def distributed(self, text: str, items: list[Item], head: Ref, strict: bool) -> list[Ref]:
        """`les ministres français et kényan, X et Y`: as many names behind a plural title as it has states."""
        return _dealt(self.behind(text, items, head, strict), head)


def _by_word(told: list[tuple[str, str, str]]) -> dict[str, tuple[str, ...]]:
    """By determiner, the endings of titles that it makes plural."""
    return {w: tuple(e for v, _, e in told if v == w and e) for w, _, _ in told}


def _dealt(named: list[Ref], head: Ref) -> list[Ref]:
    """The names behind a title of several states, each with its own; none where their numbers differ."""
    if len(named) != len(head.states) or any(ref.states for ref in named):
        return []
    _deal(named, head.states)
    named[0].first, named[0].start = head.first, head.start
    return named


def _deal(named: list[Ref], states: tuple[str, ...]) -> None:
    """Give each of several persons the state in the same place."""
    for ref, state in zip(named, states, strict=True):
        ref.states, ref.plural = (state,), False


def _case(items: list[Item], head: Ref) -> str:
    """The first case that the title of a reference may be in; none where the words have no cases."""
    title = next((i.term for i in items[head.first : head.last] if i.is_type("role")), None)
    return title.cases.split()[0] if title is not None and title.cases else ""
