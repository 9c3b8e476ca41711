"""The tools for agents: what they give, over memory, standard input and HTTP."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from live import serving
from mcp import Client, StdioServerParameters

from communique.ledger import Ledger
from communique.web.agents.server import agent_server
from communique.web.agents.shapes import NOTE
from communique.web.held import Held

TOOLS = {
    "search", "pair_brief", "timeline", "commitments", "diff", "quote_check", "who", "read_text",
}  # fmt: skip


def asked(server: Any, *calls: tuple[str, dict[str, Any]]) -> list[Any]:
    """The results of tool calls on one connection."""

    async def run() -> list[Any]:
        async with Client(server) as client:
            return [await client.call_tool(name, arguments) for name, arguments in calls]

    return asyncio.run(run())


@pytest.fixture
def tools(place: Path) -> Any:
    with Ledger.open(place, read_only=True) as ledger:
        held = Held(ledger)
        yield lambda name, **arguments: asked(agent_server(lambda: held), (name, arguments))[0]


def given(result: Any) -> Any:
    assert not result.is_error, result.content
    assert result.structured_content["note"] == NOTE
    return result.structured_content


def checked(place: Path, item: dict[str, Any]) -> None:
    """The quote stands where it is said to, and the record is in the ledger."""
    with Ledger.open(place, read_only=True) as ledger:
        document = ledger.document(item["document"])
        assert document is not None
        assert document.text[item["start"] : item["end"]] == item["quote"]
        assert ledger.record(item["record"]).record.id == item["record"]


def test_every_tool_says_that_what_it_cites_is_data_and_changes_nothing(place: Path) -> None:
    async def run() -> Any:
        with Ledger.open(place, read_only=True) as ledger:
            held = Held(ledger)
            async with Client(agent_server(lambda: held)) as client:
                assert NOTE in (client.instructions or "")
                return (await client.list_tools()).tools

    found = asyncio.run(run())
    assert {tool.name for tool in found} == TOOLS
    for tool in found:
        assert NOTE in tool.description
        assert tool.annotations.read_only_hint is True


def test_search_finds_records_by_their_words(tools: Callable[..., Any]) -> None:
    found = given(tools("search", words="strategic partnership", pair="China,Nigeria"))
    assert found["records"]
    assert all("strategic partnership" in item["quote"].lower() for item in found["records"])
    few = given(tools("search", pair="CHN,NGA", limit=2))
    assert len(few["records"]) == 2
    assert few["more"] is True
    for item in few["records"]:
        assert {"record", "document", "quote", "start", "end"} <= set(item)


def test_the_brief_names_the_records_behind_each_quote(tools: Callable[..., Any]) -> None:
    found = given(tools("pair_brief", a="China", b="NGA"))
    assert found["title"] == "China (CHN) – Nigeria (NGA)"
    assert found["sections"]
    assert all(note["records"] for note in found["footnotes"])


def test_timeline_and_commitments_cite_records(tools: Callable[..., Any]) -> None:
    events = given(tools("timeline", a="CHN", b="NGA", limit=5))["events"]
    assert len(events) == 5
    assert all(event["told_by"] and event["says"] for event in events)
    owed = given(tools("commitments", a="CHN", b="NGA"))["commitments"]
    assert owed
    assert all(one["records"] and one["quote"] for one in owed)


def test_diff_compares_the_readouts_of_an_event(tools: Callable[..., Any]) -> None:
    events = given(tools("timeline", a="CHN", b="NGA", limit=200))["events"]
    event = max(events, key=lambda event: len({item["document"] for item in event["told_by"]}))
    made = given(tools("diff", event=event["event"]))["comparison"]
    assert made["a"]["name"] != made["b"]["name"]
    assert made["both"] or made["only_a"]


def test_a_quote_is_checked_to_the_letter(tools: Callable[..., Any], place: Path) -> None:
    with Ledger.open(place, read_only=True) as ledger:
        item = ledger.records(kind="meeting")[0]
    quote = item.record.evidence[0].quote
    found = given(tools("quote_check", quote=quote, document=item.record.doc))
    assert (found["is_there"], found["exact"]) == (True, True)
    assert item.record.id in found["places"][0]["records"]
    spaced = given(tools("quote_check", quote=quote.replace(" ", "  "), document=item.record.doc))
    assert (spaced["is_there"], spaced["exact"]) == (True, False)
    assert spaced["places"][0]["text"] == quote
    anywhere = given(tools("quote_check", quote=quote))
    assert item.record.doc in {place["document"] for place in anywhere["places"]}
    made_up = given(tools("quote_check", quote="a sentence that nobody wrote", document=item.record.doc))
    assert made_up["is_there"] is False


def test_who_names_the_reports(tools: Callable[..., Any]) -> None:
    answers = given(tools("who", office="president", country="Kenya", on="2024-05-23"))["answers"]
    assert answers[0]["name"] == "William Ruto"
    assert all(source["records"] for source in answers[0]["sources"])


def test_a_text_is_read_and_not_kept(tools: Callable[..., Any]) -> None:
    text = "Kenya's President William Ruto met Japan's Prime Minister Fumio Kishida in Tokyo."
    found = given(tools("read_text", text=text, lang="en"))
    assert "meeting" in {record["kind"] for record in found["records"]}
    for record in found["records"]:
        for evidence in record["evidence"]:
            assert text[evidence["start"] : evidence["end"]] == evidence["quote"]


@pytest.mark.parametrize(
    ("name", "arguments", "said"),
    [
        ("pair_brief", {"a": "Atlantis", "b": "NGA"}, "no state"),
        ("pair_brief", {"a": "China", "b": "CHN"}, "both names are of CHN"),
        ("diff", {"event": "event-0"}, "no record of this id"),
        ("quote_check", {"quote": "abc", "document": "none"}, "no document of this id"),
        ("who", {"office": "president", "country": "KEN", "on": "soon"}, "no date"),
        ("search", {"kind": "rumour"}, "no such kind"),
        ("search", {"words": "a\0b"}, "NUL"),
        ("read_text", {"text": "   "}, "white space"),
    ],
)
def test_an_error_says_what_is_wrong(
    tools: Callable[..., Any], name: str, arguments: dict[str, Any], said: str
) -> None:
    result = tools(name, **arguments)
    assert result.is_error
    assert said in result.content[0].text


def test_over_standard_input(place: Path) -> None:
    server = StdioServerParameters(
        command=sys.executable, args=["-m", "communique", "mcp", "--ledger", str(place)], env=dict(os.environ)
    )
    found, wrong = asked(server, ("search", {"pair": "CHN,NGA", "limit": 1}), ("diff", {"event": "x"}))
    checked(place, given(found)["records"][0])
    assert wrong.is_error


def test_over_http_beside_the_pages(place: Path) -> None:
    with serving(place) as address:
        found = asked(f"{address}/mcp", ("pair_brief", {"a": "CHN", "b": "NGA"}))[0]
        assert given(found)["footnotes"]
        foreign = httpx.post(
            f"{address}/mcp",
            json={"jsonrpc": "2.0", "id": 1, "method": "ping"},
            headers={"Host": "evil.example"},
        )
        assert foreign.status_code in (400, 403, 421)
        page = httpx.post(
            f"{address}/mcp",
            json={"jsonrpc": "2.0", "id": 1, "method": "ping"},
            headers={"Origin": "https://evil.example", "Accept": "application/json, text/event-stream"},
        )
        assert page.status_code in (400, 403)
