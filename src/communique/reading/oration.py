"""Whose speech a text is: its title and the line under it say so, a salutation or the first `I` opens it."""

from __future__ import annotations

from communique.mentions.refs import Ref
from communique.reading.discourse import Discourse, Speaker
from communique.reading.draft import Draft
from communique.text.segments import Segment

_QUOTE = '"'
_NOUN_REACH = 6
"""Items of a title from its begin (or, where the noun stands last, its end) among which the speech's noun is."""
_HEAD = 5
"""Paragraphs of an article in which its title, and who spoke, stand."""
_GREETING = 240
"""Characters of the longest salutation."""
_GREETING_MARKS = tuple(",:!.")
_CALL = 80
"""Characters in which a sentence calls somebody by his title (`Dear guests, …`)."""
_OWNER_GAP = 3
_JOINT_GAP = 2
_OWNERS = frozenset({"person", "role", "state"})


class Oration:
    """Follows a speech: asked whether a line opens it, and who holds the floor until its article ends."""

    def __init__(self, folded: str, segments: list[Segment], discourse: Discourse) -> None:
        self.folded = folded
        self.segments = segments
        self.lexicon = discourse.lexicon
        self.grammar = discourse.lexicon.grammar
        self.home = discourse.home
        self.speaker: Speaker | None = None
        self.office: Ref | None = None
        """The office in the title, whose holder another line may name."""
        self.lead: Speaker | None = None
        """Who gave a speech, as the report above it says."""
        self.titled = False
        """Whether a title tells that a speech follows, be it known whose or not."""
        self.begun = False
        """Whether the speech is under way."""
        self._article = -1
        self._first = 0

    def title(self, draft: Draft) -> None:
        """`Remarks by President X`, `President X's speech at …`, or the speaker alone on the line below.

        A report at the head (`X gave a speech in …`) tells it too, if a salutation follows.
        """
        segment = draft.segment
        if segment.article != self._article:
            self._enter_article(segment)
        heads = segment.kind == "headline"
        if not heads and (self.begun or segment.paragraph - self._first >= _HEAD):
            return
        quoted = self.folded.startswith(_QUOTE, segment.start)
        alone = heads or (not quoted and self._alone(draft.index))
        noun = self._noun(draft) if alone else None
        if self.begun:
            if noun is None or self._whose(draft, noun) is None:
                return
            self.close()
        if noun is not None:
            self.titled = True
            self._told(draft, noun)
        elif self.titled and self.speaker is None and alone:
            self.speaker = _byline(draft)
        if self.lead is None and not draft.texts.isdisjoint(self.lexicon.speech_titles):
            named = [r for r in draft.refs if r.kind == "person" and not r.prep and not r.weak]
            self.lead = _speaker(named[0]) if named and not _several(draft, named) else None

    def greets(self, index: int) -> bool:
        """Whether a salutation opens a speech that the text gives in full: a line of its own, or an apostrophe."""
        segment = self.segments[index]
        if segment.article != self._article:
            self._enter_article(segment)
        told = self.titled or self.lead is not None
        if not told and segment.paragraph - self._first >= _HEAD:
            return False
        if not self.folded.startswith(self.lexicon.salutations, segment.start):
            return False
        line = self.folded[segment.start : segment.end].rstrip()
        if line.endswith(_GREETING_MARKS) and len(line) <= _GREETING and self._alone(index):
            return True
        opens = index == 0 or self.segments[index - 1].paragraph != segment.paragraph
        return told and opens and any(mark in line[:_CALL] for mark in ",!")

    def open(self) -> Speaker | None:
        """The speaker, once the speech begins: whom the title tells, else the publisher's own side."""
        self.begun = True
        if self.speaker is None:
            self.speaker = self.lead or (Speaker(None, self.home) if self.home else None)
        holder = self.office.person if self.office is not None else None
        if self.speaker and holder and not self.speaker.name and holder.country == self.speaker.country:
            self.speaker = Speaker(holder.name, holder.country)
        return self.speaker

    def close(self) -> None:
        """A report goes on: who spoke is told about, or others have the floor in turn."""
        self.begun = self.titled = False
        self.speaker = self.lead = self.office = None

    def first_person(self, draft: Draft) -> bool:
        """Whether the sentence is the titled speaker's own: it says `I` or `we` outside quotation marks."""
        if self.speaker is None or draft.segment.kind != "sentence" or _QUOTE in draft.texts:
            return False
        opens = draft.items[0].text in self.lexicon.own_verbs
        return opens or any(r.kind == "speaker" for r in draft.refs)

    def told_about(self, draft: Draft) -> bool:
        """Whether the speaker is the one that a sentence is about, so that another reports."""
        name = self.speaker.name if self.speaker else None
        first = next((r for r in draft.refs if not r.prep and not r.weak), None)
        about = name is not None and first is not None and first.first <= 1 and first.kind == "person"
        return about and first is not None and first.person is not None and first.person.name == name

    def _enter_article(self, segment: Segment) -> None:
        self._article, self._first = segment.article, segment.paragraph
        self.close()

    def _alone(self, index: int) -> bool:
        """Whether a segment is the whole of its paragraph."""
        paragraph = self.segments[index].paragraph
        around = [self.segments[i] for i in (index - 1, index + 1) if 0 <= i < len(self.segments)]
        return all(segment.paragraph != paragraph for segment in around)

    def _noun(self, draft: Draft) -> int | None:
        """The item that says a speech follows: before any verb, and before all but its speaker."""
        words = self.lexicon.speech_titles
        if draft.texts.isdisjoint(words):
            return None
        items, count = draft.items, len(draft.items)
        reach = range(min(count, _NOUN_REACH))
        if not self.lexicon.properties.word_boundary:
            reach = range(max(0, count - _NOUN_REACH), count)
        return next((at for at in reach if items[at].text in words), None)

    def _told(self, draft: Draft, noun: int) -> None:
        """Take the speaker from a title; an office alone is the publisher's own."""
        ref = self._whose(draft, noun)
        if ref is None:
            return
        found = _speaker(ref)
        country = found.country or self.home
        if found.name or country:
            self.speaker = Speaker(found.name, country)
            self.office = ref if ref.kind == "role" and found.country else None

    def _whose(self, draft: Draft, noun: int) -> Ref | None:
        """The owner before the noun (`X's speech`), else who is named first behind it, but as whom he met."""
        refs = [r for r in draft.refs if r.kind in _OWNERS]
        before = [r for r in refs if r.last <= noun]
        if not self.lexicon.properties.word_boundary:
            return before[0] if before and before[0].kind == "person" else None
        if before:
            return before[-1] if noun - before[-1].last <= _OWNER_GAP else None
        behind = [r for r in refs if r.first > noun and not r.weak]
        if not behind or behind[0].prep in self.grammar.meeting_prepositions:
            return None
        several = behind[0].plural or len(behind[0].states) > 1 or _several(draft, behind)
        return None if several else behind[0]


def _speaker(ref: Ref) -> Speaker:
    country = ref.states[0] if ref.states else ref.person.country if ref.person else None
    return Speaker(ref.person.name if ref.person else None, country)


def _byline(draft: Draft) -> Speaker | None:
    """A line that holds nothing but a person and his office."""
    refs = [r for r in draft.refs if r.kind == "person" and r.person]
    if len(refs) != 1 or len(draft.items) - (refs[0].last - refs[0].first) > 1:
        return None
    return _speaker(refs[0])


def _several(draft: Draft, refs: list[Ref]) -> bool:
    """Whether two speak: another is joined to the first one."""
    joins = draft.lexicon.words.coordinators
    first = refs[0]
    return any(
        0 < r.first - first.last <= _JOINT_GAP
        and any(item.text in joins for item in draft.items[first.last : r.first])
        for r in refs[1:]
    )
