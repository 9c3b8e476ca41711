"""Who speaks in a stretch of a sentence, how, and what of it stands in the speaker's words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communique.lexicon.verbs import FINITE
from communique.mentions.refs import Ref
from communique.reading.discourse import Speaker

if TYPE_CHECKING:
    from communique.reading.context import Clausal
    from communique.reading.cue_hit import CueHit

_MARKS = frozenset({",", '"', ":"})
_QUOTED_WORDS = 4
"""A quotation of fewer items is a word taken over, not direct speech."""


class Speech:
    """The voice of the items `[first, last)`: a whole sentence, or a part of it between semicolons."""

    __slots__ = (
        "clause",
        "comment",
        "first",
        "joint",
        "last",
        "passive",
        "performing",
        "reported",
        "source",
        "span",
        "speaker",
    )

    def __init__(self, first: int, last: int) -> None:
        self.first = first
        self.last = last
        self.speaker: Speaker | None = None
        self.source: str | None = None
        """The document that says it, as written."""
        self.clause: int | None = None
        """The clause of the verb of saying."""
        self.span: tuple[int, int] | None = None
        """The items of the verb of saying, with its subject where it is a comment (`…, said X`)."""
        self.comment = False
        self.performing = False
        """The verb does by speaking (`thanked`, `demanded`): what hangs on it is told by its subject."""
        self.reported = False
        """All of it is told by the speaker: a named source, or the mood of reported speech."""
        self.joint = False
        self.passive = False

    @property
    def named(self) -> bool:
        """Whether a person or side is known to speak."""
        return self.speaker is not None and bool(self.speaker.name or self.speaker.country)


def credit(
    sentence: Clausal, hit: CueHit | None, subject: list[Ref] | None, at: int | None
) -> dict[str, Any]:
    """Who says what a cue (or the item at `at`) tells: in whose words it stands, else who does it by saying.

    Empty where the reporter speaks.
    """
    first = hit.first if hit else at if at is not None else 0
    speech = sentence.speech_at(first)
    direct = sentence.quoted or _in_quotes(sentence, first)
    speaker = speech.speaker
    if speaker and (_tells(sentence, speech, hit) if hit else _holds(sentence, speech, first)):
        manner = "joint" if speech.joint else "direct" if direct else "indirect"
        return _said(speaker.name, speaker.country, speaker.source or speech.source, manner)
    if subject and hit and (hit.cue.speech or hit.kind == "position"):
        states = sentence.states(subject)
        who = sentence.actor(subject)
        if len(subject) == 1 and who and who.name and len(states) <= 1:
            return _said(who.name, who.country, speech.source, "indirect")
        if len(states) > 1:
            return _said(None, None, speech.source, "joint")
    if speech.joint:
        return _said(None, None, speech.source, "joint")
    if speech.passive:
        return _said(None, None, speech.source, "passive")
    return _said(None, None, speech.source, "indirect") if speech.source else {}


def _said(name: str | None, country: str | None, source: str | None, manner: str | None) -> dict[str, Any]:
    return {"speaker": name, "country": country, "source": source, "manner": manner}


def _in_quotes(sentence: Clausal, at: int) -> bool:
    """Whether an item stands in direct speech: a quotation long enough to say something."""
    clauses = sentence.clauses
    return "quote" in clauses.kinds(clauses.of[at]) and any(
        clauses.all[c].kind == "quote" and clauses.all[c].last - clauses.all[c].first > _QUOTED_WORDS
        for c in clauses.chain(clauses.of[at])
    )


def _tells(sentence: Clausal, speech: Speech, hit: CueHit) -> bool:
    """Whether a cue stands in what the speaker says, not beside the verb of saying."""
    if speech.reported or sentence.quoted or speech.clause is None or speech.span is None:
        return True
    first, last = speech.span
    if speech.performing:
        return _hangs_on(sentence, speech, hit.clause)
    if hit.last <= first:
        return _fronted(sentence, speech, hit.first)
    if hit.clause != speech.clause:
        return True
    between = range(last, hit.first)
    if any(
        sentence.items[i].text in _MARKS or sentence.items[i].text in sentence.words.content for i in between
    ):
        return True
    # A clause without conjunction: `said it opposed the sanctions`.
    own = any(last <= r.first and r.last <= hit.first and not r.prep for r in sentence.refs) or any(
        sentence.items[i].text in sentence.words.neuter for i in between
    )
    finite = hit.form in FINITE or any(sentence.items[i].text in sentence.words.futures for i in between)
    return own and finite and not sentence.lexicon.properties.verb_final


def _holds(sentence: Clausal, speech: Speech, at: int) -> bool:
    """Whether a figure stands in what the speaker says or does by speaking."""
    if speech.reported or sentence.quoted or speech.clause is None or speech.span is None:
        return True
    clause = sentence.clauses.of[at]
    if speech.performing and clause != speech.clause:
        return _hangs_on(sentence, speech, clause)
    if at >= speech.span[0]:
        return True
    same = sentence.lexicon.properties.verb_final and clause == speech.clause
    return same or _fronted(sentence, speech, at)


def _hangs_on(sentence: Clausal, speech: Speech, clause: int) -> bool:
    """Whether a clause is what somebody thanks for, demands or promises."""
    chain = sentence.clauses.chain(clause)
    outer = sentence.clauses.chain(speech.clause or 0)
    return any(sentence.clauses.all[c].kind in ("content", "quote") for c in chain if c not in outer)


def _fronted(sentence: Clausal, speech: Speech, at: int) -> bool:
    """Whether what stands before the verb of saying is said: a comment follows, or it is a clause."""
    if speech.comment:
        return True
    chain = sentence.clauses.chain(sentence.clauses.of[at])
    kinds = {sentence.clauses.all[c].kind for c in chain if c != speech.clause}
    return "content" in kinds or "quote" in kinds
