"""What the commands that ask the ledger share: its place, and arguments checked into codes and dates."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from communique.errors import LedgerError

if TYPE_CHECKING:
    from communique.ledger import Ledger
    from communique.views.scene import Scene

DEFAULT_LEDGER = "communique.duckdb"

AskedLedger = Annotated[
    str | None,
    typer.Option(
        "--ledger",
        metavar="PLACE",
        help="The ledger to ask, a file, postgresql://USER@HOST/DATABASE or an archive's folder; else the one that "
        f"COMMUNIQUE_LEDGER names, else {DEFAULT_LEDGER} here.",
    ),
]
AsRead = Annotated[
    bool, typer.Option("--as-read", help="Leave corrections out: every value as the reader left it.")
]
OfKind = Annotated[
    str | None, typer.Option("--kind", metavar="KIND", help="Only this kind, such as meeting.")
]
OfState = Annotated[
    str | None,
    typer.Option("--country", metavar="C", help="Only what this state takes part in, by code or name."),
]
OfPair = Annotated[
    tuple[str, str] | None,
    typer.Option("--pair", metavar="A B", help="Only what is between these two states."),
]
Since = Annotated[
    str | None, typer.Option("--since", metavar="DATE", help="From this day, month or year on (2024-07-03).")
]
Until = Annotated[
    str | None,
    typer.Option("--until", metavar="DATE", help="Up to the end of this day, month or year."),
]


def open_for_asking(given: str | None) -> Ledger:
    """The ledger given, else that of the environment, else the one here, opened for reading."""
    place = ledger_place(given, existing=True)
    if is_archive(place):
        from communique.corpus.attached import attached
        from communique.corpus.place import Place

        return attached(Place.of(place))
    from communique.ledger import Ledger

    return Ledger.open(place, read_only=True)


def scene_for(ledger: Ledger, states: Sequence[str], *, together: bool = True) -> Scene:
    """The scene in which what a ledger tells of the states is seen; without states of all of it, which may take long.

    `together`: what takes two of the states, not whatever tells of one.
    """
    from communique.views.nearby import LARGE, part

    if not states and ledger.holds_more(LARGE):
        print("a large ledger: working out who is who and what is one event in all of it …", file=sys.stderr)
        print("  where a command takes states, one or two of them are done in seconds", file=sys.stderr)
    return part(ledger, states, together=together)


def open_for_changing(given: str | None) -> Ledger:
    """The ledger that `open_for_asking` finds, opened for writing."""
    place = ledger_place(given, existing=True)
    from communique.ledger import Ledger

    return Ledger.open(place)


def is_archive(place: str) -> bool:
    """Whether the place is that of an archive which `communique corpus read` made: a folder, or in a store."""
    if "://" in place:
        return not place.startswith(("postgresql", "postgres"))
    return Path(place).is_dir()


def ledger_place(given: str | None, *, existing: bool = False) -> str:
    """Where the ledger is: as given, else by the environment, else here; on wish only a file that exists."""
    place = given or os.environ.get("COMMUNIQUE_LEDGER") or DEFAULT_LEDGER
    if existing and "://" not in place and not Path(place).exists():
        cure = "there is no ledger here; make one with `communique read TEXTS`, or name yours with --ledger"
        raise LedgerError(cure, place)
    return place


def checked_date(text: str | None, option: str) -> str | None:
    """The date if it is one; else wrong use, naming the option."""
    from communique.base.edtf import is_edtf

    if text is None or is_edtf(text):
        return text
    raise typer.BadParameter(f"{text!r} is not a date such as 2024, 2024-07 or 2024-07-03", param_hint=option)


def state_code(text: str, option: str) -> str:
    """The code of the state that is named; else wrong use, naming the option."""
    from communique.views.names import resolve

    code = resolve(text)
    if code is None:
        raise typer.BadParameter(
            f"{text!r} is no state known by code or name; try a code such as KEN", param_hint=option
        )
    return code


def held_code(text: str, option: str, ledger: Ledger) -> str:
    """The code of a state that is named, or of anything else the ledger has statements on."""
    held = ledger.country_codes()
    if text in held:
        return text
    return next((code for code in sorted(held) if code.casefold() == text.casefold()), None) or state_code(
        text, option
    )


def held_pair(pair: tuple[str, str] | None, ledger: Ledger) -> tuple[str, str] | None:
    """The codes of the two sides that `--pair` names."""
    return (held_code(pair[0], "--pair", ledger), held_code(pair[1], "--pair", ledger)) if pair else None


def checked_kind(kind: str | None) -> str | None:
    """The kind if there are records of it; else wrong use, naming those there are."""
    from communique.kinds.registry import BY_NAME

    if kind is None or kind in BY_NAME:
        return kind
    kinds = ", ".join(BY_NAME)
    raise typer.BadParameter(f"{kind!r} is no kind of record; there are {kinds}", param_hint="--kind")
