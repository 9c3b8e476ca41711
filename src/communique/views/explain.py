"""One reading as one HTML page that needs nothing else: no network, no other file, no script to be read.

Hostile texts stay text: everything from the document is escaped, control and direction-override
characters are shown as signs, and the page's policy lets only its own style and script run.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from html import escape
from importlib import resources

from communique.kinds.record import Attribution, Record
from communique.reading.results import Drop, Reading
from communique.views.colours import hue
from communique.views.coverage import MEANINGS, coverage
from communique.views.describe import visible, what, who
from communique.views.marked import Piece, pieces


def page(reading: Reading) -> str:
    """The page: the text with its records marked, the records, and what was dropped and why."""
    document, script = reading.document, _asset("explain.js")
    title, lang = _safe(document.title or document.id), _safe(document.lang)
    facts = " · ".join(_safe(fact) for fact in (document.lang, document.date, document.publisher) if fact)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(script)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{_asset('explain.css')}</style>\n</head>\n<body>\n"
        f'<header><h1 dir="auto" lang="{lang}">{title}</h1><p class="soft">{facts}</p>'
        f"{_legend(reading.records)}</header>\n<main>\n"
        f'<section class="text" dir="auto" lang="{lang}">{"".join(_text(reading))}</section>\n'
        f'<section class="list"><h2>Records</h2>{_records(reading.records, lang)}'
        f"{_drops(reading.drops, document.text)}{_coverage(reading)}</section>\n"
        f"</main>\n<script>\n{script}</script>\n</body>\n</html>\n"
    )


@cache
def _asset(name: str) -> str:
    return resources.files("communique.views").joinpath(name).read_text("utf-8")


def _policy(script: str) -> str:
    digest = base64.b64encode(sha256(f"\n{script}".encode()).digest()).decode()
    return f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'"


def _safe(text: str) -> str:
    return escape(visible(text).replace("\u240d", ""))


def _hue(kind: str, name: str = "hue") -> str:
    return f"--{name}:{hue(kind)}"


def _legend(records: Iterable[Record]) -> str:
    kinds = dict.fromkeys(record.kind for record in records)
    items = "".join(f'<li class="kind" style="{_hue(kind)}">{kind}</li>' for kind in kinds)
    return f'<ul class="legend">{items}</ul>' if items else ""


def _text(reading: Reading) -> Iterator[str]:
    text, begun = reading.document.text, set[int]()
    for piece in pieces(len(text), reading.records):
        inner = _safe(text[piece.start : piece.end])
        if not piece.records:
            yield inner
            continue
        anchors = "".join(f'<i id="e{index + 1}"></i>' for index in sorted(set(piece.records) - begun))
        begun.update(piece.records)
        numbers = ",".join(_number(index + 1, reading.records[index].kind) for index in piece.ends)
        yield f"<mark {_mark(reading, piece)}>{anchors}{inner}{numbers}</mark>"


def _number(number: int, kind: str) -> str:
    return f'<a class="number" style="{_hue(kind)}" href="#r{number}">{number}</a>'


def _mark(reading: Reading, piece: Piece) -> str:
    kinds = [reading.records[index].kind for index in piece.records]
    style, extra = _hue(kinds[0]), ""
    if len(kinds) > 1:
        style, extra = f"{style};{_hue(kinds[1], 'other')}", ' class="several"'
    numbers = " ".join(str(index + 1) for index in piece.records)
    return f'data-r="{numbers}" title="{", ".join(dict.fromkeys(kinds))}" style="{style}"{extra}'


def _records(records: Iterable[Record], lang: str) -> str:
    items = "".join(_record(number, record, lang) for number, record in enumerate(records, start=1))
    return f'<ol class="records">{items}</ol>' if items else "<p>Nothing was found in this text.</p>"


def _record(number: int, record: Record, lang: str) -> str:
    quotes = "".join(
        f'<blockquote dir="auto" lang="{lang}"><a href="#e{number}">{_safe(evidence.quote)}</a></blockquote>'
        for evidence in record.evidence
    )
    said = _said(record.attribution)
    return (
        f'<li id="r{number}" data-r="{number}" style="{_hue(record.kind)}">'
        f'<p><span class="kind">{record.kind}</span> <b>{_safe(who(record))}</b> '
        f'<span class="soft">{record.modality} · {number}</span></p>'
        f"<p>{_safe(what(record))}</p>{f'<p>{said}</p>' if said else ''}{quotes}"
        f'<p class="soft">{_safe(record.rule)} · confidence {record.confidence:.2f}</p></li>'
    )


def _said(attribution: Attribution) -> str:
    who_says = attribution.speaker or attribution.source or attribution.country
    if attribution.manner is None and who_says is None:
        return ""
    by = f" by {_safe(who_says)}" if who_says else ""
    country = (
        f" ({_safe(attribution.country)})" if attribution.country and who_says != attribution.country else ""
    )
    relay = ", relayed by the other side" if attribution.reported_by_other_side else ""
    return f"said{by}{country}{f', {attribution.manner}' if attribution.manner else ''}{relay}"


def _drops(drops: Iterable[Drop], text: str) -> str:
    rows = "".join(
        f"<tr><td>{_safe(drop.kind)}</td><td>{_safe(drop.reason)}</td>"
        f'<td dir="auto">{_safe(text[drop.start : drop.end][:300])}</td><td>{_safe(drop.rule)}</td></tr>'
        for drop in drops
    )
    if not rows:
        return ""
    heads = "".join(f"<th>{name}</th>" for name in ("kind", "reason", "text", "rule"))
    return f"<h2>Seen, not kept</h2><table><tr>{heads}</tr>{rows}</table>"


def _coverage(reading: Reading) -> str:
    """How many sentences carry a record, and why the others do not."""
    found = coverage(reading)
    if not found.counted:
        return ""
    rows = "".join(
        f"<tr><td>{count}</td><td>{MEANINGS[reason]}</td></tr>" for reason, count in found.totals.items()
    )
    share = f"{found.covered} of {found.counted} sentences carry a record."
    return f"<h2>Coverage</h2><p>{share}</p><table><tr><th>segments</th><th>why</th></tr>{rows}</table>"
