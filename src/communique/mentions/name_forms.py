"""Words of names in several case forms (`Лавров`, `Лаврова`, `Лавровым`), each known by its first form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from communique.mentions.person import plain

_STEM = 3
"""Letters that two forms of one word share at the least."""


class NameForms:
    """The words of a document's names; `endings` are those in which two forms of one word may differ.

    `nominatives` is, by case, what ends a word in it and in the nominative (`ову>ов`); `heads` are words that are
    written to the next one too (`عبد الله`, `عبدالله`).
    """

    def __init__(
        self,
        endings: Iterable[str] = (),
        nominatives: Mapping[str, Sequence[str]] | None = None,
        heads: Iterable[str] = (),
    ) -> None:
        self.heads = frozenset(map(plain, heads))
        self.endings = frozenset(map(plain, endings))
        self.nominatives = {
            case: [tuple(rule.partition(">")[::2]) for rule in rules]
            for case, rules in (nominatives or {}).items()
        }
        self.seen: dict[str, list[str]] = {}

    def nominative(self, name: str, case: str) -> str:
        """The name as its bearer is called; as it is written where no rule tells."""
        rules = self.nominatives.get(case)
        return " ".join(_called(word, rules) for word in name.split()) if rules else name

    def whole(self, words: Sequence[str]) -> tuple[str, ...]:
        """The words, with each head written to the word behind it."""
        if self.heads.isdisjoint(words):
            return tuple(words)
        out: list[str] = []
        for word in words:
            if out and out[-1] in self.heads:
                out[-1] += word
            else:
                out.append(word)
        return tuple(out)

    def enter(self, word: str) -> str:
        """The form in which a plain word was entered first."""
        known = self.known(word)
        rows = self.seen.setdefault(word[:_STEM], [])
        if known not in rows:
            rows.append(known)
        return known

    def known(self, word: str) -> str:
        """The entered form of the same word, else the word itself."""
        if not self.endings:
            return word
        rows = self.seen.get(word[:_STEM], ())
        return word if word in rows else next((row for row in rows if self._same(row, word)), word)

    def _same(self, a: str, b: str) -> bool:
        """Whether both words are one stem with an ending of the list, or with none."""
        shared = 0
        for x, y in zip(a, b, strict=False):
            if x != y:
                break
            shared += 1
        return any(
            a[cut:] in self.endings and b[cut:] in self.endings for cut in range(shared, _STEM - 1, -1)
        )


def _called(word: str, rules: Sequence[tuple[str, ...]]) -> str:
    """The word with the ending of the nominative; the first rule that fits counts."""
    for ending, instead in rules:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM - 1:
            return word[: -len(ending)] + instead
    return word
