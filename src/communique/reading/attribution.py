"""Finds who speaks in a sentence: verbs of saying, sources, quotation marks, the reported mood."""

from __future__ import annotations

from communique.mentions.person import name_tokens
from communique.mentions.refs import Ref
from communique.reading.context import CueHit
from communique.reading.discourse import Discourse, Speaker
from communique.reading.sentence import Sentence

_QUOTE = '"'
_COMMENT_MARKS = (",", '"', "-")
_SPOKEN = frozenset({"courtesy", "position", "invitation"})


def attribute(sentence: Sentence, cues: dict[str, list[CueHit]], discourse: Discourse, quoted: bool) -> None:
    """Set the sentence's speaker, manner and say clause from verbs of saying, and carry the speaker on."""
    sentence.quoted = quoted
    found = False
    for hit in cues.get("say", ()):
        found = _say(sentence, hit, discourse) or found
        if sentence.speaker and (sentence.speaker.name or sentence.speaker.country):
            break
    if not found:
        _carried(sentence, discourse, quoted)
    if sentence.speaker and (sentence.speaker.name or sentence.speaker.country):
        discourse.speaker = sentence.speaker
    else:
        _performing(sentence, cues, discourse)
    _first_persons(sentence, discourse)


def _carried(sentence: Sentence, discourse: Discourse, quoted: bool) -> None:
    """Direct speech or a mood of reported speech goes on with the last speaker."""
    known = discourse.turn or discourse.speaker
    if known is None:
        return
    opens = sentence.folded[sentence.segment.start] == _QUOTE
    if quoted or opens or (_reported_mood(sentence) and discourse.speaker):
        sentence.speaker = known if quoted or opens else discourse.speaker
        sentence.reported = not opens
        sentence.quoted = quoted


def _performing(sentence: Sentence, cues: dict[str, list[CueHit]], discourse: Discourse) -> None:
    """Who demands, promises or thanks in the main clause is who a later reported mood reports."""
    for kind in sorted(cues):
        for hit in cues[kind]:
            if not (hit.cue.speech or kind in _SPOKEN) or sentence.clauses.all[hit.clause].kind != "main":
                continue
            subject = sentence.subject(hit)
            if len(subject) == 1 and subject[0].kind in ("person", "role", "pronoun"):
                who = sentence.actor(subject)
                if who and who.country:
                    discourse.speaker = Speaker(who.name, who.country)
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


def _say(sentence: Sentence, hit: CueHit, discourse: Discourse) -> bool:
    """Read one verb of saying or named source; False when nobody is named and nothing is reported."""
    how = hit.cue.set.get("as", "say")
    if how == "source":
        return _source(sentence, hit)
    if how == "passive":
        sentence.passive_say = True
        sentence.say_span = (hit.first, hit.last)
        return True
    if how == "carry":
        if discourse.speaker:
            sentence.speaker = discourse.speaker
            sentence.reported = True
            return True
        return False
    comment = _comment(sentence, hit)
    subject = comment or sentence.subject(hit)
    if not subject:
        if hit.passive:
            sentence.passive_say = True
        return False
    states = sentence.states(subject)
    if comment:
        first = min(hit.first, subject[0].first)
        sentence.say_span = (max(0, first - 1), max(hit.last, subject[-1].last))
        sentence.comment = sentence.say_span
    else:
        sentence.say_span = (hit.first, hit.last)
    if len(subject) > 1 or subject[0].kind == "group" or len(states) > 1:
        sentence.joint = True
        sentence.say_clause = hit.clause
        return True
    who = sentence.actor(subject)
    if who is None:
        return False
    sentence.speaker = Speaker(who.name, who.country)
    sentence.say_clause = hit.clause
    return True


def _comment(sentence: Sentence, hit: CueHit) -> list[Ref]:
    """The subject of a verb of saying behind what is said: `…, said X`, `…, X said`."""
    items, words = sentence.items, sentence.words
    at = hit.first - 1
    inside = [r for r in sentence.refs if r.last <= hit.first and hit.first - r.last <= 1]
    if inside and not inside[-1].prep and not inside[-1].weak:
        at = inside[-1].first - 1
        while at > 0 and (items[at].text in words.determiners or items[at].text in words.skip):
            at -= 1
        if at > 0 and items[at].text in _COMMENT_MARKS:
            return inside[-1:]
        return []
    if at <= 0 or items[at].text not in _COMMENT_MARKS or hit.passive:
        return []
    behind = [r for r in sentence.refs if 0 <= r.first - hit.last <= 3 and not r.prep]
    if not behind or any(items[k].text in _COMMENT_MARKS for k in range(hit.last, behind[0].first)):
        return []
    return [behind[0], *sentence.coordinated(behind[0])]


def _source(sentence: Sentence, hit: CueHit) -> bool:
    """`according to X`, `heißt es in dem Bericht`, `X zufolge`."""
    before = hit.cue.set.get("where") == "before"
    refs = [r for r in sentence.refs if (r.end <= hit.start if before else r.start >= hit.end)]
    near = _near(sentence, refs, hit, before)
    text = _source_text(sentence, hit, before)
    if near and (near.person or near.kind in ("role", "pronoun", "person")):
        who = sentence.actor([near])
        if who:
            sentence.speaker = Speaker(who.name, who.country)
            sentence.reported = True
            return True
    if near and near.kind == "org" and not text:
        sentence.speaker = Speaker(None, near.states[0] if near.states else None, None)
        sentence.reported = True
        return True
    if text:
        country = near.states[0] if near and near.weak and near.states else None
        sentence.speaker = Speaker(None, country, text)
        sentence.reported = True
        return True
    return False


def _near(sentence: Sentence, refs: list[Ref], hit: CueHit, before: bool) -> Ref | None:
    if before:
        close = [r for r in refs if hit.first - r.last <= 1]
        return close[-1] if close else None
    close = [r for r in refs if r.first - hit.last <= 3]
    return close[0] if close else None


def _source_text(sentence: Sentence, hit: CueHit, before: bool) -> str | None:
    """The source's name as written: the noun group beside the cue, up to a comma."""
    items = sentence.items
    words = sentence.words
    if before:
        last = hit.first
        first = last
        while (
            first > 0
            and last - first < 6
            and items[first - 1].text not in (",", ".", '"', ":")
            and items[first - 1].start not in sentence.verb_starts
        ):
            first -= 1
    else:
        first = hit.last
        while first < len(items) and (
            items[first].text in words.determiners
            or items[first].text in words.oblique_determiners
            or items[first].text in words.prepositions
        ):
            first += 1
        last = first
        while (
            last < len(items)
            and last - first < 6
            and items[last].text not in (",", ".", '"', ":", ";", ")")
            and items[last].start not in sentence.verb_starts
        ):
            last += 1
    if first >= last:
        return None
    span = sentence.span(first, last)
    return sentence.quote(span)


def _reported_mood(sentence: Sentence) -> bool:
    if not sentence.lexicon.properties.reported_mood:
        return False
    subjunctive = sentence.lexicon.subjunctive
    return any(i.term is None and i.text in subjunctive for i in sentence.items)
