"""Candidates of one key, compared with those alone that they share something with, as if with all."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from communique.kinds.record import Actor
from communique.reading.grouping import Groups
from communique.reading.results import Candidate

TOLD = "2024-07-03"


def candidate(kind: str, confidence: float = 0.8, **slots: object) -> Candidate:
    return Candidate(
        kind=kind,
        slots=slots,
        spans=(),
        attribution={},
        modality="actual",
        confidence=confidence,
        rule="test",
    )


def meeting(rng: random.Random) -> Candidate:
    people = tuple(
        Actor(name=rng.choice([None, *"abcdefgh"]), country=country)
        for country in rng.choices(["CHN", "USA"], k=rng.randint(0, 4))
    )
    day = rng.choice([None, "2024-07-01", "2024-07-02", "2024-06-30", "2023-07-02"])
    return candidate("meeting", rng.choice([0.4, 0.9]), participants=people, date=day)


def agreement(rng: random.Random) -> Candidate:
    words = rng.sample(
        ["trade", "customs", "visas", "transport", "energy", "on", "health"], rng.randint(0, 4)
    )
    return candidate("agreement", title=" ".join(words) or None)


def alone(told: str | None, group: list[Candidate], new: Candidate) -> bool:
    """Whether a candidate fits a group, by its rules on every one of the group."""
    if new.kind == "agreement":
        words = title(new)
        others = [title(c) for c in group if title(c)]
        return not words or not others or any(words <= w or w <= words for w in others)
    days = {c.slots["date"] for c in (*group, new) if c.slots["date"]}
    if len({day[:7] for day in days}) > 1:
        return False
    undated = any(not c.slots["date"] for c in group) and new.slots["date"]
    if undated and told and all(day[:4] != told[:4] for day in days):
        return False
    mine = names(new)
    if len(mine) < 2:
        return True
    known = [names(c) for c in group if len(names(c)) > 1]
    if len(days) > 1 and any(not (mine <= k or k <= mine) for k in known):
        return False
    return all(mine & k for k in known) and not any(apart(c, new) for c in group)


def title(one: Candidate) -> set[str]:
    words = {w for w in (one.slots["title"] or "").split() if len(w) > 3}
    return words if len(words) > 1 else set()


def names(one: Candidate) -> set[str | None]:
    return {who.name for who in one.slots["participants"]}


def apart(one: Candidate, two: Candidate) -> bool:
    """Whether two meetings told as such are between the same two sides, and one side has other persons."""
    sides = [{who.country for who in c.slots["participants"]} for c in (one, two)]
    if min(one.confidence, two.confidence) <= 0.5 or min(map(len, sides)) < 2:
        return False
    of = [
        [{w.name for w in c.slots["participants"] if w.country == s} for s in sides[0] & sides[1]]
        for c in (one, two)
    ]
    return any(not first & second for first, second in zip(*of, strict=True))


@pytest.mark.parametrize("make", [meeting, agreement])
@pytest.mark.parametrize("told", [TOLD, None])
def test_groups_are_those_of_comparing_with_every_candidate(
    make: Callable[[random.Random], Candidate], told: str | None
) -> None:
    for seed in range(150):
        rng = random.Random(seed)
        groups, found, plain = Groups(told), [], []
        for _ in range(40):
            new = make(rng)
            started = groups.add(new)
            if started is not None:
                found.append(started)
            group = next((g for g in plain if alone(told, g, new)), None)
            if group is None:
                plain.append([new])
            else:
                group.append(new)
        assert found == plain
        assert 1 < len(plain) < 40
