from __future__ import annotations

from html.parser import HTMLParser

from communique.base.spans import Evidence, Span
from communique.kinds.meeting import Meeting
from communique.kinds.record import Actor, Attribution, Record
from communique.kinds.visit import Visit
from communique.mentions.matcher import Hits
from communique.reading.results import Drop, Reading
from communique.text.document import Document
from communique.views.describe import what, who
from communique.views.explain import page
from communique.views.marked import pieces

TEXT = 'A <script>alert("x")</script> met B\u202e in C.\r\nD & E \x1b[31mlater.'


def evidence(quote: str) -> tuple[Evidence, ...]:
    start = TEXT.index(quote)
    return (Evidence.of(TEXT, Span(start, start + len(quote))),)


def reading() -> Reading:
    said = Attribution(speaker="<b>B</b>", country="KEN", manner="indirect")
    both = (Actor("Ann", "KEN"), Actor("</mark>Bo", "JPN"))
    meeting = Meeting(
        id="s-1",
        doc="d",
        lang="en",
        evidence=evidence("met B\u202e in C"),
        participants=both,
        attribution=said,
    )
    visit = Visit(
        id="s-2",
        doc="d",
        lang="en",
        evidence=evidence("in C.\r\nD & E"),
        visitor=Actor("D", "KEN"),
        destination="JPN",
    )
    return Reading(
        document=Document(id="d", text=TEXT, lang='en" onload="x', title="<i>talks</i>"),
        segments=(),
        hits=Hits([], []),
        candidates=(),
        records=(meeting, visit),
        drops=(Drop(0, 10, "meeting", "rule", "no <second> side"),),
    )


class Page(HTMLParser):
    """Collects tags, attributes, and the text of the text section."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.inside = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.open.append(tag)
        self.inside = self.inside or ("class", "text") in attrs

    def handle_endtag(self, tag: str) -> None:
        self.open.append("/" + tag)
        self.inside = self.inside and tag != "section"

    def handle_data(self, data: str) -> None:
        if (self.inside and "number" not in str(self.tags[-1][1].get("class"))) or (
            self.inside and self.open[-1] != "a"
        ):
            self.text += data


def test_hostile_text_stays_text() -> None:
    html = page(reading())
    shown = Page(html)
    assert [tag for tag, _ in shown.tags].count("script") == 1
    assert not [attrs for _, attrs in shown.tags if "onload" in attrs]
    assert {"b", "i"} >= {tag for tag, attrs in shown.tags if tag in ("b", "i") and not attrs.get("id")}
    assert "\x1b" not in html
    assert "\u202e" not in html
    assert '<script>alert("x")</script> met' in shown.text


def test_the_whole_text_is_there_with_links_both_ways() -> None:
    shown = Page(page(reading()))
    hrefs = {attrs["href"] for tag, attrs in shown.tags if tag == "a"}
    ids = {f"#{attrs['id']}" for _, attrs in shown.tags if attrs.get("id")}
    assert hrefs == {"#r1", "#r2", "#e1", "#e2"} <= ids
    marks = [attrs["data-r"] for tag, attrs in shown.tags if tag == "mark"]
    assert marks == ["1", "2 1", "2"] or marks == ["1", "1 2", "2"]


def test_nothing_is_loaded_from_elsewhere() -> None:
    shown = Page(page(reading()))
    assert not [tag for tag, attrs in shown.tags if tag in ("link", "img", "iframe") or "src" in attrs]
    policy = next(attrs["content"] for tag, attrs in shown.tags if "http-equiv" in attrs)
    assert policy is not None
    assert policy.startswith("default-src 'none'")
    section = next(attrs for tag, attrs in shown.tags if attrs.get("class") == "text")
    assert section["dir"] == "auto"


def test_pieces_cover_the_text_without_gap() -> None:
    cut = pieces(len(TEXT), reading().records)
    assert "".join(TEXT[piece.start : piece.end] for piece in cut) == TEXT
    assert [piece.ends for piece in cut] == [(), (), (0,), (1,), ()]


def test_records_are_described_by_their_fields() -> None:
    meeting, visit = reading().records
    assert who(meeting) == "Ann (KEN), </mark>Bo (JPN)"
    assert (who(visit), what(visit)) == ("D (KEN)", "destination JPN")
    assert isinstance(meeting, Record)
