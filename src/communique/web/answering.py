"""A table as the address asks for it: a page, or a download of all the rows that its filters keep."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from fastapi import Request, Response

from communique.web.pages import page
from communique.web.tables import Table, as_csv, as_jsonl, chosen, shown


def table_page(
    request: Request,
    template: str,
    name: str,
    make: Callable[[], Table],
    more: Callable[[], Mapping[str, Any]] = dict,
    partial: Callable[[], str] = str,
) -> Response:
    """The page of one table, or with `format=csv` or `format=jsonl` the rows as a file called `name`."""
    format_ = request.query_params.get("format")
    if format_ in ("csv", "jsonl"):
        return _download(request, name, make(), format_)

    def values() -> dict[str, Any]:
        table = msgspec.structs.replace(make(), partial=partial())
        return {"table": shown(table, request.query_params, request.url.path), **more()}

    return page(request, template, values)


def _download(request: Request, name: str, table: Table, format_: str) -> Response:
    rows, _ = chosen(table, request.query_params)
    body = as_csv(table, rows).encode("utf-8", "replace") if format_ == "csv" else as_jsonl(rows)
    kind = "text/csv; charset=utf-8" if format_ == "csv" else "application/jsonl"
    safe = "".join(c if c.isascii() and (c.isalnum() or c in "-_") else "-" for c in name)
    headers = {"Content-Disposition": f'attachment; filename="{safe}.{format_}"'}
    return Response(body, media_type=kind, headers=headers)
