"""What tests of exports share."""

from __future__ import annotations

from collections.abc import Callable

from communique.export.exporter import Export

Exported = Callable[..., Export]
"""Exports the examples in a format, by its name and the fields of a selection; made once each."""
