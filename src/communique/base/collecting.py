"""Reading without Python's search for cyclic garbage.

What reading makes has no cycles, so that all of it goes when it is let go of. The search would find nothing,
and walk again and again over what a document is made of, the longer the document the longer the walk.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

_Given = ParamSpec("_Given")
_Found = TypeVar("_Found")


def uncollected(work: Callable[_Given, _Found]) -> Callable[_Given, _Found]:
    """The same function, during which the search rests; where it is off already it stays off.

    Of several threads the first to end lets it begin again, which costs the others time and nothing else.
    """

    @wraps(work)
    def resting(*args: _Given.args, **named: _Given.kwargs) -> _Found:
        if not gc.isenabled():
            return work(*args, **named)
        gc.disable()
        try:
            return work(*args, **named)
        finally:
            gc.enable()

    return resting
