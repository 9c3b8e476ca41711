"""Two titles and then two names, each of the title in its place: `the president of A and his counterpart, X and Y`."""

from __future__ import annotations

from communique.lexicon.lexicon import Lexicon
from communique.mentions.items import Item
from communique.mentions.names import NameReader
from communique.mentions.refs import Ref


class RespectiveNames:
    """Gives the names behind two joined titles to both; stateless between sentences."""

    def __init__(self, lexicon: Lexicon, names: NameReader) -> None:
        self.names = names
        self.coordinators = lexicon.words.coordinators
        self.leads = lexicon.words.determiners | lexicon.words.possessives
        self.honorifics = lexicon.words.honorifics
        self.active = lexicon.properties.case

    def share(self, text: str, items: list[Item], before: Ref, ref: Ref, strict: bool) -> None:
        """Where `ref` took the first of two names behind a comma, give that to `before` and it the second."""
        if not self.active or before.kind != "role" or before.name or not ref.name or before.plural:
            return
        first = self._behind_comma(items, ref)
        if first is None or not self._joined(items, before, ref):
            return
        if ref.last + 1 >= len(items) or items[ref.last].text not in self.coordinators:
            return
        run = self.names.forward(items, ref.last + 1, strict)
        if run is None or self._titled(items, ref.last + 1, run[1]):
            return
        self.names.give(text, before, items, (first, ref.last))
        self.names.give(text, ref, items, run)
        ref.last, ref.end = run[1], items[run[1] - 1].end

    def _behind_comma(self, items: list[Item], ref: Ref) -> int | None:
        """The item that a name begins with behind the comma of its title; None where no comma stands there."""
        first = next((at for at in range(ref.first, ref.last) if items[at].start == ref.name_start), None)
        if first is None:
            return None
        at = first - 1
        while at > ref.first and items[at].text in self.honorifics:
            at -= 1
        return first if at > ref.first and items[at].text == "," else None

    def _joined(self, items: list[Item], before: Ref, ref: Ref) -> bool:
        """Whether a coordinator, with no more than an article behind it, joins two titles."""
        between = [item.text for item in items[before.last : ref.first]]
        return bool(between) and between[0] in self.coordinators and all(t in self.leads for t in between[1:])

    def _titled(self, items: list[Item], first: int, last: int) -> bool:
        """Whether somebody's own title stands before the second name or right behind its comma."""
        if any(item.is_type("role", "counterpart") for item in items[first:last]):
            return True
        behind = items[last : last + 3]
        return bool(behind) and behind[0].text == "," and any(i.is_type("role") for i in behind[1:])
