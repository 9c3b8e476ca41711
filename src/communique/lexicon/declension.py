"""Case forms of a pack's nouns, adjectives and phrases, from its table of nouns and its rules for adjectives.

A phrase in the nominative is declined up to its first noun: the adjectives before it by their endings, the noun
by its row in `forms.toml`; what stands behind it stays (`генеральный секретарь ООН`). A row of several words is one
noun. In the other files of the pack
`«встреча»` stands for all forms of a noun or phrase, `«новый»` for all of an adjective.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from typing import Any

from communique.errors import PackError
from communique.lexicon.cases import NOMINATIVE
from communique.lexicon.shape import Properties

_MARKED = re.compile(r"«([^«»]+)»")
_KEPT = frozenset({"yes", "no"})
"""Keys whose values are sentences, in which the marks are quotation marks."""

Row = tuple[tuple[str, ...], ...]
"""A word's forms by case, the nominative first; more than one where usage or what is declined differs."""


def _cells(row: str) -> Row:
    """Cells apart by spaces, `/` between two forms, `_` for a space, `0` for no ending, `-` for no form."""
    return tuple(
        tuple(form.strip("0").replace("_", " ") for form in cell.split("/") if form != "-")
        for cell in row.split()
    )


def _declined(word: str, row: Row) -> Row:
    stem = word.removesuffix(row[0][0])
    return tuple(tuple(stem + ending for ending in cell) for cell in row)


class Declension:
    """What declines in a pack; `table` is endings of the cases, the nominative first, to the nouns that have them."""

    def __init__(self, table: dict[str, list[str]], properties: Properties, where: str) -> None:
        self.cases = (NOMINATIVE, *properties.noun_cases)
        self.nouns: dict[str, Row] = {}
        for endings, nouns in table.items():
            row = _cells(endings)
            if len(row) != len(self.cases):
                raise PackError(f"{len(row)} endings, wanted {' '.join(self.cases)}", where, endings)
            for noun in nouns:
                self.nouns[noun] = _declined(noun, row)
                if noun not in self.nouns[noun][0]:
                    raise PackError(f"{noun!r} does not end in the nominative", where, endings)
        self.adjectives = [[_cells(row) for row in rows] for rows in properties.adjective_cases]
        self.where = where

    def forms(self, phrase: str) -> dict[str, str]:
        """A phrase's forms, each with the cases it may be apart by spaces; none where it does not decline."""
        found: dict[str, list[str]] = {}
        for case, forms in zip(self.cases, self._phrase(phrase), strict=False):
            for form in forms:
                found.setdefault(form, []).append(case)
        return {form: " ".join(cases) for form, cases in found.items()}

    def every(self, phrase: str) -> list[str]:
        """All forms of a noun or phrase, or of an adjective in every gender and number."""
        declension = None if phrase in self.nouns else self._declension(phrase)
        if declension is None:
            forms = list(self.forms(phrase))
        else:
            stem = phrase.removesuffix(declension[0][0][0])
            forms = [stem + end for row in declension for cell in row for end in cell]
        if not forms:
            raise PackError("no noun or adjective that declines", self.where, phrase)
        return list(dict.fromkeys(forms))

    def spelled(self, value: Any, key: str = "") -> Any:
        """The value of a TOML file with all forms in place of every marked word.

        A list gets an element for each form, a cue's pattern a choice, the cell of a verb's row its parts.
        """
        if isinstance(value, str):
            return _MARKED.sub(lambda m: "/".join(self._forms(m)), value)
        if isinstance(value, list) and key == "patterns":
            return [_MARKED.sub(self._choice, part) for part in value]
        if isinstance(value, list):
            return [form for part in value for form in self._each(part)]
        if isinstance(value, dict):
            return {name: part if name in _KEPT else self.spelled(part, name) for name, part in value.items()}
        return value

    def _forms(self, marked: re.Match[str]) -> list[str]:
        return [form for phrase in marked[1].split("|") for form in self.every(phrase)]

    def _choice(self, marked: re.Match[str]) -> str:
        before = marked.string[: marked.start()]
        inside = sum(map(before.count, "{[")) > sum(map(before.count, "}]"))
        forms = "|".join(self._forms(marked))
        return forms if inside else "{" + forms + "}"

    def _each(self, part: Any) -> list[Any]:
        marked = _MARKED.search(part) if isinstance(part, str) else None
        if marked is None:
            return [self.spelled(part)]
        before, behind = part[: marked.start()], part[marked.end() :]
        return [before + form + rest for form in self._forms(marked) for rest in self._each(behind)]

    def _phrase(self, phrase: str) -> Row:
        words = phrase.split(" ")
        head = 0
        while head < len(words) - 1 and self._adjective(words[head]):
            head += 1
        places = [(at, end) for at in range(head, -1, -1) for end in range(len(words), at, -1)]
        for at, end in sorted(places, key=lambda place: place[1] - place[0] == 1):
            noun = self._noun(" ".join(words[at:end]))
            if noun:
                before = [self._adjective(word) for word in words[:at]]
                return tuple(
                    tuple(" ".join([*run, *words[end:]]) for run in self._agreeing(case, noun, before))
                    for case in range(len(self.cases))
                )
        return ()

    def _agreeing(self, case: int, noun: Row, before: list[Row]) -> Iterator[tuple[str, ...]]:
        """The adjectives' forms before each form of the noun: unchanged where the noun is, if they can be."""
        for form in noun[case]:
            kept = form in noun[0]
            cells = [
                [a for a in row[case] if len(row[case]) == 1 or (a in row[0]) == kept] or row[case]
                for row in before
            ]
            yield from ((*run, form) for run in product(*cells))

    def _noun(self, word: str) -> Row:
        row = self.nouns.get(word, ())
        if not row and word[:1].isupper():
            small = self.nouns.get(word[0].lower() + word[1:], ())
            row = tuple(tuple(form[0].upper() + form[1:] for form in cell) for cell in small)
        return row

    def _adjective(self, word: str) -> Row:
        for rows in self.adjectives:
            for row in rows:
                ending = row[0][0]
                if word.endswith(ending):
                    return _declined(word, row)
        return ()

    def _declension(self, word: str) -> list[Row] | None:
        return next((rows for rows in self.adjectives if word.endswith(rows[0][0][0])), None)
