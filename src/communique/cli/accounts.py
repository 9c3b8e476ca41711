"""`communique accounts`: who may use a ledger that is served, and what they changed."""

from __future__ import annotations

import datetime as dt
import sys
from typing import Annotated, Literal

import typer

from communique.cli.asking import AskedLedger, open_for_asking, open_for_changing

accounts_app = typer.Typer(
    no_args_is_help=True, help="Say who may use a ledger that is served, and see what they changed."
)
Name = Annotated[str, typer.Argument(metavar="NAME", help="The account's name.")]
Role = Literal["read", "contribute", "review", "admin"]


@accounts_app.command("add")
def add_command(
    name: Name,
    role: Annotated[
        Role, typer.Option("--role", help="What it may do; each role holds those before it.")
    ] = "read",
    password: Annotated[
        bool, typer.Option(help="Ask for a password, or read a line of standard input; else tokens only.")
    ] = True,
    ledger: AskedLedger = None,
) -> None:
    """Make an account. With the first one, everybody who opens the served ledger has to log in.

    `contribute` adds texts, `review` corrects and judges, `admin` sees the log of changes.

    Example: communique accounts add ann --role review --ledger postgresql://desk@db/press
    """
    given = _password() if password else None
    with open_for_changing(ledger) as opened:
        made = opened.add_account(name, role, given, _now())
    print(f"{made.name}: {made.role}")


@accounts_app.command("list")
def list_command(ledger: AskedLedger = None) -> None:
    """List accounts with their roles and tokens.

    Example: communique accounts list
    """
    with open_for_asking(ledger) as opened:
        found, tokens = opened.accounts(), opened.tokens()
    for account in found:
        ways = "password" if account.password else "tokens only"
        off = f", disabled {account.disabled_at:%Y-%m-%d}" if account.disabled_at else ""
        print(f"{account.name}  {account.role}  {ways}, since {account.made_at:%Y-%m-%d}{off}")
        for token in (token for token in tokens if token.account == account.name):
            until = f", until {token.expires_at:%Y-%m-%d}" if token.expires_at else ""
            gone = f", revoked {token.revoked_at:%Y-%m-%d}" if token.revoked_at else ""
            label = f"  {token.label}" if token.label else ""
            print(f"  {token.id}{label}  since {token.made_at:%Y-%m-%d}{until}{gone}")
    if not found:
        print("no accounts: the ledger is served on this machine only", file=sys.stderr)


@accounts_app.command("token")
def token_command(
    name: Name,
    label: Annotated[str | None, typer.Option("--label", metavar="TEXT", help="What it is for.")] = None,
    days: Annotated[
        int | None, typer.Option("--days", metavar="N", min=1, max=36500, help="How long it may be used.")
    ] = None,
    revoke: Annotated[
        str | None,
        typer.Option("--revoke", metavar="TOKEN", help="Let this token be used no more, by its id."),
    ] = None,
    ledger: AskedLedger = None,
) -> None:
    """Make a token for programs, printed this once: they send it as `Authorization: Bearer TOKEN`.

    Example: communique accounts token ann --label notebook --days 90
    """
    now = _now()
    with open_for_changing(ledger) as opened:
        if revoke:
            print(f"{opened.revoke_token(revoke, now).id}: revoked")
            return
        secret, _ = opened.add_token(name, label, now, now + dt.timedelta(days=days) if days else None)
    print(secret)


@accounts_app.command("disable")
def disable_command(name: Name, ledger: AskedLedger = None) -> None:
    """Let an account, its tokens and its sessions be used no more; the log keeps what it did.

    Example: communique accounts disable ann
    """
    with open_for_changing(ledger) as opened:
        opened.disable_account(name, _now())
    print(f"{name}: disabled")


@accounts_app.command("audit")
def audit_command(
    last: Annotated[
        int, typer.Option("--last", metavar="N", min=1, max=100_000, help="The last N changes.")
    ] = 50,
    format_: Annotated[
        Literal["table", "jsonl"], typer.Option("--format", help="Lines to read, or JSON lines.")
    ] = "table",
    ledger: AskedLedger = None,
) -> None:
    """List what was changed through the server, by whom and when, the newest first.

    Example: communique accounts audit --last 200 --format jsonl
    """
    import msgspec

    from communique.views.describe import visible

    with open_for_asking(ledger) as opened:
        found = opened.audit(last)
    for entry in found:
        if format_ == "jsonl":
            print(msgspec.json.encode(entry).decode())
        else:
            print(visible(f"{entry.at:%Y-%m-%d %H:%M}  {entry.who}  {entry.action}  {entry.target or ''}"))
    if not found:
        print("nothing was changed", file=sys.stderr)


def _password() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True))


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
