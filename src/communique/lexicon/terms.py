"""Turns names, titles and word classes of a pack into terms for the matcher."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from communique.lexicon.declension import Declension
from communique.lexicon.lexicon import PAIRED, Term
from communique.lexicon.shape import Grammar, Properties, Roles, StateNames
from communique.text.fold import fold
from communique.world.organisations import ORGANISATIONS
from communique.world.regions import REGIONS

Terms = dict[str, list[Term]]


def add(terms: Terms, surface: str, term: Term) -> None:
    """Add one literal, once."""
    rows = terms.setdefault(fold(surface), [])
    if term not in rows:
        rows.append(term)


def _case(properties: Properties, surface: str) -> int:
    if not properties.case:
        return 0
    letters = [c for c in surface if c.isalpha()]
    if letters and all(c.isupper() for c in letters):
        return 2
    return 1 if letters and letters[0].isupper() else 0


def add_name(terms: Terms, properties: Properties, kind: str, code: str, surface: str, entry: str) -> None:
    """A proper name and its possessive forms."""
    case = _case(properties, surface)
    add(terms, surface, Term(kind, code, entry, case=case, written=surface))
    for ending in properties.genitive_endings:
        if not ending.startswith("'") and not surface.endswith(("s", "ß", "x", "z")):
            written = surface + ending
            add(terms, written, Term(kind, code, entry, case=case, written=written, possessive=True))


def add_names(
    terms: Terms,
    properties: Properties,
    generated: dict[str, list[str]],
    states: dict[str, StateNames],
    never: list[str],
) -> None:
    """States, their adjectives, peoples and capitals; organisations and regions; what is none."""
    lang = properties.code
    for code, names in generated.items():
        for name in names:
            add_name(terms, properties, "state", code, name, f"state:{code}")
    for code, row in states.items():
        for name in row.names:
            add_name(terms, properties, "state", code, name, f"state:{code}")
        for name in row.people:
            add(
                terms, name, Term("people", code, f"state:{code}", case=_case(properties, name), written=name)
            )
        for name in [*row.capital, *row.metonym]:
            kind = "capital" if name in row.capital else "metonym"
            add_name(terms, properties, kind, code, name, f"state:{code}")
        for name in row.paired:
            add_name(terms, properties, "state", code, name, f"{PAIRED}{code}")
        for name in row.prefix if properties.word_boundary else ():
            add(
                terms,
                name + "-",
                Term(
                    "adj",
                    code,
                    f"state:{code}",
                    case=_case(properties, name),
                    written=name + "-",
                    right_open=True,
                ),
            )
        for stem in row.adjectives:
            for ending in properties.adjective_endings or [""]:
                case = 0 if properties.adjective_endings else _case(properties, stem)
                add(
                    terms, stem + ending, Term("adj", code, f"state:{code}", case=case, written=stem + ending)
                )
    for org_code, organisation in ORGANISATIONS.items():
        for name in organisation.names.get(lang, ()):
            add_name(terms, properties, "org", org_code, name, f"org:{org_code}")
    for region_code, region in REGIONS.items():
        for name in region.names.get(lang, ()):
            add_name(terms, properties, "region", region_code, name, f"region:{region_code}")
    for string in never:
        add(terms, string, Term("never", "", "never", case=_case(properties, string), written=string))


def add_plain(
    terms: Terms,
    properties: Properties,
    grammar: Grammar,
    roles: Roles,
) -> None:
    """Titles, side nouns, counterparts and group phrases."""
    for index, entry in enumerate(roles.role):
        for term in entry.terms:
            open_left = term.startswith("*")
            add(
                terms,
                term.strip("*"),
                Term("role", entry.role, f"role:{index}", left_open=open_left, written=term),
            )
    for kind, words in (
        ("side", grammar.side_nouns),
        ("counterpart", grammar.counterparts),
        ("guest", grammar.guests),
        ("succession", grammar.successions),
        ("group", grammar.groups),
        ("own", grammar.own_country),
        ("land", grammar.country_nouns),
    ):
        for word in words:
            add(terms, word.strip("*"), Term(kind, word, f"grammar:{kind}", left_open=word.startswith("*")))


def inflect(terms: Terms, declension: Declension) -> None:
    """Add the case forms of every name, title and noun that declines, and the cases to the nominative itself."""
    for row in [row for rows in terms.values() for row in rows if row.type not in _DECLINED]:
        for form, cases in declension.forms(row.written or row.value).items():
            written = form if row.case else row.written
            _merge(
                terms.setdefault(fold(form), []), msgspec.structs.replace(row, written=written, cases=cases)
            )


_DECLINED = frozenset({"adj", "people", "never"})
"""Types of terms that a pack lists in all their forms."""


_GRAMMAR = "grammar:"
"""How the entries of plain nouns begin, which mean the same whatever number they stand in."""


def _merge(listed: list[Term], new: Term) -> None:
    """Add a term; one that means the same already is of both terms' cases then."""
    for at, row in enumerate(listed):
        plain = new.entry.startswith(_GRAMMAR) and row.type == new.type
        if (row.type, row.value, row.entry) == (new.type, new.value, new.entry) or plain:
            cases = " ".join(dict.fromkeys(f"{row.cases} {new.cases}".split()))
            listed[at] = msgspec.structs.replace(new, cases=cases)
            return
    listed.append(new)


_SHORT = 2
"""Words up to this length may be a name's part (`Kim Jong Un`)."""


def common_words(terms: Mapping[str, tuple[Term, ...]]) -> list[str]:
    """Words of cues, titles and side nouns: capitalised, they are still no names."""
    out: set[str] = set()
    for literal, rows in terms.items():
        if any(row.type in ("cue", "side", "group", "counterpart", "succession", "role") for row in rows):
            out.update(word for word in literal.split() if len(word) > _SHORT)
    return sorted(out)


def acronyms(terms: Mapping[str, tuple[Term, ...]]) -> dict[str, str]:
    """Short names in capitals, as they stand before a hyphen (`US-Präsident`), to their codes."""
    return {
        row.written.rstrip("-"): row.value
        for rows in terms.values()
        for row in rows
        if row.type in ("org", "state", "adj") and row.case == 2
    }


def short_states(states: Mapping[str, StateNames]) -> dict[str, list[str]]:
    """Names of one character to the states that share them, whom it means first of all first."""
    out: dict[str, list[str]] = {}
    for code, row in states.items():
        for name in row.prefix:
            sign, other = name.rstrip("*"), name.endswith("*")
            codes = out.setdefault(fold(sign), [])
            codes.insert(len(codes) if other else 0, code)
    return out


def bands() -> list[str]:
    """Armed groups and other actors that are no state's."""
    return sorted(code for code, entry in ORGANISATIONS.items() if entry.type == "non_state")
