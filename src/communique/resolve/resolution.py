"""A whole ledger resolved: who is who, what is one fact, which texts are copies, as people have judged it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from communique.ledger.judgements import About, Judgement, newest
from communique.ledger.store import Ledger
from communique.ledger.stored import Stored
from communique.resolve.copies import copies
from communique.resolve.events import Event, events
from communique.resolve.identities import Identities
from communique.resolve.people import Known, people


class Resolution(msgspec.Struct, frozen=True, kw_only=True):
    """`copies` maps a document to the earlier one that it copies, `told` are the records that were resolved."""

    told: Sequence[Stored]
    identities: Identities
    people: list[Known]
    events: list[Event]
    copies: dict[str, str]


def resolve(ledger: Ledger) -> Resolution:
    """Resolve the current records of a ledger, with the judgements that stand applied."""
    said = Verdicts.of(ledger)
    return resolved(ledger.records(), ledger.texts(), who=said.who, what=said.what)


def resolved(
    told: Sequence[Stored],
    texts: Sequence[tuple[str, str]] = (),
    *,
    who: Mapping[tuple[str, str], str] = {},
    what: Mapping[tuple[str, str], str] = {},
) -> Resolution:
    """Resolve records; `texts` are their documents' ids and texts, the earlier before its copies."""
    known = people(told, who)
    originals = copies(texts)
    identities = Identities(known, told)
    found = events(told, identities, originals, what)
    return Resolution(told=told, identities=identities, people=known, events=found, copies=originals)


def verdicts(ledger: Ledger, about: About) -> dict[tuple[str, str], str]:
    """The verdict that counts for each pair of keys."""
    return _counting(ledger.judgements(about))


class Verdicts(NamedTuple):
    """The verdicts on persons and on events by pairs of keys, from one question to the ledger."""

    who: dict[tuple[str, str], str]
    what: dict[tuple[str, str], str]

    @classmethod
    def of(cls, ledger: Ledger) -> Verdicts:
        """Those that stand."""
        made = ledger.judgements()
        persons, events = ([one for one in made if one.about == about] for about in ("person", "event"))
        return cls(_counting(persons), _counting(events))


def _counting(made: Iterable[Judgement]) -> dict[tuple[str, str], str]:
    return {keys: judgement.verdict for keys, judgement in newest(made).items()}
