"""Coding of single news sentences into PLOVER and CAMEO events."""

from communique.coding.coder import Coder, Event, coder

__all__ = ["Coder", "Event", "coder"]
