"""Who answers at a press conference or in an interview whose answers bear no name.

It is settled at the first question: whom a question tells of is not who answers it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from communique.mentions.person import Person
from communique.reading.discourse import Discourse, Speaker
from communique.reading.draft import Draft
from communique.reading.labels import LABEL_MARKS

_SPOKESPERSON = "spokesperson"
_QUESTION = "?"


def who_answers(draft: Draft, drafts: Sequence[Draft], discourse: Discourse) -> Speaker:
    """Who answers from the draft on: whom the text has been about before it, else the side that is asked.

    A spokesperson answers whomever else the announcements before the first question were about.
    """
    known = [p for p in discourse.register.persons if p.country and p.where[0][0] < draft.index]
    person = next((p for p in known if p.role == _SPOKESPERSON), None) or _figure(discourse, known)
    if person is not None:
        return Speaker(person.name, person.country)
    return Speaker(None, discourse.home or _side_asked(drafts, discourse.lexicon.grammar.answer_labels))


def _figure(discourse: Discourse, known: list[Person]) -> Person | None:
    figure = discourse.figure.person if discourse.figure else None
    return figure if figure in known else next(iter(known), None)


def _side_asked(drafts: Sequence[Draft], labels: Sequence[str]) -> str | None:
    """The state that most questions are about and most answers begin with, where one is ahead."""
    counts: Counter[str] = Counter()
    for draft in drafts:
        items, first = draft.items, draft.refs[0] if draft.refs else None
        if first is None or first.kind != "state" or len(first.states) != 1:
            continue
        answers = len(items) > 2 and items[0].text in labels and items[1].text in LABEL_MARKS
        if (answers and first.first == 2) or (first.first == 0 and _QUESTION in draft.texts):
            counts[first.states[0]] += 1
    ahead = counts.most_common(2)
    return ahead[0][0] if ahead and (len(ahead) == 1 or ahead[0][1] > ahead[1][1]) else None
