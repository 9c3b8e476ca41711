"""Language packs: data in `packs/`, their shape, their loader, their pattern language."""

from communique.lexicon.loader import languages, load

__all__ = ["languages", "load"]
