"""How two references of a sentence stand to each other: joined in a list, meeting, or one judging the other."""

from __future__ import annotations

from communique.lexicon.lexicon import Lexicon
from communique.mentions.items import Item
from communique.mentions.matcher import Hit
from communique.mentions.person import HIGHEST
from communique.mentions.refs import Ref
from communique.reading.draft import Draft
from communique.reading.standing import may_act

_MEETING_KINDS = frozenset({"meeting", "courtesy", "invitation"})
_AGAINST_KINDS = frozenset({"position", "act"})
_HOSTILE = frozenset(
    {
        "oppose",
        "condemn",
        "REQUEST",
        "ACCUSE",
        "REJECT",
        "THREATEN",
        "PROTEST",
        "SANCTION",
        "COERCE",
        "ASSAULT",
    }
)
_MARKS = frozenset({",", ";", ":"})
OPENERS = frozenset({",", '"'})
"""Marks behind which a verb may stand before its subject."""
_REACH = 16
_VERB = 4
"""Items behind two subjects among which their verb begins."""


class Relations:
    """Relations between references in one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def links(self, items: list[Item], left: Ref, right: Ref) -> bool:
        """Whether only coordinators, commas and articles stand between two references."""
        between = [i.text for i in items[left.last : right.first]]
        words = self.lexicon.words
        links = [t for t in between if t in words.coordinators or t == ","]
        return bool(links) and all(
            t in links
            or t in words.determiners
            or t in words.oblique_determiners
            or t in words.possessives
            or t == '"'
            for t in between
        )

    def faces(self, draft: Draft, ref: Ref, before: list[Ref]) -> bool:
        """Whether the person is the other side of a meeting with the subject, who is no partner in a list."""
        if before and self.across(draft, before[-1], ref):
            return True
        subject = next((r for r in before if may_act(r)), None)
        if self.quoted(draft, ref):
            return False
        if subject is not None and self.links(draft.items, before[-1], ref):
            between = {i.text for i in draft.items[before[-1].last : ref.first]}
            if self.lexicon.properties.comma_clauses and between == {","}:
                return False
            return (
                before[-1] is not subject
                and bool(before[-1].person)
                and self.faces(draft, before[-1], before[:-1])
            )
        if ref.prep in self.lexicon.words.meeting_preps:
            return True
        if ref.prep in self.lexicon.grammar.side_links:  # `a letter from the King`: who it comes from
            return False
        return subject is not None and self.meets(draft, subject, ref)

    def quoted(self, draft: Draft, ref: Ref) -> bool:
        """Whether a word of saying right before the person makes it the source (`according to X`, `…, sagte X`)."""
        items, words = draft.items, self.lexicon.words
        at = ref.first - 1
        while at > 0 and (items[at].text in words.determiners or items[at].text in words.skip):
            at -= 1
        if at < 0 or (at and items[at].start in draft.verb_starts and items[at - 1].text not in OPENERS):
            return False
        return any(h.term.value == "say" and h.end == items[at].end for h in draft.cues)

    def across(self, draft: Draft, left: Ref, right: Ref) -> bool:
        """`A同B会谈`: whether the word that joins an actor to another is the one of whom the actor meets.

        The verb of meeting stands behind both, and nobody else behind it, whom the two could meet together.
        """
        items, words = draft.items, self.lexicon.words
        if not self.lexicon.properties.objects_before or left.prep or right.first != left.last + 1:
            return False
        if items[left.last].text not in words.meeting_preps:
            return False
        end = next((i.start for i in items[right.last :] if i.text in _MARKS), items[-1].end)
        met = [h for h in draft.cues if h.term.value == "meeting" and right.end <= h.start < end]
        return bool(met) and not any(met[0].start < r.start < end and (r.name or r.role) for r in draft.refs)

    def confer(self, draft: Draft, left: Ref, right: Ref) -> bool:
        """`Prime Minister X and President Y discussed …`: the leaders of two states, with nobody else beside them."""
        if left.role == right.role or not {left.role, right.role} <= HIGHEST or left.prep or right.prep:
            return False
        behind = [r for r in draft.refs if r.first >= right.last]
        end = right.last + _VERB
        if any(
            r.first < end or (r.prep in self.lexicon.words.meeting_preps and (r.name or r.role))
            for r in behind
        ):
            return False
        return any(
            h.term.value == "meeting"
            and right.end <= h.start < draft.items[min(end, len(draft.items) - 1)].end
            for h in draft.cues
        )

    def meets(self, draft: Draft, left: Ref, right: Ref) -> bool:
        """Whether a word of meeting, thanking or inviting stands between two references of one clause."""
        between = draft.items[left.last : right.first]
        if self._addressed(draft, left) and not right.prep:
            return any(item.text == "," for item in between)
        if len(between) > _REACH or any(i.text in (";", ":") for i in between):
            return False
        last = right.start
        first = left.end
        if self.lexicon.properties.comma_clauses and not right.prep:
            first = next((i.end for i in reversed(between) if i.text == ","), first)
        if self.lexicon.properties.verb_final and not any(i.text == "," for i in between):
            end = next((i for i in draft.items[right.last :] if i.text in (",", ";", ":")), draft.items[-1])
            last = end.end
        return any(h.term.value in _MEETING_KINDS and first <= h.start < last for h in draft.cues)

    def _addressed(self, draft: Draft, left: Ref) -> bool:
        """`Thanking X, Y said …`: whether a gerund of meeting, thanking or inviting leads to whom it opens with."""
        items = draft.items
        near = range(max(0, left.first - _VERB), left.first)
        opening = {items[at].start for at in near if not at or not items[at - 1].text[0].isalnum()}
        return any(
            h.start in opening and h.term.form == "ger" and h.term.value in _MEETING_KINDS for h in draft.cues
        )

    def judges(self, draft: Draft, left: Ref, right: Ref) -> bool:
        """Whether a person takes a stand on, or acts against, what is another state's (`criticised X's plans`)."""
        if right.prep in self.lexicon.words.place_preps:
            return False
        content = self.lexicon.words.content
        if any(i.text in content or i.text in _MARKS for i in draft.items[left.last : right.first]):
            return False
        last = right.start
        if self.lexicon.properties.verb_final:
            end = next((i for i in draft.items[right.last :] if i.text in _MARKS), draft.items[-1])
            last = end.end
        return any(
            h.term.value in _AGAINST_KINDS and left.end <= h.start < last and not self._asked(h)
            for h in draft.cues
        )

    def _asked(self, hit: Hit) -> bool:
        """Whether an infinitive, where it stands alone, tells what another shall do (`призвал X прекратить`)."""
        return self.lexicon.properties.infinitives_alone and hit.term.form == "inf"

    def opposes(self, draft: Draft, left: Ref) -> bool:
        """Whether what a person says or does behind the name is against somebody, not for them."""
        cues = self.lexicon.cues
        words = {item.text for item in draft.items}
        for hit in draft.cues:
            if hit.term.value not in _AGAINST_KINDS or self._asked(hit):
                continue
            if any(all(w.rstrip("$*") not in words for w in tail) for tail in hit.term.tails):
                continue
            told = cues[hit.term.entry].set
            if hit.start >= left.end and (told.get("plover") in _HOSTILE or told.get("stance") in _HOSTILE):
                return True
        return False
