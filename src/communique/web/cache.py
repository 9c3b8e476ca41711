"""A bounded cache that makes each thing once, however many ask for it at the same moment."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

Value = TypeVar("Value")


class _Slot(Generic[Value]):
    """A place for one value; the first who has the lock makes it, the others wait."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.held: list[Value] = []
        self.weight = 0


class Cache(Generic[Value]):
    """Values by key, those used last kept while their weights together stay within `room`.

    `weigh` tells a value's weight; one heavier than the whole room is made and not kept.
    """

    def __init__(self, room: int, weigh: Callable[[Value], int]) -> None:
        self._room = room
        self._weigh = weigh
        self._slots: OrderedDict[Hashable, _Slot[Value]] = OrderedDict()
        self._weight = 0
        self._lock = Lock()

    @property
    def weight(self) -> int:
        """The weight of all that is held."""
        return self._weight

    def get(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """The value of a key, made when it is not held; an error of `make` leaves nothing behind."""
        with self._lock:
            slot = self._slots.setdefault(key, _Slot())
            self._slots.move_to_end(key)
        with slot.lock:
            if not slot.held:
                try:
                    value = make()
                except BaseException:
                    self._drop(key, slot)
                    raise
                slot.held.append(value)
                self._keep(key, slot, self._weigh(value))
            return slot.held[0]

    def clear(self) -> None:
        """Forget all."""
        with self._lock:
            self._slots.clear()
            self._weight = 0

    def _keep(self, key: Hashable, slot: _Slot[Value], weight: int) -> None:
        with self._lock:
            if self._slots.get(key) is not slot:
                return
            slot.weight = weight
            self._weight += weight
            for old in list(self._slots):
                if self._weight <= self._room:
                    break
                if self._slots[old].held:
                    self._weight -= self._slots.pop(old).weight

    def _drop(self, key: Hashable, slot: _Slot[Value]) -> None:
        with self._lock:
            if self._slots.get(key) is slot:
                del self._slots[key]
