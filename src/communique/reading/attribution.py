"""Finds who speaks in a sentence: verbs of saying, sources, quotation marks, the reported mood."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from communique.mentions.person import Person, name_tokens
from communique.mentions.refs import Ref
from communique.reading.cue_hit import CueHit
from communique.reading.discourse import Discourse, Speaker
from communique.reading.sentence import Sentence
from communique.reading.sources import Sources
from communique.reading.speech import Speech

_QUOTE = '"'
_LEADING = 2
_PART = ";"
_COMMENT_MARKS = (",", '"', "-")
_SPOKEN = frozenset({"courtesy", "position", "invitation"})
_PERSONS = frozenset({"person", "role", "pronoun"})


def attribute(sentence: Sentence, cues: dict[str, list[CueHit]], discourse: Discourse, quoted: bool) -> None:
    """Set who speaks in each part of the sentence, and carry the speaker on to the next one."""
    sentence.quoted = quoted
    says = cues.get("say", ())
    sources = Sources(sentence, discourse)
    sources.remember(cues.get("agreement", ()))
    if not (cues or discourse.speaker or discourse.turn):
        return  # Nobody has spoken so far, and nothing here says that somebody does.
    sentence.speeches = speeches = _parts(sentence)
    for speech in speeches:
        own = [h for h in says if speech.first <= h.first < speech.last] if says else ()
        _voice(sentence, speech, own, cues, sources)
        if speech.named and speech.speaker:
            discourse.speaker = speech.speaker
            discourse.spoke = sentence.index
            discourse.spoke_in = sentence.segment.paragraph
    if len(speeches) > 1:
        _spread(speeches, sentence.lexicon.properties.reported_mood)
    _lead(sentence, discourse)
    _first_persons(sentence, discourse)


def _parts(sentence: Sentence) -> list[Speech]:
    """The parts between semicolons outside quotations; mostly one."""
    if _PART not in sentence.texts:
        return sentence.speeches
    out, first, inside = [], 0, False
    for at, item in enumerate(sentence.items):
        if item.text == _QUOTE:
            inside = not inside
        elif item.text == _PART and not inside and at > first:
            out.append(Speech(first, at))
            first = at + 1
    out.append(Speech(first, len(sentence.items)))
    return out


def _voice(
    sentence: Sentence,
    speech: Speech,
    says: Sequence[CueHit],
    cues: dict[str, list[CueHit]],
    sources: Sources,
) -> None:
    found = False
    for hit in says:
        if _in_time_clause(sentence, hit, says):
            continue
        found = _read(sentence, speech, hit, sources) or found
        if speech.named:
            return
    if found or _carried_quote(sentence, speech) or _performing(sentence, speech, cues):
        return
    speaker = sentence.discourse.speaker
    if speaker and (
        _reported_mood(sentence, speech.first, speech.last)
        or _goes_on_asking(sentence, speech)
        or _goes_on(sentence, speech)
        or _same_paragraph(sentence)
    ):
        speech.speaker = speaker
        speech.reported = True


def _in_time_clause(sentence: Sentence, hit: CueHit, says: Sequence[CueHit]) -> bool:
    """`听取A介绍后,B表示`: whether a verb of saying stands in a clause of time, and the main one behind it."""
    closers = sentence.lexicon.grammar.clause_closers
    if not closers or len(says) < 2:
        return False
    comma = next((k for k in range(hit.last, len(sentence.items)) if sentence.items[k].text == ","), 0)
    return comma > 0 and sentence.items[comma - 1].text in closers and any(o.first > comma for o in says)


def _same_paragraph(sentence: Sentence) -> bool:
    """Where reported speech goes on to the end of its paragraph: no person opens the sentence."""
    discourse = sentence.discourse
    if not sentence.lexicon.properties.speech_goes_on or discourse.spoke_in != sentence.segment.paragraph:
        return False
    first = next((r for r in sentence.refs if not r.prep and not r.weak), None)
    if first is not None and first.kind == "state":
        own = discourse.speaker.country if discourse.speaker else None
        return set(first.states) <= {own, *discourse.dyad}
    return first is None or first.kind in ("group", "speaker")


def _read(sentence: Sentence, speech: Speech, hit: CueHit, sources: Sources) -> bool:
    """Read one verb of saying or named source; False when nobody is named and nothing is reported."""
    how = hit.cue.set.get("as", "say")
    if how == "source":
        return sources.source(speech, hit)
    if how == "document":
        return sources.document(speech, hit)
    if how == "passive":
        speech.passive = True
        speech.span = (hit.first, hit.last)
        return True
    if how == "carry":
        speech.speaker = speech.speaker or sentence.discourse.speaker
        speech.reported = speech.speaker is not None
        return speech.reported
    return _say(sentence, speech, hit, sources)


def _say(sentence: Sentence, speech: Speech, hit: CueHit, sources: Sources) -> bool:
    if any(r.weak and r.last == hit.first for r in sentence.refs):
        return False  # a noun with its owner: `Kenya's claim that …`
    comment = _comment(sentence, hit)
    turned = not comment and not sentence.lexicon.properties.verbs_unchanging
    person = _named_behind(sentence, hit) if turned else None
    if person:
        speech.speaker, speech.comment = Speaker(person.name, person.country), True
        speech.clause, speech.span = hit.clause, (hit.first, hit.last + 1)
        return True
    body = None if comment or hit.passive else sources.bare_body(hit)
    subject = comment or sentence.subject(hit)
    if body and (body.comment or not subject):
        speech.speaker, speech.comment = body.speaker, body.comment
        speech.clause, speech.span = hit.clause, (hit.first, hit.last)
        return True
    if not subject:
        speech.passive = speech.passive or hit.passive
        return False
    speech.comment = (
        bool(comment) or sentence.clauses.all[hit.clause].opener in sentence.lexicon.grammar.say_tails
    )
    first = min(hit.first, subject[0].first) if comment else hit.first
    last = max(hit.last, subject[-1].last) if comment else hit.last
    speech.span = (max(0, first - 1) if comment else first, last)
    speech.clause = hit.clause
    if len(subject) > 1 or subject[0].kind == "group" or len(sentence.states(subject)) > 1:
        own = sentence.states(subject)
        if len(own) == 1 and all(r.person for r in subject):
            speech.speaker = Speaker(None, own[0])  # two of one side, whose words are not both sides'
        else:
            speech.joint = True
        return True
    who = sentence.actor(subject)
    if who is None:
        return False
    speech.speaker = Speaker(who.name, who.country, None if who.name else sources.body(subject[0]))
    return True


def _comment(sentence: Sentence, hit: CueHit) -> list[Ref]:
    """The subject of a verb of saying behind what is said: `…, said X`, `…, X said`."""
    items, words = sentence.items, sentence.words
    at = sentence.before_auxiliary(hit.first) - 1
    inside = [r for r in sentence.refs if r.last <= hit.first and hit.first - r.last <= 1]
    if inside and not inside[-1].prep and not inside[-1].weak:
        at = min(at, sentence.before_auxiliary(inside[-1].first) - 1)
        while at > 0 and (items[at].text in words.determiners or items[at].text in words.skip):
            at -= 1
        if at > 0 and items[at].text in _COMMENT_MARKS and _closing(sentence, hit, at):
            return inside[-1:]
        return []
    unturned = sentence.lexicon.properties.verbs_unchanging
    if at <= 0 or items[at].text not in _COMMENT_MARKS or hit.passive or unturned:
        return []
    behind = [r for r in sentence.refs if 0 <= r.first - hit.last <= 3 and not r.prep]
    if not behind or any(items[k].text in _COMMENT_MARKS for k in range(hit.last, behind[0].first)):
        return []
    return [behind[0], *sentence.coordinated(behind[0])]


def _closing(sentence: Sentence, hit: CueHit, mark: int) -> bool:
    """Whether what is said stands before the mark; where no verb changes its form, a quotation or the end tells."""
    items = sentence.items
    if not sentence.lexicon.properties.verbs_unchanging:
        return True
    quoted = _QUOTE in (items[mark].text, items[mark - 1].text)
    return quoted or hit.last >= len(items) or not items[hit.last].text[0].isalnum()


def _named_behind(sentence: Sentence, hit: CueHit) -> Person | None:
    """`…, sagte al-Zayani`: somebody known, named behind the verb by a word that alone tells nobody."""
    items = sentence.items
    opener = sentence.before_auxiliary(hit.first) - 1
    if opener < 0 or hit.last >= len(items) or items[opener].text not in _COMMENT_MARKS:
        return None
    tokens = name_tokens(sentence.text[items[hit.last].start : items[hit.last].end])
    return sentence.discourse.register.by_name(list(tokens)) if tokens else None


def _carried_quote(sentence: Sentence, speech: Speech) -> bool:
    """Direct speech goes on with whoever has the floor."""
    known = sentence.discourse.turn or sentence.discourse.speaker
    opens = speech.first < len(sentence.items) and sentence.items[speech.first].text == _QUOTE
    if known is None or not (sentence.quoted or opens):
        return False
    speech.speaker = known
    speech.reported = not opens
    return True


def _performing(sentence: Sentence, speech: Speech, cues: dict[str, list[CueHit]]) -> bool:
    """Who demands, promises or thanks in a main clause tells what hangs on it, and is reported later on."""
    for kind in sorted(cues):
        for hit in cues[kind]:
            if not (hit.cue.speech or kind in _SPOKEN) or not speech.first <= hit.first < speech.last:
                continue
            clause = sentence.clauses.all[hit.clause]
            if clause.kind not in ("main", "coord") or _reported_mood(
                sentence, clause.first, hit.last, hit.clause
            ):
                continue
            subject = sentence.subject(hit)
            who = sentence.actor(subject) if len(subject) == 1 and subject[0].kind in _PERSONS else None
            if who and who.country:
                speech.speaker = Speaker(who.name, who.country)
                speech.clause, speech.span, speech.performing = hit.clause, (hit.first, hit.last), True
                return True
    return False


def _spread(parts: list[Speech], reported_mood: bool) -> None:
    """A comment at the end (`…; …, said X`) is on the parts before too; a statement goes on behind them.

    Where a mood tells what is reported, a statement does not go on without it.
    """
    for before, speech in pairwise(parts):
        told = before.speaker and not before.performing and not before.reported
        if told and speech.speaker is None and not speech.joint and not reported_mood:
            speech.speaker, speech.reported = before.speaker, True
    for speech, behind in reversed(list(pairwise(parts))):
        if behind.comment and speech.speaker is None and not speech.joint:
            speech.speaker, speech.reported, speech.comment = behind.speaker, True, True


def _lead(sentence: Sentence, discourse: Discourse) -> None:
    """What the sentence as a whole is told by: its first part with a speaker who says it."""
    for speech in sentence.speeches:
        if speech.speaker and not speech.performing:
            sentence.speaker, sentence.reported = speech.speaker, speech.reported
            discourse.reporting = sentence.index
            return


def _first_persons(sentence: Sentence, discourse: Discourse) -> None:
    """`we` and `I` are of the speaker that the sentence names, once it is known."""
    who = sentence.speaker
    if who is None or not who.country:
        return
    for ref in sentence.refs:
        if ref.kind == "addressee":
            discourse.address(ref, who)
        elif ref.kind == "speaker":
            ref.states = (who.country,)
            if not ref.plural and who.name:
                ref.person = discourse.register.by_name(list(name_tokens(who.name)))


def _goes_on_asking(sentence: Sentence, speech: Speech) -> bool:
    """`Beide Seiten sollten …` right behind what somebody said: what both ought to do is still his to say."""
    if not sentence.lexicon.properties.reported_mood or sentence.index - sentence.discourse.spoke > 1:
        return False
    sides = [r for r in sentence.refs if r.kind == "group" and r.first - speech.first <= _LEADING]
    return bool(sides) and any(
        sentence.items[i].text in sentence.words.obligations
        for i in range(sides[0].last, min(sides[0].last + 2, speech.last))
    )


def _goes_on(sentence: Sentence, speech: Speech) -> bool:
    """A plural whose form reported speech shares with the past goes on with a report just before."""
    if sentence.discourse.reporting != sentence.index - 1:
        return False
    shared = sentence.lexicon.grammar.reported_plurals
    return not sentence.texts.isdisjoint(shared) and any(
        i.term is None and i.text in shared for i in sentence.items[speech.first : speech.last]
    )


def _reported_mood(sentence: Sentence, first: int, last: int, clause: int | None = None) -> bool:
    """Whether a form that only reported speech has stands in the items (of one clause, where given)."""
    if not sentence.lexicon.properties.reported_mood:
        return False
    subjunctive = sentence.lexicon.subjunctive
    if sentence.texts.isdisjoint(subjunctive):
        return False
    nouns = sentence.lexicon.properties.nouns_capitalised
    return any(
        item.term is None
        and item.text in subjunctive
        and (not nouns or not item.capital or at == 0)
        and (clause is None or sentence.clauses.of[at] == clause)
        for at, item in enumerate(sentence.items[first:last], first)
    )
