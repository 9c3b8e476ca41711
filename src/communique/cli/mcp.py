"""`communique mcp`: the ledger as tools for agents."""

from __future__ import annotations

from communique.cli.asking import AskedLedger, ledger_place
from communique.errors import InputError


def mcp_command(ledger: AskedLedger = None) -> None:
    """Offer the ledger to an agent as tools, over the Model Context Protocol on standard input and output.

    The tools search, brief, compare readouts, check quotes and read texts; they change nothing. The same tools are
    at /mcp of `communique serve`.

    Example: communique mcp --ledger press.duckdb
    """
    place = ledger_place(ledger, existing=True)
    try:
        from communique.web.agents.serving import serve_stdio
    except ModuleNotFoundError as error:
        raise InputError(
            f"tools for agents need {error.name}; install it with `pip install 'communique[mcp]'`"
        ) from error
    serve_stdio(place)
