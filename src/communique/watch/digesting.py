"""The digest of what the sources gave since the last one; a round that was killed is told with the next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import msgspec

from communique.kinds.identity import told_key
from communique.ledger import Ledger
from communique.views.digest import Digest
from communique.watch.desk import Desk


def new_since_last(desk: Desk, sources: Sequence[str], now: dt.datetime) -> Digest:
    """The digest of what is new from these sources, which are then noted as told until `now`."""
    with desk.ledger() as ledger:
        held = ledger.watched(sources, role="source")
        since = _last_told([state.told for state in held])
        digest = _digest(ledger, sources, since)
        told = [msgspec.structs.replace(state, told=now.isoformat()) for state in held]
        ledger.take([], [], told, now)
    return digest


def _digest(ledger: Ledger, sources: Sequence[str], since: dt.datetime | None) -> Digest:
    texts = ledger.texts_since(sources, since)
    revised = {document for document, again in texts if again}
    digest = Digest(texts=len(texts), revised=len(revised))
    before = {document: _told_before(ledger, document, since) for document in sorted(revised)}
    for record, document in ledger.arrived(sources, since):
        if told_key(record) not in before.get(document.id, ()):
            digest.add(record, document)
    return digest


def _told_before(ledger: Ledger, document: str, since: dt.datetime | None) -> set[str]:
    held = ledger.records(document=document, superseded=True, as_read=True)
    return {told_key(item.record) for item in held if since is None or item.first_seen <= since}


def _last_told(told: Sequence[str | None]) -> dt.datetime | None:
    """The earliest time until which a source was told of, None when none was."""
    times = [dt.datetime.fromisoformat(text) for text in told if text]
    return min(times, default=None)
