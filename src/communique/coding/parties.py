"""Who acts in a matched event and who is acted on, as codes; and whether that is enough for an event."""

from __future__ import annotations

from typing import NamedTuple

from communique.coding.groups import Group
from communique.coding.layout import Layout
from communique.coding.matching import Match
from communique.coding.recipients import recipients
from communique.coding.standing import NOUN
from communique.coding.subjects import Subjects, chain_of, codes_of
from communique.coding.tables import scheme
from communique.coding.words import Classes
from communique.lexicon.events import Events

_BESIDE = 3
"""A group so many words before an event's noun acts in it (`Swiss mediation`)."""

_ALONE = "?"
"""In place of a sector: a person or thing of a nation that no sector fits."""


class Parties(NamedTuple):
    """The codes of both sides."""

    actors: tuple[str, ...]
    recipients: tuple[str, ...]


class Sides(NamedTuple):
    """The groups of both sides."""

    actors: list[Group]
    recipients: list[Group]


class PartyFinder:
    """Finds the parties of one language's events."""

    def __init__(self, events: Events, classes: Classes) -> None:
        self.classes = classes
        self.subjects = Subjects(events, classes)

    def find(self, layout: Layout, match: Match) -> Parties | None:
        """The parties, or None when the cue asks for more than the sentence has."""
        sides = self._sides(layout, match)
        home = self._home(layout)
        who, whom = _codes(sides.actors, home), _codes(sides.recipients, home)
        if not who:
            other = _other(layout, whom) if whom else None
            if not (other or home) or not self._may_lack_actor(layout, match):
                return None
            who = (other or home or "",)
        if not whom and match.cue.domestic:
            whom = tuple(dict.fromkeys(code[:3] for code in who))
        parties = Parties(who, whom)
        return parties if _enough(match, sides, parties) else None

    def _sides(self, layout: Layout, match: Match) -> Sides:
        cue = match.cue
        if match.rank == NOUN and not cue.speech:
            return self._of_noun(layout, match)
        subject = self.subjects.subject(layout, match.verb)
        if cue.speech:
            return self._of_speech(layout, match, subject)
        agent = self.subjects.agent(layout, match)
        if match.passive:
            return Sides(agent, subject or recipients(layout, match, agent))
        actors = subject or agent
        if not actors and cue.mutual:  # `fighting broke out between X and Y`
            return Sides(recipients(layout, match, []), [])
        if cue.inverse:
            return Sides(recipients(layout, match, actors), actors)
        return Sides(actors, recipients(layout, match, actors))

    def _of_noun(self, layout: Layout, match: Match) -> Sides:
        after = [g for g in layout.groups if match.first <= g.first < layout.end]
        before = [g for g in layout.groups if 0 <= match.first - g.last <= _BESIDE]
        if before:
            actors = chain_of(layout, before[-1])
            return Sides(actors, [g for g in after[:1] if g.chain != before[-1].chain])
        subject = self.subjects.free(layout, self.subjects.first_news(layout), match.first)
        if subject:
            return Sides(subject, [g for g in after[:1] if not self.subjects.is_place(layout, g)])
        if not after:
            return Sides([], [])
        actors = chain_of(layout, after[0])
        if match.cue.mutual and len(set(codes_of(actors))) > 1:
            return Sides(actors, [])
        return Sides(actors, [g for g in after if g.chain != after[0].chain][:1])

    def _of_speech(self, layout: Layout, match: Match, subject: list[Group]) -> Sides:
        """Who says it acts, and of whom it is said is acted on; the source may stand at the end."""
        speaker = self.subjects.main(layout, match.verb)
        if not speaker or speaker == subject:
            speaker = [g for g in layout.groups if g.first >= layout.end][:1]
        return Sides(speaker, subject) if speaker else Sides([], [])

    def _home(self, layout: Layout) -> str | None:
        """The state in which it happens: where a group without a state of its own belongs."""
        coded = [g for g in layout.groups if g.codes]
        news = [g for g in coded if g.first < layout.end]
        places = [g for g in news if self.subjects.is_place(layout, g)]
        return next((g.codes[0] for g in (*places, *news, *coded)), None)

    def _may_lack_actor(self, layout: Layout, match: Match) -> bool:
        """Bombs explode and people are arrested without a word on by whom; an avalanche is nobody."""
        if match.cue.agentless and match.weight > 1 and (match.passive or not match.form):
            return True
        if not match.passive or scheme().type[match.cue.plover].quad != 4:
            return False
        return match.last >= layout.end or layout.words[match.last].text not in self.classes.agents


def _enough(match: Match, sides: Sides, parties: Parties) -> bool:
    """Whether the sides are those that the cue needs."""
    states = {code[:3] for code in (*parties.actors, *parties.recipients)}
    sectors = {_ALONE if group.private else group.sector for group in sides.actors}
    needs = match.cue.needs
    if sectors and sectors <= {_ALONE, *scheme().quiet_sectors} and len(states) < 2:
        return match.cue.plover == "PROTEST"
    if needs in ("two", "pair"):
        return len(states) > 1
    if needs == "other":
        return len({*parties.actors, *parties.recipients}) > 1
    if needs == "actor":
        return bool(sides.actors)
    if needs == "target":
        return bool(sides.recipients) or len(states) > 1
    if needs in ("envoy", "speech"):
        return not sectors or not sectors <= {_ALONE, *scheme().private_sectors}
    if needs == "crowd":
        return not sectors & set(scheme().official_sectors)
    return True


def _other(layout: Layout, known: tuple[str, ...]) -> str | None:
    """Somebody else whom the sentence names: who it happened among or with."""
    states = {code[:3] for code in known}
    news = (g for g in layout.groups if g.first < layout.end and g.codes)
    return next((g.codes[0] for g in news if g.codes[0] not in states), None)


def _codes(groups: list[Group], home: str | None) -> tuple[str, ...]:
    codes = (code for g in groups for code in (g.full or ([home + g.sector] if home else [])))
    return tuple(dict.fromkeys(codes))
