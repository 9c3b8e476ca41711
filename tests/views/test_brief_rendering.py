import re
from pathlib import Path

import pytest

from communique.cli.brief_screen import brief_screen
from communique.kinds.agreement import Agreement
from communique.kinds.indicator import IndicatorChange
from communique.ledger import Ledger
from communique.views.brief import brief
from communique.views.flat import columns, flat
from communique.views.markdown import brief_markdown, escaped
from communique.views.numerals import amount, change
from sample_readings import MONDAY, document, echo, reading, record, talks


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    opened = Ledger.open(":memory:")
    opened.add_many([talks(), echo()], MONDAY)
    return opened


def test_markdown_footnotes_are_all_cited_and_all_there(ledger: Ledger) -> None:
    text = brief_markdown(brief(ledger, "KEN", "SWE"))
    body, _, notes = text.partition("[^1]: ")
    cited = set(re.findall(r"\[\^(\d+)\]", body))
    given = set(re.findall(r"^\[\^(\d+)\]:", "[^1]: " + notes, re.M))
    assert cited == given
    assert "“agreed to open a joint office for clean energy” — joint; Gazette; 2024-06-05" in notes
    assert text.endswith("\n")


def test_markdown_of_the_text_is_only_text(ledger: Ledger) -> None:
    nasty = "A *pact* [x](y) | `z` <b>\n# no heading"
    pact = record(Agreement, "nasty", nasty, nasty, instrument="treaty", title=nasty, parties=("KEN", "SWE"))
    ledger.add(reading(document("nasty", nasty), pact), MONDAY)
    text = brief_markdown(brief(ledger, "KEN", "SWE"))
    assert r"A \*pact\* \[x\](y) \| \`z\` \<b\> \# no heading" in text
    assert "\n# no heading" not in text
    assert escaped("a\u202eb") == "a�b"


def test_an_empty_brief_says_so(ledger: Ledger) -> None:
    assert "holds nothing" in brief_markdown(brief(ledger, "KEN", "VNM"))
    assert "holds nothing" in brief_screen(brief(ledger, "KEN", "VNM"), to_terminal=False).decode()


@pytest.mark.parametrize("width", [80, 120])
def test_the_screen_keeps_to_its_width(ledger: Ledger, width: int) -> None:
    made = brief(ledger, "KEN", "SWE")
    shown = brief_screen(made, to_terminal=False, width=width).decode()
    assert max(map(len, shown.splitlines())) <= width
    assert "\x1b" not in shown
    assert all(section.title in shown for section in made.sections)
    assert f"“{made.footnotes[0].quote}”" in shown


def test_rows_are_flat_and_complete(ledger: Ledger) -> None:
    rows = [flat(item) for item in ledger.records()]
    assert all(row.keys() <= set(columns()) for row in rows)
    assert all(
        value is None or isinstance(value, str | int | float) for row in rows for value in row.values()
    )
    meeting = next(row for row in rows if row["kind"] == "meeting")
    assert meeting["participants"] == "Åsa Lindqvist (SWE); Grace Mwangi (KEN)"
    assert (meeting["countries"], meeting["place"]) == ("SWE; KEN", "Nairobi (KEN)")
    assert (meeting["publisher"], meeting["document"], meeting["said"]) == (
        "Gazette",
        "talks",
        "reporter's voice",
    )
    invitation = next(row for row in rows if row["kind"] == "invitation")
    assert invitation["quote"] == "invited Mwangi to Stockholm […] The minister accepted"
    assert invitation["accepted"] is True


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (310_000_000, "USD", "310 million USD"),
        (1_234_567, "CNY", "1,234,567 CNY"),
        (1.5e9, "EUR", "1.5 billion EUR"),
        (171_850_000_000, "USD", "171.85 billion USD"),
        (171_850_123_456, "USD", "171,850,123,456 USD"),
        (-2_000_000, "USD", "-2 million USD"),
        (7.2, "percent", "7.2 %"),
        (40, "item", "40"),
        (1, None, "1"),
        (1000, "km", "1,000 km"),
        (0, "person", "0 person"),
    ],
)
def test_figures_lose_nothing(value: float, unit: str | None, words: str) -> None:
    assert amount(value, unit) == words


def test_changes() -> None:
    assert change(None) is None
    assert change(IndicatorChange(5.3, basis="yoy")) == "up 5.3 % on the year before"
    assert change(IndicatorChange(2_000_000, "USD", "down")) == "down 2 million USD"


@pytest.mark.parametrize("width", [60, 80])
def test_the_screen_cuts_nothing_off(ledger: Ledger, width: int) -> None:
    title = "关于共同推进可再生能源合作与人才培养以及边境地区基础设施互联互通建设的谅解备忘录" * 2
    pact = record(
        Agreement, "long", title, title, instrument="treaty", title=title, parties=("KEN", "SWE"), date="2001"
    )
    ledger.add(reading(document("long", title, lang="zh"), pact), MONDAY)
    shown = brief_screen(brief(ledger, "KEN", "SWE"), to_terminal=False, width=width).decode()
    assert "".join(shown.split()).count(title) == 3
