import json
from pathlib import Path

import pytest

from communique.base.spans import Evidence, Span
from communique.errors import InputError
from communique.kinds.meeting import Meeting
from communique.kinds.record import Actor
from communique.kinds.visit import Visit
from communique.quality.bcubed import bcubed
from communique.quality.linking import score_copies, score_links, score_people
from communique.quality.linking_gold import Copy, Event, LinkingGold, Told, Who, load_linking
from communique.quality.tellings import tellings

SETS = [Path(__file__).parents[1] / name for name in ("linking", "linking_reserve")]
ONE = "Ruto met Abiy. Ruto also met Museveni."
TWO = "Abiy received Ruto on Tuesday. Museveni and Ruto met."
GOLD = LinkingGold(
    texts={"one": ONE, "two": TWO},
    events=(
        Event(
            event="e1",
            kind="meeting",
            sides=("KEN", "ETH"),
            told=(Told("one", "Ruto met Abiy"), Told("two", "received Ruto")),
        ),
        Event(
            event="e2",
            kind="meeting",
            sides=("KEN", "UGA"),
            told=(Told("one", "also met"), Told("two", "Museveni and Ruto")),
        ),
    ),
    persons=(
        Who(person="p1", names={"one": ("Ruto",), "two": ("Ruto", "William Ruto")}),
        Who(person="p2", names={"one": ("Abiy",), "two": ("Abiy",)}),
    ),
    copies=(),
)


def meeting(id_: str, doc: str, *quotes: str, states: tuple[str, ...] = ()) -> Meeting:
    text = GOLD.texts[doc]
    spans = [Span(at := text.index(quote), at + len(quote)) for quote in quotes]
    return Meeting(
        id=id_,
        doc=doc,
        lang="en",
        countries=states,
        evidence=tuple(Evidence.of(text, span) for span in spans),
    )


READ = [
    meeting("a1", "one", "Ruto met Abiy."),
    meeting("a2", "two", "Abiy received Ruto on Tuesday."),
    meeting("b1", "one", "Ruto also met Museveni."),
    meeting("b2", "two", "Museveni and Ruto met."),
]


def test_bcubed_by_hand() -> None:
    # Gold {a, b, c}, {d, e}; predicted {a, b}, {c, d}, {e}.
    score = bcubed([("x", 1), ("x", 1), ("x", 2), ("y", 2), ("y", 3)])
    assert score.precision == pytest.approx((1 + 1 + 1 / 2 + 1 / 2 + 1) / 5)
    assert score.recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 / 2 + 1 / 2) / 5)
    assert score.f1 == pytest.approx(2 * 0.8 * (8 / 15) / (0.8 + 8 / 15))
    assert score.items == 5


def test_bcubed_of_nothing() -> None:
    assert bcubed([]).f1 == 1.0


def test_all_links_right() -> None:
    score = score_links(GOLD, {"a1": "x", "a2": "x", "b1": "y", "b2": "y"}, READ)
    assert score.links_alone.f1 == score.with_reading_errors.f1 == score.kinds["meeting"].f1 == 1.0
    assert (score.told, score.read, score.fused) == (4, 4, ())


def test_a_record_without_a_cluster_stands_alone() -> None:
    score = score_links(GOLD, {}, READ)
    assert (score.links_alone.precision, score.links_alone.recall) == (1.0, 0.5)


def test_everything_in_one_cluster() -> None:
    score = score_links(GOLD, dict.fromkeys(("a1", "a2", "b1", "b2"), "x"), READ)
    assert (score.links_alone.precision, score.links_alone.recall) == (0.5, 1.0)


def test_a_telling_without_a_record_is_lost_only_with_reading_errors() -> None:
    score = score_links(GOLD, {"a1": "x", "b1": "y", "b2": "y"}, [r for r in READ if r.id != "a2"])
    assert score.links_alone.f1 == 1.0
    assert (score.told, score.read) == (4, 3)
    # The pair of e1 falls apart: recall 1/2 each; the pair of e2 is whole.
    assert score.with_reading_errors.precision == 1.0
    assert score.with_reading_errors.recall == pytest.approx((1 / 2 + 1 / 2 + 1 + 1) / 4)


def test_a_record_of_two_events_counts_only_with_reading_errors() -> None:
    fused = meeting("ab", "one", "Ruto met Abiy.", "Ruto also met Museveni.")
    score = score_links(GOLD, {"ab": "x", "a2": "x", "b2": "y"}, [fused, *READ[1::2]])
    assert score.fused == ("ab",)
    assert (score.links_alone.items, score.links_alone.f1) == (2, 1.0)
    # Cluster x holds e1, e2, e1; y holds e2.
    assert score.with_reading_errors.precision == pytest.approx((2 / 3 + 1 / 3 + 2 / 3 + 1) / 4)
    assert score.with_reading_errors.recall == pytest.approx((1 + 1 / 2 + 1 + 1 / 2) / 4)


def test_of_several_records_those_with_most_sides_tell_the_event() -> None:
    several = [
        meeting("x", "one", "Ruto met Abiy.", states=("KEN", "ETH")),
        meeting("y", "one", "Ruto met Abiy.", states=("KEN", "UGA")),
    ]
    assert tellings(GOLD, several)[0].records == ("x",)


def test_a_record_of_another_kind_tells_nothing() -> None:
    visit = Visit(
        id="v",
        doc="one",
        lang="en",
        evidence=READ[0].evidence,
        visitor=Actor("Ruto", "KEN"),
        destination="ETH",
    )
    assert tellings(GOLD, [visit])[0].records == ()


def test_people_by_hand() -> None:
    found = {
        ("one", "Ruto"): "r",
        ("two", "William  RUTO"): "s",
        ("one", "Abiy"): "r",
        ("two", "Museveni"): "m",
    }
    score = score_people(GOLD, found)
    # Clusters r = {p1, p2}, s = {p1}.
    assert score.links.precision == pytest.approx((1 / 2 + 1 + 1 / 2) / 3)
    assert score.links.recall == pytest.approx((1 / 2 + 1 / 2 + 1) / 3)
    assert (score.named, score.read, score.unknown) == (4, 3, (("two", "Museveni"),))


def test_copies_either_way_round() -> None:
    gold = LinkingGold(texts={}, events=(), persons=(), copies=(Copy("a", "b"), Copy("a", "c")))
    counts = score_copies(gold, {"a": "b", "d": "a"})
    assert (counts.tp, counts.fp, counts.fn) == (1, 1, 1)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ({"event": "e1", "kind": "meeting", "told": [{"doc": "no", "quote": "x"}]}, "no text no.txt"),
        ({"event": "e1", "kind": "meeting", "told": [{"doc": "one", "quote": "x"}]}, "not in one.txt"),
        ({"event": "e1", "kind": "meeting", "told": [{"doc": "one", "quote": "met"}]}, "more than once"),
        ({"event": "e1", "kind": "talk", "told": []}, "no kind of record"),
        ({"person": "p1", "names": {"one": ["Biden"]}}, "not in one.txt"),
        ({"copy_of": "one"}, "not a line of linking gold"),
    ],
)
def test_wrong_gold_names_its_line(tmp_path: Path, line: dict[str, object], says: str) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "one.txt").write_text(ONE, "utf-8")
    (tmp_path / "gold.jsonl").write_text(json.dumps(line) + "\n", "utf-8")
    with pytest.raises(InputError, match=f"gold.jsonl: line 1: .*{says}"):
        load_linking(tmp_path)


@pytest.mark.parametrize("folder", SETS, ids=lambda folder: folder.name)
def test_the_sets_are_well_formed(folder: Path) -> None:
    gold = load_linking(folder)
    rows = [json.loads(line) for line in (folder / "meta.jsonl").read_text("utf-8").splitlines()]
    assert {row["doc"] for row in rows} == set(gold.texts)
    assert all(len({told.doc for told in event.told}) > 1 for event in gold.events)
    assert gold.copies
