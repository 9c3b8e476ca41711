"""What every record holds, and the small structures inside records (see docs/record-format.md)."""

from __future__ import annotations

from typing import ClassVar

import msgspec

from communique.base.spans import Evidence
from communique.vocab import Manner, Modality


class Actor(msgspec.Struct, frozen=True, gc=False):
    """Who acts: a person's name as written (None: the state itself) and a country or organisation code."""

    name: str | None = None
    country: str | None = None


class Place(msgspec.Struct, frozen=True, gc=False):
    """A place: its English name as GeoNames or CLDR spells it, and its country's alpha-3 code."""

    name: str | None = None
    country: str | None = None


class Attribution(msgspec.Struct, frozen=True, gc=False):
    """Who says so; all None when it is the reporter's own voice."""

    speaker: str | None = None
    country: str | None = None
    source: str | None = None
    manner: Manner | None = None
    reported_by_other_side: bool = False
    """The publisher belongs to one side and relays what the other side said."""


class Record(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind"):
    """The fields every kind shares; a kind subclasses it and adds its own.

    `KEY` names the fields that decide whether two records tell the same fact.
    """

    KEY: ClassVar[tuple[str, ...]] = ()

    id: str
    doc: str
    evidence: tuple[Evidence, ...]
    lang: str
    attribution: Attribution = Attribution()
    modality: Modality = "actual"
    confidence: float = 0.5
    rule: str = ""

    @property
    def kind(self) -> str:
        """The kind's name in the contract, such as `meeting`."""
        return str(self.__struct_config__.tag)
