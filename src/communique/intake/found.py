"""What decoding gives: a text, what its file says of it, and where in the file it stood."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

import msgspec

from communique.errors import InputError
from communique.settings import IntakeSettings


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """One document's text in a file, as the offsets of its records will count it.

    `key` tells the documents of one file apart and stays the same when the file is read again; None when
    the file holds one document. `date` is EDTF, `lang` a BCP 47 tag that the file claims (a hint).
    `origin` says where in the file the text stood (see `communique.text.origin`).
    """

    text: str
    key: str | None = None
    title: str | None = None
    date: str | None = None
    publisher: str | None = None
    url: str | None = None
    lang: str | None = None
    origin: str | None = None


Item: TypeAlias = Found | InputError
"""A document, or why the document that should stand here cannot be read."""

Items: TypeAlias = Iterator[Item]


class Budget:
    """How many bytes a file may still unpack to, shared by everything that is packed in it."""

    def __init__(self, size: int) -> None:
        self.size = self.left = size

    def take(self, number: int) -> bool:
        """Use up some bytes; False when there are not so many left."""
        self.left -= number
        return self.left >= 0


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of bytes before they are read: `name` is a path or address, and tells by its ending.

    `media_type` and `charset` are those of an HTTP response. `within` is what errors name for bytes that
    stand in a container, and `depth` counts the containers around.
    """

    name: str
    budget: Budget
    media_type: str | None = None
    charset: str | None = None
    url: str | None = None
    within: str | None = None
    depth: int = 0
    settings: IntakeSettings = IntakeSettings()

    @property
    def place(self) -> str:
        """What errors name."""
        return self.within or self.name

    def refuse(self, message: str, entry: str | None = None) -> InputError:
        """An error at this place."""
        return InputError(message, self.place, entry)

    def inside(self, name: str, *, shown: str | None = None, url: str | None = None) -> Given:
        """What is known of bytes in this container; `InputError` when containers are nested too deep."""
        if self.depth >= self.settings.max_depth:
            raise self.refuse(
                f"more than {self.settings.max_depth} containers within each other; unpack it first"
            )
        return msgspec.structs.replace(
            self,
            name=name,
            within=f"{self.place} > {shown}" if shown else self.place,
            url=url or self.url,
            depth=self.depth + 1,
            media_type=None,
            charset=None,
        )
