"""`communique revisions`: what became of the records of a text when it was changed."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from communique.cli.asking import AskedLedger, open_for_asking
from communique.cli.options import Out

if TYPE_CHECKING:
    from communique.ledger import DocumentInfo, Ledger
    from communique.ledger.addresses import Address
    from communique.views.revisions import Revision, Told


def revisions_command(
    document: Annotated[
        str | None,
        typer.Argument(metavar="DOC", help="A document's id, or an address of it; all if left out."),
    ] = None,
    ledger: AskedLedger = None,
    format_: Annotated[
        Literal["terminal", "json"], typer.Option("--format", help="How to print it.")
    ] = "terminal",
    out: Out = None,
) -> None:
    """Show which records were added, dropped or changed between the versions of a text, with their quotes.

    A text that is fetched again under its address and has changed is a new version of its document; the
    older ones stay in the ledger. Each version is compared with the one before it. With DOC, the
    addresses at which the text was found are listed too.

    Example: communique revisions mfa.example-talks-1f0c33ab
    """
    import msgspec

    from communique.cli.output import output

    with open_for_asking(ledger) as opened:
        wanted = _wanted(opened, document)
        found = [revision for versions in wanted for revision in _revisions(opened, versions)]
        addresses = opened.addresses(wanted[0][0].id) if document is not None else []
    with output(out) as stream:
        if format_ == "json":
            stream.write(msgspec.json.format(msgspec.json.encode(found), indent=2) + b"\n")
        else:
            stream.write("".join(f"{line}\n" for line in _lines(found, addresses)).encode("utf-8", "replace"))
    if not found:
        print("no text has several versions" if document is None else "only one version", file=sys.stderr)


def _wanted(ledger: Ledger, document: str | None) -> list[list[DocumentInfo]]:
    """The versions of the document, or of every one that has several, older first."""
    from communique.errors import RequestError

    versions: dict[str, list[DocumentInfo]] = {}
    for info in ledger.documents():
        versions.setdefault(info.id, []).append(info)
    for held in versions.values():
        held.sort(key=lambda info: (info.first_seen, info.last_seen))
    if document is None:
        return [held for held in versions.values() if len(held) > 1]
    if document not in versions:
        document = next((one.document for one in ledger.addresses() if one.url == document), document)
    if document not in versions:
        cure = (
            "the ledger has no document of this id or address; ids are in `communique records --format csv`"
        )
        raise RequestError(cure, entry=document)
    return [versions[document]]


def _revisions(ledger: Ledger, versions: Sequence[DocumentInfo]) -> Iterator[Revision]:
    from communique.pipeline import read_document
    from communique.views.revisions import compare_versions

    if len(versions) < 2:
        return
    texts = [ledger.document(info.id, info.sha256) for info in versions]
    read = [read_document(text).records for text in texts if text is not None]
    names = [f"{info.first_seen:%Y-%m-%d %H:%M}" for info in versions]
    for at in range(1, len(read)):
        yield compare_versions(versions[0].id, names[at - 1], names[at], read[at - 1], read[at])


def _lines(found: Sequence[Revision], addresses: Sequence[Address]) -> Iterator[str]:
    from communique.views.describe import visible

    for revision in found:
        yield f"{visible(revision.document)}: {revision.before} → {revision.after}"
        yield (
            f"  {revision.same} the same, {len(revision.added)} added, {len(revision.dropped)} dropped, "
            f"{len(revision.changed)} changed"
        )
        yield from (line for told in revision.added for line in _told("+", told))
        yield from (line for told in revision.dropped for line in _told("-", told))
        for change in revision.changed:
            yield from _told("~", change.after)
            yield f"      before “{change.before.quote}”"
            yield from (f"      {name}: {one} → {other}" for name, (one, other) in change.differs.items())
        yield ""
    if addresses:
        yield "found at"
        for one in addresses:
            publisher = f" ({visible(one.publisher)})" if one.publisher else ""
            yield f"  {visible(one.url)}{publisher}, {one.first_seen:%Y-%m-%d} to {one.last_seen:%Y-%m-%d}"


def _told(sign: str, told: Told) -> Iterator[str]:
    yield f"  {sign} {told.kind}: {told.text}"
    yield f"      “{told.quote}”"
