"""Counterparts and the offices that they mirror (`her Chilean counterpart X`)."""

from __future__ import annotations

from communique.lexicon.lexicon import Lexicon
from communique.mentions.person import Person
from communique.mentions.refs import Ref
from communique.reading.draft import Draft, opening_end
from communique.reading.register import Register


def mirror_offices(register: Register, drafts: list[Draft], lexicon: Lexicon) -> None:
    """Give every named counterpart the office that it mirrors: `my colleague X` mirrors who has the floor."""
    topic: Person | None = None
    turn: Person | None = None
    own = frozenset(lexicon.grammar.own_words)
    asking = frozenset(lexicon.grammar.question_labels)
    for draft in drafts:
        turn = _labelled(draft, asking, turn)
        for ref in draft.refs:
            if ref.kind == "speaker" and not ref.plural and turn is not None:
                ref.person = turn
        if any(r.counterpart or r.succession for r in draft.refs):
            mine = turn is not None and any(r.counterpart and r.article in own for r in draft.refs)
            register.mirror(_past_opening(draft, lexicon), turn if mine else topic)
        named = [r for r in draft.refs if r.person and r.person.role]
        if named:
            actor = next((r.person for r in named if not r.prep and not r.objective), None)
            topic = actor or topic or (named[0].person if len(named) == 1 else None)


def _past_opening(draft: Draft, lexicon: Lexicon) -> list[Ref]:
    """The references behind a clause that opens the sentence (`While X travelled, Y met her counterpart`),
    where they name somebody before the counterpart; else all."""
    end = opening_end(draft, lexicon.words.subordinators) if draft.refs else 0
    rest = [ref for ref in draft.refs if ref.first > end] if end else []
    return rest if any(ref.person and not ref.counterpart for ref in rest[:1]) else draft.refs


def _labelled(draft: Draft, asking: frozenset[str], turn: Person | None) -> Person | None:
    """Whose turn it is in a transcript from a sentence on: its label's, nobody's in a question."""
    first = draft.refs[0] if draft.refs else None
    if len(draft.items) > 1 and draft.items[1].text == ":" and draft.items[0].text in asking:
        return None
    if first is None or first.first > 1 or first.last >= len(draft.items):
        return turn
    if draft.items[first.last].text != ":" or first.person is None:
        return turn
    first.weak = True  # A label is no subject of what is said behind it.
    return first.person
