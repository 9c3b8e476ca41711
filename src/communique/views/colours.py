"""A hue for each kind, so that terminal and page show a kind alike."""

from __future__ import annotations

from communique.kinds.registry import BY_NAME

_STEP = 137
"""Degrees between neighbours: near the golden angle, so that neighbouring kinds differ well."""


def hue(kind: str) -> int:
    """The kind's place on the colour circle, in degrees."""
    return list(BY_NAME).index(kind) * _STEP % 360
