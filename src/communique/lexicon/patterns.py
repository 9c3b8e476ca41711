"""The pattern language of cues.

    agreed to            the words, in any case
    <agree> {to|on}      any form of the verb in verbs.toml; one of several
    <agree:inf,ger>      only these forms
    call [up] on         optional words
    sprach ~ aus         a gap: the rest stands later in the same sentence
    kooper*              a word that begins so
    *abkommen            a word that ends so
    sprach ~ aus$        the tail must end its clause

Where the verb stands before its subject, what a pattern has behind a finite verb may stand behind the
subject as well (`agreed to` reads `agreed X to`).

The prefix of a separable verb may stand behind the pattern's own tails or before them. In a
tail only the forms that keep their prefix stand (`aufhielt`, not `hielt … auf`).

A pattern expands into heads, the literals the matcher looks for, each with the tails that must
follow, and the verb form it was built from.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from communique.errors import PackError
from communique.lexicon.shape import Properties
from communique.lexicon.verbs import FINITE, VerbTable

_PIECE = re.compile(r"<([^<>:]+)(?::([a-z_,]+))?>|\{([^{}]*)\}|\[([^\[\]]*)\]|(~)|([^\s<>{}\[\]~]+)|\s+")
MAX_EXPANSION = 4000


class Head(NamedTuple):
    """One literal to look for, with its verb form's tag and the tails that must follow in order.

    `behind`: what must stand behind the subject, which is then between it and the verb.
    """

    literal: str
    open_start: bool
    open_end: bool
    form: str
    tails: tuple[tuple[str, ...], ...]
    behind: tuple[str, ...] = ()


class _Option(NamedTuple):
    text: str
    form: str = ""
    particle: str | None = None


def expand(
    pattern: str, verbs: VerbTable, where: str, space: str = " ", properties: Properties | None = None
) -> list[Head]:
    """All heads of a pattern; `PackError` names `where` when it cannot be read."""
    stretches: list[list[list[_Option]]] = [[]]
    at = 0
    while at < len(pattern):
        match = _PIECE.match(pattern, at)
        if not match:
            raise PackError(f"cannot read the pattern {pattern!r} at {pattern[at:]!r}", entry=where)
        at = match.end()
        lemma, forms, choice, optional, gap, word = match.groups()
        if gap:
            stretches.append([])
        elif lemma:
            stretches[-1].append(_verb(lemma.strip(), forms, verbs, where))
        elif choice is not None:
            stretches[-1].append(
                [o for part in choice.split("|") for o in _choice(part.strip(), verbs, where)]
            )
        elif optional is not None:
            inner = [o for part in optional.split("|") for o in _choice(part.strip(), verbs, where)]
            stretches[-1].append([*inner, _Option("")])
        elif word:
            stretches[-1].append([_Option(word)])
    if any(not stretch for stretch in stretches):
        raise PackError(f"empty part in the pattern {pattern!r}", entry=where)
    tails = tuple(tuple(_surfaces(stretch, space)) for stretch in stretches[1:])
    heads = list(_heads(stretches[0], tails, space))
    if properties is not None and properties.verb_first:
        heads.extend(_parted(stretches[0], tails, space))
    if properties is not None and properties.proclitics:
        heads = list(dict.fromkeys(_apart(head, properties.proclitics) for head in heads))
    if len(heads) > MAX_EXPANSION:
        raise PackError(f"the pattern {pattern!r} expands to {len(heads)} forms", entry=where)
    return heads


def _choice(part: str, verbs: VerbTable, where: str) -> list[_Option]:
    match = re.fullmatch(r"<([^<>:]+)(?::([a-z_,]+))?>(.*)", part)
    if not match:
        return [_Option(part)]
    options = _verb(match[1].strip(), match[2], verbs, where)
    return [_Option((o.text + match[3]).strip(), o.form, o.particle) for o in options]


def _verb(lemma: str, forms: str | None, verbs: VerbTable, where: str) -> list[_Option]:
    if lemma not in verbs:
        raise PackError(f"no verb {lemma!r} in verbs.toml", entry=where)
    wanted = set(forms.split(",")) if forms else None
    found = [_Option(s, tag, p) for tag, s, p in verbs[lemma] if wanted is None or tag in wanted]
    if not found:
        raise PackError(f"verb {lemma!r} has none of the forms {forms!r}", entry=where)
    return found


def _heads(stretch: list[list[_Option]], tails: tuple[tuple[str, ...], ...], space: str) -> Iterator[Head]:
    for combination in itertools.product(*stretch):
        literal = space.join(o.text for o in combination if o.text)
        if not literal:
            continue
        form = next((o.form for o in combination if o.form), "")
        particle = next((o.particle for o in combination if o.particle), None)
        extra = ((particle + "$",),) if particle else ()
        orders = [extra + tails] if not (particle and tails) else [tails + extra, extra + tails]
        for order in orders:
            yield Head(
                literal.strip("*").lower(), literal.startswith("*"), literal.endswith("*"), form, order
            )


def _parted(stretch: list[list[_Option]], tails: tuple[tuple[str, ...], ...], space: str) -> Iterator[Head]:
    """The finite verb that a stretch begins with, what stands behind it told to stand behind its subject."""
    behind = tuple(sorted({s for s in _surfaces(stretch[1:], space) if s}, key=lambda s: (-len(s), s)))
    for option in stretch[0] if behind else ():
        if option.form in FINITE and option.text:
            yield Head(option.text.lower(), False, False, option.form, tails, behind)


def _apart(head: Head, proclitics: list[str]) -> Head:
    """The head without a last word that is written to the word behind it, which none can be told from."""
    first, _, last = head.literal.rpartition(" ")
    return head._replace(literal=first) if first and last in proclitics else head


def _surfaces(stretch: list[list[_Option]], space: str) -> Iterator[str]:
    for combination in itertools.product(*stretch):
        if not any(o.particle for o in combination):
            yield space.join(o.text for o in combination if o.text).lower()
