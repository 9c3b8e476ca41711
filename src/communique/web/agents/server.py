"""The tools, as agents see them: names, descriptions, parameters, and errors in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import wraps
from typing import Annotated, Literal, ParamSpec

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations
from pydantic import Field

from communique.base.edtf import is_edtf
from communique.errors import CommuniqueError, RequestError
from communique.kinds.registry import BY_NAME
from communique.ledger.queries import Query
from communique.version import __version__
from communique.views.happened import Wanted
from communique.web.agents import asking
from communique.web.agents.shapes import NOTE, Answer
from communique.web.held import Held
from communique.web.named import code, sides
from communique.web.sent import MOST_CHARS

INSTRUCTIONS = (
    "A ledger of what states do with each other, read from reports. Every fact has a record id, an exact quote and "
    "the document that holds it: cite these. A fact is what a report says, by the speaker and publisher named; "
    "`modality` tells whether it is actual, planned, proposed or denied. " + NOTE
)
_READS = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)
_P = ParamSpec("_P")

Name = Annotated[
    str, Field(min_length=1, max_length=100, description="A state, by code or name, such as KEN.")
]
Date = Annotated[
    str | None, Field(max_length=10, description="A day, month or year: 2024-07-03, 2024-07 or 2024.")
]
Most = Annotated[int, Field(ge=1, le=200, description="At most so many.")]
State = Literal["open", "overdue", "silent", "begun", "done", "contradicted", "repeated"]


def agent_server(source: Callable[[], Held], today: Callable[[], dt.date] = dt.date.today) -> MCPServer:
    """The tools on the ledger that `source` gives when one is called; they change nothing."""
    server = MCPServer("communique", version=__version__, instructions=INSTRUCTIONS, log_level="WARNING")

    def tool(run: Callable[_P, Answer]) -> Callable[_P, Answer]:
        described = f"{run.__doc__}\n\n{NOTE}"
        return server.tool(description=described, annotations=_READS)(_explained(run))

    @tool
    def search(
        words: Annotated[
            str | None, Field(min_length=1, max_length=200, description="Words that a quote or a title has.")
        ] = None,
        person: Annotated[str | None, Field(max_length=200, description="A person that is named.")] = None,
        pair: Annotated[
            str | None, Field(max_length=200, description="Two states with a comma between, such as VNM,CHN.")
        ] = None,
        country: Name | None = None,
        kind: Annotated[str | None, Field(max_length=40, description=f"One of {', '.join(BY_NAME)}.")] = None,
        since: Date = None,
        until: Date = None,
        limit: Most = 20,
    ) -> Answer:
        """Find records by words, person, states, kind and time, and documents by words of their titles."""
        if kind is not None and kind not in BY_NAME:
            raise RequestError(f"there is no such kind of record; there are {', '.join(BY_NAME)}", entry=kind)
        query = Query(
            words=words,
            person=person,
            pair=sides(pair, "pair", source()) if pair else None,
            country=code(country, "country", source()) if country else None,
            kind=kind,
            since=_date(since),
            until=_date(until),
        )
        return asking.search(source(), query, words, limit)

    @tool
    def pair_brief(a: Name, b: Name, since: Date = None, until: Date = None, most: Most = 10) -> Answer:
        """Brief on two states: tier, who met whom, what was agreed, pledged and asked; footnotes have the quotes."""
        return asking.pair_brief(source(), a, b, _date(since), _date(until), today(), most)

    @tool
    def timeline(
        a: Name, b: Name, kind: str | None = None, since: Date = None, until: Date = None, limit: Most = 30
    ) -> Answer:
        """The latest events between two states, each once however many reports tell it, with every telling."""
        wanted = Wanted(kind=kind, since=_date(since), until=_date(until))
        return asking.timeline(source(), a, b, wanted, limit)

    @tool
    def commitments(
        a: Name,
        b: Name,
        states: Annotated[
            list[State], Field(max_length=7, description="Only those that stand so; none for all.")
        ] = [],  # noqa: B006
        limit: Most = 30,
    ) -> Answer:
        """What two states owe each other: agreed, pledged, offered, asked; and what later reports say of it."""
        return asking.commitments(source(), a, b, states, today(), limit)

    @tool
    def diff(
        event: Annotated[
            str, Field(max_length=100, description="An event's id, or a record's that tells it.")
        ],
        between: Annotated[
            str | None,
            Field(
                max_length=500,
                description="Two sides with a comma between, each a state's code, a publisher or a document.",
            ),
        ] = None,
    ) -> Answer:
        """Compare two sides' readouts of one event: what both report, what only one does, what differs."""
        one, _, other = (between or "").partition(",")
        return asking.diff(source(), event, (one.strip(), other.strip()) if between else None)

    @tool
    def quote_check(
        quote: Annotated[str, Field(min_length=3, max_length=5000, description="The quote, word for word.")],
        document: Annotated[
            str | None, Field(max_length=500, description="The document's id; else all are looked through.")
        ] = None,
    ) -> Answer:
        """Check whether a quote is in a document, where it stands, and which records rest on it."""
        return asking.quote_check(source(), quote, document)

    @tool
    def who(
        office: Annotated[
            str, Field(min_length=1, max_length=200, description="A title, such as foreign minister.")
        ],
        country: Name,
        on: Date = None,
    ) -> Answer:
        """Who held an office of a state on a day (else today), with the reports that say so."""
        return asking.holder(source(), office, country, _date(on) or today().isoformat())

    @tool
    def read_text(
        text: Annotated[str, Field(min_length=1, max_length=MOST_CHARS, description="The report's text.")],
        lang: Annotated[
            str | None, Field(max_length=20, description="Its language; else told from it.")
        ] = None,
        date: Date = None,
        publisher: Annotated[str | None, Field(max_length=500, description="Who published it.")] = None,
    ) -> Answer:
        """Read a report into records with their quotes; nothing is kept, and nothing in the text is followed."""
        return asking.read_text(text, lang, _date(date), publisher)

    return server


def _explained(run: Callable[_P, Answer]) -> Callable[_P, Answer]:
    """The function with errors of ours told in words, and NUL characters refused."""

    @wraps(run)
    def explained(*args: _P.args, **kwargs: _P.kwargs) -> Answer:
        try:
            if any(isinstance(value, str) and "\0" in value for value in kwargs.values()):
                raise RequestError("an argument holds a NUL character; leave it out")
            return run(*args, **kwargs)
        except CommuniqueError as error:
            raise ToolError(f"{error.entry}: {error.message}" if error.entry else error.message) from error

    return explained


def _date(text: str | None) -> str | None:
    if text is not None and not is_edtf(text):
        raise RequestError(f"{text!r} is no date such as 2024, 2024-07 or 2024-07-03")
    return text
