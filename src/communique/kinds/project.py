"""Kind `project`: a named work, corridor, facility or initiative."""

from __future__ import annotations

from communique.kinds.record import Record
from communique.reading.cue_hit import CueHit
from communique.reading.nouns import genitive_cut
from communique.reading.sentence import Sentence
from communique.reading.works import Work, WorkReader
from communique.vocab import ProjectStatus, ProjectType

_TITLE_SHARE = 0.6
_PARENT_REACH = 60
_STATUS_REACH = 90


class Project(Record, frozen=True, kw_only=True, tag="project"):
    """A named work, corridor, facility or initiative."""

    KEY = ("name",)

    name: str
    type: ProjectType | None = None
    parties: tuple[str, ...] = ()
    parent: str | None = None
    connects: tuple[str, ...] = ()
    status: ProjectStatus | None = None


_AHEAD = frozenset({"planned", "proposed"})
"""The statuses of a work that is not begun, which are its modality too."""


def assemble(sentence: Sentence, cues: list[CueHit]) -> None:
    """Emit projects: named corridors, railways, ports, plants and initiatives, and later mentions of them."""
    if _in_title_case(sentence):
        return
    reader = WorkReader(sentence)
    found: list[tuple[CueHit, Work | None, str]] = []
    for hit in _outer(sentence, cues):
        if "generic" in hit.cue.set:
            continue
        work = reader.read(hit)
        if work is None:
            name = _known(sentence, hit)
            if name is None:
                sentence.drop(hit, "no name of its own")
                continue
        elif any(o and o.first < work.last and work.first < o.last for _, o, _ in found):
            sentence.drop(hit, "part of another work's name")
            continue
        else:
            name = _named(sentence, hit, work)
        if all(name != other for _, _, other in found):
            found.append((hit, work, name))
    for hit, work, name in found:
        start = sentence.items[work.first].start if work else hit.start
        sentence.works.append((start, name))
        status = _status(sentence, hit)
        sentence.emit(
            hit,
            "project",
            {
                "name": name,
                "type": hit.cue.set.get("type"),
                "parties": _parties(sentence, hit),
                "parent": _parent(sentence, hit, [(h, n) for h, _, n in found if n != name]),
                "connects": work.connects if work else (),
                "status": status,
            },
            modality=status if status in _AHEAD else "actual",
        )


def _in_title_case(sentence: Sentence) -> bool:
    """Whether capitals tell nothing, because the headline capitalises every longer word."""
    if sentence.segment.kind != "headline" or not sentence.lexicon.properties.title_case_headlines:
        return False
    words = [i for i in sentence.items if i.text[0].isalpha() and len(i.text) > 3]
    return sum(i.capital for i in words) > _TITLE_SHARE * len(words)


def _outer(sentence: Sentence, cues: list[CueHit]) -> list[CueHit]:
    """The cues, of those at one place only the one with the longest pattern, none inside another."""
    best: dict[int, tuple[tuple[int, bool, int], CueHit]] = {}
    for hit in cues:
        rank = (hit.end, not hit.cue.needs, _matched(sentence, hit))
        if hit.first not in best or rank > best[hit.first][0]:
            best[hit.first] = rank, hit
    out: list[CueHit] = []
    for first in sorted(best):
        hit = best[first][1]
        if not out or hit.last > out[-1].last:
            out.append(hit)
    return out


def _matched(sentence: Sentence, hit: CueHit) -> int:
    """How much of the noun the cue's longest pattern tells (`*autobahn` more than `*bahn`)."""
    noun = sentence.items[hit.last - 1].text
    return max((len(p) for p in hit.cue.patterns if noun.endswith(p.lstrip("*"))), default=0)


def _named(sentence: Sentence, hit: CueHit, work: Work) -> str:
    """The name under which the work was first met; remembers the name, and the short form in brackets."""
    name = str(hit.cue.set.get("name") or _nominative(sentence, hit, work))
    if "variants" in hit.cue.needs and work.last == hit.last:
        key = hit.cue.id
    else:
        key = f"{hit.cue.set.get('type')}:{' '.join(sorted(work.own)) or name.lower()}"
    known = sentence.discourse.works.setdefault(key, name)
    sentence.discourse.works[_sort(hit)] = known
    if work.acronym:
        sentence.discourse.works.setdefault(work.acronym.lower(), known)
    return known


def _nominative(sentence: Sentence, hit: CueHit, work: Work) -> str:
    """The name; where it begins with the noun, without the genitive ending that the cue's patterns list.

    Behind an adjective the ending stays, because the adjective's own form goes with it.
    """
    noun = sentence.items[hit.last - 1]
    cut = genitive_cut(sentence, hit)
    if not cut or work.first != hit.last - 1:
        return sentence.written(work.first, work.last)
    end = sentence.items[work.last - 1].end
    text = sentence.text[noun.start : noun.end - cut] + sentence.text[noun.end : end]
    return " ".join(text.split())


def _known(sentence: Sentence, hit: CueHit) -> str | None:
    """`the corridor`, later on: the work of that sort named last."""
    if hit.first == 0:
        return None
    before = sentence.items[hit.first - 1].text
    words = sentence.words
    if before not in words.determiners and before not in words.oblique_determiners:
        return None
    if before in sentence.lexicon.numbers.ones:
        return None
    return sentence.discourse.works.get(_sort(hit))


def _sort(hit: CueHit) -> str:
    """Under which the last work of a sort is kept; works of type `other` have little in common."""
    kind = hit.cue.set.get("type")
    return f"last:{hit.cue.id if kind == 'other' else kind}"


def _parties(sentence: Sentence, hit: CueHit) -> tuple[str, ...]:
    """The states that the sentence names, and an organisation where nothing governs it.

    Where it names but one of the pair in talks, the work is a matter of both.
    """
    named = [r for r in sentence.refs if r.states and (r.kind != "org" or not r.prep)]
    states = tuple(hit.cue.set.get("parties", ())) or sentence.states(named)
    pair = sentence.discourse.dyad
    return pair if len(pair) == 2 and len(states) < 2 and set(states) <= set(pair) else states


def _parent(sentence: Sentence, hit: CueHit, others: list[tuple[CueHit, str]]) -> str | None:
    """The other work that this one is said to be a part of."""
    for phrase in sentence.phrases:
        if phrase.label != "part":
            continue
        for other, name in others:
            if 0 <= other.start - phrase.end < _PARENT_REACH and not phrase.start <= hit.start < other.start:
                return name
    return None


def _status(sentence: Sentence, hit: CueHit) -> str | None:
    """What the words of status nearest to the work say."""
    best: tuple[int, int] | None = None
    status = None
    for phrase in sentence.phrases:
        if not phrase.label.startswith("status:"):
            continue
        gap = hit.start - phrase.end if phrase.end <= hit.start else phrase.start - hit.end
        if gap < _STATUS_REACH and (best is None or (gap, phrase.start) < best):
            best, status = (gap, phrase.start), phrase.label.removeprefix("status:")
    return status
