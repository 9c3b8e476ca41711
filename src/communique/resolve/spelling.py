"""How alike two names sound, whatever scripts and transcriptions they are written in.

Names are romanised letter by letter (anyascii) and compared by what survives transcription: consonants by
where they are spoken, vowels hardly at all, since several scripts leave them out. The costs were set on names
of office holders in English, German, Russian, Chinese, Arabic and Vietnamese spelling.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import Counter
from functools import cache, lru_cache
from importlib import resources

from anyascii import anyascii

from communique.ledger.names import fold_name

VOWELS = frozenset("aeiouy")
_REWRITES = (
    (re.compile(r"tsz|dzh|dsch|dj|zh"), "j"),
    (re.compile(r"tsch|tch"), "c"),
    (re.compile(r"sch|sh|\bx"), "s"),
    (re.compile(r"ch|ts|tz"), "c"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"ngh?(?![aeiou])"), "n"),
    (re.compile(r"kh"), "h"),
    (re.compile(r"gh"), "g"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"th"), "t"),
    (re.compile(r"qu|ck"), "k"),
    (re.compile(r"(.)\1+"), r"\1"),
)
_PLACES = ("bp", "fvw", "dt", "gkqh", "szcj", "lr", "mn")
_PLACE = {letter: place for place in _PLACES for letter in place}
_GLIDES = {
    frozenset("jy"),
    frozenset("ji"),
    frozenset("wu"),
    frozenset("wo"),
    frozenset("vu"),
    frozenset("vo"),
}
_VOCALIC = frozenset().union(*_GLIDES)
"""Letters that a glide may stand for."""
_VOWEL, _GLIDE, _CONSONANT, _SAME_PLACE, _OTHER_VOWEL = 0.25, 0.4, 1.0, 0.15, 0.1


@lru_cache(maxsize=65536)
def sounds(name: str) -> tuple[str, ...]:
    """The name's tokens romanised and reduced to sounds that transcriptions share."""
    plain = romanised(name)
    for pattern, put in _REWRITES:
        plain = pattern.sub(put, plain)
    return tuple(plain.split())


def romanised(name: str) -> str:
    """The name in the letters a to z, ideographs as syllables of their own."""
    return re.sub(r"[^a-z ]", "", anyascii(fold_name(name)).lower())


def script(name: str) -> str:
    """The script of the name's first letter by its Unicode name, such as `LATIN`, `CYRILLIC`, `CJK`."""
    first = next((c for c in name if c.isalpha()), "")
    return unicodedata.name(first, "").split(" ")[0] if first else ""


def similarity(one: str, other: str, least: float = 0.0) -> float:
    """How alike two whole names sound, from 0 (nothing in common) to 1; symmetric.

    0 stands for every value that cannot reach `least`, which saves most of the work.
    """
    return _similarity(*sorted((one, other)), least)


@lru_cache(maxsize=65536)
def _similarity(one: str, other: str, least: float) -> float:
    a, b = sounds(one), sounds(other)
    if not a or not b:
        return 0.0
    read = _read(one, other)
    if read == 1.0 or _at_most(one, other) < least:
        return read
    return max(_alike("".join(a), "".join(b)), _alike("".join(sorted(a)), "".join(sorted(b))), read)


def _at_most(one: str, other: str) -> float:
    """A bound on how alike two names sound: consonants for which the other has none must fall out."""
    (fixed, sounded, weight), (others, answers, most) = _skeleton(one), _skeleton(other)
    lost = (fixed - answers).total() + (others - sounded).total()
    return 1.0 - lost * _CONSONANT / max(weight, most)


@lru_cache(maxsize=65536)
def _skeleton(name: str) -> tuple[Counter[str], Counter[str], float]:
    """The name's consonants by place, those of full weight and all of them, and the weight of its sounds."""
    letters = [c for token in sounds(name) for c in token]
    fixed = Counter(
        _PLACE[c] for c in letters if c in _PLACE and _weight(c) == _CONSONANT and c not in _VOCALIC
    )
    return fixed, Counter(_PLACE[c] for c in letters if c in _PLACE), sum(map(_weight, letters))


def part_similarity(one: str, other: str) -> float:
    """How alike a name of one token is to the likest token of the other; 0 when both have several."""
    a, b = sounds(one), sounds(other)
    if min(len(a), len(b)) != 1 or len(a) == len(b):
        return 0.0
    return max(_alike(x, y) for x in a for y in b)


def shortened(one: str, other: str) -> float:
    """How alike a name of several tokens is to the longer name that may hold them all in this order; 0 else.

    `Lula da Silva` shortens `Luiz Inácio Lula da Silva`.
    """
    short, full = sorted((sounds(one), sounds(other)), key=len)
    if len(short) < 2 or len(short) == len(full):
        return 0.0
    least, at = 1.0, 0
    for token in short:
        likest = max(range(at, len(full)), key=lambda n: _alike(token, full[n]), default=None)
        if likest is None:
            return 0.0
        least, at = min(least, _alike(token, full[likest])), likest + 1
    return least


def initialled(one: str, other: str) -> bool:
    """Whether two names of as many tokens differ in nothing but initials (`S. Jaishankar`)."""
    a, b = fold_name(one).split(), fold_name(other).split()
    if len(a) != len(b) or a == b:
        return False
    pairs = list(zip(a, b, strict=True))
    same = [x == y for x, y in pairs]
    short = [min(len(x), len(y)) == 1 and x[0] == y[0] for x, y in pairs]
    return any(same) and all(x or y for x, y in zip(same, short, strict=True))


def _alike(a: str, b: str) -> float:
    row = [0.0]
    for y in b:
        row.append(row[-1] + _weight(y))
    for x in a:
        last, row = row, [row[0] + _weight(x)]
        for at, y in enumerate(b):
            row.append(min(last[at] + _swap(x, y), last[at + 1] + _weight(x), row[at] + _weight(y)))
    most = max(sum(map(_weight, a)), sum(map(_weight, b)))
    return max(0.0, 1.0 - row[-1] / most)


def _weight(letter: str) -> float:
    if letter in VOWELS:
        return _VOWEL
    return _GLIDE if letter in "hwj" else _CONSONANT


def _swap(x: str, y: str) -> float:
    if x == y:
        return 0.0
    if x in VOWELS and y in VOWELS:
        return _OTHER_VOWEL
    if frozenset((x, y)) in _GLIDES or (x in _PLACE and _PLACE[x] == _PLACE.get(y)):
        return _SAME_PLACE
    return _weight(x) + _weight(y)


def _read(one: str, other: str) -> float:
    """The share of syllables of which one is the other's Vietnamese reading; 0 unless they pair up."""
    a, b = _syllables(one), _syllables(other)
    if len(a) != len(b) or len(a) < 2:
        return 0.0
    table = _readings()
    return max(_answered(a, b, table), _answered(b, a, table)) / len(a)


def _answered(told: list[str], read: list[str], table: dict[str, frozenset[str]]) -> int:
    return sum(y in table.get(x, ()) for x, y in zip(told, read, strict=True))


@lru_cache(maxsize=65536)
def _syllables(name: str) -> list[str]:
    return [syllable for token in romanised(name).split() for syllable in _cut(token) or [token]]


def _cut(token: str) -> list[str]:
    """A word of pinyin cut into its syllables, the longest first; empty when it is no pinyin."""
    if not token:
        return []
    for end in range(min(6, len(token)), 0, -1):
        if token[:end] in _readings():
            rest = _cut(token[end:])
            if rest or end == len(token):
                return [token[:end], *rest]
    return []


@cache
def _readings() -> dict[str, frozenset[str]]:
    text = resources.files("communique.resolve").joinpath("readings.toml").read_text("utf-8")
    return {one: frozenset(said.split()) for one, said in tomllib.loads(text)["vietnamese"].items()}
