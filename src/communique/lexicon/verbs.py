"""Verb tables: rows of forms, regular verbs made by the pack's own rules, separable prefixes."""

from __future__ import annotations

from communique.errors import PackError
from communique.lexicon.shape import Properties

VerbTable = dict[str, list[tuple[str, str, str | None]]]
"""Lemma to its forms: (tag, surface, separated particle)."""

FUTURE = frozenset({"fut", "fut_pl"})
"""Tags of finite forms that tell what is to come."""
CONDITIONAL = frozenset({"cond", "cond_pl"})
"""Tags of finite forms that tell what would be."""
FINITE = frozenset({"pres", "pres_pl", "past", "past_pl", "subj", "subj_pl"}) | FUTURE | CONDITIONAL
"""Tags of forms that carry a clause on their own."""
_JOINING = frozenset({"inf", "ger"})


def verb_forms(table: dict[str, str | list[str]], properties: Properties, where: str) -> VerbTable:
    """Every lemma's forms as (tag, surface, separated particle)."""
    out: VerbTable = {}
    for lemma, row in table.items():
        if lemma == "regular":
            for verb in row if isinstance(row, list) else row.split():
                out[verb] = _row(verb, _inflected(verb, properties, where), properties, where)
        elif isinstance(row, str):
            out[lemma] = _row(lemma, row, properties, where)
        else:
            raise PackError("a verb's forms are one string", where, lemma)
    return out


def _inflected(verb: str, properties: Properties, where: str) -> str:
    for rule in properties.inflect:
        if verb.endswith(rule.ends):
            joined = verb.replace(" ", "_")
            return rule.forms.format(joined, joined[: len(joined) - len(rule.ends)])
    raise PackError("no rule of `inflect` fits this regular verb", where, verb)


def _row(lemma: str, row: str, properties: Properties, where: str) -> list[tuple[str, str, str | None]]:
    particle, bar, rest = row.partition("|")
    prefix = particle.strip() if bar else ""
    columns = (rest if bar else row).split()
    if len(columns) != len(properties.verb_forms):
        raise PackError(f"{len(columns)} forms, wanted {' '.join(properties.verb_forms)}", where, lemma)
    out: list[tuple[str, str, str | None]] = []
    for tag, cell in zip(properties.verb_forms, columns, strict=True):
        for form in cell.split("/"):
            if form == "-":
                continue
            out.extend(_surfaces(tag, form.replace("_", " "), prefix, properties))
    if properties.joined_pronouns:
        out.extend(_with_pronouns(out, properties.joined_pronouns))
    return out


def _with_pronouns(
    forms: list[tuple[str, str, str | None]], endings: dict[str, list[str]]
) -> list[tuple[str, str, str | None]]:
    """The infinitives and gerunds with a pronoun written to them (`reunirse`, `reuniéndose`)."""
    return [
        (tag, form.removesuffix(ending) + joined, particle)
        for tag, form, particle in forms
        if tag in _JOINING
        for ending, listed in endings.items()
        if form.endswith(ending)
        for joined in listed
    ]


def _surfaces(tag: str, form: str, prefix: str, properties: Properties) -> list[tuple[str, str, str | None]]:
    if not prefix:
        return [(tag, form, None)]
    if tag in FINITE:
        return [(tag, form, prefix), (tag, prefix + form, None)]
    joined: list[tuple[str, str, str | None]] = [(tag, prefix + form, None)]
    if tag == "inf" and properties.infinitive_marker:
        joined.append((tag, prefix + properties.infinitive_marker + form, None))
    return joined
