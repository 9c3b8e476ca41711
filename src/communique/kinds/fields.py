"""The fields of a record by dotted path (`place.country`, `participants.0.name`), and texts as their values."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec

from communique.base.edtf import is_edtf
from communique.errors import RequestError
from communique.kinds.codes import CODE_FIELDS, code_of
from communique.kinds.record import Record
from communique.kinds.registry import BY_NAME

_SHARED = ("modality", "attribution")
"""Fields that every kind has and that say something of the fact."""
_DATES = frozenset({"date", "period", "due"})
_MISSING = object()


def own_fields(kind: str) -> tuple[str, ...]:
    """The fields of a kind that say something of the fact, those of every kind last."""
    shared = Record.__struct_fields__
    return (*(name for name in BY_NAME[kind].__struct_fields__ if name not in shared), *_SHARED)


def value_at(record: Record, path: str) -> Any:
    """The value at a path as plain JSON types; `RequestError` when the record has no such place."""
    _type_at(record.kind, path)
    value: Any = _plain(record)
    for name in path.split("."):
        value = _step(value, name, record, path)
    return value


def changed(record: Record, path: str, value: Any) -> Record:
    """The record with another value at a path, its id as before; `RequestError` when it does not fit."""
    whole = _plain(record)
    *way, last = path.split(".")
    within: Any = whole
    for name in way:
        if (inner := _step(within, name, record, path)) is None:
            inner = within[name] = {}
        within = inner
    within[int(last) if isinstance(within, list) else last] = value
    try:
        made: Record = msgspec.convert(whole, BY_NAME[record.kind])
    except msgspec.ValidationError as error:
        raise RequestError(
            f"this does not fit a record of the kind {record.kind}: {error}", entry=path
        ) from error
    return made


def parsed(kind: str, path: str, text: str) -> Any:
    """A text as the value of a field, in plain JSON types; nothing at all empties the field.

    Lists are written with commas or as JSON, structures as JSON. `RequestError` names what is allowed.
    """
    target = _type_at(kind, path)
    value = _converted(target, text.strip(), path)
    leaf = next((name for name in reversed(path.split(".")) if not name.isdigit()), path)
    if leaf in _DATES and value is not None and not is_edtf(value):
        raise RequestError(f"{text!r} is no date such as 2024, 2024-07 or 2024-07-03", entry=path)
    if leaf in CODE_FIELDS and value:
        if isinstance(value, list):
            return [code_of(item, leaf, path) for item in value]
        return code_of(value, leaf, path) if isinstance(value, str) else value
    return value


def _plain(value: Any) -> Any:
    """The value as JSON has it, every sequence a list."""
    return msgspec.json.decode(msgspec.json.encode(value))


def _step(value: Any, name: str, record: Record, path: str) -> Any:
    if isinstance(value, list):
        if int(name) >= len(value):
            raise RequestError(f"the list has {len(value)} items, counted from 0", record.id, path)
        return value[int(name)]
    return value.get(name) if isinstance(value, dict) else None


def _converted(target: Any, text: str, path: str) -> Any:
    plain, optional = _without_none(target)
    listed = get_origin(plain) is tuple
    if not text:
        if optional or listed:
            return [] if listed else None
        raise RequestError("this field cannot be empty", entry=path)
    for given in _readings(text, listed):
        try:
            return _plain(msgspec.convert(given, target, strict=False))
        except msgspec.ValidationError:
            continue
    raise RequestError(f"{text!r} is not {_wanted(plain)}", entry=path)


def _readings(text: str, listed: bool) -> list[Any]:
    """What a text may stand for, the likeliest first."""
    given: list[Any] = [] if listed else [text]
    with suppress(msgspec.DecodeError):
        given.append(msgspec.json.decode(text))
    return [*given, [part.strip() for part in text.split(",") if part.strip()]] if listed else given


def _wanted(target: Any) -> str:
    if words := _words(target):
        return f"one of {', '.join(words)}"
    if get_origin(target) is tuple:
        words = _words(get_args(target)[0])
        return f"a list out of {', '.join(words)}" if words else "a list, such as KEN, SWE"
    if isinstance(target, type) and issubclass(target, msgspec.Struct):
        return "JSON such as " + msgspec.json.encode(dict.fromkeys(target.__struct_fields__, "…")).decode()
    return {bool: "true or false", int: "a whole number"}.get(target, "a number")


def _words(target: Any) -> tuple[str, ...]:
    return get_args(target) if get_origin(target) is Literal else ()


def _type_at(kind: str, path: str) -> Any:
    """The declared type at a path; `RequestError` names the fields there are."""
    first, *way = path.split(".")
    if first not in own_fields(kind):
        raise RequestError(
            f"a record of the kind {kind} has no such field; there are {', '.join(own_fields(kind))}",
            entry=path,
        )
    target = _hints(BY_NAME[kind])[first]
    for name in way:
        plain, _ = _without_none(target)
        target = _MISSING
        if get_origin(plain) is tuple and name.isdecimal():
            target = get_args(plain)[0]
        elif isinstance(plain, type) and issubclass(plain, msgspec.Struct):
            target = _hints(plain).get(name, _MISSING)
        if target is _MISSING:
            raise RequestError(f"there is no {name!r} here", entry=path)
    return target


@cache
def _hints(struct: type) -> dict[str, Any]:
    return get_type_hints(struct)


def _without_none(target: Any) -> tuple[Any, bool]:
    """The type without None, and whether None was in it."""
    if get_origin(target) not in (Union, UnionType):
        return target, False
    rest = [arg for arg in get_args(target) if arg is not NoneType]
    return (rest[0] if len(rest) == 1 else Union[tuple(rest)]), len(rest) < len(get_args(target))  # noqa: UP007
