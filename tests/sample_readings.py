"""Hand-made readings for tests: a document in our own words and records over quotes of it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec

from communique.base.ids import content_id
from communique.base.spans import Evidence, Span
from communique.kinds.act import Act
from communique.kinds.agreement import Agreement
from communique.kinds.commitment import Commitment
from communique.kinds.courtesy import Courtesy
from communique.kinds.gathering import Gathering
from communique.kinds.indicator import Indicator
from communique.kinds.invitation import Invitation
from communique.kinds.meeting import Meeting
from communique.kinds.partnership import Partnership
from communique.kinds.person import Person
from communique.kinds.position import Position
from communique.kinds.project import Project
from communique.kinds.record import Actor, Attribution, Place, Record
from communique.kinds.visit import Visit
from communique.mentions.matcher import Hits
from communique.reading.results import Reading
from communique.text.document import Document

MONDAY = dt.datetime(2025, 3, 3, 9, 0, tzinfo=dt.UTC)
TUESDAY = dt.datetime(2025, 3, 4, 9, 0, tzinfo=dt.UTC)

MWANGI = Actor(name="Grace Mwangi", country="KEN")
LINDQVIST = Actor(name="Åsa Lindqvist", country="SWE")
SAID_MWANGI = Attribution(speaker="Grace Mwangi", country="KEN", manner="indirect")
SAID_LINDQVIST = Attribution(speaker="Åsa Lindqvist", country="SWE", manner="direct")
JOINT = Attribution(manner="joint")

TALKS = (
    "Foreign Minister Åsa Lindqvist of Sweden met her Kenyan counterpart Grace Mwangi "
    "in Nairobi on 4 June 2024. "
    "The two sides agreed to open a joint office for clean energy. "
    "Mwangi said Kenya would lift its duty on Swedish turbines. "
    'Lindqvist said: "Sweden stands ready to fund two wind parks." '
    "She asked Kenya to shorten its permit procedure. "
    "Kenya supports Sweden's bid for the council seat, and Sweden supports Kenya's bid for the council seat. "
    "Trade between the two countries came to over 310 million dollars in 2023. "
    "They signed a memorandum on geothermal research. "
    "The Lamu wind corridor is under construction. "
    "Lindqvist thanked Kenya for its welcome and invited Mwangi to Stockholm. "
    "The minister accepted. "
    "A second round of talks is planned for October 2024. "
    "The ties were raised to a strategic partnership. "
    "Sweden delivered forty field hospitals to Kenya."
)
ECHO = (
    "Nairobi and Stockholm will work together: the two sides agreed to open a joint office for clean energy. "
    "Their trade reached over 320 million dollars in 2023."
)


def record(kind: type[Record], document: str, text: str, /, *quotes: str, **fields: Any) -> Record:
    spans = [(start := text.index(quote), start + len(quote)) for quote in quotes]
    fields.setdefault("lang", "en")
    return kind(
        id=content_id(kind.__name__.lower(), document, *quotes, repr(sorted(fields.items()))),
        doc=document,
        evidence=tuple(Evidence.of(text, Span(*span)) for span in spans),
        **fields,
    )


def reading(document: Document, *records: Record) -> Reading:
    return Reading(
        document=document, segments=(), hits=Hits([], []), candidates=(), records=records, drops=()
    )


def document(id: str, text: str, **known: Any) -> Document:
    usual = {"lang": "en", "date": "2024-06-05", "publisher": "Gazette"}
    return Document(id=id, text=text, **usual | known)


def talks(id: str = "talks", **known: Any) -> Reading:
    """A visit's report with a record of nearly every kind."""

    def made(kind: type[Record], *quotes: str, **fields: Any) -> Record:
        return record(kind, id, TALKS, *quotes, **fields)

    nairobi = Place(name="Nairobi", country="KEN")
    return reading(
        document(id, TALKS, title="Talks in Nairobi", url="https://example.org/talks", **known),
        made(
            Person,
            "Åsa Lindqvist",
            name="Åsa Lindqvist",
            country="SWE",
            role="foreign_minister",
            role_text="Foreign Minister",
        ),
        made(Person, "Grace Mwangi", name="Grace Mwangi", country="KEN", role="foreign_minister"),
        made(
            Meeting,
            "met her Kenyan counterpart",
            participants=(LINDQVIST, MWANGI),
            countries=("SWE", "KEN"),
            format="in_person",
            place=nairobi,
            date="2024-06-04",
        ),
        made(Visit, "in Nairobi on 4 June 2024", visitor=LINDQVIST, destination="KEN", date="2024-06-04"),
        made(
            Commitment,
            "agreed to open a joint office for clean energy",
            by=("KEN", "SWE"),
            mode="agree",
            action="open a joint office for clean energy",
            sectors=("energy",),
            modality="agreed",
            attribution=JOINT,
        ),
        made(
            Commitment,
            "Kenya would lift its duty on Swedish turbines",
            by=("KEN",),
            toward=("SWE",),
            mode="pledge",
            action="lift its duty on Swedish turbines",
            sectors=("trade", "customs"),
            modality="intended",
            attribution=SAID_MWANGI,
        ),
        made(
            Commitment,
            "Sweden stands ready to fund two wind parks",
            by=("SWE",),
            toward=("KEN",),
            mode="offer",
            action="fund two wind parks",
            sectors=("energy",),
            modality="intended",
            attribution=SAID_LINDQVIST,
        ),
        made(
            Commitment,
            "She asked Kenya to shorten its permit procedure",
            by=("SWE",),
            toward=("KEN",),
            mode="request",
            action="shorten its permit procedure",
            due="2025-01",
            modality="requested",
            attribution=SAID_LINDQVIST,
        ),
        made(
            Position,
            "Kenya supports Sweden's bid for the council seat",
            by=("KEN",),
            stance="support",
            issue="bid for the council seat",
            toward=("SWE",),
        ),
        made(
            Position,
            "Sweden supports Kenya's bid for the council seat",
            by=("SWE",),
            stance="support",
            issue="bid for the council seat",
            toward=("KEN",),
        ),
        made(
            Indicator,
            "over 310 million dollars in 2023",
            measure="trade_turnover",
            reporter="KEN",
            partner="SWE",
            value=310_000_000,
            bound="over",
            unit="USD",
            period="2023",
        ),
        made(
            Agreement,
            "They signed a memorandum on geothermal research",
            instrument="memorandum",
            title="memorandum on geothermal research",
            status="signed",
            parties=("KEN", "SWE"),
        ),
        made(
            Project,
            "The Lamu wind corridor is under construction",
            name="Lamu wind corridor",
            type="corridor",
            parties=("KEN", "SWE"),
            status="under_construction",
        ),
        made(
            Courtesy,
            "Lindqvist thanked Kenya for its welcome",
            by=LINDQVIST,
            to=Actor(country="KEN"),
            act="thank",
            reason="its welcome",
        ),
        made(
            Invitation,
            "invited Mwangi to Stockholm",
            "The minister accepted",
            inviter=LINDQVIST,
            invitee=MWANGI,
            to="Stockholm",
            destination="SWE",
            accepted=True,
        ),
        made(
            Meeting,
            "A second round of talks is planned for October 2024",
            countries=("KEN", "SWE"),
            occasion="second round of talks",
            date="2024-10",
            modality="planned",
        ),
        made(
            Partnership,
            "raised to a strategic partnership",
            parties=("KEN", "SWE"),
            tier="strategic_partnership",
            tier_text="strategic partnership",
            change="upgraded",
        ),
        made(
            Act,
            "Sweden delivered forty field hospitals to Kenya",
            plover="AID",
            by=("SWE",),
            toward=("KEN",),
            text="delivered forty field hospitals",
        ),
    )


def echo(id: str = "echo", **known: Any) -> Reading:
    """Another outlet on the same talks: one fact is the same, one figure differs."""
    known = {"date": "2024-06-07", "publisher": "Courier"} | known
    return reading(
        document(id, ECHO, **known),
        record(
            Commitment,
            id,
            ECHO,
            "agreed to open a joint office for clean energy",
            by=("SWE", "KEN"),
            mode="agree",
            action="Open a joint office for clean energy",
            modality="agreed",
            attribution=Attribution(source="Courier"),
        ),
        record(
            Indicator,
            id,
            ECHO,
            "over 320 million dollars in 2023",
            measure="trade_turnover",
            reporter="KEN",
            partner="SWE",
            value=320_000_000,
            bound="over",
            unit="USD",
            period="2023",
        ),
    )


def forum(id: str = "forum") -> Reading:
    """A report on others, in a language and script of its own."""
    text = "习近平主席在北京会见越南总理范明政。中方支持越方主办论坛。"
    xi, pham = Actor(name="习近平", country="CHN"), Actor(name="范明政", country="VNM")
    return reading(
        document(id, text, lang="zh", date="2023-06-27", publisher="Herald"),
        record(
            Meeting,
            id,
            text,
            "习近平主席在北京会见越南总理范明政",
            lang="zh",
            participants=(xi, pham),
            countries=("CHN", "VNM"),
            place=Place(name="Beijing", country="CHN"),
            format="in_person",
        ),
        record(
            Position,
            id,
            text,
            "中方支持越方主办论坛",
            lang="zh",
            by=("CHN",),
            stance="support",
            issue="越方主办论坛",
            toward=("VNM",),
        ),
        record(Gathering, id, text, "论坛", lang="zh", name="论坛", type="forum", host="VNM", date="2024"),
    )


def altered(given: Reading, **changes: Any) -> Reading:
    """The reading with other fields of its document."""
    return msgspec.structs.replace(given, document=msgspec.structs.replace(given.document, **changes))
