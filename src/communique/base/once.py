"""A value that an object works out when it is first asked for, and keeps."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar, overload

Owner = TypeVar("Owner")
Value = TypeVar("Value")


class once(Generic[Owner, Value]):
    """`functools.cached_property` without its lock, for objects that no two threads share."""

    def __init__(self, make: Callable[[Owner], Value]) -> None:
        self.make = make
        self.name = make.__name__
        self.__doc__ = make.__doc__

    @overload
    def __get__(self, owner: None, kind: type[Owner]) -> once[Owner, Value]: ...
    @overload
    def __get__(self, owner: Owner, kind: type[Owner]) -> Value: ...
    def __get__(self, owner: Owner | None, kind: type[Owner]) -> once[Owner, Value] | Value:
        if owner is None:
            return self
        value = self.make(owner)
        # The attribute of the object itself goes before this one from now on.
        setattr(owner, self.name, value)
        return value
