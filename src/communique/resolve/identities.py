"""Which person a name in a record means: the one that its document gives a fuller name, else the country's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from communique.kinds.person import Person
from communique.ledger.names import fold_name
from communique.ledger.stored import Stored
from communique.resolve.people import Known


class Identities:
    """Looks up persons by name, country and document."""

    def __init__(self, known: Sequence[Known], told: Iterable[Stored]) -> None:
        self._by_name = {
            (person.country or "", name): person.id
            for person in known
            for spelled in person.names.values()
            for name in spelled
        }
        self._within: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
        for stored in told:
            record = stored.record
            if isinstance(record, Person):
                country = record.country or ""
                entry = (fold_name(record.name), country, self._by_name[country, record.name])
                self._within[record.doc].append(entry)

    def who(self, doc: str, name: str, country: str | None) -> str | None:
        """The id of the person that a document means by a name, None where it cannot be told."""
        exact = self._by_name.get((country or "", name))
        part = fold_name(name)
        if not part:
            return exact
        here = {
            key
            for full, state, key in self._within.get(doc, ())
            if part in full and (country is None or not state or state == country)
        }
        return here.pop() if len(here) == 1 else exact
