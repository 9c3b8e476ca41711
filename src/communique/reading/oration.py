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
        self.titled = False
        """Whether a title tells that a speech follows, be it known whose or not."""
        self.begun = False
        """Whether the speech is under way."""
        self._article = -1
        self._first = 0

    def title(self, draft: Draft) -> None:
        """`Remarks by President X`, `President X's speech at …`, or the speaker alone on the line below."""
        self._enter_article(draft.segment)
        if self.begun or not self._on_its_own(draft):
            return
        noun = self._noun(draft)
        if noun is not None:
            self.titled = True
            self.speaker = self._whose(draft, noun) or self.speaker
        elif self.titled and self.speaker is None:
            self.speaker = _byline(draft)

    def greets(self, index: int) -> bool:
        """Whether a line is a salutation, which opens a speech that the text gives in full."""
        segment = self.segments[index]
        self._enter_article(segment)
        if segment.end - segment.start > _GREETING:
            return False
        line = self.folded[segment.start : segment.end].rstrip()
        marked = line.endswith(_GREETING_MARKS) and line.startswith(self.lexicon.salutations)
        return marked and self._alone(index)

    def open(self) -> Speaker | None:
        """The speaker, once a salutation was met: whom the title tells, else the publisher's own side."""
        self.begun = True
        if self.speaker is None and self.home:
            self.speaker = Speaker(None, self.home)
        return self.speaker

    def close(self) -> None:
        """A report goes on: who spoke is told about, or others have the floor in turn."""
        self.begun = self.titled = False
        self.speaker = None

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
        if segment.article != self._article:
            self._article, self._first = segment.article, segment.paragraph
            self.close()

    def _on_its_own(self, draft: Draft) -> bool:
        """Whether the segment is a headline, or a line of its own at the head of its article."""
        segment = draft.segment
        if segment.kind == "headline":
            return True
        near = segment.paragraph - self._first < _HEAD and _QUOTE not in draft.texts
        return near and self._alone(draft.index)

    def _alone(self, index: int) -> bool:
        """Whether a segment is the whole of its paragraph."""
        paragraph = self.segments[index].paragraph
        around = [self.segments[i] for i in (index - 1, index + 1) if 0 <= i < len(self.segments)]
        return all(segment.paragraph != paragraph for segment in around)

    def _noun(self, draft: Draft) -> int | None:
        """The item that says a speech follows: before any verb, and before all but its speaker."""
        words = self.grammar.speech_titles
        if draft.texts.isdisjoint(words):
            return None
        items, count = draft.items, len(draft.items)
        reach = range(min(count, _NOUN_REACH))
        if not self.lexicon.properties.word_boundary:
            reach = range(max(0, count - _NOUN_REACH), count)
        return next((at for at in reach if items[at].text in words), None)

    def _whose(self, draft: Draft, noun: int) -> Speaker | None:
        """The owner before the noun (`X's speech`), else who is named first behind it, but as whom he met."""
        refs = [r for r in draft.refs if r.kind in _OWNERS]
        if not self.lexicon.properties.word_boundary:
            return _speaker(refs[0]) if refs and refs[0].last <= noun and refs[0].kind == "person" else None
        before = [r for r in refs if r.last <= noun]
        if before:
            owner = before[-1]
            return self._own(owner) if noun - owner.last <= _OWNER_GAP else None
        behind = [r for r in refs if r.first > noun and not r.weak]
        if not behind or behind[0].prep in self.grammar.meeting_prepositions or _several(draft, behind):
            return None
        return self._own(behind[0])

    def _own(self, ref: Ref) -> Speaker | None:
        """The speaker that a reference tells; an office alone is the publisher's own."""
        found = _speaker(ref)
        if found.country is None and self.home:
            return Speaker(found.name, self.home)
        return found if found.name or found.country else None


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
