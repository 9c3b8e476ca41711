"""Which candidates with the same sides tell one fact: meetings by people and days, visits and instruments by name.

The groups of one key are kept so that a candidate is compared with those alone that share a name or a word
with it, and with each way of telling once: a long document tells of thousands of meetings of one pair.
"""

from __future__ import annotations

from collections.abc import Iterable

from communique.reading.results import Candidate

_MONTH = 7
_ECHO = 0.5
"""Confidence up to which a meeting is only mentioned, and may be any that was told before."""
_YEAR = 4

_Sides = frozenset[tuple[str | None, str | None]]


class Group(list[Candidate]):
    """Candidates that tell one fact, and the different words or people that they tell it with."""

    def __init__(self) -> None:
        super().__init__()
        self.words: dict[frozenset[str], None] = {}
        """The words of titles, or the names of a meeting's people, that occurred."""
        self.sides: dict[_Sides, dict[str | None, set[str | None]]] = {}
        """The people by state of meetings told as such."""
        self.days: set[str] = set()
        self.undated = False


class Groups:
    """The groups of one key; a candidate belongs to the first that it may be one with."""

    def __init__(self, day: str | None) -> None:
        self._day = day
        self._groups: list[Group] = []
        self._open: dict[int, None] = {}
        """The groups without any words so far, by their numbers."""
        self._having: dict[str, dict[int, None]] = {}
        """The groups that have a word."""

    def add(self, candidate: Candidate) -> Group | None:
        """Add a candidate to its group; the group if it is new."""
        words = _words(candidate)
        fits = _may_be_one if candidate.kind == "meeting" else _same_title
        found = next(
            (n for n in self._near(words) if fits(self._groups[n], candidate, words, self._day)), None
        )
        new = found is None
        if found is None:
            found = len(self._groups)
            self._groups.append(Group())
            self._open[found] = None
        group = self._groups[found]
        group.append(candidate)
        if words:
            self._open.pop(found, None)
            group.words[words] = None
            for word in words:
                self._having.setdefault(word, {})[found] = None
        if candidate.kind == "meeting":
            _meet(group, candidate)
        return group if new else None

    def _near(self, words: frozenset[str]) -> Iterable[int]:
        """The groups that a candidate with these words may belong to, in order."""
        if not words:
            return range(len(self._groups))
        return sorted({*self._open, *(n for word in words for n in self._having.get(word, ()))})


def _words(candidate: Candidate) -> frozenset[str]:
    """What tells one group from another: a title, who met or who travels; none where unsaid."""
    if candidate.kind == "meeting":
        names = frozenset(a.name for a in candidate.slots["participants"])
        return names if len(names) > 1 else frozenset()
    if candidate.kind == "visit":
        who = candidate.slots["visitor"].name
        return frozenset({who}) if who else frozenset()
    return _title_words(candidate) if candidate.kind == "agreement" else frozenset()


def _title_words(candidate: Candidate) -> frozenset[str]:
    """The words of a title behind or before the instrument's bare noun, none for the bare noun."""
    found = frozenset(w for w in str(candidate.slots.get("title") or "").lower().split() if len(w) > 3)
    return found if len(found) > 1 else frozenset()


def _same_title(group: Group, candidate: Candidate, words: frozenset[str], day: str | None) -> bool:
    """Whether an instrument's title may name a group's: the words of one are in the other."""
    return not words or not group.words or any(words <= w or w <= words for w in group.words)


def _may_be_one(group: Group, candidate: Candidate, names: frozenset[str], told: str | None) -> bool:
    """Whether a meeting may be the one that a group is about: no other month, no other people.

    A meeting of another year than the document's is none that is told without a date.
    """
    date = candidate.slots["date"]
    days = {*group.days, date} if date else group.days
    if len({day[:_MONTH] for day in days}) > 1:
        return False
    if group.undated and date and told and all(day[:_YEAR] != told[:_YEAR] for day in days):
        return False
    if not names:
        return True
    if len(days) > 1 and not all(names <= others or others <= names for others in group.words):
        return False
    return all(names & others for others in group.words) and not _with_others(group, candidate)


def _meet(group: Group, candidate: Candidate) -> None:
    """Keep of a meeting what others are compared with."""
    date = candidate.slots["date"]
    if date:
        group.days.add(date)
    else:
        group.undated = True
    if candidate.confidence > _ECHO:
        sides = _by_side(candidate)
        if len(sides) > 1:
            pairs = frozenset((side, name) for side, names in sides.items() for name in names)
            group.sides.setdefault(pairs, sides)


def _with_others(group: Group, candidate: Candidate) -> bool:
    """Whether a meeting, told as such, is with other persons of one side than one of the group told as such."""
    first = _by_side(candidate) if candidate.confidence > _ECHO else {}
    if len(first) < 2:
        return False
    return any(
        not first[side] & second[side]
        for second in group.sides.values()
        for side in first.keys() & second.keys()
    )


def _by_side(candidate: Candidate) -> dict[str | None, set[str | None]]:
    """The persons of a meeting by the state they are of."""
    out: dict[str | None, set[str | None]] = {}
    for who in candidate.slots["participants"]:
        out.setdefault(who.country, set()).add(who.name)
    return out
