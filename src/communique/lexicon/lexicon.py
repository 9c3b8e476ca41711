"""A language pack made ready for reading: its terms, its matcher and its word classes."""

from __future__ import annotations

from collections import defaultdict
from typing import Any, NamedTuple

import ahocorasick_rs
import msgspec

from communique.lexicon.cases import GENITIVE, NOMINATIVE
from communique.lexicon.phrases import PhraseMatcher
from communique.lexicon.shape import Cue, Grammar, Numbers, Properties, Roles
from communique.lexicon.verbs import FINITE, FUTURE
from communique.text.clitics import Proclitics
from communique.text.fold import fold
from communique.text.tokens import CHARACTER, token_pattern

PAIRED = "paired:"
"""Begins the entry of a name that stands only beside another and a dash."""


class Term(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What a literal means. `case`: 0 any, 1 first letter is a capital, 2 exactly as written."""

    type: str
    value: str
    entry: str
    case: int = 0
    written: str = ""
    left_open: bool = False
    right_open: bool = False
    form: str = ""
    tails: tuple[tuple[str, ...], ...] = ()
    possessive: bool = False
    behind: tuple[str, ...] = ()
    cases: str = ""
    """The cases that a noun's form may be, apart by spaces (`nom`, `gen dat`); empty: any."""


class Literal(NamedTuple):
    """A literal's terms, and what tells whether it stands as a word where it was found.

    `head` and `tail`: its first or last character is one of a word, so that one more beside it matters;
    `left_open` and `right_open`: one of its terms may go on there; `merged`: a proclitic has swallowed a
    part of its article.
    """

    head: bool
    tail: bool
    left_open: bool
    right_open: bool
    merged: bool
    terms: tuple[Term, ...]


class Words(msgspec.Struct, frozen=True):
    """The pack's closed word classes as sets, for look-up by folded token."""

    negation: frozenset[str]
    formal_nouns: frozenset[str]
    formal_links: frozenset[str]
    undone: frozenset[str]
    refusals: frozenset[str]
    denials: frozenset[str]
    doubts: frozenset[str]
    tellers: frozenset[str]
    surmises: frozenset[str]
    claims: frozenset[str]
    cancellations: frozenset[str]
    irrealis: frozenset[str]
    prospects: frozenset[str]
    inverters: frozenset[str]
    wishes: frozenset[str]
    questioners: frozenset[str]
    coordinators: frozenset[str]
    determiners: frozenset[str]
    oblique_determiners: frozenset[str]
    prepositions: frozenset[str]
    agents: frozenset[str]
    owners: frozenset[str]
    owner_marks: frozenset[str]
    subordinators: frozenset[str]
    content: frozenset[str]
    relatives: frozenset[str]
    subject_relatives: frozenset[str]
    conditionals: frozenset[str]
    futures: frozenset[str]
    obligations: frozenset[str]
    passive: frozenset[str]
    perfect: frozenset[str]
    companions: frozenset[str]
    listing: frozenset[str]
    agreed_leads: frozenset[str]
    earlier: frozenset[str]
    reflexives: frozenset[str]
    intransitive: frozenset[str]
    be: frozenset[str]
    first_singular: frozenset[str]
    first_plural: frozenset[str]
    masculine: frozenset[str]
    feminine: frozenset[str]
    plural: frozenset[str]
    possessives: frozenset[str]
    addressees: frozenset[str]
    objective: frozenset[str]
    clitics: frozenset[str]
    honorifics: frozenset[str]
    particles: frozenset[str]
    suffixes: frozenset[str]
    not_names: frozenset[str]
    skip: frozenset[str]
    reported: frozenset[str]
    questions: frozenset[str]
    question_particles: frozenset[str]
    settling: frozenset[str]
    adverbs: frozenset[str]
    meeting_preps: frozenset[str]
    place_preps: frozenset[str]
    name_links: frozenset[str]
    contrast: frozenset[str]
    impersonal: frozenset[str]
    neuter: frozenset[str]
    demonstratives: frozenset[str]
    reasons: frozenset[str]
    reason_links: frozenset[str]


class Pack(msgspec.Struct, frozen=True):
    """A compiled pack as plain data: what the files of one language say, checked and expanded.

    `terms` maps each folded literal to its meanings, in order of the literals; `verbs` each form tag to
    the folded forms; `common` are words that are no names in capitals, `acronyms` short names of states
    and organisations, `bands` the organisations that are no states' (what would take time to tell anew).
    Where nothing parts words, `words` are all that are known, and `short_states` names of one character.
    """

    properties: Properties
    grammar: Grammar
    roles: Roles
    numbers: Numbers
    sectors: dict[str, list[str]]
    cues: dict[str, Cue]
    terms: dict[str, tuple[Term, ...]]
    common: list[str]
    acronyms: dict[str, str]
    bands: list[str]
    calendar: dict[str, Any]
    verbs: dict[str, list[str]]
    particles: dict[str, list[str]]
    """By finite form, the prefixes that may stand apart from it (`traf … ein`)."""
    words: list[str]
    short_states: dict[str, list[str]]


class Lexicon:
    """One language made ready for reading. Built once a process by `communique.lexicon.load`."""

    def __init__(self, pack: Pack) -> None:
        self.properties = pack.properties
        self.grammar = pack.grammar
        self.roles = pack.roles
        self.numbers = pack.numbers
        self.cues = pack.cues
        self.calendar = pack.calendar
        self.token = (
            token_pattern(pack.properties.elisions, pack.properties.enclitics)
            if pack.properties.word_boundary
            else CHARACTER
        )
        self.words = _words(pack.grammar)
        self.clause_verbs = frozenset(pack.grammar.clause_verbs)
        self.openers = frozenset((*pack.grammar.clause_prepositions, *pack.grammar.lead_prepositions))
        """Words of phrases that belong to the clause behind the next comma, where commas part clauses."""
        self.known_words = frozenset(pack.words)
        """Words that text without spaces is cut into."""
        self.short_states = pack.short_states
        """Names of states of one character, in such text."""
        words = self.words
        self.auxiliaries = words.futures | words.be | words.perfect | words.passive | words.conditionals
        self.before_verbs = words.adverbs | words.futures | words.perfect | words.be | words.conditionals
        """Words that may stand between a subject and its verb."""
        self.times = _times(pack) if pack.properties.verbs_unchanging else frozenset()
        """Words and marks of a day that may stand there too (`X hôm 5/12 ký …`)."""
        self.soft = words.futures | words.irrealis
        self.ahead = words.futures | words.prospects
        self.bare_groups = frozenset(pack.grammar.bare_groups)
        self.negating = words.negation | words.refusals
        self.doubting = words.denials | words.claims | words.surmises
        self.articles = words.determiners | words.oblique_determiners
        self.loose = self.articles | words.prepositions
        self.closed = words.determiners | words.prepositions | words.possessives | words.coordinators
        """Words behind which a noun stands, not a verb."""
        self.joining = words.coordinators - words.meeting_preps
        """Coordinators that may join clauses."""
        if pack.properties.comma_clauses:
            self.joining &= words.adverbs | words.contrast
        self.before_sides = words.coordinators | self.before_verbs | words.honorifics
        """Words that may stand between a verb and its sides, where it stands before them."""
        self.nobodies = words.impersonal | words.neuter
        self.unnamed = self.nobodies | words.masculine | words.first_plural | words.first_singular
        """Pronouns that stand for somebody who is not named beside them."""
        self.told_of = words.neuter | words.plural | words.masculine | words.demonstratives
        """Pronouns of the third person."""
        self.sites = frozenset(pack.grammar.work_sites) & words.place_preps
        """Prepositions of where something is, without those of where it comes from or goes to."""
        self.ways = frozenset(pack.grammar.route_middles) & words.place_preps
        """Prepositions of where somebody goes."""
        self.matters = frozenset(pack.grammar.talked_of)
        self.title_names = frozenset(pack.grammar.title_names)
        self.given_namesakes = frozenset(pack.grammar.given_namesakes)
        self.family_namesakes = frozenset(pack.grammar.family_namesakes)
        self.leads = words.futures | words.conditionals | words.obligations | words.questioners
        self.adjective_endings = _adjective_endings(pack.properties)
        self.genitive_adjectives = _genitive_adjectives(pack.properties)
        self.agreeing = _agreeing(pack.properties)
        """By case, the endings that an adjective has in it."""
        self.structure = _structure(self.words)
        self.links = tuple(sorted(self.words.coordinators))
        self.role_of = {f"role:{i}": entry for i, entry in enumerate(pack.roles.role)}
        self.proclitics = _proclitics(pack.properties)
        self.caseless = not pack.properties.case and pack.properties.word_boundary
        """No capitals tell names, and words are parted."""
        self.topics = PhraseMatcher(pack.sectors, pack.properties.word_boundary, self.proclitics)
        self.sector_words = [word for words in pack.sectors.values() for word in words]
        self.literals = list(pack.terms)
        self.terms: list[tuple[Term, ...]] = list(pack.terms.values())
        self.whole = len(self.literals)
        """How many literals the pack has; those behind are without a part of their article."""
        if self.proclitics is not None:
            self._add_merged(self.proclitics)
        self.shared = _shared(pack.terms)
        self.rows = _Rows(self, pack.properties.word_boundary)
        self.automaton = ahocorasick_rs.AhoCorasick(
            self.literals, matchkind=ahocorasick_rs.MatchKind.Standard
        )
        self.lemmas: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
        self.lemmas.update((tag, frozenset(forms)) for tag, forms in pack.verbs.items())
        self.own_verbs = _own_verbs(pack)
        """Verbs that tell by their form alone that who speaks is the subject."""
        self.bare_be = words.be & self.lemmas.get("inf", frozenset())
        self.verb_words = frozenset(form for forms in pack.verbs.values() for form in forms)
        self.particles = {form: frozenset(listed) for form, listed in pack.particles.items()}
        self.finite = frozenset(form for tag, forms in pack.verbs.items() if tag in FINITE for form in forms)
        self.masculine = self._masculine()
        self.verbal_nouns = self._verbal_nouns()
        told = (pack.verbs.get(tag, ()) for tag in ("past", "past_pl", "fut", "fut_pl"))
        self.told = frozenset().union(*told) - frozenset(pack.verbs.get("pres", ()))
        """Forms that tell what was or will be, and are no form of the present."""
        self.future = frozenset(form for tag, forms in pack.verbs.items() if tag in FUTURE for form in forms)
        self.subjunctive = _only_subjunctive(self.lemmas) | self.words.reported
        self.speech_sources = frozenset(pack.grammar.speech_sources)
        self.list_leads = tuple(sorted(map(fold, pack.grammar.list_leads), key=len, reverse=True))
        self.unfinished = words.prepositions | {pack.properties.infinitive_marker}
        """Words behind which something must follow."""
        self.salutations = tuple(map(fold, pack.grammar.salutations))
        self.speech_titles = frozenset(map(fold, pack.grammar.speech_titles))
        self.acronyms = pack.acronyms
        self.bands = frozenset(pack.bands)
        self.common = self.verb_words.union(pack.common)
        self.day_names = _day_names(pack)
        self.time_words = frozenset(w for words in pack.numbers.time_units.values() for w in words).union(
            pack.numbers.next_words, pack.numbers.last_words
        )
        self.ordinal_heads = frozenset(w.split()[0] for w in pack.numbers.ordinals if " " in w)
        """The first words of ordinals of several words."""
        self.adverb_endings = tuple(pack.grammar.adverb_endings)
        self.adverbial_nouns = tuple(pack.grammar.adverbial_nouns)

    def _masculine(self) -> frozenset[str]:
        """States and organisations whose names are masculine, where pronouns tell."""
        words = frozenset(self.grammar.masculine_states)
        rows = zip(self.literals, self.terms, strict=True) if words else ()
        told = [terms for literal, terms in rows if literal.split(" ", 1)[0] in words]
        return frozenset(t.value for terms in told for t in terms if t.type in ("state", "org"))

    def _verbal_nouns(self) -> frozenset[str]:
        """Words that are a finite verb or its noun, by their place alone, where the verb comes first."""
        return self.finite & self.lemmas["inf"] if self.properties.verb_first else frozenset()

    def _add_merged(self, proclitics: Proclitics) -> None:
        for literal, terms in list(zip(self.literals, self.terms, strict=True)):
            short = proclitics.merged(literal)
            if short is not None:
                self.literals.append(short)
                self.terms.append(terms)

    def leads_verb(self, text: str) -> bool:
        """Whether a token may stand between a subject and its verb: a word of the verb, or one of a day."""
        return text in self.before_verbs or text in self.times or (bool(self.times) and text[0].isdigit())

    def without_pronoun(self, infinitive: str) -> str:
        """An infinitive without the pronoun written to it (`agradecerle`: `agradecer`)."""
        for ending, listed in self.properties.joined_pronouns.items():
            for joined in listed:
                if infinitive.endswith(joined) and infinitive in self.lemmas["inf"]:
                    return infinitive.removesuffix(joined) + ending
        return infinitive

    def is_adverb(self, text: str) -> bool:
        """Whether a word ends as the language's adverbs do."""
        endings = self.adverb_endings
        return bool(endings) and text.endswith(endings) and text not in self.verb_words


def _shared(terms: dict[str, tuple[Term, ...]]) -> bool:
    """Whether a name of a state is written as another state's capital is."""
    return any(
        {row.value for row in rows if row.type == "state"}
        - {row.value for row in rows if row.type == "capital"}
        for rows in terms.values()
        if len(rows) > 1 and any(row.type == "capital" for row in rows)
    )


class _Rows(dict[int, Literal]):
    """The literals by number, each made when it is first met, as most never are."""

    def __init__(self, lexicon: Lexicon, bounded: bool) -> None:
        super().__init__()
        self.lexicon = lexicon
        self.bounded = bounded

    def __missing__(self, index: int) -> Literal:
        merged = index >= self.lexicon.whole
        row = _row(self.lexicon.literals[index], self.lexicon.terms[index], self.bounded, merged)
        self[index] = row
        return row


def _row(literal: str, terms: tuple[Term, ...], bounded: bool, merged: bool) -> Literal:
    return Literal(
        head=bounded and literal[0].isalnum(),
        tail=bounded and literal[-1].isalnum(),
        left_open=any(t.left_open for t in terms),
        right_open=any(t.right_open for t in terms),
        merged=merged,
        terms=terms,
    )


def _proclitics(properties: Properties) -> Proclitics | None:
    if not properties.proclitics:
        return None
    return Proclitics(properties.proclitics, properties.article, properties.merged_article)


def _times(pack: Pack) -> frozenset[str]:
    """Words before a day, and the marks between its parts."""
    numbers = pack.numbers
    return frozenset((*numbers.range_leads, *numbers.relative_days, *numbers.half_links, "/", "-", "(", ")"))


def _day_names(pack: Pack) -> tuple[str, ...]:
    """The names of months and weekdays, folded."""
    tables = (pack.calendar[table].values() for table in ("months", "weekdays"))
    named = [name for table in tables for names in table for name in names]
    return tuple(sorted({n.lower() for n in (*named, *pack.numbers.weekdays) if len(n) > 2}))


def _own_verbs(pack: Pack) -> frozenset[str]:
    """Forms with an ending or beginning (`أ*`) of the first person, those with a beginning in no other use."""
    out: set[str] = set()
    for tag, marks in pack.properties.own_verbs.items():
        begin = tuple(fold(m[:-1]) for m in marks if m.endswith("*"))
        end = tuple(m for m in marks if not m.endswith("*"))
        others = frozenset(f for other, forms in pack.verbs.items() if other != tag for f in forms)
        forms = pack.verbs.get(tag, ())
        out.update(f for f in forms if f.endswith(end) or (f.startswith(begin) and f not in others))
    return frozenset(out)


def _only_subjunctive(tags: dict[str, frozenset[str]]) -> frozenset[str]:
    """Forms that are subjunctive and nothing else."""
    marked = tags.get("subj", frozenset()) | tags.get("subj_pl", frozenset())
    others = frozenset().union(*(words for tag, words in tags.items() if not tag.startswith("subj")))
    return marked - others


def _structure(words: Words) -> frozenset[str]:
    """Marks and words that may open or close a clause, whatever stands before them."""
    marks = (",", ";", ":", '"')
    return (words.content | words.relatives | words.subordinators | words.coordinators).union(marks)


_ENDING = 2
"""Letters of an ending that tells an adjective at the least, where nouns have endings of cases too."""


def _genitive_adjectives(properties: Properties) -> tuple[str, ...]:
    """The endings that an adjective has in the genitive, where adjectives decline."""
    if GENITIVE not in properties.noun_cases:
        return ()
    column = properties.noun_cases.index(GENITIVE) + 1
    return tuple(dict.fromkeys(row.split()[column] for rows in properties.adjective_cases for row in rows))


def _agreeing(properties: Properties) -> dict[str, tuple[str, ...]]:
    """The endings of adjectives by case, where they decline."""
    columns = zip(*(row.split() for rows in properties.adjective_cases for row in rows), strict=True)
    cases = (NOMINATIVE, *properties.noun_cases)
    told = ((case, "/".join(cells).split("/")) for case, cells in zip(cases, columns, strict=False))
    return {case: tuple(dict.fromkeys(endings)) for case, endings in told}


def _adjective_endings(properties: Properties) -> tuple[str, ...]:
    """The endings that tell an adjective."""
    cells = [cell for rows in properties.adjective_cases for row in rows for cell in row.split()]
    cased = dict.fromkeys(e for cell in cells for e in cell.split("/") if len(e) >= _ENDING)
    return (*(e for e in properties.adjective_endings if e), *cased)


def _words(g: Grammar) -> Words:
    f = frozenset
    return Words(
        negation=f(g.negation),
        formal_nouns=f(g.formal_nouns),
        formal_links=f(g.formal_links),
        undone=f(g.undone_negation),
        refusals=f(g.refusals),
        denials=f(g.denials),
        doubts=f(g.doubts),
        tellers=f(g.tellers),
        surmises=f(g.surmises),
        claims=f(g.claims),
        cancellations=f(g.cancellations),
        irrealis=f(g.irrealis),
        prospects=f(g.prospects),
        inverters=f(g.inverters),
        wishes=f(g.wishes),
        questioners=f(g.questioners),
        coordinators=f(g.coordinators),
        determiners=f(g.determiners),
        oblique_determiners=f(g.oblique_determiners),
        prepositions=f(g.prepositions),
        agents=f(g.agent_prepositions),
        owners=f(g.owner_prepositions),
        owner_marks=f(g.possessive_marks),
        subordinators=f(g.subordinators),
        content=f(g.content_subordinators),
        relatives=f(g.relatives),
        subject_relatives=f(g.subject_relatives),
        conditionals=f(g.conditionals),
        futures=f(g.futures),
        obligations=f(g.obligations),
        passive=f(g.passive_auxiliaries),
        perfect=f(g.perfect_auxiliaries),
        companions=f(g.companions),
        listing=f(g.listing),
        agreed_leads=f(g.agreed_leads),
        earlier=f(g.earlier),
        reflexives=f(g.reflexives),
        intransitive=f(g.intransitive_participles),
        be=f(g.be_forms),
        first_singular=f(g.first_singular),
        first_plural=f(g.first_plural),
        masculine=f(g.masculine),
        feminine=f(g.feminine),
        plural=f(g.plural_pronouns),
        possessives=f(g.possessives),
        addressees=f(g.second_person),
        objective=f([*g.objective_pronouns, *g.object_clitics]),
        clitics=f(g.object_clitics),
        honorifics=f(g.honorifics),
        particles=f(g.name_particles),
        suffixes=f(g.name_suffixes),
        not_names=f(g.not_names),
        skip=f(g.skip_before_actor),
        reported=f(g.reported_words),
        questions=f(g.question_words),
        question_particles=f(g.question_particles),
        settling=f(g.settling),
        adverbs=f(g.adverbs),
        meeting_preps=f(g.meeting_prepositions),
        place_preps=f(g.place_prepositions),
        name_links=f(g.name_links),
        contrast=f(g.contrast),
        impersonal=f(g.impersonal),
        neuter=f(g.neuter),
        demonstratives=f(g.demonstratives),
        reasons=f(g.reason_prepositions),
        reason_links=f(g.reason_links),
    )
