"""The part of an open ledger that keeps what people say of its facts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

from sqlalchemy import Connection

from communique.errors import UnknownError
from communique.ledger import corrections, judgements
from communique.ledger.corrections import Correction, Outcome, Saying
from communique.ledger.engines import shown
from communique.ledger.holders import Holder, Replaced, replace, select_holders
from communique.ledger.judgements import About, Judgement, Verdict
from communique.ledger.queries import Query, select_records
from communique.ledger.standing import least_certain, standing
from communique.ledger.stored import Stored


class Said:
    """Judgements and corrections of an open ledger; the ledger gives the connections."""

    _path: str | Path

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

    def record(self, id: str, *, as_read: bool = False) -> Stored:
        """One record by its id, current or not; `RequestError` when the ledger has none."""
        query = Query(ids=(id,), superseded=True)
        with self._asking() as connection:
            found = select_records(connection, query) if as_read else standing(connection, query)
        if not found:
            cure = "the ledger has no record of this id; ids are in `communique records --format csv`"
            raise UnknownError(cure, shown(self._path), id)
        return found[0]

    def least_certain(self, limit: int, kind: str | None = None) -> list[Stored]:
        """The current records of least confidence of which nobody has said anything, at most `limit`."""
        with self._asking() as connection:
            return least_certain(connection, limit, kind)

    def correct(
        self, id: str, fields: Mapping[str, str], saying: Saying, *, dry_run: bool = False
    ) -> list[Correction]:
        """Correct fields of a record, each by its path and a text that stands for its value.

        All are kept or none; with `dry_run` they are only checked. `RequestError` says what does not fit.
        """
        read, now = self.record(id, as_read=True).record, self.record(id).record
        made = [corrections.corrected(now, read, field, text, saying) for field, text in fields.items()]
        corrections.applied(now, made)
        return self._keep(made, dry_run)

    def remark(
        self, id: str, outcome: Outcome, saying: Saying, fields: Sequence[str] = (), *, dry_run: bool = False
    ) -> list[Correction]:
        """Say of fields, or of the record as a whole, that they are `confirmed` or `not_verifiable`."""
        read = self.record(id, as_read=True).record
        made = [
            corrections.remarked(read, field, outcome, saying) for field in fields or (corrections.WHOLE,)
        ]
        return self._keep(made, dry_run)

    def corrections(self, record: str | None = None, *, retracted: bool = False) -> list[Correction]:
        """The corrections that stand, of one record or all, oldest first; on wish those taken back too."""
        with self._asking() as connection:
            return corrections.select_corrections(connection, record, retracted=retracted)

    def retract_correction(self, id: str, *, author: str, at: dt.datetime) -> Correction:
        """Take a correction back; it stays in the ledger. `RequestError` when it cannot be."""
        with self._changing() as connection:
            return corrections.retract(connection, id, author, at)

    def replace_holders(
        self, holders: Iterable[Holder], source: str, *, author: str, made_at: dt.datetime
    ) -> Replaced:
        """Make these the rows that a source tells of the register of people, in place of what it told before."""
        with self._changing() as connection:
            return replace(connection, holders, source, author, made_at)

    def holders(self) -> list[Holder]:
        """The register of people as it was told from outside, by country, name and time."""
        with self._asking() as connection:
            return select_holders(connection)

    def _keep(self, made: list[Correction], dry_run: bool) -> list[Correction]:
        if not dry_run:
            with self._changing() as connection:
                corrections.add(connection, made)
        return made
