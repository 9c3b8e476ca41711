"""Names of persons in text without spaces and capitals: characters beside a title that are no words.

A name is a family name of the pack and one or two characters behind it, or a run of the characters that
spell names of other languages. What a text calls a name once is a name wherever it stands in that text.
"""

from __future__ import annotations

import re

from communique.lexicon.lexicon import Lexicon
from communique.mentions.characters import Characters
from communique.mentions.matcher import Hit

_MAX_NAME = 16
_LINK = "·"
_DASH = "-"
_GLOSS = re.compile(r"\([a-z][^()]*\)\Z")
"""A name in Latin letters behind the one in characters (`费科(Jan Ficko)`)."""
_JOINTS = (_LINK, _DASH)
_MAX_GLOSS = 60
_GLOSSED = 5
"""The most characters of a name that letters in brackets tell."""
_PLACES = frozenset({"state", "capital"})
_OPENING = {"state": 2, "capital": 2, "org": 1}
"""The fewest characters behind what is a name of its own where a person's name begins with it."""
_OWN_NAME = 4
"""The most characters of a family name with a given name."""
_GIVEN = 2
"""The most characters of a given name behind a family name."""


class NameRuns:
    """Finds the names of one document at a time."""

    def __init__(self, lexicon: Lexicon, characters: Characters) -> None:
        grammar, words = lexicon.grammar, lexicon.words
        self.characters = characters
        self.given = sorted(grammar.given_names, key=lambda name: (-len(name), name))
        self.listed = re.compile("|".join(map(re.escape, self.given)) or "(?!)")
        self.surnames = frozenset(grammar.surnames)
        self.letters = frozenset(grammar.name_letters) | {_LINK}
        self.short_states = lexicon.short_states
        self.honours = tuple(sorted(words.particles, key=lambda word: (-len(word), word)))
        self.numbers = tuple(sorted(words.suffixes, key=lambda word: (-len(word), word)))
        self.marks = frozenset(grammar.side_marks)
        self.verbs = lexicon.verb_words
        self.meeting = words.meeting_preps
        self.reasons = frozenset(grammar.reason_prepositions)
        self.acting = (*grammar.tellers, *grammar.heading_verbs, *grammar.meeting_prepositions)
        self.telling = frozenset(grammar.tellers) | frozenset(grammar.heading_verbs)
        self.loose = words.prepositions | words.coordinators | words.adverbs | lexicon.leads | words.perfect
        links = "|".join(map(re.escape, sorted(self.meeting))) or "(?!)"
        self.openers = re.compile(rf"\A|\n+\s*|[.!?]|(?:{links})")

    def find(self, text: str, folded: str, hits: list[Hit]) -> re.Pattern[str] | None:
        """A pattern of all names of the text; `hits` are its titles, states and other names."""
        out = {name for name in self.given if name in folded}
        settled: dict[str, str] = {}
        named = {hit.term.value for hit in hits if hit.term.type == "state"}
        signs = {sign for sign, codes in self.short_states.items() if not named.isdisjoint(codes)}
        for at, hit in enumerate(hits):
            if hit.term.type != "role":
                continue
            start = self._past_honorific(folded, hit.end)
            follow = hits[at + 1] if at + 1 < len(hits) else None
            behind = self._around(folded, start, follow) if follow else ""
            behind = behind or self._behind(folded, start, follow.start if follow else len(folded), settled)
            behind = behind or self._closing_line(text, folded, hit.end)
            out.add(behind)
            if behind:
                out.add(self._numbered(folded, start, behind))
                continue
            gloss = _GLOSS.search(folded, max(0, hit.start - _MAX_GLOSS), hit.start)
            end = gloss.start() if gloss else hit.start
            floor = hits[at - 1].end if at and hits[at - 1].end < end else 0
            before = self._ahead(folded, floor, end) or (self._glossed(folded, floor, end) if gloss else "")
            if not signs.issuperset(before):
                out.add(before)
        out |= self._untitled(folded, hits, settled)
        out = {name for name in out if name and not (name[0] in self.short_states and name[1:] in self.marks)}
        ordered = sorted(out, key=lambda name: (-len(name), name))
        return re.compile("|".join(map(re.escape, ordered))) if ordered else None

    def _closing_line(self, text: str, folded: str, at: int) -> str:
        """The family and given name that a space parts from a title and that end its line (`国家主席 X`)."""
        if at >= len(text) or not text[at].isspace() or text[at] == "\n":
            return ""
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        name = folded[at + 1 : end].rstrip()
        stop = at + 1 + len(name)
        return name if 1 < len(name) <= _OWN_NAME and self._own(folded, at + 1, stop) == name else ""

    def _numbered(self, folded: str, at: int, name: str) -> str:
        """A name at `at` with the number of a ruler behind it (`费利佩六世`)."""
        end = at + len(name)
        if not folded.startswith(name, at):
            return name
        return name + next((word for word in self.numbers if folded.startswith(word, end)), "")

    def _around(self, folded: str, start: int, place: Hit) -> str:
        """A name that holds one of a state or capital, at its front or behind it (`捷克索夫`, `科罗马`, `朱马里`)."""
        lead = folded[start : place.start]
        if start == place.start:
            return self._opened(folded, place)
        if place.term.type not in _PLACES or not 0 < len(lead) <= _GIVEN:
            return ""
        if not all(c in self.letters and c not in self.loose for c in lead + folded[place.start : place.end]):
            return ""
        return folded[start : place.end] + self._run(folded, place.end, min(len(folded), start + _MAX_NAME))

    def _opened(self, folded: str, place: Hit) -> str:
        """A name right behind a title that begins with that of a state (`外长捷克索夫`)."""
        least = _OPENING.get(place.term.type)
        if least is None or not all(c in self.letters for c in folded[place.start : place.end]):
            return ""
        tail = self._run(folded, place.end, min(len(folded), place.start + _MAX_NAME))
        return folded[place.start : place.end] + tail if len(tail) >= least else ""

    def _past_honorific(self, folded: str, at: int) -> int:
        """Past a title of honour between an office and a name (`首相拿督X`)."""
        return next((at + len(word) for word in self.honours if folded.startswith(word, at)), at)

    def _behind(self, folded: str, at: int, end: int, settled: dict[str, str]) -> str:
        """The name that begins at `at`, or nothing; `settled` keeps what the text makes of a name."""
        listed = self.listed.match(folded, at)
        stop = at
        while stop < min(end, at + _MAX_NAME) and (folded[stop].isalpha() or folded[stop] in _JOINTS):
            stop += 1
        own, run = self._own(folded, at, stop), self._run(folded, at, stop)
        if listed:
            return listed[0] if len(run) <= listed.end() - at else self._settled(folded, run)
        if _LINK in run or not own:
            name = run if len(run) > 1 else ""
        else:
            name = own if len(run) < 3 or len(run) <= len(own) else run
        if name and name not in settled:
            settled[name] = self._settled(folded, name)
        return settled.get(name, "")

    def _run(self, folded: str, at: int, stop: int) -> str:
        """The characters at `at` that spell names of other languages, up to a known word."""
        last = at
        while last < stop and folded[last] in self.letters:
            size = self.characters.word_at(folded, last, stop)
            linked = folded[last + size : last + size + 1] == _LINK
            if size > 1 and not linked and (last == at or folded[last - 1] != _LINK):
                break
            inside = last + 1 < stop and folded[last + 1] in self.letters
            whole = last == at + 1 and self._breaks(folded, last + 1, stop)
            inside = inside and self.characters.word_at(folded, last + 1, stop) < 2
            apart = folded[last] in self.loose and not inside and not whole
            if apart and not self._closes(folded, at, last, stop):
                break
            last += 1
            if last > at + 1 and folded[last : last + 1] == _DASH and self._dashed(folded, last):
                last += 1
        return folded[at:last].rstrip(_LINK)

    def _closes(self, folded: str, at: int, last: int, stop: int) -> bool:
        """`侯赛因说`: whether a word for a reason is the end of a name, as no reason follows but a verb or nothing."""
        if last < at + _GIVEN or folded[last] not in self.reasons:
            return False
        return last + 1 >= stop or folded.startswith(self.acting, last + 1)

    def _dashed(self, folded: str, at: int) -> bool:
        """Whether a dash joins two names (`米尔-优素菲`): letters of names stand on both sides."""
        before, behind = folded[at - 2 : at], folded[at + 1 : at + 3]
        return len(behind) > 1 and all(c in self.letters for c in before + behind)

    def _own(self, folded: str, at: int, stop: int) -> str:
        """A family name at `at` with the given name behind it."""
        head = next((n for n in (2, 1) if folded[at : at + n] in self.surnames), 0)
        first = at + head
        if not head or first >= stop or self.characters.word_at(folded, at, stop) > head:
            return ""
        if self._breaks(folded, first, stop) and not self._lone(folded, first, stop):
            return folded[at : first + _GIVEN] if self._paired(folded, first, stop) else ""
        last = first + 1
        while last < min(stop, first + _GIVEN) and not self._breaks(folded, last, stop):
            if folded[last] in self.telling:
                break
            last += 1
        return folded[at:last]

    def _lone(self, folded: str, at: int, stop: int) -> bool:
        """Whether a character that is a word too is a whole given name, by what follows (`秦刚26日`)."""
        if not folded[at].isalpha() or self.characters.word_at(folded, at, stop) > 1:
            return False
        behind = at + 1
        ends = behind >= len(folded) or not folded[behind].isalpha() or folded[behind] in self.telling
        return ends or self.characters.word_at(folded, behind, len(folded)) > 1

    def _paired(self, folded: str, at: int, stop: int) -> bool:
        """Whether a word of one character opens a given name of two, with a word behind it (`马朝旭会见`)."""
        end = at + _GIVEN
        if folded[at] not in self.loose or end > stop or not folded[at:end].isalpha():
            return False
        if (
            folded[at + 1] in self.loose
            or folded[at + 1] in self.telling
            or any(self.characters.word_at(folded, k, len(folded)) > 1 for k in (at, at + 1))
        ):
            return False
        ends = end >= len(folded) or not folded[end].isalpha()
        return ends or self.characters.word_at(folded, end, len(folded)) > 1

    def _breaks(self, folded: str, at: int, stop: int) -> bool:
        """Whether a word of its own begins at `at`."""
        return (
            at >= stop
            or not folded[at].isalpha()
            or folded[at] in self.loose
            or self.characters.word_at(folded, at, stop) > 1
        )

    def _settled(self, folded: str, name: str) -> str:
        """The name with the character that always follows it, without those that mostly do not."""
        behind = {folded[m.end() : m.end() + 1] for m in re.finditer(re.escape(name), folded)}
        if len(behind) == 1 and folded.count(name) > 1 and behind <= self.letters:
            return name + behind.pop()
        least = 3 if name[:2] in self.surnames else 2
        while len(name) > least and _LINK not in name:
            short = name[:-1]
            ends = sum(
                self._breaks(folded, m.end(), len(folded)) for m in re.finditer(re.escape(short), folded)
            )
            if ends <= folded.count(name):
                break
            name = short
        return name

    def _ahead(self, folded: str, start: int, end: int) -> str:
        """The name right before a title at `end`."""
        begin = end
        for piece in reversed(self.characters.cut(folded, max(start, end - _MAX_NAME), end)):
            text = folded[piece.start : piece.end]
            inside = (
                text in self.letters and begin < end and folded[piece.start - 1 : piece.start] in self.letters
            )
            final = begin == end and text in self.reasons
            final = final and all(c in self.letters for c in folded[piece.start - _GIVEN : piece.start])
            if (
                len(text) > 1
                or (text in self.loose and not inside and not final)
                or not (text.isalpha() or text == _LINK)
            ):
                break
            begin = piece.start
        run = begin
        while run < end and not all(c in self.letters for c in folded[run:end]):
            run += 1
        foreign = folded[run:end].strip(_LINK)
        own = next(
            (
                folded[at:end]
                for at in range(max(begin, end - 4), end - 1)
                if self._own(folded, at, end) == folded[at:end]
            ),
            "",
        )
        return foreign if len(foreign) > max(len(own), 1) else own

    def _glossed(self, folded: str, start: int, end: int) -> str:
        """The unknown characters before a name's letters in brackets, which are that name whatever they spell."""
        begin = end
        for piece in reversed(self.characters.cut(folded, max(start, end - _MAX_NAME), end)):
            if piece.known or not folded[piece.start].isalpha():
                break
            begin = piece.start
        return folded[begin:end] if _GIVEN <= end - begin <= _GLOSSED else ""

    def _untitled(self, folded: str, hits: list[Hit], settled: dict[str, str]) -> set[str]:
        """Names that open a sentence before a verb of saying or meeting, or stand behind a word of meeting."""
        inside = {i for hit in hits for i in range(hit.start, hit.end)}
        out: set[str] = set()
        for match in self.openers.finditer(folded):
            at = end = match.end()
            while end < len(folded) and end not in inside and end - at < _MAX_NAME:
                end += 1
            name = self._behind(folded, at, end, settled) if end > at else ""
            last = at + len(name)
            if not name or not folded.startswith(name, at):
                continue
            size = self.characters.word_at(folded, last, len(folded))
            word = folded[last : last + size]
            governed = match[0] in self.meeting
            if word in self.verbs if governed else word in self.telling or word in self.meeting:
                out.add(name)
        return out
