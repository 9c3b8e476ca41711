"""Language packs: data in `packs/`, their shape, their loader, their pattern language."""

from communique.lexicon.loader import language_name, languages, load

__all__ = ["language_name", "languages", "load"]
