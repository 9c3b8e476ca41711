"""Answers made of what is between two states, which alone is resolved for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from fastapi import Request, Response

from communique.views.scene import Scene
from communique.web.held import Held
from communique.web.parts import seen_of
from communique.web.rest import answers

Pair = tuple[str, str]


def one(request: Request, held: Held, both: Pair, make: Callable[[Scene], bytes], also: str = "") -> Response:
    """What `make` makes of the two states' scene, as JSON; `also` as in `answers.conditional`."""
    return answers.conditional(request, held, lambda: answers.of_part(seen_of(held, *both), make), also=also)


def many(
    request: Request,
    held: Held,
    both: Pair,
    view: Callable[[Scene], Sequence[Any]],
    limit: int,
    cursor: str | None,
    also: str = "",
) -> Response:
    """A page of what a view finds in the two states' scene."""
    return one(request, held, both, lambda scene: answers.page(view(scene), limit, cursor), also)
