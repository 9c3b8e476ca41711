"""Groups take the surest pairs first, keep contradictions apart, and obey judgements."""

from __future__ import annotations

from communique.resolve.grouping import JUDGED, Pair, group, judged


def members(size: int, pairs: list[Pair], apart: set[tuple[int, int]] = frozenset()) -> list[tuple[int, ...]]:  # type: ignore[assignment]
    return [g.members for g in group(size, pairs, lambda a, b: (min(a, b), max(a, b)) in apart)]


def test_a_chain_of_pairs_is_one_group_and_the_rest_stay_alone() -> None:
    assert members(4, [Pair(2.0, 0, 1, ()), Pair(1.5, 1, 3, ())]) == [(0, 1, 3), (2,)]


def test_a_contradiction_to_any_member_holds_two_groups_asunder() -> None:
    pairs = [Pair(3.0, 0, 1, ()), Pair(2.0, 1, 2, ())]
    assert members(3, pairs, {(0, 2)}) == [(0, 1), (2,)]


def test_the_surer_pair_wins_where_both_cannot_be() -> None:
    pairs = [Pair(1.0, 0, 1, ()), Pair(2.0, 1, 2, ())]
    assert members(3, pairs, {(0, 2)}) == [(0,), (1, 2)]


def test_judgements_win_over_contradictions_and_unknown_keys_are_passed_over() -> None:
    keys = {"a": 0, "b": 1, "c": 2}
    same, parted = judged(
        keys, {("b", "a"): "same", ("c", "a"): "not_same", ("a", "x"): "same", ("b", "c"): "unsure"}
    )
    assert [(p.one, p.other) for p in same] == [(0, 1)]
    assert parted == {(0, 2)}
    assert members(3, same, {(0, 1)}) == [(0, 1), (2,)]


def test_items_judged_the_same_contradict_another_only_where_all_of_them_do() -> None:
    pairs = [Pair(JUDGED, 0, 1, ()), Pair(2.0, 0, 2, ())]
    assert members(3, pairs, {(1, 2)}) == [(0, 1, 2)]
    assert members(3, pairs, {(0, 2), (1, 2)}) == [(0, 1), (2,)]
    assert [g.members for g in group(3, pairs, lambda a, b: False, frozenset({(1, 2)}))] == [(0, 1), (2,)]
