"""Later mentions of a person by surname or part of the name."""

from __future__ import annotations

from communique.lexicon.lexicon import Lexicon
from communique.mentions.items import Item
from communique.mentions.person import plain
from communique.mentions.refs import Ref
from communique.reading.draft import Draft
from communique.reading.register import Register


class _Names(dict[str, "str | None"]):
    """By word of the text, the word of a known name that it is a form of, if any; looked up when first met."""

    def __init__(self, register: Register, genitives: tuple[str, ...]) -> None:
        super().__init__()
        self.register = register
        self.genitives = genitives

    def __missing__(self, text: str) -> str | None:
        word, alias = self.register.forms.known(plain(text)), self.register.alias
        bare = (word.removesuffix(ending) for ending in self.genitives if word.endswith(ending))
        name = self[text] = word if word in alias else next((stem for stem in bare if stem in alias), None)
        return name


class Aliases:
    """Finds the names of a document's register that stand without a title, once all are entered."""

    def __init__(self, register: Register, lexicon: Lexicon) -> None:
        self.register = register
        self.lexicon = lexicon
        self.names = _Names(register, tuple(lexicon.properties.genitive_endings))

    def add(self, draft: Draft) -> None:
        """Add the references of a sentence that are such names."""
        if not self.register.alias:
            return
        items, lexicon = draft.items, self.lexicon
        cased, not_names, names = lexicon.properties.case, lexicon.words.not_names, self.names
        named = {
            at
            for at, item in enumerate(items)
            if (item.capital or not cased)
            and item.term is None
            and (item.text not in not_names or _called(items, at, lexicon))
            and names[item.text] is not None
        }
        surnames = self._surnames(items) if lexicon.caseless else frozenset[int]()
        if not named and not surnames:
            return
        draft.refs = [r for r in draft.refs if r.first not in surnames or not r.weak]
        free = named.union(surnames).difference(*(range(r.first, r.last) for r in draft.refs))
        found = self._found(items, free)
        if found:
            draft.refs = sorted([*draft.refs, *found], key=lambda r: (r.first, r.last))

    def _found(self, items: list[Item], free: set[int]) -> list[Ref]:
        """References made of the words of names at these items, which no other reference holds."""
        governed, words = self.lexicon.properties.adjectives_follow, self.lexicon.words
        found: list[Ref] = []
        at = 0
        for first in sorted(free):
            if first < at:
                continue
            at = last = first + 1
            while last in free:
                last += 1
            lone = last == first + 1 and items[first].text in words.particles
            ref = None if lone else self._reference(items, first, last)
            if ref:
                if ref.first and all(i.text in words.particles for i in items[: ref.first]):
                    ref.first, ref.start = 0, items[0].start
                if governed and ref.first and items[ref.first - 1].text in words.prepositions:
                    ref.prep = items[ref.first - 1].text
                found.append(ref)
                at = ref.last
        return found

    def _surnames(self, items: list[Item]) -> frozenset[int]:
        """Adjectives of states that are a person's name: right behind a verb or an honorific, not a noun."""
        return frozenset(
            at
            for at, item in enumerate(items)
            if at
            and item.is_type("adj")
            and plain(item.text) in self.register.alias
            and self._leads(items[at - 1].text)
        )

    def _leads(self, text: str) -> bool:
        return text in self.lexicon.finite or text in self.lexicon.words.honorifics

    def _reference(self, items: list[Item], first: int, last: int) -> Ref | None:
        """The person whom the first items of a range name, as many of them as name one."""
        words = [w for i in items[first:last] if (w := self.names[i.text])]
        while words:
            person = self.register.by_name(words)
            if person:
                end = first + len(words)
                ref = Ref("person", items[first].start, items[end - 1].end, first, end)
                ref.person = person
                ref.name = person.name
                possessive = self.register.forms.known(plain(items[end - 1].text)) != words[-1] or (
                    end < len(items) and items[end].text == "'s"
                )
                ref.weak = possessive
                return ref
            words = words[:-1]
        return None


def _called(items: list[Item], at: int, lexicon: Lexicon) -> bool:
    """`ông Cho`, `Vương Nghị`: a word of the language behind one of address or in a name, syllables apart."""
    if not lexicon.properties.syllables_apart or not at:
        return False
    before = items[at - 1]
    return before.text in lexicon.words.honorifics or (before.capital and before.term is None)
