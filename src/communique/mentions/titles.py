"""What a title is a title of: a state, a portfolio, a body (`of Foreign Affairs, Trade and Tourism`)."""

from __future__ import annotations

from communique.lexicon.lexicon import Lexicon
from communique.mentions.following import FollowingAdjectives
from communique.mentions.items import Item
from communique.mentions.local_places import past_place
from communique.mentions.person import LOCAL
from communique.mentions.refs import Ref
from communique.text.fold import fold
from communique.world.organisations import ORGANISATIONS
from communique.world.places import unit_in

STATE_TYPES = ("state", "adj", "people", "capital", "metonym", "org")
_LOOK = 14
_POSTED = frozenset({"ambassador", "special_envoy", "official", "spokesperson"})
"""Roles that are sent somewhere or serve someone (`Ambassador to Togo`, `Adviser to the President`)."""
_OF_BODIES = frozenset({"agency_head", "executive", "official", "military"})
"""Roles whose titles name a body by plain words (`رئيس غرفة تجارة قطر`)."""
_NAME_WORDS = 2
_CLOSED = frozenset({",", ".", ")"})
_PARTS = 3
"""Bodies and states that commas set apart behind a title."""
_WORDS = 7
"""Words of a title before its state."""


def code_of(item: Item) -> str:
    """The code that a name hit stands for."""
    assert item.term is not None
    return item.term.value


def prefix_state(lexicon: Lexicon, title: str) -> str | None:
    """The state or organisation named by the first part of a compound title (`US-Präsident`)."""
    head, hyphen, _ = title.partition("-")
    return lexicon.acronyms.get(head) if hyphen else None


class TitleReader:
    """Reads behind a title in one language; stateless between sentences."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.words = lexicon.words
        self.following = FollowingAdjectives(lexicon)
        self.addresses = lexicon.words.honorifics - frozenset(lexicon.roles.modifiers)
        self.marker = lexicon.properties.infinitive_marker
        self.guarded = lexicon.properties.nouns_capitalised
        self.verb_first = lexicon.properties.verb_first
        self.state_follows = lexicon.properties.state_follows
        self.stacked = lexicon.properties.titles_stack
        self.cased = bool(lexicon.properties.noun_cases)
        counts = lexicon.grammar.group_words
        self.several = frozenset(word for word, number in counts.items() if number != 1)
        self.bodies = lexicon.speech_sources
        self.adjectives = lexicon.genitive_adjectives
        self.lands = frozenset((*lexicon.grammar.bare_groups, *lexicon.grammar.formal_nouns))
        self.verbs = lexicon.verb_words - frozenset(lexicon.grammar.verb_nouns)
        self.of = frozenset(lexicon.roles.of)
        targets = frozenset(lexicon.numbers.target_prepositions) - lexicon.sites - lexicon.words.owners
        marked = targets if self.verb_first else frozenset((self.marker,))
        self.outward = lexicon.words.place_preps if self.cased else marked
        self.portfolios = frozenset(w.lower() for w in lexicon.roles.portfolios)
        self.seats = {
            fold(title): code
            for code, titles in lexicon.roles.offices.items()
            for title in titles
            if code in ORGANISATIONS
        }
        """Organisations by the titles that tell them."""
        self.postings = frozenset(lexicon.grammar.posting_leads)
        self.sites = lexicon.words.place_preps - lexicon.words.owners
        self.plurals = frozenset(lexicon.grammar.plural_titles)
        self.links = frozenset((",", "&", *lexicon.words.coordinators))
        self.articles = lexicon.words.determiners | lexicon.words.oblique_determiners
        self.article = lexicon.properties.article

    def behind(self, text: str, items: list[Item], at: int, ref: Ref) -> tuple[int, int]:
        """Reads `of …` phrases from item `at` into `ref`; the next item and where the title's text ends."""
        title_end = items[at - 1].end
        closing = items[at - 1].text.rsplit(" ", 1)[-1]
        opened = closing in self.of | self.articles
        # `Präsident der Republik Chile`: a title that ends in a formal noun takes the state behind it.
        formal = closing in self.words.formal_nouns
        while at < len(items):
            item = items[at]
            if (past := self.following.read(items, at, ref)) > at:
                at = past
            elif (
                item.is_type("state", "capital", "metonym", "org")
                and item.term
                and item.term.possessive
                and not ref.states
            ):
                ref.states = (code_of(item),)
                at = self.more_states(items, at + 1, ref)
            elif formal and item.is_type("state"):
                at = self._of_state(text, items, at, ref)
            elif (past := self._more_portfolios(items, at)) > at or (
                self.state_follows and (past := self._right_behind(text, items, at, ref)) > at
            ):
                at = past
            elif ref.states and ref.role in _POSTED and self._sent_behind(items, at):
                at += 1
            elif (
                (self.stacked or (self.verb_first and ref.role in _OF_BODIES))
                and not ref.states
                and (state := self._state_later(items, at)) > at
            ):
                at = state
                continue
            elif opened or (item.text in self.of and (item.text not in self.outward or ref.role in _POSTED)):
                envoy = ref.role == "ambassador" and not ref.states
                sent = envoy and item.text in self.postings
                posted = envoy and (closing if opened else item.text) in self.sites
                end = self.target(text, items, at if opened else at + 1, ref)
                if end is None:
                    break
                host = self._hosted(items, at, end, ref)
                at = end
                ref.states = () if sent and not ref.organization else ref.states
                ref.post = host or (ref.states if posted and not ref.organization else ())
            elif self.cased and item.text in self.of and (past := self._matter(items, at + 1)):
                at = past
            else:
                break
            opened = formal = False
            title_end = items[at - 1].end
        return at, title_end

    def _hosted(self, items: list[Item], at: int, end: int, ref: Ref) -> tuple[str, ...]:
        """`посол Чили в Кении`: the state behind an envoy's own, which a word of place says receives him."""
        if not self.cased or ref.role != "ambassador" or not ref.states or items[at].text not in self.sites:
            return ()
        host = items[end - 1]
        return (
            (code_of(host),) if host.is_type("state", "capital") and code_of(host) not in ref.states else ()
        )

    def _sent_behind(self, items: list[Item], at: int) -> bool:
        """`المبعوث الأمريكي الخاص للسودان`: a word of the title before where its holder is sent."""
        sent = self.following.active and at + 1 < len(items)
        return sent and items[at].text in self.following.modifiers and items[at + 1].text in self.of

    def _more_portfolios(self, items: list[Item], at: int) -> int:
        """Past the portfolios joined to the one that a title ends in (`ministro de Economía y Comercio`)."""
        if items[at].text not in self.links:
            return at
        words = items[at - 1].text.replace("'", "' ").rsplit(" ", 2)
        ended = words[-1] in self.portfolios or " ".join(words[-2:]) in self.portfolios
        first = at + 1
        if first < len(items) and not (items[first].capital or self.verb_first or self.following.active):
            return at
        while not self.verb_first and first < len(items) and self._leads(items[first]):
            first += 1
        end = self.portfolio(items, first) if ended or self.verb_first else first
        titled = not self.verb_first and end < len(items) and items[end].is_type("role")
        return at if end <= first or titled else end

    def _leads(self, item: Item) -> bool:
        """Whether a word stands before a portfolio in a title: a preposition of it or an article."""
        return item.text in self.of or item.text in self.articles

    def _state_later(self, items: list[Item], at: int) -> int:
        """Where a state stands before a name, behind plain words of the title itself (`… và Mỏ Lào X`)."""
        for k in range(at, min(len(items) - 1, at + _WORDS)):
            item = items[k]
            if item.is_type("state") or (self.verb_first and item.is_type("adj")):
                behind = items[k + 1]
                named = behind.term is None and (behind.capital or behind.text in self.words.particles)
                formal = all(i.capital or i.text in self.links for i in items[at:k])
                return k if named or (formal and behind.text in _CLOSED) else at
            plain = item.term is None or item.is_type("side")
            acts = item.text in self.verbs and not (self.article and item.text.startswith(self.article))
            plain = plain and item.text[0].isalpha() and not acts
            joined = item.text in self.links
            if not (plain or joined) or item.text in self.words.prepositions:
                return at
        return at

    def _right_behind(self, text: str, items: list[Item], at: int, ref: Ref) -> int:
        """Past a state, portfolio or side that no word ties to its title; `at` where there is none."""
        item = items[at]
        if item.is_type("state", "org", "metonym") and not ref.states:
            if not item.may_own():
                return at
            ref.states = (code_of(item),)
            shared = ref.head.split(" ", 1)[0] in self.plurals or bool(item.term and item.term.cases)
            return self.more_states(items, at + 1, ref) if shared else at + 1
        if not self.cased:
            if self.stacked and not ref.states and ref.role in LOCAL and item.is_type("capital"):
                ref.states = (code_of(item),)
                return at + 1
            if self.stacked and not ref.states and ref.role in LOCAL:
                past = past_place(text, items, at, ref)
                if past > at:
                    return past
            return at if ref.states else self._several_behind(items, at, ref)
        if not ref.states and self.following.within_title(items, at):
            ref.states = (code_of(item),)
            return at + 2
        if item.is_type("side") and item.may_own():
            ref.body = item.text
            return self.side_tail(items, at + 1)
        if item.is_type("adj") and at + 1 < len(items) and items[at + 1].is_type("side"):
            if items[at + 1].may_own():
                ref.states = ref.states or (code_of(item),)
                ref.body = items[at + 1].text
                return self.side_tail(items, at + 2)
            return at
        first = at + 1 if item.text in self.words.coordinators else at
        end = self.portfolio(items, first) if item.term is None else first
        if end > first:
            return end
        end = self._named_body(text, items, at)
        if end > at and not all(i.text in self.lands for i in items[at:end]):
            self._body(text[item.start : items[end - 1].end], items[at:end], ref)
        return end

    def _several_behind(self, items: list[Item], at: int, ref: Ref) -> int:
        """`Đại sứ các nước A, B và C`: past a word for several, and the states whose holders share a title."""
        if items[at].text not in self.several:
            return at
        here = at + 1
        if here + 1 < len(items) and items[here].term is None and items[here + 1].text == ":":
            here += 2
        codes: list[str] = []
        while here < len(items) and items[here].is_type("state"):
            codes.append(code_of(items[here]))
            end = here = here + 1
            while here < len(items) and items[here].text in self.links:
                here += 1
        if len(codes) < 2:
            return at
        ref.states, ref.plural = tuple(dict.fromkeys(codes)), True
        return end

    def _named_body(self, text: str, items: list[Item], at: int) -> int:
        """Past a body in the genitive right behind its title (`директор Института Европы РАН`), before a name."""
        words, end = self.words, at
        opened = items[at - 1].text.rsplit(" ", 1)[-1] in self.bodies
        opened = opened and not items[at].capital
        opened = opened or items[at].text in words.not_names or items[at].text in self.bodies
        opened = opened or self._described(items, at)
        if items[at].text in words.prepositions or not (opened or self._acronym(text, items, at)):
            return at
        while end < len(items) and end - at < _LOOK:
            item = items[end]
            written = text[item.start : item.end]
            known = item.text in words.not_names or (written.isupper() and len(written) > 1)
            if item.is_type(*STATE_TYPES, "region", "side"):
                if not item.may_own():
                    break
            elif (
                item.term is not None
                or not item.text[0].isalpha()
                or item.text in self.verbs
                or item.text in words.honorifics
                or (item.capital and not known and end > at)
                or (item.text in words.prepositions and item.text not in self.of)
            ):
                break
            end += 1
        while end > at and (items[end - 1].text in self.links or items[end - 1].text in words.prepositions):
            end -= 1
        return end

    def _described(self, items: list[Item], at: int) -> bool:
        """Whether an adjective opens a body's name (`председатель Великого хурала`)."""
        behind = items[at + 1] if at + 1 < len(items) else items[at]
        plain = (
            behind.term is None and behind.text[0].isalpha() and behind.text not in self.words.prepositions
        )
        plain = plain and not behind.capital and behind.text not in self.verbs | self.words.particles
        return items[at].term is None and items[at].text.endswith(self.adjectives) and plain

    def _acronym(self, text: str, items: list[Item], at: int) -> bool:
        """Whether an unknown body's acronym stands between a title and a name (`президент JICA Танака`)."""
        written = text[items[at].start : items[at].end]
        follows = at + 1 < len(items) and items[at + 1].capital and items[at + 1].term is None
        return follows and len(written) > 1 and written.isupper() and written.isalpha()

    def target(self, text: str, items: list[Item], at: int, ref: Ref) -> int | None:
        """Past what stands behind `of`: a state and its body, a side, a portfolio, a body."""
        while at < len(items) and (items[at].text in self.articles or items[at].text in self.of):
            at += 1
        if at >= len(items):
            return None
        if items[at].is_type("role") and ref.role in _POSTED and not self.cased:
            return self._of_office(text, items, at, ref)
        if items[at].is_type(*STATE_TYPES):
            if at + 1 < len(items) and items[at + 1].is_type("role", "counterpart"):
                return None
            return self._of_state(text, items, at, ref)
        end = self.portfolio(items, at)
        if end > at and not self._begins_body(items, at, end):
            return end
        if items[at].is_type("side") and not (
            items[at].capital and at + 1 < len(items) and items[at + 1].capital and not self.guarded
        ):
            ref.body = items[at].text
            tail = self.side_tail(items, at + 1)
            end = self.following.read(items, tail, ref)
            return self.side_tail(items, end) if end > tail else tail
        end = self._organisation(items, at)
        if end > at:
            self._body(text[items[at].start : items[end - 1].end], items[at:end], ref)
            return end
        return None

    def _matter(self, items: list[Item], at: int) -> int:
        """Past plain nouns that say what a body is for, before its state or a name (`комитета по реформам КНР`).

        0 where there are none.
        """
        end = at
        while end < len(items) and end - at < _WORDS:
            item = items[end]
            plain = item.term is None and not item.capital and item.text[0].isalpha()
            plain = plain or self._part_of_world(items, end)
            if item.text not in self.links and (
                not plain or item.text in self.verbs or item.text in self.words.prepositions
            ):
                break
            end += 1
        behind = items[end] if at < end < len(items) and items[end - 1].text not in self.links else None
        named = behind is not None and behind.term is None and behind.capital
        return end if behind is not None and (named or behind.is_type("state", "org")) else 0

    def _part_of_world(self, items: list[Item], at: int) -> bool:
        """A region, or an adjective joined to that of a region (`по Южной и Центральной Азии`)."""
        if items[at].is_type("region"):
            return True
        told = items[at].term is None and items[at].text.endswith(self.adjectives)
        joined = at + 2 < len(items) and items[at + 1].text in self.links
        return told and joined and items[at + 2].is_type("region")

    def _begins_body(self, items: list[Item], at: int, end: int) -> bool:
        """Whether the portfolio in `items[at:end]` is the first word of a body's name (`State Customs Committee`)."""
        last = self._organisation(items, at)
        return any(item.text in self.words.not_names for item in items[end:last])

    def _of_office(self, text: str, items: list[Item], at: int, ref: Ref) -> int | None:
        """Past the office that somebody serves (`Press Secretary of the President of Peru X`), with its state."""
        here = at + 1
        if here >= len(items) or items[here].text not in self.of:
            code = self.seats.get(items[at].text)
            ref.states = ref.states or ((code,) if code else ())
            return here if code else None
        while here < len(items) and (items[here].text in self.articles or items[here].text in self.of):
            here += 1
        if here >= len(items) or not items[here].is_type("state"):
            return None
        end = self._of_state(text, items, here, ref)
        return end if end < len(items) and items[end].capital and items[end].term is None else None

    def _of_state(self, text: str, items: list[Item], at: int, ref: Ref) -> int:
        target = items[at]
        code = code_of(target)
        # `ambassador of Peru to the UN`, `чадских дипломатов при ООН`
        sent = bool(ref.states) and (ref.role == "ambassador" or (ref.role == "official" and self.cased))
        if not ref.states or (target.is_type("org") and not sent):
            ref.states = (code,)
        if target.is_type("org") and not sent:
            ref.organization = code
        at += 1
        owner = at < len(items) and items[at].text == "'s"
        if owner:
            at += 1
        if not owner and not target.is_type("adj", "people") and not (target.term and target.term.possessive):
            end = self._party(items, at)
            if end > at:
                ref.organization = ref.organization or text[items[at].start : items[end - 1].end]
                return end
            return self.more_states(items, at, ref)
        if (
            at < len(items)
            and items[at].is_type("side")
            and not (items[at].capital and at + 1 < len(items) and items[at + 1].capital and not self.guarded)
        ):
            return self.side_tail(items, at + 1)
        end = self._organisation(items, at)
        if end > at and items[at].capital:
            ref.organization = ref.organization or text[items[at].start : items[end - 1].end]
            return end
        return at

    def _party(self, items: list[Item], at: int) -> int:
        """`of Kenya Labour Party`: past a body whose name begins behind the state; `at` where none does."""
        end = at
        while end < len(items) and end - at < _NAME_WORDS and items[end].capital and items[end].term is None:
            end += 1
        body = at < end < len(items) and items[end].is_type("side") and items[end].capital
        return end + 1 if body and not self.guarded else at

    def more_states(self, items: list[Item], at: int, ref: Ref) -> int:
        """`the foreign ministers of A, B and C`: past the states that share a title with the first."""
        codes: list[str] = []
        here, joined = at, False
        while here < len(items) and items[here].text in self.links and not joined:
            joined = items[here].text != ","
            here += 1
            while here < len(items) and (items[here].text in self.articles or items[here].text in self.of):
                here += 1
            if here >= len(items) or not items[here].is_type("state", "org"):
                return at
            codes.append(code_of(items[here]))
            here += 1
        behind = items[here] if here < len(items) else None
        if not joined or (behind and (behind.text == "'s" or behind.is_type("role", "side", "counterpart"))):
            return at
        ref.states = tuple(dict.fromkeys((*ref.states, *codes)))
        ref.plural = True
        return here

    def _body(self, name: str, inside: list[Item], ref: Ref) -> None:
        ref.organization = name
        if not ref.states:
            told = ("state", "adj", "capital", "metonym", *("org",) * self.cased)
            ref.states = tuple(code_of(i) for i in inside if i.is_type(*told))[:1]
        unit = unit_in(name)
        if unit:
            ref.units = (unit.code,) if unit.code else ()
            ref.states = ref.states or (unit.country,)

    def set_apart(self, items: list[Item], at: int) -> tuple[int, tuple[str, ...]]:
        """`state minister, Ministry of Trade, Kenya`: past bodies and a state between commas, and that state."""
        states: tuple[str, ...] = ()
        for _ in range(_PARTS):
            if at + 1 >= len(items) or items[at].text != ",":
                break
            here = at + 1
            if items[here].is_type("side") and items[here].capital:
                here = self.side_tail(items, here + 1)
                if here + 1 < len(items) and items[here].text in self.of:
                    here += 1
                    while here < len(items) and items[here].text in self.articles:
                        here += 1
            if here < len(items) and items[here].is_type("state") and not states:
                states = (code_of(items[here]),)
                here += 1
            if here == at + 1 or here >= len(items) or items[here].text not in _CLOSED:
                break
            at = here
        return at, states

    def side_tail(self, items: list[Item], at: int) -> int:
        """`Ministry of Foreign Affairs and Trade`: past the rest of the body's name."""
        if self.cased and at < len(items) and items[at].is_type("side") and items[at].may_own():
            return self.side_tail(items, at + 1)
        if self.cased and at < len(items) and items[at].text in self.of:
            return self._matter(items, at + 1) or at
        if self.cased and at < len(items) and items[at].term is None:
            first = at + 1 if items[at].text in self.words.coordinators else at
            end = self.portfolio(items, first)
            return end if end > first else at
        if at < len(items) and items[at].text in self.of:
            here = at + 1
            while here < len(items) and items[here].text in self.articles:
                here += 1
            end = self.portfolio(items, here)
            if end > here:
                return end
        return at

    def portfolio(self, items: list[Item], at: int) -> int:
        """Past the end of a list of portfolio words (`Foreign Affairs, Trade and Tourism`)."""
        end = start = at
        while at < len(items):
            text = items[at].text
            two = f"{text} {items[at + 1].text}" if at + 1 < len(items) else ""
            if two in self.portfolios:
                at += 2
                end = at
            elif text in self.portfolios:
                at += 1
                end = at
            elif end > start and self._joins(items, at):
                at += 1
            else:
                break
        return end

    def _joins(self, items: list[Item], at: int) -> bool:
        """Whether a word stands between two portfolios of a list (`du Commerce, de l'Industrie et du Sport`)."""
        text = items[at].text
        if text in self.links or text in self.words.determiners:
            return True
        return text in self.of and items[at - 1].text in self.links

    def _organisation(self, items: list[Item], at: int) -> int:
        """Past the end of a capitalised run that names a body (`the Customs Administration of …`).

        A run that runs on into a person's name is cut behind its last word that is none.
        """
        start = end = at
        noun = at
        while at < len(items) and at - start < _LOOK:
            item = items[at]
            if end > start and item.text in self.addresses:
                break
            if item.capital and item.text[0].isalpha() and not item.is_type("role"):
                at += 1
                end = at
                if item.text in self.words.not_names or item.term is not None:
                    noun = at
            elif (
                end > start and item.text in self.of | self.articles
            ) or item.text in self.words.determiners:
                at += 1
            else:
                break
        closed = end >= len(items) or not items[end].text[0].isalpha()
        if closed and end < len(items) and items[end].text in (",", "("):
            return end
        if noun > start:
            return noun
        if self.guarded and end - start > _NAME_WORDS:
            return end - _NAME_WORDS
        return end
