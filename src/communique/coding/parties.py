"""Who acts in a matched event and who is acted on."""

from __future__ import annotations

from typing import NamedTuple

from communique.coding.groups import Group
from communique.coding.layout import Layout
from communique.coding.matching import Match
from communique.coding.tables import scheme
from communique.coding.words import Classes
from communique.lexicon.events import Events


class Parties(NamedTuple):
    """The codes of both sides."""

    actors: tuple[str, ...]
    recipients: tuple[str, ...]


class PartyFinder:
    """Finds the parties of one language's events."""

    def __init__(self, events: Events, classes: Classes) -> None:
        self.classes = classes
        self.say = events.say
        self.verbs = events.verbs
        self.crowd = events.crowd

    def find(self, layout: Layout, match: Match) -> Parties | None:
        """The parties, or None when the cue asks for more than the sentence has."""
        cue = match.cue
        subject = self._subject(layout, match.first if match.rank == 2 else match.verb)
        if cue.speech:
            actors, recipients = self._speech(layout, match, subject)
        elif match.rank == 2:
            actors, recipients = self._nominal(layout, match)
        elif match.passive:
            actors = self._by(layout, match)
            recipients = subject or self._recipients(layout, match, actors)
        else:
            actors = subject or self._by(layout, match)
            recipients = self._recipients(layout, match, actors)
            if cue.inverse:
                actors, recipients = recipients, subject
        home = self._home(layout, match)
        who = self._codes(actors, home)
        whom = self._codes(recipients, home)
        return self._checked(layout, match, actors, recipients, who, whom, home)

    # --- the actor -----------------------------------------------------------------------------
    def _subject(self, layout: Layout, verb: int) -> list[Group]:
        words, classes = layout.words, self.classes
        start = verb
        at = verb - 1
        while at >= 0:
            text = words[at].text
            if text in classes.relatives:
                return self._before(layout, at) or self._first(layout, at)
            if text in (";", ":") or text in classes.content or self._clause_opens(layout, at, verb):
                break
            start = at
            at -= 1
        found = self._ungoverned(layout, start, verb)
        if found:
            return found
        if start > 0:
            return self._first(layout, start)
        return self._any(layout, start, verb)

    def _clause_opens(self, layout: Layout, at: int, verb: int) -> bool:
        words = layout.words
        text = words[at].text
        if text in self.say and at + 1 < verb:
            return any(at < g.first < verb and g.preposition is None for g in layout.groups) or any(
                words[i].text in self.classes.pronouns for i in range(at + 1, verb)
            )
        if layout.background[at] and not layout.background[verb]:
            return True
        return text in self.classes.background and layout.background[at]

    def _ungoverned(self, layout: Layout, start: int, stop: int) -> list[Group]:
        for group in layout.groups:
            if group.first >= start and group.last <= stop and group.preposition is None:
                return self._chain(layout, group)
        return []

    def _any(self, layout: Layout, start: int, stop: int) -> list[Group]:
        """A group behind a preposition (`workers at a plant of X`), but no mere place."""
        for group in layout.groups:
            if group.first >= start and group.last <= stop and not self._where(layout, group):
                return self._chain(layout, group)
        return []

    def _where(self, layout: Layout, group: Group) -> bool:
        """A mere place."""
        at = group.preposition
        return group.place and at is not None and layout.words[at].text in self.classes.places

    def _first(self, layout: Layout, stop: int) -> list[Group]:
        """The main clause's subject, for a clause that has none of its own."""
        start = min(self._first_news(layout), stop)
        return self._ungoverned(layout, start, stop) or self._any(layout, start, stop)

    @staticmethod
    def _first_news(layout: Layout) -> int:
        """The first word that is no background."""
        return next((i for i, behind in enumerate(layout.background) if not behind), 0)

    def _before(self, layout: Layout, at: int) -> list[Group]:
        """The group that a relative clause belongs to."""
        for group in reversed(layout.groups):
            if group.last <= at:
                if at - group.last <= 4:
                    return self._chain(layout, group)
                return []
        return []

    def _chain(self, layout: Layout, group: Group) -> list[Group]:
        return [g for g in layout.groups if g.chain == group.chain]

    def _by(self, layout: Layout, match: Match) -> list[Group]:
        for group in layout.groups:
            if group.first >= match.last and group.preposition is not None:
                if layout.words[group.preposition].text in self.classes.agents:
                    return self._chain(layout, group)
        return []

    # --- the recipient -------------------------------------------------------------------------
    def _recipients(self, layout: Layout, match: Match, subject: list[Group]) -> list[Group]:
        taken = {id(g) for g in subject}
        stop = self._scope(layout, match)
        after = [g for g in layout.groups if match.last <= g.first < stop and id(g) not in taken]
        if match.cue.mutual and len({c for g in subject for c in g.codes}) > 1:
            return []
        own = [c for g in subject for c in g.codes]
        coded = [g for g in after if g.codes and not (g.place and g.codes == own)]
        for target in match.cue.target:
            for group in coded:
                if self._fits(layout, match, group, target):
                    return self._chain(layout, group)
        for group in coded:
            if group.codes != own:
                return self._chain(layout, group)
        for target in match.cue.target:
            for group in after:
                if self._fits(layout, match, group, target) and group.first >= match.reach:
                    return self._chain(layout, group)
        return []

    def _fits(self, layout: Layout, match: Match, group: Group, target: str) -> bool:
        if target == "obj":
            return group.preposition is None or group.preposition < match.last
        return group.preposition is not None and layout.words[group.preposition].text == target

    def _scope(self, layout: Layout, match: Match) -> int:
        inside = layout.background[match.verb]
        for at in range(match.last, layout.end):
            if layout.background[at] and not inside:
                return at
            if layout.words[at].text == ";":
                return at
        return layout.end

    # --- nouns and speech ----------------------------------------------------------------------
    def _nominal(self, layout: Layout, match: Match) -> tuple[list[Group], list[Group]]:
        after = [g for g in layout.groups if g.first >= match.first and g.first < layout.end]
        before = [g for g in layout.groups if g.last <= match.first and match.first - g.last <= 3]
        if before:
            return self._chain(layout, before[-1]), [g for g in after[:1] if g.chain != before[-1].chain]
        subject = self._ungoverned(layout, self._first_news(layout), match.first)
        if subject:
            return subject, [g for g in after[:1] if not self._where(layout, g)]
        if not after:
            return [], []
        chain = self._chain(layout, after[0])
        if match.cue.mutual and len({c for g in chain for c in g.codes}) > 1:
            return chain, []
        rest = [g for g in after if g.chain != after[0].chain][:1]
        return chain, rest

    def _speech(self, layout: Layout, match: Match, subject: list[Group]) -> tuple[list[Group], list[Group]]:
        speaker = self._first(layout, match.verb)
        if not speaker or speaker == subject:
            speaker = [g for g in layout.groups if g.first >= layout.end][:1]
        return (speaker, subject) if speaker else ([], [])

    # --- codes ---------------------------------------------------------------------------------
    def _home(self, layout: Layout, match: Match) -> str | None:
        """The state in which it happens: where a group without a state of its own belongs."""
        places = [g for g in layout.groups if g.codes and g.first < layout.end and self._where(layout, g)]
        any_ = [g for g in layout.groups if g.codes and g.first < layout.end] or [
            g for g in layout.groups if g.codes
        ]
        for group in (*places, *any_):
            return group.codes[0]
        return None

    def _may_lack_actor(self, layout: Layout, match: Match) -> bool:
        """Bombs explode and people are arrested without a word on by whom; an avalanche is nobody."""
        if match.cue.agentless and match.weight > 1:
            return True
        if not match.passive or scheme().type[match.cue.plover].quad != 4:
            return False
        return match.last >= layout.end or layout.words[match.last].text not in self.classes.agents

    def _other(self, layout: Layout, known: tuple[str, ...]) -> str | None:
        """Somebody else whom the sentence names: who it happened among or with."""
        states = {code[:3] for code in known}
        for group in layout.groups:
            if group.first < layout.end and group.codes and group.codes[0] not in states:
                return group.codes[0]
        return None

    def _codes(self, groups: list[Group], home: str | None) -> tuple[str, ...]:
        out: list[str] = []
        for group in groups:
            codes = group.full or ([home + group.sector] if home else [])
            for code in codes:
                if code not in out:
                    out.append(code)
        return tuple(out)

    def _checked(
        self,
        layout: Layout,
        match: Match,
        actors: list[Group],
        recipients: list[Group],
        who: tuple[str, ...],
        whom: tuple[str, ...],
        home: str | None,
    ) -> Parties | None:
        cue = match.cue
        if not who and not whom:
            return None
        if not who:
            if not self._may_lack_actor(layout, match):
                return None
            other = self._other(layout, whom)
            who = (other,) if other else (home,) if home else ()
        if not whom and cue.domestic:
            whom = tuple(dict.fromkeys(code[:3] for code in who))
        states = {code[:3] for code in (*who, *whom)}
        if cue.needs == "two" and len(states) < 2:
            return None
        if cue.needs == "other" and len({*who, *whom}) < 2:
            return None
        if cue.needs == "pair" and len({code[:3] for code in who}) < 2 and len(states) < 2:
            return None
        if cue.needs == "actor" and not actors:
            return None
        if cue.needs == "target" and not recipients and len(states) < 2:
            return None
        if cue.needs == "envoy" and actors and all(g.private or g.sector in _PRIVATE for g in actors):
            return None
        return Parties(who, whom)


_PRIVATE = frozenset({"CVL", "LAB", "AGR", "BUS", "JRN", "EDU", "CRM"})
