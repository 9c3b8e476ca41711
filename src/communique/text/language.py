"""Which of the supported languages a text is in.

Most texts are decided by how many of their words are function words of a language, which takes no
model; the rest by py3langid. A text that is plainly in a language no pack reads is refused, since
whatever were read from it would be wrong.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Protocol

from communique.errors import LanguageError

_SAMPLE = 20_000
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_MIN_WORDS = 12
_MIN_SHARE = 0.1
_CLEARLY = 1.5
_MIN_LETTERS = 24
_SURELY_NOT = 0.0005


def detect(text: str, supported: Sequence[str], wanted: str | None = None) -> str:
    """The language of `text`, one of `supported`; `wanted` is taken as given if it is supported.

    Raises `LanguageError` for a language without a pack, wished for or plainly seen in the text, and
    for a text that shows no language at all.
    """
    if wanted is not None:
        return chosen(wanted, supported)
    sample = text[:_SAMPLE]
    seen = by_words(sample)
    if seen is not None and seen in supported:
        return seen
    if not _WORD.search(sample):
        raise LanguageError("holds no words, so its language cannot be told; pass --lang")
    ranks = _ranks(sample)
    best = max(supported, key=lambda code: (ranks.get(code, 0.0), code))
    letters = sum(map(len, _WORD.findall(sample)))
    if ranks.get(best, 0.0) < _SURELY_NOT and letters >= _MIN_LETTERS:
        looks = max(ranks, key=lambda code: (ranks[code], code))
        raise LanguageError(
            f"looks like language {looks!r}, and there are packs for {', '.join(supported)}; "
            "pass --lang if it is one of these"
        )
    return best


def chosen(wanted: str, supported: Sequence[str]) -> str:
    """The supported language that the BCP 47 code `wanted` names; `LanguageError` when there is none."""
    code = wanted.lower().replace("_", "-").partition("-")[0]
    if code not in supported:
        raise LanguageError(f"no pack reads language {wanted!r}; choose one of {', '.join(supported)}")
    return code


def by_words(sample: str) -> str | None:
    """The language with clearly most function words in `sample`, or None when that is not clear."""
    words = [word.lower() for word in _WORD.findall(sample)]
    if len(words) < _MIN_WORDS:
        return None
    shares = sorted(
        (
            (sum(word in common for word in words) / len(words), code)
            for code, common in _function_words().items()
        ),
        reverse=True,
    )
    (first, code), (second, _) = shares[:2]
    return code if first >= _MIN_SHARE and first >= _CLEARLY * second else None


@cache
def _function_words() -> dict[str, frozenset[str]]:
    table = tomllib.loads(
        resources.files("communique.text").joinpath("function_words.toml").read_text("utf-8")
    )
    return {code: frozenset(words.split()) for code, words in table.items()}


class _Identifier(Protocol):
    def rank(self, text: str) -> list[tuple[str, float]]: ...


def _ranks(sample: str) -> dict[str, float]:
    return dict(_identifier().rank(sample))


@cache
def _identifier() -> _Identifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # type: ignore[import-untyped]

    identifier: _Identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    return identifier
