"""Organs of organisations told of by their noun alone: `the Ministerial Council`, `the PSC`, `the ministers`, `they`.

An organ is known once it was named with its organisation (`the GCC Ministerial Council`, `the Peace and Security
Council (PSC) of the African Union`), and who decides for one once they were (`the leaders of ECOWAS`). From there on
its noun, its short form and their title mean the organisation, and so does `they` behind a sentence about it.
"""

from __future__ import annotations

from typing import NamedTuple

from communique.lexicon.lexicon import Lexicon
from communique.mentions.items import Item
from communique.mentions.refs import Ref
from communique.reading.draft import Draft
from communique.reading.finders import Finders
from communique.reading.standing import heads_line
from communique.world.organisations import ORGANISATIONS

_REACH = 6
"""Items between an organ's noun and the name of its organisation, at most."""
_SHORT = 2
"""Capitals of a short form, at least."""


class _Organ(NamedTuple):
    """An organ as it was named: its organisation and the words before its noun."""

    code: str
    words: frozenset[str]


def add_organs(text: str, drafts: list[Draft], tools: Finders) -> None:
    """Add the references to organs of organisations that the text has named before."""
    lexicon = tools.lexicon
    if not lexicon.grammar.organ_nouns:
        return
    if not any(_league(ref) for draft in drafts for ref in draft.refs):
        return
    organs = _Organs(text, tools)
    before: Draft | None = None
    for draft in drafts:
        if before is not None and before.segment.article != draft.segment.article:
            organs.forget()
        organs.read(draft, before)
        before = draft


class _Organs:
    """What is known of organs and their members up to a sentence."""

    def __init__(self, text: str, tools: Finders) -> None:
        self.text = text
        self.lexicon = tools.lexicon
        self.words = tools.lexicon.words
        self.government = tools.actors.government
        self.nouns = frozenset(tools.lexicon.grammar.organ_nouns)
        self.members = frozenset(tools.lexicon.grammar.organ_members)
        self.bodies = frozenset(tools.lexicon.grammar.world_bodies)
        self.organs: dict[str, list[_Organ]] = {}
        self.short: dict[str, str] = {}
        self.deciding: str | None = None

    def forget(self) -> None:
        """Another article begins: its organs are its own."""
        self.organs, self.short, self.deciding = {}, {}, None

    def read(self, draft: Draft, before: Draft | None) -> None:
        """Add the references of a sentence, and keep what it names."""
        if self.organs or self.short:
            self._add(draft)
        if self.deciding:
            self._decide(draft, self.deciding)
        self._take_they(draft, before)
        for ref in draft.refs:
            code = _league(ref)
            if code:
                self._note(draft.items, ref, code)
        if self.deciding and len({r.states for r in draft.refs if r.name and not _league(r)}) > 1:
            self.deciding = None

    def _note(self, items: list[Item], ref: Ref, code: str) -> None:
        """Keep the organ that an organisation is named with, within its name, behind or before it."""
        inside, head = items[ref.last - 1].text.split(" "), items[ref.first].text.split(" ")
        if inside[-1] in self.nouns:
            self._keep(code, inside[-1], inside[:-1])
        elif head[-1] in self.nouns:
            self._keep(code, head[-1], [*self._words_before(items, ref.first), *head[:-1]])
        else:
            self._behind(items, ref, code)
        at = self._before(items, ref, code)
        self._note_members(items, ref, code, at)

    def _note_members(self, items: list[Item], ref: Ref, code: str, organ: int | None) -> None:
        """`the leaders of ASEAN`, `ASEAN leaders`, `the Conference of Heads of Government of CARICOM`."""
        own = self.text[ref.start : ref.end].lower()
        near = [item.text for item in items[ref.last - 1 : ref.last + 1]]
        if ref.last + 1 < len(items) and items[ref.last].capital and items[ref.last + 1].capital:
            near.append(items[ref.last + 1].text)
        told = any(own.startswith(f"{phrase} ") for phrase in self.members)
        inside = organ is not None and any(i.text in self.members for i in items[organ : ref.first])
        if ref.plural or told or inside or not self.members.isdisjoint(near):
            self.deciding = code

    def _behind(self, items: list[Item], ref: Ref, code: str) -> None:
        """`GCC Ministerial Council`, `the ECOWAS Authority`."""
        words: list[str] = []
        for item in items[ref.last : ref.last + _REACH]:
            if item.text == "'s":
                continue
            if not item.capital and item.text not in self.words.coordinators:
                return
            parts = item.text.split(" ")
            if parts[-1] in self.nouns:
                self._keep(code, parts[-1], [*words, *parts[:-1]])
                return
            words.append(item.text)

    def _before(self, items: list[Item], ref: Ref, code: str) -> int | None:
        """`the Peace and Security Council (PSC) of the African Union`: where the noun of the organ stands."""
        at = ref.first - 1
        while at >= 0 and items[at].text in self.words.determiners:
            at -= 1
        if at < 0 or items[at].text not in self.words.owners:
            return None
        at -= 1
        short = None
        if at >= 2 and items[at].text == ")" and items[at - 2].text == "(":
            short, at = items[at - 1], at - 3
        for here in range(at, max(-1, at - _REACH), -1):
            parts = items[here].text.split(" ")
            if items[here].capital and parts[-1] in self.nouns:
                self._keep(code, parts[-1], [*self._words_before(items, here), *parts[:-1]])
                if short is not None and here == at and self._shortens(short):
                    self.short[short.text] = code
                return here
            if items[here].text not in self.words.owners and not items[here].capital and here != at:
                return None
        return None

    def _words_before(self, items: list[Item], noun: int) -> list[str]:
        """The words of an organ's name before its noun, coordinators between them too."""
        at = noun - 1
        while at >= 0 and (items[at].capital or items[at].text in self.words.coordinators):
            if items[at].text in self.words.determiners:
                break
            at -= 1
        return [item.text for item in items[at + 1 : noun]]

    def _shortens(self, item: Item) -> bool:
        written = self.text[item.start : item.end]
        return item.term is None and len(written) >= _SHORT and written.isupper()

    def _keep(self, code: str, noun: str, words: list[str]) -> None:
        """Take an organ as the one that its noun means from here on."""
        organ = _Organ(code, frozenset(words))
        known = self.organs.setdefault(noun, [])
        if organ in known:
            known.remove(organ)
        known.append(organ)

    def _add(self, draft: Draft) -> None:
        """References to organs whose organisation is not named beside them."""
        items = draft.items
        nouns = {t for t in draft.texts if t in self.short or t.rpartition(" ")[2] in self.nouns}
        if not nouns:
            return
        taken = {n for ref in draft.refs for n in range(ref.first, ref.last)}
        found = []
        for at, item in enumerate(items):
            if item.text in nouns and at not in taken and (code := self._meant(items, at, taken)):
                ref = Ref.over("org", items, at, at + 1)
                ref.states, ref.head = (code,), item.text
                self.government.note(items, ref)
                found.append(ref)
        if found:
            draft.refs = sorted([*draft.refs, *found], key=lambda r: r.first)

    def _meant(self, items: list[Item], at: int, taken: set[int]) -> str | None:
        """The organisation whose organ stands at an item, by the words before its noun."""
        if at + 1 < len(items) and items[at + 1].text in self.words.owners:
            return None
        *own, noun = items[at].text.split(" ")
        words = self._words_before(items, at)
        first = at - len(words)
        determined = first > 0 and items[first - 1].text in self.words.determiners
        if not determined and (first > 0 or not items[at].capital):
            return None
        if first > 0 and first - 1 in taken:
            return None
        if items[at].text in self.short:
            return self.short[items[at].text]
        if not words and not determined and at + 1 < len(items) and items[at + 1].capital:
            return None
        fits = [o for o in self.organs.get(noun, ()) if o.words.issuperset([*words, *own])]
        return fits[-1].code if fits else None

    def _decide(self, draft: Draft, code: str) -> None:
        """`the ministers urged`, `Heads of Government noted`: of the organisation whose members were told of."""
        for ref in draft.refs:
            if (
                ref.states
                or ref.count
                or ref.name
                or ref.counterpart
                or not (ref.plural or ref.kind == "group")
            ):
                continue
            if _undetermined(draft.items[ref.first : ref.last], self.lexicon) in self.members:
                ref.kind, ref.states, ref.role = "org", (code,), None
        if not self.members.isdisjoint(draft.texts):
            self._open_with_members(draft, code)

    def _open_with_members(self, draft: Draft, code: str) -> None:
        """`Leaders welcomed …`: the members at the head of a sentence or behind a mark, without an article."""
        items = draft.items
        taken = {n for ref in draft.refs for n in range(ref.first, ref.last)}
        found = []
        for at, item in enumerate(items):
            opens = not at or not items[at - 1].text[-1].isalnum()
            if at in taken or item.text not in self.members or not (item.capital and opens):
                continue
            behind = items[at + 1] if at + 1 < len(items) else None
            if behind is None or behind.capital or behind.text in self.words.owners or behind.text == "'s":
                continue
            ref = Ref.over("org", items, at, at + 1)
            ref.states, ref.head = (code,), item.text
            found.append(ref)
        if found:
            draft.refs = sorted([*draft.refs, *found], key=lambda r: r.first)

    def _take_they(self, draft: Draft, before: Draft | None) -> None:
        """`The Authority met … They condemned …`: a sentence about an organisation alone, and the one behind it."""
        if before is None or not draft.refs or draft.refs[0].kind != "group":
            return
        they = draft.refs[0]
        if they.head not in self.words.plural:
            return
        acting = [
            r for r in before.refs if not (r.prep or r.weak or r.objective or heads_line(before.items, r))
        ]
        code = _league(acting[0]) if acting else None
        joined = len(acting) > 1 and self._joined(before.items, acting[0], acting[1])
        if code and not joined and not any(r.prep in self.words.meeting_preps for r in before.refs):
            they.kind, they.states = "org", (code,)

    def _joined(self, items: list[Item], one: Ref, other: Ref) -> bool:
        """Whether another side acts with an organisation."""
        between = items[one.last : other.first]
        return one.states != other.states and all(
            i.text == "," or i.text in self.words.coordinators for i in between
        )


def _undetermined(items: list[Item], lexicon: Lexicon) -> str:
    words = " ".join(item.text for item in items).split(" ")
    return " ".join(words[1:] if words[0] in lexicon.words.determiners else words)


def _league(ref: Ref) -> str | None:
    """The organisation of states that a reference is to."""
    if len(ref.states) != 1 or ref.name:
        return None
    organisation = ORGANISATIONS.get(ref.states[0])
    return ref.states[0] if organisation is not None and organisation.type == "igo" else None
