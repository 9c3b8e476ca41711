"""Finders: what stands in the text, one finder a file."""
