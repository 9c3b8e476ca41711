"""What one language's reader makes of a text, by kind: `Reads("ru")` is asked for records, one alone, or persons."""

from __future__ import annotations

from typing import Any

import communique


class Reads:
    """Texts of one language, written on one day."""

    def __init__(self, lang: str, date: str = "2025-05-14") -> None:
        self.lang = lang
        self.date = date

    def records(self, text: str, kind: str) -> list[Any]:
        """The records of a kind."""
        read = communique.read(text, lang=self.lang, date=self.date)
        return [record for record in read.records if record.kind == kind]

    def only(self, text: str, kind: str) -> Any:
        """The one record of a kind."""
        found = self.records(text, kind)
        assert len(found) == 1, found
        return found[0]

    def persons(self, text: str) -> dict[str, tuple[str | None, str | None]]:
        """Country and role by name."""
        return {p.name: (p.country, p.role) for p in self.records(text, "person")}
