"""Direct speech over sentence borders: quotation marks that stay open, and transcripts' turns."""

from __future__ import annotations

from communique.reading.discourse import Discourse, Speaker
from communique.reading.draft import Draft
from communique.reading.sentence import Sentence
from communique.text.segments import Segment


class Turns:
    """Tracks who holds the floor; asked before a sentence, told after it."""

    def __init__(self, folded: str, segments: list[Segment]) -> None:
        self.folded = folded
        self.segments = segments
        self.open = False
        self.paragraph = -1

    def enter(self, index: int, discourse: Discourse) -> bool:
        """Whether the sentence stands wholly in direct speech; ends turns at separators and headlines."""
        segment = self.segments[index]
        if segment.kind in ("headline", "noise", "caption"):
            self._end(discourse)
            return False
        if discourse.turn is not None and index and any(s.kind == "noise" for s in self._between(index)):
            self._end(discourse)
        if segment.paragraph != self.paragraph:
            self.paragraph = segment.paragraph
            if self.open and self.folded[segment.start] not in '"-':
                self.open = False
        return discourse.turn is not None or self.open

    def labelled(self, draft: Draft, discourse: Discourse) -> bool:
        """`PRESIDENT LULA: My dear friend …` opens a turn of the person that the label names."""
        if len(draft.items) > 1 and draft.items[1].text == ":":
            label, grammar = draft.items[0].text, discourse.lexicon.grammar
            if label in grammar.question_labels:
                discourse.turn = None
                return False
            who = discourse.interviewee()
            if label in grammar.answer_labels and who is not None:
                discourse.turn = who
                return True
        first = draft.refs[0] if draft.refs else None
        if (
            first is None
            or first.first > 1
            or first.last + 1 >= len(draft.items)
            or draft.items[first.last].text != ":"
        ):
            return False
        if first.person is None and not first.states:
            return False
        name = first.person.name if first.person else None
        discourse.turn = Speaker(
            name, first.states[0] if first.states else first.person.country if first.person else None
        )
        return True

    def _between(self, index: int) -> list[Segment]:
        at = index - 1
        out = []
        while at >= 0 and self.segments[at].kind == "noise":
            out.append(self.segments[at])
            at -= 1
        return out

    def leave(self, index: int, sentence: Sentence, discourse: Discourse) -> None:
        """A sentence of saying that ends in a colon opens a turn when speech follows on its own line."""
        segment = self.segments[index]
        text = self.folded[segment.start : segment.end]
        if text.count('"') % 2:
            self.open = not self.open
        following = self.segments[index + 1] if index + 1 < len(self.segments) else None
        if following is None or not text.endswith(":") or following.paragraph == segment.paragraph:
            return
        speaker = sentence.speaker
        if speaker and (speaker.name or speaker.country):
            discourse.turn = Speaker(speaker.name, speaker.country)

    def _end(self, discourse: Discourse) -> None:
        discourse.turn = None
        self.open = False
