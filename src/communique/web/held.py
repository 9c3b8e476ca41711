"""What the pages hold between requests: the open ledger, and what was made of its present state."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable
from threading import BoundedSemaphore, Lock
from typing import TypeVar, cast

import msgspec

from communique.ledger.store import Ledger
from communique.ledger.stored import Stored
from communique.resolve.events import Event
from communique.views.scene import Scene
from communique.web.cache import Cache

_SCENES = 60_000
"""Records that all scenes together may hold."""
_PAGES = 64 << 20
"""Bytes that all rendered pages together may take."""
_THINGS = 64
_AT_ONCE = 2
"""Pages that are made at the same time."""
_LOOK = 1.0
"""Seconds after which the ledger is asked anew whether another program has changed it."""

Value = TypeVar("Value")


class Seen(msgspec.Struct, frozen=True):
    """A scene as a page needs it. `whole` is whether it has all that was asked for; `stored` and `event` are what
    the page is of, where it is of a record."""

    scene: Scene
    whole: bool = True
    stored: Stored | None = None
    event: Event | None = None


class Held:
    """The open ledger with caches that are true of its revision; safe to share between threads."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._scenes: Cache[Seen] = Cache(_SCENES, lambda seen: max(1, len(seen.scene.told)))
        self._pages: Cache[bytes] = Cache(_PAGES, len)
        self._things: Cache[object] = Cache(_THINGS, lambda thing: 1)
        self._lock = Lock()
        self._making = BoundedSemaphore(_AT_ONCE)
        self._revision = ""
        self._looked = float("-inf")

    def warm(self) -> None:
        """Make what every reader needs before the first asks for it."""
        self.thing("counts", self.ledger.counts)
        self.thing("codes", self.ledger.country_codes)

    def revision(self) -> str:
        """The revision of the ledger as it was at most a second ago; what was held of an older one is let go."""
        with self._lock:
            if time.monotonic() - self._looked > _LOOK:
                found = self.ledger.revision()
                if found != self._revision:
                    self._forget()
                self._revision = found
                self._looked = time.monotonic()
            return self._revision

    def changed(self) -> None:
        """To be called after a change of one's own, so that the next page shows it."""
        with self._lock:
            self._looked = float("-inf")

    def scene(self, key: Hashable, make: Callable[[], Seen]) -> Seen:
        """The scene of a key, made when it is not held."""
        return self._scenes.get((self.revision(), key), make)

    def page(self, key: Hashable, make: Callable[[], bytes]) -> bytes:
        """The page of a key, rendered when it is not held."""
        return self._pages.get((self.revision(), key), lambda: self._in_turn(make))

    def thing(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """Anything else that is made of the whole ledger, such as its counts; few are held."""
        return cast(Value, self._things.get((self.revision(), key), make))

    def _in_turn(self, make: Callable[[], bytes]) -> bytes:
        """Make few pages at a time, so that those that are held come without waiting for them."""
        with self._making:
            return make()

    def _forget(self) -> None:
        for cache in (self._scenes, self._pages, self._things):
            cache.clear()
