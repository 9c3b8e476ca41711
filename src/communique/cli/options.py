"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Lang = Annotated[
    str | None,
    typer.Option(
        "--lang", metavar="CODE", help="Language of the texts, such as en; told from each text if left out."
    ),
]
Date = Annotated[
    str | None,
    typer.Option("--date", metavar="DATE", help="Date of the texts (2024-07-03); resolves 'yesterday'."),
]
Publisher = Annotated[
    str | None,
    typer.Option("--publisher", metavar="NAME", help="Who published the texts, such as xinhuanet.com."),
]
MetaTable = Annotated[
    Path | None,
    typer.Option(
        "--meta",
        metavar="TABLE",
        help="CSV or JSONL: doc, lang, date, publisher, url, title; goes before the options of that name.",
    ),
]
Columns = Annotated[
    str | None,
    typer.Option(
        "--columns",
        metavar="NAMES",
        help="Columns of tables: text=body,date=published; also title, publisher, url, lang, id.",
    ),
]
Publishers = Annotated[
    Path | None,
    typer.Option(
        "--publishers",
        metavar="TOML",
        help="Which state each publisher speaks for, beside those that are known.",
    ),
]
LedgerPlace = Annotated[
    str | None,
    typer.Option(
        "--ledger",
        metavar="PLACE",
        help="The ledger to write, a file or postgresql://USER@HOST/DATABASE; 'none' keeps nothing.",
    ),
]
Out = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="OUT", help="File to write instead of standard output."),
]
AllowPrivate = Annotated[
    list[str] | None,
    typer.Option("--allow-private", metavar="HOST", help="Fetch from this host though it is not public."),
]
