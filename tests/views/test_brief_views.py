import datetime as dt
from collections.abc import Iterator

import pytest

from communique.kinds.commitment import Commitment
from communique.kinds.courtesy import Courtesy
from communique.kinds.gathering import Gathering
from communique.kinds.invitation import Invitation
from communique.kinds.meeting import Meeting
from communique.kinds.person import Person
from communique.kinds.position import Position
from communique.kinds.record import Actor, Attribution, Place
from communique.ledger import Ledger
from communique.views.brief import brief
from communique.views.brief_shape import Brief
from communique.views.footnotes import speaker
from sample_readings import LINDQVIST, MONDAY, document, echo, forum, reading, record, talks


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with Ledger.open(":memory:") as opened:
        opened.add_many([talks(), echo(), forum()], MONDAY)
        yield opened


@pytest.fixture
def made(ledger: Ledger) -> Brief:
    return brief(ledger, "KEN", "SWE")


def texts(made: Brief, key: str) -> list[str]:
    return [line.text for line in made.section(key).lines]


def labels(made: Brief, key: str) -> list[str | None]:
    return [group.label for group in made.section(key).groups]


def quotes(made: Brief, numbers: tuple[int, ...]) -> list[tuple[str, str, str]]:
    notes = {note.number: note for note in made.footnotes}
    return [(notes[n].document, notes[n].said, notes[n].quote) for n in numbers]


def test_sections_come_in_reading_order(made: Brief) -> None:
    assert [section.key for section in made.sections] == [
        "tier",
        "met",
        "coming",
        "instruments",
        "joint",
        "commitments_a",
        "commitments_b",
        "positions",
        "figures",
        "projects",
        "acts",
        "invitations",
        "people",
        "courtesies",
        "uncertain",
    ]
    assert made.documents == 2


def test_the_tier_has_its_label_verbatim_and_who_says_so(made: Brief) -> None:
    (line,) = made.section("tier").lines
    assert line.text == "“strategic partnership”"
    assert line.tags == ("upgraded", "reporter's voice")


def test_what_happened_and_what_is_coming(made: Brief) -> None:
    assert [line.when for line in made.section("met").lines] == ["2024-06-04", "2024-06-04"]
    assert "Åsa Lindqvist" in texts(made, "met")[0]
    assert [line.when for line in made.section("coming").lines] == ["2024-10", "2025-01"]
    assert "second round of talks" in texts(made, "coming")[0]
    assert texts(made, "coming")[1].endswith("asks for: shorten its permit procedure")


def test_what_was_planned_for_a_day_gone_by_is_not_coming(ledger: Ledger) -> None:
    later = brief(ledger, "KEN", "SWE", today=dt.date(2024, 12, 1))
    assert [line.when for line in later.section("coming").lines] == ["2025-01"]
    planned = later.section("met").lines[0]
    assert (planned.when, planned.tags) == ("2024-10", ("planned",))


def test_each_side_has_its_own_commitments(made: Brief) -> None:
    assert texts(made, "joint") == ["open a joint office for clean energy"]
    assert (labels(made, "commitments_a"), texts(made, "commitments_a")) == (
        ["Pledges"],
        ["lift its duty on Swedish turbines"],
    )
    assert labels(made, "commitments_b") == ["Offers", "Asks for"]


def test_the_sides_can_be_turned(ledger: Ledger) -> None:
    turned = brief(ledger, "SWE", "KEN")
    assert labels(turned, "commitments_a") == ["Offers", "Asks for"]
    assert turned.section("positions").facing[0].b is not None


def test_one_fact_of_two_documents_is_one_line_with_both_quotes(made: Brief) -> None:
    (line,) = made.section("joint").lines
    assert quotes(made, line.notes) == [
        ("talks", "joint", "agreed to open a joint office for clean energy"),
        ("echo", "according to Courier", "agreed to open a joint office for clean energy"),
    ]
    assert line.reported == "2024-06-07"


def test_different_figures_stay_apart(made: Brief) -> None:
    found = texts(made, "figures")
    assert len(found) == 2
    assert any("over 310 million USD" in text for text in found)
    assert any("over 320 million USD" in text for text in found)


def test_footnotes_slice_their_documents(made: Brief, ledger: Ledger) -> None:
    assert [note.number for note in made.footnotes] == list(range(1, len(made.footnotes) + 1))
    cited = {n for section in made.sections for line in section.lines for n in line.notes}
    cited |= {
        n for row in made.section("positions").facing for line in (row.a, row.b) if line for n in line.notes
    }
    assert cited == {note.number for note in made.footnotes}
    for note in made.footnotes:
        source = ledger.document(note.document, note.sha256)
        assert source is not None
        assert source.text[note.start : note.end] == note.quote
        assert (note.publisher, note.date) == (source.publisher, source.date)


def test_reciprocal_positions_face_each_other(made: Brief) -> None:
    (row,) = made.section("positions").facing
    assert row.a is not None
    assert row.b is not None
    assert quotes(made, row.a.notes)[0][2].startswith("Kenya supports")
    assert quotes(made, row.b.notes)[0][2].startswith("Sweden supports")


def test_positions_face_by_direction_and_alone(ledger: Ledger) -> None:
    text = (
        "Kenya backs Sweden's dam. Sweden backs Kenya's port. Sweden opposes the tariff. Both oppose piracy."
    )
    ledger.add(
        reading(
            document("views", text),
            record(
                Position,
                "views",
                text,
                "Kenya backs Sweden's dam",
                by=("KEN",),
                stance="support",
                issue="dam",
                toward=("SWE",),
            ),
            record(
                Position,
                "views",
                text,
                "Sweden backs Kenya's port",
                by=("SWE",),
                stance="support",
                issue="port",
                toward=("KEN",),
            ),
            record(
                Position,
                "views",
                text,
                "Sweden opposes the tariff",
                by=("SWE",),
                stance="oppose",
                issue="the tariff",
                toward=("KEN",),
            ),
            record(
                Position,
                "views",
                text,
                "Both oppose piracy",
                by=("KEN", "SWE"),
                stance="oppose",
                issue="piracy",
            ),
        ),
        MONDAY,
    )
    rows = [
        (row.a and row.a.text, row.b and row.b.text)
        for row in brief(ledger, "KEN", "SWE").section("positions").facing
    ]
    assert ("supports dam", "supports port") in rows
    assert (None, "opposes the tariff") in rows
    assert ("opposes piracy", "opposes piracy") in rows
    assert len(rows) == 4


def test_acts_invitations_people_and_courtesies(made: Brief) -> None:
    assert labels(made, "acts") == ["Cooperation"]
    assert labels(made, "invitations") == ["Accepted"]
    assert len(made.section("invitations").lines[0].notes) == 2
    assert texts(made, "people") == ["Grace Mwangi", "Åsa Lindqvist"]
    assert made.section("people").lines[1].tags == ("Foreign Minister",)
    (courtesy,) = texts(made, "courtesies")
    assert courtesy.endswith(": thanked")


def test_courtesies_are_counted_by_direction(ledger: Ledger) -> None:
    text = "She thanked Kenya for water. She thanked Kenya for wine. She praised Kenya."
    thanks = [
        record(Courtesy, "polite", text, quote, by=LINDQVIST, to=Actor(country="KEN"), act=act, reason=quote)
        for quote, act in (("for water", "thank"), ("for wine", "thank"), ("praised Kenya", "praise"))
    ]
    ledger.add(reading(document("polite", text), *thanks), MONDAY)
    (line,) = brief(ledger, "KEN", "SWE").section("courtesies").lines
    assert line.text.endswith(": praised, thanked 3×")
    assert len(line.notes) == 4


def test_people_and_gatherings_come_from_reports_on_the_two_only(ledger: Ledger) -> None:
    text = "In Oslo Swedish envoy Olof Berg spoke. A fair opens in 2030."
    ledger.add(
        reading(
            document("elsewhere", text),
            record(
                Person, "elsewhere", text, "Olof Berg", name="Olof Berg", country="SWE", role="ambassador"
            ),
            record(Gathering, "elsewhere", text, "A fair", name="fair", date="2030"),
        ),
        MONDAY,
    )
    made = brief(ledger, "KEN", "SWE")
    assert "Olof Berg" not in texts(made, "people")
    assert not any("fair" in text for text in texts(made, "coming"))
    china = brief(ledger, "CHN", "VNM")
    assert texts(china, "coming") == ["论坛"]


def test_undated_meetings_of_different_reports_stay_apart(ledger: Ledger) -> None:
    text = "Kenya and Sweden held talks."
    for id, date in (("one", "2021-05-01"), ("two", "2022-05-01"), ("three", "2022-05-01")):
        meeting = record(Meeting, id, text, "Kenya and Sweden held talks", countries=("KEN", "SWE"))
        ledger.add(reading(document(id, text, date=date), meeting), MONDAY)
    lines = [line for line in brief(ledger, "KEN", "SWE").section("met").lines if line.when is None]
    assert [(line.reported, len(line.notes)) for line in lines] == [("2022-05-01", 2), ("2021-05-01", 1)]


def test_what_fits_nowhere_else_is_still_shown(ledger: Ledger) -> None:
    text = "The Union will pay Kenya and Sweden."
    pledge = record(
        Commitment,
        "union",
        text,
        "The Union will pay",
        by=("EU",),
        toward=("KEN", "SWE"),
        mode="pledge",
        action="pay",
    )
    ledger.add(reading(document("union", text), pledge), MONDAY)
    assert texts(brief(ledger, "KEN", "SWE"), "other") == ["pay"]


def test_nothing_between_two_states(ledger: Ledger) -> None:
    empty = brief(ledger, "KEN", "VNM")
    assert (empty.sections, empty.footnotes, empty.documents) == ((), (), 0)


def test_a_window(ledger: Ledger) -> None:
    made = brief(ledger, "KEN", "SWE", since="2024-06-07")
    assert [section.key for section in made.sections] == ["coming", "joint", "people", "uncertain"]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (Attribution(), "reporter's voice"),
        (Attribution(manner="joint"), "joint"),
        (Attribution(manner="passive"), "nobody named"),
        (Attribution(source="Reuters"), "according to Reuters"),
        (Attribution(speaker="A. Diallo", manner="direct"), "said by A. Diallo"),
        (Attribution(speaker="A. Diallo", country="UNKNOWN"), "said by A. Diallo (UNKNOWN)"),
        (Attribution(country="UNKNOWN"), "said by UNKNOWN"),
    ],
)
def test_who_says_so(given: Attribution, words: str) -> None:
    assert speaker(given) == words


def test_an_office_is_told_in_the_words_of_most_reports_in_the_language_of_the_brief(ledger: Ledger) -> None:
    told = (
        ("a", "en", "Swedish minister Olof Berg spoke to Kenya.", "Swedish minister"),
        ("b", "en", "Sweden's trade minister Olof Berg spoke to Kenya.", "trade minister"),
        ("c", "en", "The trade minister Olof Berg spoke to Kenya.", "trade minister"),
        ("d", "de", "Schwedens Handelsminister Olof Berg sprach mit Kenia.", "Schwedens Handelsminister"),
    )
    for id, lang, text, office in told:
        person = record(
            Person, id, text, "Olof Berg", name="Olof Berg", country="SWE", role="minister", role_text=office
        )
        ledger.add(reading(document(id, text, lang=lang), person, talk(id, text)), MONDAY)
    line = next(x for x in brief(ledger, "KEN", "SWE").section("people").lines if x.text == "Olof Berg")
    assert line.tags == ("trade minister",)


def test_an_invitation_in_another_language_keeps_its_words_apart(ledger: Ledger) -> None:
    text = "Kenia lud Schweden zu einem Besuch in Nairobi ein."
    invited = record(
        Invitation, "einladung", text, "lud Schweden zu einem Besuch in Nairobi ein", lang="de",
        inviter=Actor(None, "KEN"), invitee=Actor(None, "SWE"), to="einem Besuch in Nairobi", destination="KEN",
    )  # fmt: skip
    ledger.add(reading(document("einladung", text, lang="de"), invited), MONDAY)
    assert "Kenya invites Sweden to Kenya" in texts(brief(ledger, "KEN", "SWE"), "invitations")


def talk(id: str, text: str) -> Meeting:
    return record(Meeting, id, text, "Olof Berg", countries=("KEN", "SWE"))


def test_who_met_is_told_by_the_longest_name_of_the_reports(ledger: Ledger) -> None:
    for id, name, place in (("short", "Berg", Place("Nairobi", "KEN")), ("long", "Olof Berg", None)):
        text = f"Kenya's Ann Otieno met Sweden's {name} in Nairobi on 3 May 2024."
        met = record(
            Meeting, id, text, text, countries=("KEN", "SWE"), date="2024-05-03", place=place, format="in_person",
            participants=(Actor("Ann Otieno", "KEN"), Actor(name, "SWE")),
        )  # fmt: skip
        ledger.add(reading(document(id, text), met), MONDAY)
    lines = [
        line.text for line in brief(ledger, "KEN", "SWE").section("met").lines if line.when == "2024-05-03"
    ]
    assert lines == ["Ann Otieno (Kenya) – Olof Berg (Sweden), in Nairobi"]
