"""Runs of tokens that read as a person's name, and the state behind them."""

from __future__ import annotations

import re

from communique.lexicon.lexicon import Lexicon
from communique.mentions.items import Item
from communique.mentions.refs import Ref
from communique.mentions.titles import code_of

MAX_NAME = 8
_FULL = 2
"""Words of a name before one that may be a verb too."""
_APART = frozenset({",", ".", ";", ")"})
"""Marks behind a state that is set apart from the name before it."""
_HYPHEN = "-"
"""What ends an aside that a name closes (`-acompañado por X-`)."""
_QUOTE = '"'
_QUOTES = frozenset({"'", _QUOTE})
_NICKNAME = 3
"""Items of a nickname and its quotation marks."""
_ROMAN = re.compile(r"[ivx]+\Z")


class NameReader:
    """Reads name runs in one language; `common` are words that are no names even in capitals."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.words = lexicon.words
        self.common = lexicon.common
        self.honorific_heads = frozenset(
            h[:end] for h in self.words.honorifics for end in range(1, len(h) + 1)
        )
        """What an honorific may begin with: few words do, which spares joining those behind the others."""
        self.title_names = frozenset(lexicon.grammar.title_names)
        self.guarded = lexicon.properties.nouns_capitalised
        articles = lexicon.words.determiners | lexicon.words.oblique_determiners
        behind = lexicon.grammar.owner_prepositions if lexicon.properties.verb_first else lexicon.roles.of
        self.links = frozenset(behind) - articles
        self.apart = lexicon.properties.adjectives_follow
        self.leads = articles | lexicon.words.formal_nouns | self.links
        """What may stand before the name of a state that is set apart (`del Reino de …`)."""
        self.syllables = lexicon.properties.syllables_apart
        self.most = lexicon.properties.name_words
        self.marker = lexicon.properties.infinitive_marker
        self.prepositions = lexicon.words.prepositions.difference(lexicon.grammar.given_names)
        grammar = lexicon.grammar
        self.not_names = lexicon.words.not_names.difference(grammar.given_names).union(lexicon.speech_titles)
        self.given = frozenset(grammar.given_names)
        self.subordinators = lexicon.words.subordinators.difference(lexicon.grammar.given_names)
        self.article = lexicon.properties.article
        self.surnames = tuple(lexicon.properties.surname_endings)
        self.caseless = lexicon.caseless
        self.firm = self._firm(lexicon) if self.caseless else frozenset()
        self.closed = lexicon.loose | lexicon.structure | lexicon.before_verbs
        self.acting = lexicon.finite - lexicon.lemmas["inf"]
        self.days = frozenset(phrase for phrase in lexicon.numbers.relative_days if " " in phrase)
        self.verbs = lexicon.verb_words - self.words.not_names

    def _firm(self, lexicon: Lexicon) -> frozenset[str]:
        """Words that are no part of a name where no capital tells names."""
        words = lexicon.words
        plain = frozenset(lexicon.grammar.common_words) | lexicon.verb_words | lexicon.time_words
        closed = lexicon.loose | lexicon.structure | lexicon.before_verbs | words.negation | words.not_names
        return (plain | words.honorifics | words.skip).difference(lexicon.grammar.given_names) | closed

    def _known_part(self, items: list[Item], at: int) -> bool:
        """Whether a word that may be another stands in a name: another part or a particle is right behind it."""
        if not self.caseless or at + 1 >= len(items) or items[at].term is not None:
            return False
        text, behind = items[at].text, items[at + 1]
        if not text.isalpha() or len(text) < _FULL or text in self.firm or text in self.words.particles:
            return False
        return self.is_part(behind, False) or (
            behind.text in self.words.particles and behind.text not in self.firm and at + 2 < len(items)
        )

    def _surname(self, item: Item) -> bool:
        """Whether a word behind a name has the article and ends as surnames do."""
        text = item.text
        return (
            bool(self.surnames)
            and item.term is None
            and text.startswith(self.article)
            and text.endswith(self.surnames)
            and text not in self.firm
        )

    def _looks_like_marker(self, items: list[Item], at: int) -> bool:
        """Whether a name written as the infinitive's marker stands right behind a title (`President To Lam`)."""
        if not 0 < at < len(items) - 1 or items[at].text != self.marker or not items[at].capital:
            return False
        return items[at - 1].is_type("role", "counterpart") and self.is_part(items[at + 1], False)

    def is_part(self, item: Item, strict: bool) -> bool:
        """Whether the item can stand in a name. `strict`: its line capitalises common words too."""
        text = item.text
        if item.term is not None or not item.capital or not text[0].isalpha() or "_" in text:
            return False
        if text in self.not_names or text in self.words.determiners or text in self.prepositions:
            return False
        if self.syllables and " " in text:
            return False
        if text in self.words.coordinators or text in self.subordinators or text in self.words.first_singular:
            return False
        return not ((strict or self.guarded) and text in self.common)

    def forward(
        self, items: list[Item], at: int, strict: bool = False, given: bool = False
    ) -> tuple[int, int] | None:
        """The run that begins at `at` (honorifics skipped): its first and past-the-end index.

        `given`: the word at `at` names a state elsewhere, and is a given name here.
        """
        at = self.skip_honorifics(items, at)
        if self.caseless and at < len(items) and items[at].text == _QUOTE:
            return self._quoted(items, at + 1)
        first = at
        at += int(given)
        last = at
        if at + 1 < len(items) and items[at].capital and items[at].text in self.title_names and at:
            descent = items[at + 1].text in self.words.particles and self._follows(items, at + 2, strict)
            at += int(descent or (items[at - 1].is_type("role") and self.is_part(items[at + 1], strict)))
        at += int(not strict and self._looks_like_marker(items, at))
        free = self.most
        while at < len(items) and at - first < MAX_NAME:
            item = items[at]
            if self.caseless and (self._governs(items, at) or (at > first and self._dated(items, at))):
                break
            part = self.is_part(item, strict) or (
                self.syllables and _capital(item) and (at > first or self._titled(items, at))
            )
            part = part or (at > first and self._land_inside(items, at))
            part = part or (at == first and self._styled(items, at))
            tied = at > first and items[at - 1].text in self.words.particles
            if part and not free and not tied:
                break
            if self.caseless and tied:
                if item.text in self.words.not_names:
                    last = at
                    break
                at += 1
                last = at
                free -= int(free > 0)
                continue
            known = self._closing(items, at, first, strict) or self._known_part(items, at)
            known = known or (at - first == 1 and self._surname_title(items, at, strict))
            known = known or (self.guarded and not strict and at > first and self._written_large(item))
            if part or known or _initial(items, at) or (at > first and self._surname(item)):
                free -= int(at == first or items[at - 1].text not in self.words.particles)
                at += 1
                last = at
                if len(item.text) == 1 and at < len(items) and items[at].text == ".":
                    at += 1
                    last = at
                continue
            if at > first and self._joins(items, at) and self._follows(items, at + 1, strict):
                at += 1
                continue
            if at > first and item.text in _QUOTES and self._nicknamed(items, at, strict):
                at += _NICKNAME
                continue
            if (
                at == first
                and item.text in self.words.particles
                and (item.capital or self.caseless)
                and self._follows(items, at + 1, strict)
            ):
                at += 1
                continue
            break
        if last > first:
            last = self._suffix(items, last)
            return self._with_style(items, first, last), last
        return None

    def _nicknamed(self, items: list[Item], at: int, strict: bool) -> bool:
        """`Omar 'Tiger' Diallo`: one word in quotation marks before another part of the name."""
        if self.caseless or at + _NICKNAME >= len(items) or items[at + 2].text != items[at].text:
            return False
        return self.is_part(items[at + 1], strict) and self.is_part(items[at + _NICKNAME], strict)

    def _with_style(self, items: list[Item], first: int, last: int) -> int:
        """Where a name of one word begins: at the style before it that is a given name too (`Cheikh Sow`)."""
        if last - first > 1 or not first or items[first - 1].text not in self.title_names:
            return first
        return first - 1 if items[first - 1].capital and items[first - 1].term is None else first

    def _quoted(self, items: list[Item], at: int) -> tuple[int, int] | None:
        """The name that fills quotation marks opened before `at`, as the press of some languages writes names."""
        if at >= len(items) or items[at].text == _QUOTE:
            return None
        run = self.forward(items, at)
        return run if run and run[1] < len(items) and items[run[1]].text == _QUOTE else None

    def given_state(self, items: list[Item], at: int) -> bool:
        """`Außenminister Israel Katz`: the name of a state or capital right behind a title, and a surname."""
        if not self.guarded or at + 1 >= len(items) or not items[at].is_type("state", "capital"):
            return False
        term = items[at].term
        return (
            term is not None
            and not term.possessive
            and " " not in items[at].text
            and items[at].capital
            and self.is_part(items[at + 1], False)
        )

    def _surname_title(self, items: list[Item], at: int, strict: bool) -> bool:
        """`Präsident Roman Herzog`: a title as the surname behind a title and a given name."""
        if not self.guarded or strict or at < 2 or not items[at].capital or not items[at].is_type("role"):
            return False
        beside = items[at - 2].is_type("role", "counterpart")
        return beside and not (at + 1 < len(items) and self.is_part(items[at + 1], strict))

    def _land_inside(self, items: list[Item], at: int) -> bool:
        """`Ngô Bang Quốc`: a syllable of a name that is a noun of lands elsewhere."""
        if not self.syllables or not items[at].is_type("land") or not items[at].capital:
            return False
        return at + 1 < len(items) and _capital(items[at + 1])

    def parted(self, items: list[Item], run: tuple[int, int]) -> tuple[int, int]:
        """The run up to a coordinator in it: the first of several names (`los presidentes X y Y`)."""
        last = next((k for k in range(*run) if items[k].text in self.words.coordinators), run[1])
        return run[0], max(last, run[0] + 1)

    def _styled(self, items: list[Item], at: int) -> bool:
        """`الدكتور على عبد العال`: a given name behind a title of address, however it is spelled."""
        return (
            self.caseless
            and at > 0
            and items[at].text in self.given
            and items[at - 1].text in self.words.honorifics
        )

    def _governs(self, items: list[Item], at: int) -> bool:
        """Whether a name that is written as a preposition too has a plain noun behind it (`علي أهمية`)."""
        if items[at].text not in self.words.prepositions or at + 1 >= len(items):
            return False
        behind = items[at + 1]
        if behind.text in self.words.particles:
            return False
        plain = (
            behind.term is None and not behind.capital and behind.text.isalpha() and not self._surname(behind)
        )
        return plain and behind.text not in self.acting and behind.text not in self.closed

    def _dated(self, items: list[Item], at: int) -> bool:
        """Whether a word that may be a name is the time of a day that stands right behind it (`صباح اليوم`)."""
        behind = items[at + 1].text if at + 1 < len(items) else ""
        return f"{items[at].text} {behind}" in self.days

    def _titled(self, items: list[Item], at: int) -> bool:
        """`Ngoại trưởng Hàn Quốc Cho Tae-yul`: a word with a capital between a title and a name, whatever it is.

        A word of several syllables is none of a name (`Chủ tịch Hội đồng Bảo an`).
        """
        if not at or items[at - 1].term is None or at + 1 >= len(items) or " " in items[at].text:
            return False
        return items[at - 1].is_type("role", "state") and _capital(items[at + 1])

    def backward(self, items: list[Item], end: int, strict: bool = False) -> tuple[int, int] | None:
        """The run that ends before index `end`."""
        if self.caseless and end > 1 and items[end - 1].text == _QUOTE:
            return self._quoted_before(items, end - 1)
        first = end
        while first > 0 and end - first < MAX_NAME:
            item = items[first - 1]
            if (
                self.is_part(item, strict)
                or (first < end and self._styled(items, first - 1))
                or (
                    first < end
                    and item.text in self.words.particles
                    and not (item.text in self.words.coordinators and end - first >= _FULL)
                    and first > 1
                    and (self.is_part(items[first - 2], strict) or self._styled(items, first - 2))
                )
            ):
                first -= 1
            elif (
                item.text == "."
                and first > 1
                and len(items[first - 2].text) == 1
                and items[first - 2].capital
                and first < end
            ):
                first -= 2
            else:
                break
        begin = first
        while first < end and (
            items[first].text == "."
            or (
                items[first].text in self.words.honorifics
                and not (first > begin and items[first].text in self.title_names)
            )
            or (items[first].text in self.words.particles and not items[first].capital)
        ):
            first += 1
        for start in (first - 2, first) if first == begin else ():
            past = self.skip_honorifics(items, start) if start >= 0 else first
            first = past if first < past < end else first
        return (first, end) if first < end else None

    def _written_large(self, item: Item) -> bool:
        """Whether a preposition has a capital inside a sentence, as a part of a name has (`Moon Jae In`)."""
        return item.capital and item.term is None and item.text in self.words.prepositions

    def opening(self, items: list[Item], first: int) -> int:
        """Where a name that begins at `first` begins with the quotation mark before it."""
        return first - 1 if self.caseless and first and items[first - 1].text == _QUOTE else first

    def _quoted_before(self, items: list[Item], end: int) -> tuple[int, int] | None:
        """The name that fills quotation marks closed at `end`; an article opens the name of something else."""
        run = self.backward(items, end)
        if run is None or not run[0] or items[run[0] - 1].text != _QUOTE:
            return None
        return None if self.article and items[run[0]].text.startswith(self.article) else run

    def skip_honorifics(self, items: list[Item], at: int) -> int:
        """The index behind any honorifics, their full stops and apostrophes between them.

        One that is a name too is one behind another honorific (`M. Cheikh Niang`).
        """
        first = at
        while at < len(items) and items[at].text in self.honorific_heads:
            if at > first and items[at].text in self.title_names:
                break
            if items[at].text in self.words.honorifics:
                at += 1
                if at < len(items) and items[at].text in (".", "'", "/"):
                    at += 1
            elif size := self._initials(items, at):
                at += size
            elif at + 2 < len(items) and f"{items[at].text} {items[at + 1].text}" in self.words.honorifics:
                at += 2
            else:
                break
        return at

    def _initials(self, items: list[Item], at: int) -> int:
        """How many items an honorific of initials takes (`S.E.`, `S.E.M.`)."""
        for size in (5, 3):
            run = "".join(i.text for i in items[at : at + size])
            if at + size < len(items) and run in self.words.honorifics:
                return size + int(items[at + size].text == ".")
        return 0

    def give(self, text: str, ref: Ref, items: list[Item], run: tuple[int, int]) -> None:
        """Make `ref` the person whose name is the run."""
        ref.kind = "person"
        ref.name_start, ref.name_end = items[run[0]].start, items[run[1] - 1].end
        if text[ref.name_end - 1] == _HYPHEN:
            ref.name_end -= 1
        ref.name = " ".join(text[ref.name_start : ref.name_end].split())

    def state_behind(self, items: list[Item], at: int, ref: Ref) -> int:
        """`… X of Vietnam`, `… X (Uruguay)`: reads the state behind a name into `ref`; past it."""
        bracketed = at + 2 < len(items) and items[at].text == "(" and items[at + 2].text == ")"
        if bracketed and not ref.states and items[at + 1].is_type("state", "org", "metonym", "capital"):
            if ref.role != "igo_head" or items[at + 1].is_type("org"):
                # Who heads an organisation serves no state, whichever he is of.
                ref.states = (code_of(items[at + 1]),)
            return at + 3
        if self.apart and not ref.states and at < len(items) and items[at].text == ",":
            return self._state_apart(items, at, ref)
        if at + 1 < len(items) and items[at].text in self.links:
            here = at + 1
            while here < len(items) and items[here].text in self.words.determiners:
                here += 1
            # `assured President X of India's commitment`: the state owns what follows.
            owns = here + 1 < len(items) and items[here + 1].text == "'s"
            if here < len(items) and items[here].is_type("state", "org") and not (ref.states or owns):
                ref.states = (code_of(items[here]),)
                return here + 1
        return at

    def _state_apart(self, items: list[Item], at: int, ref: Ref) -> int:
        """`los presidentes X, de Bolivia, y Y, de Perú`: past a state set apart by commas; `at` without one."""
        if at + 2 >= len(items) or items[at + 1].text not in self.links:
            return at
        here = at + 2
        while here < len(items) and items[here].text in self.leads:
            here += 1
        closed = here + 1 >= len(items) or items[here + 1].text in _APART
        if here < len(items) and closed and items[here].is_type("state", "org"):
            ref.states = (code_of(items[here]),)
            return here + 1
        return at

    def _joins(self, items: list[Item], at: int) -> bool:
        """Whether a particle joins the names around it; one that is an article too stands behind another.

        One that is a coordinator too joins one last word (`Ortega y Gasset`): two are another's name.
        """
        text = items[at].text
        if text not in self.words.particles:
            return False
        if text in self.words.coordinators and self._follows(items, at + 2, strict=False):
            return False
        article = self.guarded and (text in self.words.determiners or text in self.words.oblique_determiners)
        return not article or items[at - 1].text in self.words.particles

    def _follows(self, items: list[Item], at: int, strict: bool) -> bool:
        if at < len(items) and items[at].text in self.words.particles:
            at += 1
        if self.caseless and at < len(items) and items[at - 1].text in self.words.particles:
            return (
                (items[at].term is None or items[at].text in self.given)
                and items[at].text.isalpha()
                and items[at].text not in self.prepositions
            )
        return at < len(items) and self.is_part(items[at], strict)

    def _closing(self, items: list[Item], at: int, first: int, strict: bool) -> bool:
        """Whether a word ends a name that could be none: a letter that joins words (`Ван И`), a verb form.

        The verb form ends a name of three words before a comma (`Zaw Min Tun,`).
        """
        item, behind = items[at], items[at + 1].text if at + 1 < len(items) else "."
        if at > first and item.capital and len(item.text) == 1 and item.text in self.words.coordinators:
            return not strict
        if not self.guarded or at - first < _FULL or behind not in (",", "."):
            return False
        return item.term is None and item.capital and item.text in self.verbs

    def _suffix(self, items: list[Item], at: int) -> int:
        behind = at + 1 if at < len(items) and items[at].text == "," else at
        if behind < len(items) and items[behind].text in self.words.suffixes:
            at = behind + 1
            short = items[behind].text.isascii() and not self.caseless
            if at < len(items) and items[at].text == "." and short:
                at += 1
        elif at < len(items) and items[at].capital and _ROMAN.match(items[at].text) and items[at].text != "i":
            at += 1
            if at + 1 < len(items) and items[at].text == ".":
                at += 1
        return at


def _capital(item: Item) -> bool:
    """Whether an item is a word with a capital that names nothing else."""
    return item.term is None and item.capital and item.text[0].isalpha()


def _initial(items: list[Item], at: int) -> bool:
    """Whether an item is a capital letter with a full stop, right before another capital (`С.В.Лавров`)."""
    if at + 2 >= len(items) or len(items[at].text) != 1 or items[at + 1].text != ".":
        return False
    return items[at].capital and items[at + 2].capital and items[at].end == items[at + 1].start
