"""Countries by their English names, and what a user may call them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from typing import Any


def country_name(code: str) -> str:
    """The English name of a state; an organisation or an unknown code as it is."""
    state = _states().get(code)
    return str(state.name) if state is not None else code


def label(code: str) -> str:
    """Name and code, such as `Viet Nam (VNM)`; one of them where they are the same."""
    name = country_name(code)
    return f"{name} ({code})" if name != code else code


def listed(codes: tuple[str, ...]) -> str:
    """Several countries' names, such as `Kenya, Sweden`."""
    return ", ".join(map(country_name, codes))


def resolve(text: str) -> str | None:
    """The alpha-3 code of a state given by code or by name in any language of the packs."""
    text = " ".join(text.split())
    states = _states()
    if text in states:
        return text
    if found := _resolver()(text):
        return found
    if text.upper() in states or (not states and re.fullmatch("[A-Za-z]{3}", text)):
        return text.upper()
    return next((code for code, state in states.items() if state.name.casefold() == text.casefold()), None)


@cache
def _states() -> Mapping[str, Any]:
    module = _optional("communique.world.states")
    states: Mapping[str, Any] = module.STATES if module else {}
    return states


@cache
def _resolver() -> Callable[[str], str | None]:
    module = _optional("communique.lexicon.names")
    found: Callable[[str], str | None] = module.resolve_state if module else lambda text: None
    return found


def _optional(name: str) -> Any:
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        return None
