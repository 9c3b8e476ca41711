"""Where in its source a quote stood, for readers: the page, the row, the member of an archive."""

from __future__ import annotations

from communique.ledger.stored import DocumentInfo
from communique.text.origin import place_at


def place_of(document: DocumentInfo, offset: int) -> str | None:
    """The place of the character at `offset`, such as `annex.pdf > page 3`; None where the source is the text.

    The selector of a web page's element is left out: a reader finds the quote on the page by its words.
    """
    if document.origin is None:
        return None
    steps = place_at(document.origin, offset).split(" > ")
    return " > ".join(step for step in steps if not step.startswith("selector ")) or None
