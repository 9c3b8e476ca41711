"""Readings of any number, made by a seeded generator: what a ledger takes in, without reading texts.

The same seed gives the same readings. A document tells of one pair of states in some ten records; states
are drawn by a law that gives a few most of the news (as press on states does), so that the largest of the
pairs has thousands of records and most have some dozens. Every quote stands in its text.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from itertools import accumulate

from communique.base.ids import content_id
from communique.base.spans import Evidence
from communique.kinds.act import Act
from communique.kinds.agreement import Agreement
from communique.kinds.commitment import Commitment
from communique.kinds.indicator import Indicator
from communique.kinds.meeting import Meeting
from communique.kinds.person import Person
from communique.kinds.position import Position
from communique.kinds.record import Actor, Attribution, Place, Record
from communique.kinds.visit import Visit
from communique.mentions.matcher import Hits
from communique.reading.results import Reading
from communique.text.document import Document
from communique.world.files import DATA

RECORDS_A_DOCUMENT = 10
_SHAPES = (
    (Commitment, 30, "{a} and {b} agreed to {verb} {thing} number {n}"),
    (Person, 14, "{who}, the foreign minister of {a}, spoke on {thing}"),
    (Position, 12, "{a} supports the bid of {b} for {thing} number {n}"),
    (Meeting, 14, "{who} met {whom} in the capital of {b} for round {n} of talks"),
    (Act, 10, "{a} delivered {n} crates for {thing} to {b}"),
    (Indicator, 10, "trade between {a} and {b} came to {n} million dollars"),
    (Visit, 5, "{who} went to {b} on journey {n}"),
    (Agreement, 5, "{a} and {b} signed memorandum {n} on {thing}"),
)
_VERBS = ("open", "fund", "build", "extend", "review", "study", "widen", "renew")
_THINGS = ("a rail link", "clean energy", "a joint office", "fisheries", "customs", "grain storage", "a port")
_LANGS = ("en", "de", "es", "fr", "vi")
_GIVEN = ("Åsa", "Grace", "Wei", "José", "Linh", "Omar", "Ivana", "Ngozi", "Pál", "Mere", "Aiko", "Tomás")
_FAMILY = ("Lindqvist", "Mwangi", "Zhang", "Quispe", "Trần", "Haddad", "Novák", "Adeyemi", "Szabó", "Tanaka")


def readings(records: int, *, seed: int = 1, start: int = 0) -> Iterator[Reading]:
    """Readings of together `records` records; document `n` is the same whatever comes before it."""
    states, weights = _states()
    for number in range(start // RECORDS_A_DOCUMENT, (start + records) // RECORDS_A_DOCUMENT):
        yield _reading(number, random.Random(f"{seed}-{number}"), states, weights)


def drawn_pairs(number: int, rng: random.Random) -> Iterator[tuple[str, str]]:
    """Pairs of states as the readings draw theirs."""
    states, weights = _states()
    for _ in range(number):
        yield _pair(rng, states, weights)


def _pair(rng: random.Random, states: list[str], weights: list[float]) -> tuple[str, str]:
    a, b = rng.choices(states, cum_weights=weights, k=2)
    while a == b:
        b = rng.choices(states, cum_weights=weights)[0]
    return a, b


def _states() -> tuple[list[str], list[float]]:
    rows = (DATA / "states.tsv").read_text(encoding="utf-8").splitlines()[1:]
    states = [row.split("\t")[0] for row in rows]
    random.Random(0).shuffle(states)
    return states, list(accumulate(1 / (rank + 3) for rank in range(len(states))))


def _reading(number: int, rng: random.Random, states: list[str], weights: list[float]) -> Reading:
    a, b = _pair(rng, states, weights)
    doc, lang = f"press/{number // 1000:04}/{number:07}.txt", rng.choice(_LANGS)
    day = dt.date(2015, 1, 1) + dt.timedelta(days=rng.randrange(4000))
    shapes = rng.choices(_SHAPES, weights=[weight for _, weight, _ in _SHAPES], k=RECORDS_A_DOCUMENT)
    records, sentences, at = [], [], 0
    for kind, _, pattern in shapes:
        words = {
            "a": a,
            "b": b,
            "who": f"{rng.choice(_GIVEN)} {rng.choice(_FAMILY)}",
            "whom": f"{rng.choice(_GIVEN)} {rng.choice(_FAMILY)}",
            "verb": rng.choice(_VERBS),
            "thing": rng.choice(_THINGS),
            "n": rng.randrange(2, 10_000_000),
        }
        said = pattern.format(**words)
        evidence = Evidence(at, at + len(said), said)
        records.append(_record(kind, doc, lang, evidence, words, day, rng))
        sentences.append(f"{said}, as reported by the two sides on the day after the talks. ")
        at += len(sentences[-1])
    known = {
        "date": day.isoformat(),
        "publisher": f"{rng.choice((a, b)).lower()}-press.example",
        "url": f"https://press.example/{number}",
        "title": f"{a} and {b}",
    }
    document = Document(id=doc, text="".join(sentences), lang=lang, **known)
    unique = tuple({record.id: record for record in records}.values())
    return Reading(document=document, segments=(), hits=Hits([], []), candidates=(), records=unique, drops=())


def _record(
    kind: type[Record],
    doc: str,
    lang: str,
    evidence: Evidence,
    words: dict[str, object],
    day: dt.date,
    rng: random.Random,
) -> Record:
    a, b, thing = str(words["a"]), str(words["b"]), str(words["thing"])
    who, whom = Actor(name=str(words["who"]), country=a), Actor(name=str(words["whom"]), country=b)
    date = day.isoformat() if rng.random() < 0.6 else None
    own: dict[type[Record], dict[str, object]] = {
        Commitment: {"by": (a, b), "mode": "agree", "action": thing, "sectors": ("trade",)},
        Person: {"name": who.name, "country": a, "role": "foreign_minister"},
        Position: {"by": (a,), "stance": "support", "issue": thing, "toward": (b,)},
        Meeting: {
            "participants": (who, whom),
            "countries": (a, b),
            "place": Place(country=b),
            "date": date,
        },
        Act: {"plover": "AID", "by": (a,), "toward": (b,), "text": thing},
        Indicator: {
            "measure": "trade_turnover",
            "value": words["n"],
            "unit": "USD",
            "reporter": a,
            "partner": b,
            "period": str(day.year),
        },
        Visit: {"visitor": who, "destination": b, "date": date},
        Agreement: {"instrument": "memorandum", "title": thing, "status": "signed", "parties": (a, b)},
    }
    said = (
        Attribution(speaker=who.name, country=a, manner="indirect") if rng.random() < 0.3 else Attribution()
    )
    return kind(
        id=content_id("r", kind.__name__, doc, str(evidence.start), evidence.quote),
        doc=doc,
        evidence=(evidence,),
        lang=lang,
        attribution=said,
        confidence=round(rng.uniform(0.4, 0.95), 2),
        rule=f"{lang}/{kind.__name__.lower()}/made",
        **own[kind],
    )
