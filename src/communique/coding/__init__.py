"""Coding of single news sentences into PLOVER and CAMEO events."""
