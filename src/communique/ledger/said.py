"""The part of an open ledger that keeps what people say of its facts."""

from __future__ import annotations

import datetime as dt
from contextlib import AbstractContextManager

from sqlalchemy import Connection

from communique.ledger import judgements
from communique.ledger.judgements import About, Judgement, Verdict


class Said:
    """Judgements of an open ledger; the ledger gives the connections."""

    def _asking(self) -> AbstractContextManager[Connection]:
        raise NotImplementedError

    def _changing(self) -> AbstractContextManager[Connection]:
        raise NotImplementedError

    def judge(
        self,
        about: About,
        one: str,
        other: str,
        verdict: Verdict,
        *,
        author: str,
        made_at: dt.datetime,
        reason: str | None = None,
    ) -> Judgement:
        """Keep that two things are the same, not the same, or that it is unsure; the keys in any order.

        `made_at` has a time zone. `RequestError` for words outside the lists. Of several judgements
        on a pair the one made last counts (`judgements.newest`).
        """
        made = Judgement.of(about, (one, other), verdict, author, made_at, reason)
        with self._changing() as connection:
            judgements.add(connection, made)
        return made

    def judgements(self, about: About | None = None, *, retracted: bool = False) -> list[Judgement]:
        """The judgements that stand, oldest first; with `retracted` also those that were taken back."""
        with self._asking() as connection:
            return judgements.select_judgements(connection, about, retracted=retracted)

    def retract_judgement(self, id: str, *, author: str, at: dt.datetime) -> Judgement:
        """Take a judgement back; it stays in the ledger. `RequestError` when it cannot be."""
        with self._changing() as connection:
            return judgements.retract(connection, id, author, at)
