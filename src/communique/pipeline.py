"""The flow of reading one document, stage after stage; every stage's product is kept."""

from __future__ import annotations

import re

import msgspec

from communique.base.collecting import uncollected
from communique.kinds import indicator
from communique.kinds.assembly import ASSEMBLE
from communique.lexicon import load
from communique.mentions.matcher import Hit, Hits, find
from communique.mentions.name_forms import NameForms
from communique.mentions.namesakes import without_namesakes
from communique.reading.attribution import attribute
from communique.reading.bare_names import enter_bare_names
from communique.reading.comments import Comments
from communique.reading.conflicts import Conflicts
from communique.reading.cues import prepare
from communique.reading.delegates import place_delegates
from communique.reading.discourse import Discourse
from communique.reading.draft import Draft, drafts_of
from communique.reading.finders import Finders, finders
from communique.reading.home import home_state, settle_states
from communique.reading.issuers import issuers
from communique.reading.lists import write_out
from communique.reading.local_bodies import add_local_bodies
from communique.reading.mentioned import Aliases
from communique.reading.mirrors import mirror_offices
from communique.reading.organs import add_organs
from communique.reading.people import people_candidates
from communique.reading.register import Register
from communique.reading.results import Candidate, Drop, Reading
from communique.reading.sentence import Sentence
from communique.reading.settle import settle
from communique.reading.turns import Turns
from communique.reading.untitled import add_untitled
from communique.reading.vicinity import Vicinity
from communique.text.document import Document
from communique.text.fold import fold
from communique.text.marks import without_marks
from communique.text.openers import accented
from communique.text.segmenter import segment
from communique.text.segments import Segment

_REMOTE = "far from every side"
_WORKS = ("project", "gathering")
"""The kinds of what has a name of its own, which is of interest wherever it stands."""
_TOLD_BY_CUES = tuple((kind, assemble) for kind, assemble in ASSEMBLE.items() if kind != "indicator")


@uncollected
def read_document(document: Document) -> Reading:
    """Read one document; deterministic in the document and the version of the reader."""
    lexicon = load(document.lang)
    tools = finders(document.lang)
    folded = _folded(document.text, tools)
    segments = segment(document.text, lexicon.properties, lexicon.grammar)
    hits = find(lexicon, document.text, folded)
    lists = write_out(document.text, folded, segments, hits, lexicon)
    if lists is None:
        hits, candidates, drops = _found(document, folded, segments, hits, tools)
    else:
        spelled = msgspec.structs.replace(document, text=lists.text)
        folded = _folded(lists.text, tools)
        parts = segment(lists.text, lexicon.properties, lexicon.grammar)
        hits, made, noted = _found(spelled, folded, parts, find(lexicon, lists.text, folded), tools)
        hits, drops = lists.hits(hits), lists.drops(noted)
        candidates = [lists.candidate(candidate, document.text) for candidate in made]
    records = settle(document, candidates, drops)
    return Reading(
        document=document,
        segments=tuple(segments),
        hits=hits,
        candidates=tuple(candidates),
        records=tuple(records),
        drops=tuple(drops),
    )


def _folded(text: str, tools: Finders) -> str:
    """The text as it is looked up, with the marks of letters put back where it is written without them."""
    folded = fold(text)
    properties = tools.lexicon.properties
    if properties.bare_openers:
        folded = accented(text, folded, properties.bare_openers)
    plain = properties.marks_optional and without_marks(folded)
    return tools.marks.restored(text, folded) if plain else folded


def _found(
    document: Document, folded: str, segments: list[Segment], hits: Hits, tools: Finders
) -> tuple[Hits, list[Candidate], list[Drop]]:
    """What the sentences of a text tell: the hits that count, the facts, and what was seen and not kept."""
    lexicon = tools.lexicon
    hits = Hits(without_namesakes(lexicon, document.text, folded, hits.names), hits.cues)
    if tools.syllables is not None:
        hits = Hits(tools.syllables.named(document.text, hits.names), hits.cues)
    people = None
    if tools.name_runs is not None:
        people = tools.name_runs.find(document.text, folded, hits.names)
        hits = Hits(tools.short_states.add(folded, hits.names, people), hits.cues)
    drafts = drafts_of(document.text, folded, segments, hits, tools, people)
    register = _register(document.text, drafts, people, tools)
    mirror_offices(register, drafts, lexicon)
    place_delegates(drafts, lexicon)
    home = home_state(document, hits, lexicon)
    side = settle_states(register, drafts, hits, home, lexicon)
    add_local_bodies(drafts, register, side.home, tools)
    add_untitled(document.text, drafts, register, tools)
    add_organs(document.text, drafts, tools)
    discourse = Discourse(lexicon, register, side)
    discourse.parties = issuers(drafts, lexicon)
    turns = Turns(folded, segments, drafts, discourse)
    candidates, drops = _assemble(document, folded, drafts, tools, discourse, turns)
    flags = Conflicts(lexicon, register).flags(drafts)
    return hits, [*people_candidates(register, flags), *candidates], drops


def _register(text: str, drafts: list[Draft], people: re.Pattern[str] | None, tools: Finders) -> Register:
    """Who is in the document; then every later mention by name alone."""
    properties = tools.lexicon.properties
    forms = NameForms(properties.name_endings, properties.name_nominatives, properties.name_heads)
    register = Register(tools.lexicon.words.suffixes, forms, frozenset(tools.lexicon.grammar.descents))
    for draft in drafts:
        for ref in draft.refs:
            if ref.name:
                ref.person = register.enter(ref, draft.index)
    if people is not None:
        enter_bare_names(text, drafts, people, register, tools.lexicon)
    aliases = Aliases(register, tools.lexicon)
    for draft in drafts:
        aliases.add(draft)
    return register


def _assemble(
    document: Document,
    folded: str,
    drafts: list[Draft],
    tools: Finders,
    discourse: Discourse,
    turns: Turns,
) -> tuple[list[Candidate], list[Drop]]:
    """Read the sentences in order, each with what is known when it is reached."""
    candidates: list[Candidate] = []
    drops: list[Drop] = []
    vicinity = Vicinity(folded, drafts, discourse.home)
    comments = Comments(discourse)
    article = 0
    for draft in drafts:
        if draft.segment.article != article:
            article = draft.segment.article
            discourse.open_article()
        quoted = turns.enter(draft.index, discourse)
        turns.oration.title(draft)
        comments.resolve(draft, quoted)
        quoted = turns.labelled(draft, discourse) or (quoted and turns.speaking(discourse))
        remote = vicinity.enter(draft) and not quoted
        remote = remote and not _names_a_work(document, folded, draft, tools, discourse)
        if remote and draft.cues:
            drops.append(Drop(draft.segment.start, draft.segment.end, "sentence", "", _REMOTE))
        if remote and not draft.refs:
            turns.leave(draft.index, None, discourse)
            continue
        sentence = Sentence(document, folded, draft, tools, discourse)
        cues = prepare(sentence, draft.cues) if draft.cues else {}
        sentence.cues = cues
        if draft.refs:
            told = "meeting" in cues and any("echo" not in hit.cue.needs for hit in cues["meeting"])
            discourse.update_pair(draft.refs, told, sentence.topic())
        attribute(sentence, cues, discourse, quoted)
        if not remote:
            _tell(sentence)
            vicinity.told(draft.index, sentence.candidates)
        turns.leave(draft.index, sentence.speaker, discourse)
        if draft.refs:
            discourse.note(draft.refs, sentence.topic())
            discourse.couples.extend(sentence.couples())
        candidates.extend(sentence.candidates)
        drops.extend(sentence.drops)
    return candidates, drops


def _tell(sentence: Sentence) -> None:
    """Assemble the facts of a sentence, kind after kind."""
    cues = sentence.cues
    if cues:
        for kind, assemble in _TOLD_BY_CUES:
            if kind in cues:
                assemble(sentence, cues[kind])
    indicator.assemble(sentence, cues.get("indicator", []))


def _names_a_work(
    document: Document, folded: str, draft: Draft, tools: Finders, discourse: Discourse
) -> bool:
    """Whether a work or a gathering is named in the sentence, which is then read with all its cues."""
    hits = [hit for hit in draft.cues if hit.term.value in _WORKS]
    if not hits or not (discourse.works or _may_name(draft, hits)):
        return False
    sentence = Sentence(document, folded, draft, tools, discourse)
    for kind, found in prepare(sentence, hits).items():
        ASSEMBLE[kind](sentence, found)
    return bool(sentence.candidates)


def _may_name(draft: Draft, hits: list[Hit]) -> bool:
    """Whether a name may stand in the sentence: a capital, a known name or a quotation, past its first word.

    The capital of the first word tells nothing, unless a noun of works stands beside it.
    """
    items = draft.items
    if not draft.lexicon.properties.case or len(items) < 2:
        return True
    if any(item.capital or item.term is not None or item.text == '"' for item in items[1:]):
        return True
    return any(hit.start <= items[1].end for hit in hits)
