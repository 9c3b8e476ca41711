"""Direct speech over sentence borders: open quotation marks, transcripts' turns, speeches and interviews."""

from __future__ import annotations

from communique.mentions.person import Person
from communique.mentions.refs import Ref
from communique.reading.answering import who_answers
from communique.reading.discourse import Discourse, Speaker
from communique.reading.draft import Draft
from communique.reading.labels import COLON, LABEL_MARKS, label_of
from communique.reading.oration import Oration
from communique.text.segments import Segment

_QUOTE = '"'
_LOOK_AHEAD = 12
_LABEL = 12
"""Items among which the colon of a label stands."""


class Turns:
    """Tracks who holds the floor; asked before a sentence, told after it."""

    def __init__(
        self, folded: str, segments: list[Segment], drafts: list[Draft], discourse: Discourse
    ) -> None:
        self.folded = folded
        self.segments = segments
        self.drafts = drafts
        self.place = {draft.index: at for at, draft in enumerate(drafts)}
        self.paragraphs: dict[int, list[Draft]] = {}
        for draft in drafts:
            self.paragraphs.setdefault(draft.segment.paragraph, []).append(draft)
        self.open = False
        self.announced = False
        """Whether the open quotation's speaker is known from its end."""
        self.paragraph = -1
        self.followed = 0
        self.labels: list[Person] = []
        """Who had a turn by a label so far."""
        self.oration = Oration(folded, segments, discourse)

    def enter(self, index: int, discourse: Discourse) -> bool:
        """Whether the sentence stands wholly in direct speech; ends turns at separators and headlines."""
        for skipped in range(self.followed, index):
            self._follow(skipped, discourse)
        segment = self.segments[index]
        if segment.kind != "sentence":
            self._end(discourse)
            return False
        if self.oration.begun and discourse.turn is None and not self.open:
            discourse.turn = self.oration.speaker
        self._paragraph(segment, discourse)
        if not self.open and discourse.turn is None:
            self._announce(index, discourse)
        return discourse.turn is not None or self.open

    def labelled(self, draft: Draft, discourse: Discourse) -> bool:
        """`PRESIDENT LULA: My dear friend …` opens a turn of the person that the label names."""
        items, grammar = draft.items, discourse.lexicon.grammar
        if self._asks(draft, grammar.question_labels):
            # `Question: …`: who asks is nobody's side.
            self._answerer(draft, discourse)
            discourse.turn = discourse.speaker = None
            return False
        if len(items) > 1 and items[1].text in LABEL_MARKS and items[0].text in grammar.answer_labels:
            discourse.turn = self._answerer(draft, discourse)
            self._take_floor(draft, discourse)
            return True
        first = label_of(draft)
        if first is None:
            return self._own_voice(draft, discourse)
        person = first.person
        country = first.states[0] if first.states else person.country if person else None
        self.oration.close()
        discourse.turn = Speaker(person.name if person else None, country)
        if person and person not in self.labels:
            self.labels.append(person)
        self._take_floor(draft, discourse)
        self.announced = first.last + 1 < len(draft.items) and draft.items[first.last + 1].text == _QUOTE
        return True

    def _answerer(self, draft: Draft, discourse: Discourse) -> Speaker:
        """Who answers behind `A:`, as the first question or answer settles it."""
        if discourse.guest is None:
            discourse.guest = who_answers(draft, self.drafts, discourse)
        return discourse.guest

    def _asks(self, draft: Draft, labels: list[str]) -> bool:
        """Whether the line opens with who asks, alone or with whom it is of (`PV Reuters:`, `法新社记者：`)."""
        items = draft.items
        if draft.texts.isdisjoint(LABEL_MARKS):
            return False
        marked = (
            n for n, i in enumerate(items[:_LABEL]) if i.text == COLON or (n == 1 and i.text in LABEL_MARKS)
        )
        colon = next(marked, 0)
        if not colon:
            return False
        last = items[colon - 1].text
        unparted = not draft.lexicon.properties.word_boundary
        return items[0].text in labels or (unparted and len(last) > 1 and last in labels)

    def speaking(self, discourse: Discourse) -> bool:
        """Whether somebody holds the floor."""
        return self.open or discourse.turn is not None

    def leave(self, index: int, speaker: Speaker | None, discourse: Discourse) -> None:
        """A sentence of saying that ends in a colon opens a turn when speech follows on its own line."""
        self._follow(index, discourse)
        if self.announced and not self.open:
            self._close(discourse)
        segment = self.segments[index]
        following = self.segments[index + 1] if index + 1 < len(self.segments) else None
        closed = not self.folded.startswith(COLON, segment.end - 1)
        if following is None or closed or following.paragraph == segment.paragraph:
            return
        if speaker and (speaker.name or speaker.country):
            discourse.turn = Speaker(speaker.name, speaker.country)

    def _own_voice(self, draft: Draft, discourse: Discourse) -> bool:
        """The first `I` of a speech opens the turn of whom the title names, and a report about him ends it."""
        if self.open:
            return False
        if self.oration.begun and self.oration.told_about(draft):
            self.oration.close()
            self._end(discourse)
            return False
        if discourse.turn is not None or not self.oration.first_person(draft):
            return False
        discourse.turn = self.oration.open()
        self._take_floor(draft, discourse)
        return True

    def _take_floor(self, draft: Draft, discourse: Discourse) -> None:
        """`I`, `we`, `you` in the sentence that opens a turn are of its speaker."""
        for ref in draft.refs:
            if ref.kind in ("speaker", "addressee"):
                discourse.resolve(ref, [])

    def _paragraph(self, segment: Segment, discourse: Discourse) -> None:
        """A new paragraph ends an open quotation, and a transcript whose speakers it tells about."""
        if segment.paragraph == self.paragraph:
            return
        self.paragraph = segment.paragraph
        if self.open and self.folded[segment.start] not in '"-':
            self._close(discourse)
        if not self.labels:
            return
        drafts = self.paragraphs.get(segment.paragraph, [])
        refs = [r for d in drafts for r in d.refs]
        narrated = any(r.person in self.labels and r.first > 0 and not r.prep for r in refs if r.person)
        if narrated and not any(r.kind == "speaker" for r in refs) and not self._labelled(drafts):
            self._end(discourse)

    def _labelled(self, drafts: list[Draft]) -> bool:
        return any(label_of(d) is not None for d in drafts[:1])

    def _announce(self, index: int, discourse: Discourse) -> None:
        """A quotation over several sentences whose speaker stands at its end has that speaker throughout."""
        start, end = self.segments[index].start, self.segments[index].end
        if self.folded[start] != _QUOTE or self.folded.count(_QUOTE, start, end) % 2 == 0:
            return
        at = self.place[index]
        for draft in self.drafts[at + 1 : at + 1 + _LOOK_AHEAD]:
            segment = draft.segment
            closing = self.folded.rfind(_QUOTE, segment.start, segment.end)
            if segment.kind != "sentence":
                return
            if closing < 0:
                continue
            refs = [r for r in draft.refs if r.start > closing and (r.person or r.states) and not r.weak]
            if refs and any(h.term.value == "say" and h.start > closing for h in draft.cues):
                person = refs[0].person or _holder(refs[0], discourse)
                states = refs[0].states or ((person.country,) if person and person.country else ())
                discourse.turn = Speaker(person.name if person else None, states[0] if states else None)
                self.announced = True
                return
            if closing > segment.start:
                return

    def _follow(self, index: int, discourse: Discourse) -> None:
        """Count a segment's quotation marks, and see the noise that ends a turn."""
        if index < self.followed:
            return
        self.followed = index + 1
        segment = self.segments[index]
        if not (self.open or self.labels) and self.oration.greets(index):
            discourse.turn = self.oration.open()
            if index in self.place:
                discourse.greeted(self.drafts[self.place[index]].refs, discourse.turn)
        if segment.kind == "noise":
            self._end(discourse)
        elif self.folded.count(_QUOTE, segment.start, segment.end) % 2:
            if self.open:
                self._close(discourse)
            else:
                self.open = True

    def _close(self, discourse: Discourse) -> None:
        self.open = False
        if self.announced:
            discourse.turn = None
            self.announced = False

    def _end(self, discourse: Discourse) -> None:
        discourse.turn = None
        self.open = self.announced = False


def _holder(ref: Ref, discourse: Discourse) -> Person | None:
    """The person of the state told of last, where a title with its state names nobody (`the Russian diplomat`)."""
    if ref.kind != "role" or len(ref.states) != 1:
        return None
    return next((p for p in reversed(discourse.recent) if p.country == ref.states[0]), None)
