"""State adjectives behind a noun or inside a title: `le ministre chinois`, `les armées indienne et pakistanaise`."""

from __future__ import annotations

from communique.lexicon.lexicon import Lexicon
from communique.lexicon.shape import RoleEntry
from communique.mentions.items import Item
from communique.mentions.refs import Ref


class FollowingAdjectives:
    """Reads the adjectives behind a noun, in languages where they stand there; stateless between sentences."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.active = lexicon.properties.adjectives_follow
        self.joints = lexicon.words.coordinators | {","}
        self.modifiers = frozenset(lexicon.roles.modifiers)
        self.within = bool(lexicon.properties.noun_cases)
        terms = lexicon.terms if self.active or self.within else []
        self.titles: dict[str, RoleEntry] = {
            literal: lexicon.role_of[row.entry]
            for literal, rows in zip(lexicon.literals, terms, strict=False)
            for row in rows
            if row.type == "role"
        }

    def read(self, items: list[Item], at: int, ref: Ref) -> int:
        """Past the adjectives at `at` that say whose `ref` is; `at` itself where there are none."""
        if not self.active or ref.states:
            return at
        here = at
        while here < len(items) and items[here].term is None and items[here].text in self.modifiers:
            here += 1
        if here < len(items) and here > at and items[here].capital and items[here].term is None:
            return here  # `le chancelier sortant Olaf Scholz`
        if here >= len(items) or not _is_adjective(items[here]):
            return at
        codes = [_code(items[here])]
        here += 1
        while here + 1 < len(items) and items[here].text in self.joints and _is_adjective(items[here + 1]):
            codes.append(_code(items[here + 1]))
            here += 2
        ref.states = tuple(dict.fromkeys(codes))
        ref.plural = ref.plural or len(ref.states) > 1
        return here

    def within_title(self, items: list[Item], at: int) -> bool:
        """Whether the adjective at `at` stands inside one title (`пресс-секретарь чешского президента`)."""
        if not self.within or at + 1 >= len(items) or not _is_adjective(items[at]):
            return False
        return f"{items[at - 1].text} {items[at + 1].text}" in self.titles

    def whole_title(self, items: list[Item], first: int, last: int) -> RoleEntry | None:
        """The role of the longest title that the words of `items[first:last]` but its adjectives begin with."""
        words = [
            item
            for at, item in enumerate(items[first:last], first)
            if not _is_adjective(item) and not (item.text in self.joints and _is_adjective(items[at - 1]))
        ]
        if not self.titles or len(words) == last - first:
            return None
        text, found = "", None
        for item in words:
            text += item.text if not text or text.endswith("'") else " " + item.text
            found = self.titles.get(text, found)
        return found


def _is_adjective(item: Item) -> bool:
    return item.is_type("adj")


def _code(item: Item) -> str:
    assert item.term is not None
    return item.term.value
