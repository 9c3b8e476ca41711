"""Delegations that somebody leads, and titles behind a name where all titles stand before it."""

from __future__ import annotations

from communique.lexicon.lexicon import Lexicon
from communique.mentions.items import Item
from communique.mentions.refs import Ref

_BACK = 14
"""Items between the noun of a delegation and the word before who leads it."""
_HEADING = 3
"""Words of a verb of leading."""
_LED = 2
"""Items that a delegation and the participle of leading are before `by`."""
_LOWEST = 99
_ENDS = frozenset({".", ";", ":"})
_CLOSERS = frozenset({",", ".", ";", ")", "("})


class DelegationReader:
    """Joins what is told of a person behind the name; stateless between sentences."""

    def __init__(self, lexicon: Lexicon) -> None:
        grammar = lexicon.grammar
        self.active = lexicon.properties.titles_stack
        self.agents = lexicon.words.agents
        self.verbs = lexicon.verb_words
        self.perfect = lexicon.words.perfect
        self.heading = frozenset(grammar.heading_verbs)
        self.delegations = tuple(grammar.delegations)
        self.led_forms = frozenset(grammar.led_forms)
        self.ruled = frozenset(grammar.ruled_bodies)
        self.owners = lexicon.words.owners
        self.before_names = lexicon.words.determiners | lexicon.words.honorifics | {"."}
        self.ranks = {e.role: e.rank for e in reversed(lexicon.roles.role) if e.rank}

    def join(self, text: str, items: list[Item], refs: list[Ref]) -> list[Ref]:
        """The references with titles behind a name and led delegations made one with the person."""
        if self.led_forms and refs:
            return self._led_by(items, refs)
        if not self.active or not any(r.name for r in refs):
            return refs
        return self._leading(items, self._led(items, self._titled(text, items, refs)))

    def _titled(self, text: str, items: list[Item], refs: list[Ref]) -> list[Ref]:
        """`Đại tướng X, Bộ trưởng Bộ Quốc phòng Lào, …`: the titles that commas set behind the name."""
        out: list[Ref] = []
        joined = False
        for ref in refs:
            if out and self._apposed(items, out[-1], ref, joined):
                named, joined = out[-1], True
                named.states = named.states or ref.states
                named.organization = named.organization or ref.organization
                if self._rank(ref.role) < self._rank(named.role):
                    named.role, named.role_text = ref.role, ref.role_text or text[ref.start : ref.end]
                named.last, named.end = ref.last, ref.end
            else:
                out.append(ref)
                joined = False
        return out

    def _apposed(self, items: list[Item], named: Ref, title: Ref, joined: bool) -> bool:
        """`joined`: whether another title stands between; then a verb may follow this one."""
        if not named.name or not named.role or title.kind != "role" or title.name or title.counterpart:
            return False
        if title.plural or not self._between(items[named.last : title.first]):
            return False
        if title.states and named.states and not set(title.states) & set(named.states):
            return False
        told = bool(title.states)
        closed = joined or told or title.last >= len(items) or items[title.last].text in _CLOSERS
        return closed or self._headed(items, title.last) > title.last

    def _between(self, between: list[Item]) -> bool:
        """A comma, or between two commas the words of a title that the pack does not know."""
        if not between or between[0].text != "," or between[-1].text != ",":
            return False
        inside = between[1:-1]
        plain = all(i.text[0].isalpha() and i.text not in self.verbs for i in inside)
        return not inside or (len(between) > _HEADING and inside[0].capital and plain)

    def _led(self, items: list[Item], refs: list[Ref]) -> list[Ref]:
        """`Đoàn đại biểu Lào do X dẫn đầu`: the delegation is who leads it."""
        out = list(refs)
        for ref in refs:
            at = ref.first - 1
            while ref.name and at > 0 and items[at].text in self.before_names:
                at -= 1
            if not ref.name or at < 0 or items[at].text not in self.agents:
                continue
            past = self._headed(items, ref.last)
            first = self._delegation(items, at)
            if past == ref.last or first is None:
                continue
            inside = [r for r in out if r is not ref and first <= r.first < past]
            owners = [s for r in inside if r.first < ref.first for s in r.states[:1]]
            ref.states = ref.states or tuple(owners[:1])
            ref.first, ref.start, ref.last, ref.end = first, items[first].start, past, items[past - 1].end
            out = [r for r in out if r not in inside]
        return out

    def _led_by(self, items: list[Item], refs: list[Ref]) -> list[Ref]:
        """`una delegación encabezada por X`, `el gobierno de X`: the body is who leads it."""
        out = refs
        for ref in refs:
            at = ref.first - 1
            while ref.name and at > 1 and items[at].text in self.before_names:
                at -= 1
            if not ref.name or at < 1:
                continue
            if items[at].text in self.owners and items[at - 1].text in self.ruled:
                ref.first, ref.start = at - 1, items[at - 1].start
            if at < _LED or items[at].text not in self.agents:
                continue
            first = self._delegation(items, at) if items[at - 1].text in self.led_forms else None
            if first is None:
                continue
            inside = [r for r in out if first <= r.first < ref.first]
            if any(r.name for r in inside):
                continue
            ref.states = ref.states or next((r.states[:1] for r in inside if r.states), ())
            ref.first, ref.start = first, items[first].start
            out = [r for r in out if r not in inside]
        return out

    def _leading(self, items: list[Item], refs: list[Ref]) -> list[Ref]:
        """`X dẫn đầu Đoàn đại biểu Lào thăm …`: who leads a delegation acts with it."""
        out = list(refs)
        for ref in refs:
            start = ref.last
            while ref.name and start < len(items) and items[start].text in self.perfect:
                start += 1
            at = self._headed(items, start) if ref.name else start
            if at == start or at >= len(items) or not items[at].text.startswith(self.delegations):
                continue
            last = at + 1
            for k in range(at + 1, min(len(items), at + _BACK)):
                if items[k].text in self.verbs or items[k].text in _ENDS:
                    break
                last = k + 1 if items[k].term is not None else last
            out = [r for r in out if r is ref or not at <= r.first < last]
            ref.last, ref.end = last, items[last - 1].end
        return out

    def _headed(self, items: list[Item], at: int) -> int:
        """Past a verb of leading that stands at item `at`, else `at`."""
        start = at + 1 if at < len(items) and items[at].text == "," else at
        for end in range(min(len(items), start + _HEADING), start, -1):
            if " ".join(i.text for i in items[start:end]) in self.heading:
                return end
        return at

    def _delegation(self, items: list[Item], end: int) -> int | None:
        """Where the noun of a delegation stands before item `end`."""
        for at in range(end - 1, max(-1, end - _BACK), -1):
            if items[at].text.startswith(self.delegations):
                return at
            if items[at].text in _ENDS:
                return None
        return None

    def _rank(self, role: str | None) -> int:
        """The protocol rank of a role, 1 the highest."""
        return self.ranks.get(role or "", _LOWEST)
