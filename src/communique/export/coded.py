"""Facts as coded events: one an event, or one a pair of sides where a format has only two."""

from __future__ import annotations

import msgspec

from communique.coding.tables import cameo_codes
from communique.export.events import CodedEvent, event_of
from communique.export.fact import Fact, When
from communique.export.facts import Facts
from communique.export.losses import Losses
from communique.export.sides import Side, side
from communique.ledger.stored import Stored

KEEPS = frozenset(
    {
        "countries", "visitor", "inviter", "invitee", "by", "toward", "to", "parties", "plover", "date", "mode",
        "change", "act", "stance", "accepted", "format", "status", "participants", "destination",
    }
)  # fmt: skip
"""Fields that decide an event's code or its sides; their own words are gone."""
NO_DAY = "no day is known; `communique read` takes the report's with --date or --meta"


class Coded(msgspec.Struct, frozen=True, kw_only=True):
    """A fact with its code and sides; `telling` is the record that the code is had from."""

    fact: Fact
    telling: Stored
    event: CodedEvent
    when: When
    actors: tuple[Side, ...]
    recipients: tuple[Side, ...]


class Dyad(msgspec.Struct, frozen=True, kw_only=True):
    """A coded fact between one source and one target; `number` tells a fact's dyads apart."""

    coded: Coded
    number: int
    cameo: str
    source: Side
    target: Side | None

    @property
    def fact(self) -> Fact:
        """The fact."""
        return self.coded.fact

    @property
    def goldstein(self) -> float:
        """The intensity of the code, -10 to 10."""
        return cameo_codes()[self.cameo].goldstein


def coded_facts(facts: Facts, losses: Losses) -> list[Coded]:
    """Every fact that has a code and a day; the others go to `losses` with their reason."""
    found = [_coded(fact, facts, losses) for fact in facts.all]
    return [coded for coded in found if coded]


def dyads(facts: Facts, losses: Losses) -> list[Dyad]:
    """Coded facts as pairs of sides, both ways where all act alike; a visit also as its host tells it."""
    found = []
    for coded in coded_facts(facts, losses):
        pairs = _pairs(coded)
        found += [
            Dyad(coded=coded, number=n, cameo=cameo, source=source, target=target)
            for n, (cameo, source, target) in enumerate(pairs)
        ]
        losses.hold(coded.fact, len(pairs))
        if len(pairs) > 1:
            losses.coarse("an event is several rows, one for each pair of sides and direction")
    return found


def _coded(fact: Fact, facts: Facts, losses: Losses) -> Coded | None:
    when, reason = fact.when, ""
    for telling in fact.tellings:
        event = event_of(telling.record)
        if isinstance(event, str):
            reason = reason or event
            continue
        if when is None:
            losses.leave_out(fact, NO_DAY)
            return None
        if when.basis != "day":
            rough = "a longer span" if when.basis == "span" else "the report's"
            losses.coarse(f"the text tells no day: the date is {rough}")
        return Coded(
            fact=fact,
            telling=telling,
            event=event,
            when=when,
            actors=tuple(side(code, telling, facts) for code in event.actors),
            recipients=tuple(side(code, telling, facts) for code in event.recipients),
        )
    losses.leave_out(fact, reason)
    return None


def _pairs(coded: Coded) -> list[tuple[str, Side, Side | None]]:
    event, actors, recipients = coded.event, coded.actors, coded.recipients
    if recipients:
        pairs: list[tuple[str, Side, Side | None]] = [
            (event.cameo, one, other) for one in actors for other in recipients
        ]
        if event.mirror:
            pairs += [(event.mirror, other, one) for one in actors for other in recipients]
        return pairs
    if len(actors) == 1:
        return [(event.cameo, actors[0], None)]
    return [(event.cameo, one, other) for one in actors for other in actors if one is not other]
