"""Pronouns as references: `he`, `they`, `we`, `you`, and a demonstrative that acts (`dieser sagte`)."""

from __future__ import annotations

from communique.lexicon.lexicon import Lexicon
from communique.mentions.items import Item
from communique.mentions.refs import Ref

_MARKS = frozenset({",", ".", ";", ":", "!", "?", '"'})
_SINGULAR = ("pres", "past", "subj", "cond")
_PLURAL = ("pres_pl", "past_pl", "subj_pl", "cond_pl", "inf")


class PronounReader:
    """Reads pronouns in one language; stateless between sentences."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        self.words = words
        singular = (lexicon.lemmas.get(tag, frozenset()) for tag in ("pres", "past", "subj"))
        self.singular = frozenset().union(*singular) or lexicon.finite
        self.marker = lexicon.properties.infinitive_marker
        self.verbs = lexicon.verb_words
        self.syllables = lexicon.properties.syllables_apart
        alone = lexicon.properties.infinitives_alone
        self.infinitives = lexicon.lemmas.get("inf", frozenset()) if alone else frozenset[str]()
        self.parted = lexicon.properties.word_boundary
        self.tied = frozenset(lexicon.properties.enclitics)
        self.clitics = words.clitics - words.determiners
        self.told = lexicon.told
        self.before_verb = lexicon.finite | words.perfect
        self.we, self.they = _subject_verbs(lexicon)
        self.shared = words.feminine & words.plural
        """Pronouns of one woman and of several, which only their verb tells apart."""
        self.one, self.several = _numbers(lexicon) if self.shared else (frozenset[str](), frozenset[str]())
        self.openers = words.relatives | words.subordinators | words.content
        self.tied |= frozenset(lexicon.properties.proclitics)
        self.all = (
            self.we
            | self.they
            | words.masculine
            | words.feminine
            | words.plural
            | words.first_singular
            | words.first_plural
            | words.addressees
            | words.demonstratives
            | words.clitics
        )

    def read(self, items: list[Item], at: int) -> Ref | None:
        """The pronoun at item `at`, unless it belongs to a name or to the noun behind it."""
        text = items[at].text
        words = self.words
        joined = at > 0 and items[at - 1].end == items[at].start and items[at - 1].text[-1].isalnum()
        joined = joined and self.parted and text not in self.tied and items[at - 1].text not in self.tied
        if self.syllables and text in words.honorifics and at + 1 < len(items):
            joined = joined or (items[at + 1].capital and items[at + 1].term is None)
        if joined or (text in words.possessives and self._owns(items, at + 1)):
            return None
        if text in words.clitics:
            follow = items[at + 1] if at + 1 < len(items) else items[at]
            verbs = self.before_verb if text in self.clitics else self.told
            if follow.term is not None or follow.text not in verbs:
                return None
            ref = Ref.over("pronoun", items, at, at + 1)
        elif text in words.demonstratives:
            if at + 1 >= len(items) or items[at + 1].capital or items[at + 1].text not in self.singular:
                return None
            ref = Ref.over("pronoun", items, at, at + 1)
        elif text in words.masculine or (text in words.feminine and not self._are_several(items, at)):
            ref = Ref.over("pronoun", items, at, at + 1)
        elif text in words.plural:
            ref = Ref.over("group", items, at, at + 1)
            ref.plural = True
        elif text in words.first_singular or text in words.first_plural:
            ref = Ref.over("speaker", items, at, at + 1)
            ref.plural = text in words.first_plural
        elif text in self.we or text in self.they:
            ref = Ref.over("speaker" if text in self.we else "group", items, at, at + 1)
            ref.plural = True
        elif text in words.addressees:
            ref = Ref.over("addressee", items, at, at + 1)
        else:
            return None
        ref.head = text
        ref.objective = text in words.objective or (not self.parted and self._governed(items, at))
        return ref

    def _are_several(self, items: list[Item], at: int) -> bool:
        """Whether a pronoun of one woman and of several (`sie`) is not told to be of one by its verb's form."""
        if items[at].text not in self.shared:
            return False
        before = items[at - 1].text if at else ""
        if before in self.one or before in self.several:
            return before in self.several
        if before not in self.openers:
            behind = items[at + 1].text if at + 1 < len(items) else ""
            return behind not in self.one
        last = before
        for item in items[at + 1 :]:
            if item.text in _MARKS:
                break
            last = item.text
        return last not in self.one

    def _governed(self, items: list[Item], at: int) -> bool:
        """Whether a verb or preposition stands right before a pronoun that has one form for all (`邀请他`)."""
        before = items[at - 1] if at else None
        if before is None or before.term is not None or before.text in self.words.tellers:
            return False
        return before.text in self.verbs or before.text in self.words.prepositions

    def _owns(self, items: list[Item], at: int) -> bool:
        """Whether a noun group begins at `at`, so that the word before it is a possessive (`her thanks`)."""
        if at >= len(items) or not items[at].text[0].isalpha():
            return False
        text, words = items[at].text, self.words
        return not (
            text in words.prepositions
            or text in words.coordinators
            or text in words.determiners
            or text in words.subordinators
            or text in self.infinitives
            or text == self.marker
        )


def _numbers(lexicon: Lexicon) -> tuple[frozenset[str], frozenset[str]]:
    """The finite forms that only one has as its subject, and those that only several have."""
    one = frozenset().union(*(lexicon.lemmas.get(tag, ()) for tag in _SINGULAR))
    several = frozenset().union(*(lexicon.lemmas.get(tag, ()) for tag in _PLURAL))
    return one - several, several - one


def _subject_verbs(lexicon: Lexicon) -> tuple[frozenset[str], frozenset[str]]:
    """Verbs that tell by their form alone that `we` or `they` are the subject, where it stands behind others."""
    if not lexicon.properties.verb_first:
        return frozenset(), frozenset()
    marks = lexicon.properties.speaker_verbs
    begin = tuple(m[:-1] for m in marks if m.endswith("*"))
    end = tuple(m[1:] for m in marks if m.startswith("*"))
    forms = frozenset().union(*(lexicon.lemmas[tag] for tag in ("pres_pl", "past_pl", "fut_pl")))
    singular = frozenset().union(*(lexicon.lemmas[tag] for tag in ("pres", "past", "fut", "part", "ger")))
    plural = forms - singular - lexicon.verbal_nouns
    we = frozenset(f for f in plural if f.startswith(begin) or f.endswith(end))
    return we, plural - we
