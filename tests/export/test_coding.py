from __future__ import annotations

import json
from pathlib import Path

import pytest
from coded import Gold, gold_rows, no_event_sentences, same_class, shares

import communique
from communique.coding import coder
from communique.errors import InputError, LanguageError
from communique.lexicon.events import EventCue, load_events

CUES = load_events("en").cues
BENCH = Path(__file__).resolve().parents[3] / "shared" / "bench" / "gsr_dev.jsonl"


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.id)
def test_a_cue_codes_the_sentences_it_says_it_codes(cue: EventCue) -> None:
    assert cue.yes, "a cue carries at least one sentence that it codes"
    for sentence in cue.yes:
        events = communique.code(sentence)
        assert events, f"no event in {sentence!r}"
        assert same_class(events[0], cue.plover), f"{sentence!r} gave {events[0]}"
    for sentence in cue.no:
        wrong = [event for event in communique.code(sentence) if event.plover == cue.plover]
        assert not wrong, f"{sentence!r} gave {wrong}"


@pytest.mark.parametrize(
    ("part", "right", "sides"),
    [("tune", 0.97, 0.95), ("held", 0.95, 0.90)],
)
def test_own_sentences_stay_right(part: str, right: float, sides: float) -> None:
    rows = gold_rows(part)
    found = shares(rows, [communique.code(row.text) for row in rows])
    assert found.coded >= 0.98
    assert found.right >= right
    assert found.sides >= sides


def test_sentences_without_an_event_stay_without_one() -> None:
    sentences = no_event_sentences()
    assert len(sentences) >= 150
    wrong = [sentence for sentence in sentences if communique.code(sentence)]
    assert len(wrong) <= 0.05 * len(sentences), wrong


@pytest.mark.skipif(
    not BENCH.exists(), reason="the benchmark of single sentences does not lie beside the clone"
)
def test_the_targets_of_the_benchmark_are_met() -> None:
    lines = [json.loads(line) for line in BENCH.read_text(encoding="utf-8").splitlines()]
    rows = [
        Gold("dev", row["event"], _heads(row["actors"]), _heads(row["recipients"]), row["text"])
        for row in lines
    ]
    found = shares(rows, [communique.code(row.text) for row in rows])
    assert found.coded >= 0.95
    assert found.right >= 0.85
    assert found.sides >= 0.80


def _heads(codes: list[str]) -> frozenset[str]:
    return frozenset(code[:3] for code in codes)


@pytest.mark.parametrize(
    ("sentence", "plover", "actors", "recipients"),
    [
        ("Portugal will send tents to Mozambique.", "AGREE", "PRT", "MOZ"),
        ("Portugal did not send tents to Mozambique.", "SANCTION", "PRT", "MOZ"),
        ("Portugal will not send tents to Mozambique.", "REJECT", "PRT", "MOZ"),
        ("Portugal stopped sending tents to Mozambique.", "SANCTION", "PRT", "MOZ"),
        ("Ethiopia will attack Eritrea.", "THREATEN", "ETH", "ERI"),
        ("Ethiopia did not attack Eritrea.", "RETREAT", "ETH", "ERI"),
        ("The president of Chile will visit Peru.", "AGREE", "CHLGOV", "PER"),
        ("The United States announced it would impose sanctions on Belarus.", "SANCTION", "USA", "BLR"),
        ("Peru did not reject the offer from Chile.", "AGREE", "PER", "CHL"),
    ],
)
def test_tense_and_negation(sentence: str, plover: str, actors: str, recipients: str) -> None:
    event = communique.code(sentence)[0]
    assert (event.plover, event.actors, event.recipients) == (plover, (actors,), (recipients,))


@pytest.mark.parametrize(
    ("sentence", "actors", "recipients"),
    [
        ("Turkish jets bombed Kurdish rebels in northern Iraq.", ("TURMIL",), ("IRQREB",)),
        ("The European Union condemned Myanmar.", ("IGO",), ("MMR",)),
        ("Berlin criticised Budapest.", ("DEU",), ("HUN",)),
        ("Hamas attacked Israel.", ("PSEREB",), ("ISR",)),
        ("French farmers protested in Lyon.", ("FRAAGR",), ("FRA",)),
        ("Greenpeace accused Japan of killing whales.", ("NGO",), ("JPN",)),
        ("Lithuania was attacked by Belarusian hackers.", ("BLRCVL",), ("LTU",)),
    ],
)
def test_codes_of_actors(sentence: str, actors: tuple[str, ...], recipients: tuple[str, ...]) -> None:
    event = communique.code(sentence)[0]
    assert (event.actors, event.recipients) == (actors, recipients)


def test_a_text_is_coded_sentence_by_sentence() -> None:
    text = "Norway urged Sweden to reopen the border. Snow fell. Finland praised Estonia."
    assert [(e.plover, e.quote) for e in communique.code(text)] == [
        ("REQUEST", "Norway urged Sweden to reopen the border."),
        ("SUPPORT", "Finland praised Estonia."),
    ]
    assert all(text[e.start :].startswith(e.quote) for e in communique.code(text))


def test_codes_stay_text() -> None:
    event = communique.code("Angola criticised Zambia.")[0]
    assert event.cameo == "111"
    assert communique.code("Angola agreed to help Zambia.")[0].cameo == "030"


@pytest.mark.parametrize(
    "text", ["!", "...", "'s 's", "{", "a" * 5000, "The the the of of", "Iran. Iran? IRAN"]
)
def test_odd_text_gives_no_event(text: str) -> None:
    assert communique.code(text) == ()


def test_what_cannot_be_coded_is_refused() -> None:
    with pytest.raises(InputError, match="the text is empty"):
        communique.code(" ")
    with pytest.raises(LanguageError, match=r"cannot be coded in language 'de'"):
        coder("de")
    with pytest.raises(LanguageError, match="no pack reads language 'xx'"):
        communique.code("They met.", lang="xx")
