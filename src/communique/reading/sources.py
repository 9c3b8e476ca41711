"""Named sources of a report: `according to X`, `heißt es in dem Bericht`, documents and bodies."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from communique.base.spans import Span
from communique.mentions.refs import Ref
from communique.reading.cue_hit import CueHit
from communique.reading.discourse import Discourse, Speaker
from communique.reading.sentence import Sentence
from communique.reading.speech import Speech

_STOPS = frozenset({",", ".", '"', ":", ";", "(", ")", "-", "!", "?"})
_LONGEST = 8
_REACH = 3
_JOINT = frozenset({"joint_statement", "joint_declaration"})


class Body(NamedTuple):
    """A body that speaks without its state, and whether it does so behind what it says."""

    speaker: Speaker
    comment: bool


class Sources:
    """Reads the sources of one sentence."""

    def __init__(self, sentence: Sentence, discourse: Discourse) -> None:
        self.sentence = sentence
        self.discourse = discourse
        self.words = sentence.words
        self.nouns = sentence.lexicon.speech_sources

    def remember(self, instruments: Sequence[CueHit]) -> None:
        """What is named here is what `the statement` and `the ministry` mean later on."""
        items, refs = self.sentence.items, self.sentence.refs
        named = refs if refs and not self.sentence.texts.isdisjoint(self.nouns) else ()
        for ref in named:
            if ref.states and ref.kind in ("state", "org", "weak"):
                for item in items[ref.first : ref.last + 1]:
                    for noun in self.nouns if item.text in self.nouns else ():
                        if item.text.endswith(noun):
                            self.discourse.bodies[noun] = ref.states[0]
        for hit in instruments:
            if hit.cue.set.get("instrument") in _JOINT:
                self.discourse.joint_document = items[hit.last - 1].text.split()[-1]

    def source(self, speech: Speech, hit: CueHit) -> bool:
        """`according to X`, `heißt es in dem Bericht`, `X zufolge`; without a name nobody speaks."""
        before = hit.cue.set.get("where") == "before"
        found = self._group_before(hit.first) if before else self._group_behind(hit.last)
        near = self._near(found, hit, before)
        if near and (near.person or near.kind in ("role", "pronoun")):
            who = self.sentence.actor([near])
            if who:
                speech.speaker, speech.reported = Speaker(who.name, who.country), True
                return True
        if found is None and near is None:
            return "bare" in hit.cue.set and self._bare(speech, hit)
        country = near.states[0] if near and near.states else None
        text = None if found is None or self._only_place(near, found) else self._text(found)
        speech.speaker, speech.reported = Speaker(None, country, text), True
        speech.joint = found is not None and self._joint(found.start, found.end)
        return True

    def _bare(self, speech: Speech, hit: CueHit) -> bool:
        """`…, hieß es`: the last speaker goes on where it is about their side, else nobody is named."""
        if speech.source:
            return True
        last = self.discourse.speaker
        sides = self.sentence.states(r for r in self.sentence.refs if r.last <= hit.first and not r.prep)
        if last and last.country and last.country in sides:
            speech.speaker, speech.reported = last, True
        else:
            speech.passive = True
        return True

    def document(self, speech: Speech, hit: CueHit) -> bool:
        """`the joint statement says`, `in einer Mitteilung`: the document tells it, alone or of a speaker."""
        first, last = hit.first, hit.last
        items = self.sentence.items
        while first < last and (
            self._light(first)
            or items[first].text in self.words.prepositions
            or items[first].start in self.sentence.verb_starts
        ):
            first += 1
        while last > first and (items[last - 1].start in self.sentence.verb_starts):
            last -= 1
        if first > 0 and items[first - 1].text in self.sentence.lexicon.grammar.joint_words:
            first -= 1
        if first >= last:
            return False
        speech.source = self._text(Span(first, last))
        speech.joint = speech.joint or self._joint(first, last)
        return "says" in hit.cue.set

    def _joint(self, first: int, last: int) -> bool:
        """Whether the document in an item range is issued by both sides, as it says or was said before."""
        words = [self.sentence.items[k].text for k in range(first, last)]
        if any(w in self.sentence.lexicon.grammar.joint_words for w in words):
            self.discourse.joint_document = words[-1]
        return self.discourse.joint_document in words

    def body(self, ref: Ref) -> str | None:
        """A ministry, an agency or a group of experts as written; none for a bare state."""
        items = self.sentence.items
        last = ref.last
        if last < len(items) and items[last].text in self.nouns:
            last += 1
        if not any(i.text in self.nouns for i in items[ref.first : last]):
            return None
        return self._text(Span(ref.first, last))

    def bare_body(self, hit: CueHit) -> Body | None:
        """`the ministry said`, `teilte das Ministerium mit`: of the state whose body was named before."""
        items = self.sentence.items
        tails = self.sentence.lexicon.grammar.say_tails
        for group, before in ((self._group_before(hit.first), True), (self._group_behind(hit.last), False)):
            named = [k for k in range(*group) if items[k].text in self.nouns] if group else []
            if group is None or not named or (before and named[-1] != hit.first - 1):
                continue
            opens = group.start if before else hit.first
            while before and opens > 0 and self._light(opens - 1):
                opens -= 1
            aside = before and opens > 0 and items[opens - 1].text in tails
            inside = [r for r in self.sentence.refs if r.first < group.end and group.start < r.last]
            if inside and not aside:
                continue
            country = inside[0].states[0] if inside and inside[0].states else None
            country = country or self.discourse.bodies.get(items[named[-1]].text)
            comment = aside or (opens > 0 and items[opens - 1].text in _STOPS)
            return Body(Speaker(None, country, self._text(Span(group.start, named[-1] + 1))), comment)
        return None

    def _near(self, found: Span | None, hit: CueHit, before: bool) -> Ref | None:
        """The actor in the source's words, else directly beside the cue."""
        refs = self.sentence.refs
        if found:
            inside = [r for r in refs if r.first < found.end and found.start < r.last]
            if inside:
                return next((r for r in inside if not r.weak), inside[0])
        if before:
            return next((r for r in reversed(refs) if r.last <= hit.first and hit.first - r.last <= 1), None)
        return next(
            (r for r in refs if 0 <= r.first - hit.last <= _REACH and not self._broken(hit.last, r.first)),
            None,
        )

    def _broken(self, first: int, last: int) -> bool:
        return any(self.sentence.items[k].text in _STOPS for k in range(first, last))

    def _only_place(self, near: Ref | None, found: Span) -> bool:
        """Whether the source is but a state or its capital (`hieß es in Windhuk`)."""
        item = self.sentence.items[found.start]
        return near is not None and found.end - found.start == 1 and item.is_type("state", "capital")

    def _light(self, at: int) -> bool:
        text = self.sentence.items[at].text
        return (
            text in self.words.determiners
            or text in self.words.oblique_determiners
            or text in self.words.possessives
        )

    def _ends(self, at: int) -> bool:
        """Whether the item at `at` is none of a noun group's."""
        item = self.sentence.items[at]
        return (
            item.text in _STOPS or item.start in self.sentence.verb_starts or item.text in self.words.adverbs
        )

    def _group_before(self, last: int) -> Span | None:
        """The noun group that ends before item `last`, as item range."""
        first = last
        while first > 0 and last - first < _LONGEST and not self._ends(first - 1):
            if self.sentence.items[first - 1].text in self.words.prepositions:
                break
            first -= 1
        while first < last and self._light(first):
            first += 1
        return Span(first, last) if first < last else None

    def _group_behind(self, first: int) -> Span | None:
        """The noun group that begins behind articles and prepositions at item `first`, as item range."""
        items, words = self.sentence.items, self.words
        timed = self.sentence.lexicon.day_names
        while first < len(items) and (
            self._light(first)
            or items[first].text in words.prepositions
            or (items[first].term is None and items[first].text in timed)
        ):
            first += 1
        last = first
        guarded = self.sentence.lexicon.properties.nouns_capitalised
        noun = not guarded
        while last < len(items) and last - first < _LONGEST and not self._ends(last):
            if noun and (items[last].text in words.place_preps or (guarded and self._trails(last))):
                break
            noun = noun or items[last].capital
            last += 1
        return Span(first, last) if first < last else None

    def _trails(self, at: int) -> bool:
        """Whether a small word behind a noun leads to no further noun."""
        items = self.sentence.items
        small = items[at].term is None and not items[at].capital and not self._light(at)
        return small and not (at + 1 < len(items) and items[at + 1].capital)

    def _text(self, group: Span) -> str:
        return self.sentence.quote(self.sentence.span(group.start, group.end))
