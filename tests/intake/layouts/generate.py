"""Pages after the layouts of ministries and agencies: a frame, a way to tell the date, an article, a language."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from html import escape
from pathlib import Path
from string import Template
from typing import Any

import msgspec

HERE = Path(__file__).parent
FRAMES = sorted(path.stem for path in (HERE / "pages").glob("*.html"))
RIGHT_TO_LEFT = ("ar",)
OTHER_DAYS = ("2022-02-20", "2022-03-21", "2022-04-22")
"""Days of the other articles that a page points to."""


class Page(msgspec.Struct, frozen=True):
    """A page and what is true of it: its article's words, and the day it was published."""

    name: str
    lang: str
    url: str
    html: str
    text: str
    title: str
    day: str


def _declared(day: str) -> str:
    return json.dumps(
        {"@context": "https://schema.org", "@type": "NewsArticle", "datePublished": f"{day}T09:30:00+00:00"}
    )


DATES: dict[str, Any] = {
    "meta": lambda w, a: (
        f'<meta property="article:published_time" content="{a["day"]}T10:15:00+02:00">',
        "",
    ),
    "json": lambda w, a: (f'<script type="application/ld+json">{_declared(a["day"])}</script>', ""),
    "time": lambda w, a: ("", f'<time datetime="{a["day"]}T08:00">{a["shown"]}</time>'),
    "words": lambda w, a: ("", f'<span class="date">{a["shown"]}</span>'),
    "label": lambda w, a: ("", f"{w['published']}: {a['figures']} 14:05"),
    "dublin": lambda w, a: (
        f'<meta name="DC.date.issued" content="{a["day"]}">',
        f"<span>{a['shown']}</span>",
    ),
    "property": lambda w, a: ("", f'<span itemprop="datePublished" content="{a["day"]}">{a["shown"]}</span>'),
    "address": lambda w, a: ("", ""),
    "clock": lambda w, a: ("", f"<i>{w['site']}</i> | <b>{w['published']} {a['shown']}, 17:40</b>"),
    "list": lambda w, a: ("", f"<ul><li>{w['site']}</li><li>{a['shown']}</li></ul>"),
    "figures": lambda w, a: ("", f"<em>{a['figures']}</em>"),
    "changed": lambda w, a: (
        f'<meta name="pubdate" content="{a["day"]}"><meta property="article:modified_time" content="2025-01-02">',
        f"<small>{a['shown']}</small>",
    ),
}
"""Ways to tell the day: what goes into the head, and the line beside the headline."""


def pages() -> Iterator[Page]:
    """Six pages a language, each with another frame and another way to tell the date."""
    words = tomllib.loads((HERE / "words.toml").read_text(encoding="utf-8"))
    ways = list(DATES)
    for row, (lang, own) in enumerate(words.items()):
        for column in range(6):
            frame = FRAMES[(row + 2 * column + row // 2) % len(FRAMES)]
            way = ways[(5 * row + 2 * column + column // 3 + row % 2) % len(ways)]
            article = own["long"] if column % 3 else own["short"]
            yield _page(lang, own, frame, way, article)


def _page(lang: str, words: dict[str, Any], frame: str, way: str, article: dict[str, Any]) -> Page:
    head, line = DATES[way](words, article)
    body = [escape(part, quote=False) for part in article["body"]]
    address = article["day"].replace("-", "/") if way == "address" else "news"
    teasers = zip(words["related"], OTHER_DAYS, strict=True)
    filled = Template(
        (HERE / "pages" / f"{frame}.html")
        .read_text(encoding="utf-8")
        .replace("$title_$site", "${title}_$site")
    ).substitute(
        lang=lang,
        dir="rtl" if lang in RIGHT_TO_LEFT else "ltr",
        title=escape(article["title"]),
        date_head=head,
        date_line=line,
        paragraphs="\n".join(f"<p>{part}</p>" for part in body),
        first=f"<p>{body[0]}</p>",
        rest="\n".join(f"<p>{part}</p>" for part in body[1:]),
        broken="<br><br>\n".join(body),
        spans="\n".join(f'<p><span style="font-size:14pt">{part}</span></p>' for part in body),
        nav="".join(f'<li><a href="/{n}">{item}</a></li>' for n, item in enumerate(words["nav"])),
        share="".join(f'<li><a href="#s{n}">{item}</a></li>' for n, item in enumerate(words["share"])),
        related="".join(
            f'<li><a href="/r{n}">{item}</a> <span>{OTHER_DAYS[n]}</span></li>'
            for n, item in enumerate(words["related"])
        ),
        teasers="".join(
            f'<div class="teaser"><a href="/t"><h4>{item}</h4></a><time datetime="{day}">{day}</time></div>'
            for item, day in teasers
        ),
        **{name: words[name] for name in ("site", "cookie", "accept", "caption", "footer", "read_on")},
    )
    return Page(
        name=f"{lang}-{frame}-{way}",
        lang=lang,
        url=f"https://www.mfa.example.{lang}/{address}/4711.html",
        html=filled,
        text="\n".join([article["title"], *article["body"]]),
        title=article["title"],
        day=article["day"],
    )
