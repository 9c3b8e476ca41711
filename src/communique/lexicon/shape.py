"""The typed shape of a language pack's files; an unknown key or a wrong type is refused."""

from __future__ import annotations

from typing import Any

import msgspec


class Strict(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table that refuses keys it does not know."""


class Properties(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`pack.toml`: how the language is written and built; code branches on these, never on its name."""

    name: str
    code: str
    word_boundary: bool = True
    """Words are bounded by characters that are not letters or digits."""
    case: bool = True
    """Proper names are written with a capital."""
    nouns_capitalised: bool = False
    """Common nouns are written with a capital too, so a capital alone is no sign of a name."""
    verb_final: bool = False
    """Infinitive groups and subordinate clauses end in their verb."""
    state_follows: bool = False
    """A state or organisation stands right behind its title or side noun, with no word between."""
    subject_may_follow: bool = False
    """The subject may stand after the finite verb."""
    subject_dropped: bool = False
    """A finite verb may go without a subject, which is then the one of the sentence before (`Visitó Lima`)."""
    reported_mood: bool = False
    """A verb mood marks reported speech without any verb of saying."""
    pronouns_tell_sex: bool = False
    """`he` and `she` stand for men and women only, not for things by the gender of their noun."""
    states_have_gender: bool = False
    """States carry the gender of the pronouns of persons (`la France … elle`)."""
    adjective_endings: list[str] = []
    """Endings added to a state adjective's stem; empty: adjectives are written out."""
    adjectives_follow: bool = False
    """State adjectives stand behind their noun (`le ministre chinois des Affaires étrangères`)."""
    elisions: list[str] = []
    """Words that lose their last vowel and are written to the next one (`l'`, `qu'`)."""
    proclitics: list[str] = []
    """Words of one letter that are written to the next one (`و`), and how they join one another."""
    article: str = ""
    """The article that is written to its noun (`ال`)."""
    merged_article: str = ""
    """What a proclitic and the article become together (`لل`), the proclitic first."""
    word_endings: list[str] = []
    """Endings that a word may take and still be the same known word, longest first."""
    surname_endings: list[str] = []
    """Endings of words with the article that go on a name, though they may be read as others."""
    noun_endings: list[str] = []
    """Endings of words that are no person's name, where no capital tells names."""
    year_marks: list[str] = []
    """Words right behind a year, where dates begin with it (`2024年7月3日`)."""
    names_lead: bool = False
    """A title may stand right behind its name (`习近平主席`)."""
    comma_clauses: bool = False
    """Clauses follow one another with no more than a comma between them."""
    speech_goes_on: bool = False
    """Reported speech goes on to the end of its paragraph with nothing to mark it."""
    objects_before: bool = False
    """Prepositional phrases stand before their verb (`同X会谈`)."""
    syllables_apart: bool = False
    """A word's syllables are written apart (`tăng cường`), so that several of them are one word."""
    marks_optional: bool = False
    """A text may be written in plain letters, without the marks over and under them (`thoa thuan`)."""
    bare_openers: dict[str, str] = {}
    """Words as written without their accent where a sentence opens, and as they are meant (`A`: `à`)."""
    verbs_unchanging: bool = False
    """Verbs have one form for all: what another verb governs is told by its place alone."""
    feminine_verbs: list[str] = []
    """Beginnings (`ت*`) and endings (`*ت`) of finite verbs with a feminine subject, as a state's name is one."""
    feminine_nouns: list[str] = []
    """Endings of titles and side nouns that need such a verb."""
    speaker_verbs: list[str] = []
    """Beginnings and endings of finite verbs of the first person plural, which need no pronoun."""
    own_verbs: dict[str, list[str]] = {}
    """Tag to the endings, or beginnings (`أ*`), of its forms in the first person alone, which need no pronoun."""
    titles_stack: bool = False
    """All titles of a person stand before the name, with commas between them."""
    names_follow: bool = False
    """A gathering's or work's name stands behind the noun that says what it is (`Hội nghị ASEAN`)."""
    slashed_dates: bool = False
    """Days are written by number with a stroke between day and month (`25/11`)."""
    month_first_dates: bool = False
    """Some of its writers put the month first in figures, so `03/07/2024` alone is no date that one can tell."""
    noun_cases: list[str] = []
    """The cases that a row of `forms.toml` gives behind the nominative (`gen`, `dat`, `acc`, …)."""
    adjective_cases: list[list[str]] = []
    """Declensions of adjectives, the first whose ending fits: endings for masculine, feminine, neuter, plural."""
    name_endings: list[str] = []
    """Endings in which two forms of one word of a person's name may differ."""
    name_heads: list[str] = []
    """Words of names that some write to the next word (`عبد الله`, `عبدالله`)."""
    name_nominatives: dict[str, list[str]] = {}
    """Case to the endings that a person's name has in it and in the nominative (`ову>ов`), the first that fits."""
    place_nominatives: list[str] = []
    """Endings that a place's name has in other cases and what stands for them in the nominative (`е>а`)."""
    infinitives_alone: bool = False
    """An infinitive is a form of its own, which no particle marks and nothing else looks like."""
    quoted_names: bool = False
    """A quotation or capitalised words right behind the noun of a gathering are its name."""
    verb_first: bool = False
    """The finite verb stands before its subject, and that before its object."""
    name_words: int = 8
    """The most words of a person's name that no particle joins."""
    enclitics: list[str] = []
    """Pronouns that a hyphen ties to the verb before them (`-t-il`)."""
    governed_infinitives: bool = False
    """Prepositions govern infinitives (`avant de signer`), which are then no nouns."""
    genitive_endings: list[str] = []
    """Endings a proper name takes as a possessor, such as `'s` or `s`."""
    joined_pronouns: dict[str, list[str]] = {}
    """Endings of infinitives and gerunds to what they are with a pronoun written to them (`r`: `rse`)."""
    verb_forms: list[str]
    """The columns of a row in verbs.toml, in order."""
    inflect: list[Inflection] = []
    """How a regular verb makes its forms; the first rule whose ending fits is used."""
    infinitive_marker: str | None = None
    """The particle before an infinitive."""
    joined_infinitive: str | None = None
    """A regular expression for an infinitive that has the marker inside the word."""
    bare_infinitive: str | None = None
    """A regular expression for an infinitive without marker."""
    abbreviations: list[str] = []
    """Words whose full stop does not end a sentence."""
    closing_abbreviations: list[str] = []
    """Those of them behind which it does before a capital, as nothing but a unit follows them (`млрд. По словам …`)."""
    compounds: bool = False
    """Nouns join into one word, whose end tells what it names."""
    ordinal_dot: bool = False
    """A number with a full stop is an ordinal and does not end a sentence."""
    title_case_headlines: bool = False
    """Headlines capitalise every longer word."""


class Inflection(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`forms` with {0} the lemma and {1} the lemma without `ends`."""

    ends: str
    forms: str


class Grammar(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`grammar.toml`: the closed word classes that reading rests on (written in lower case)."""

    negation: list[str]
    undone_negation: list[str] = []
    """Words that make a negation right before them none (`not only`)."""
    refusals: list[str] = []
    """Words that deny the infinitive or gerund they govern (`refused to`, `without`)."""
    denials: list[str] = []
    """Words that deny the content clause behind them (`denied that`)."""
    claims: list[str] = []
    """Words that, negated, deny the content clause behind them (`no evidence that`)."""
    surmises: list[str] = []
    """Words that leave the content clause behind them open (`feared that`)."""
    cancellations: list[str] = []
    """Verbs that call off the visit or meeting that is their object or subject."""
    tellers: list[str] = []
    """Verbs of saying behind which a clause may begin without subordinator (`said Y had left`)."""
    doubts: list[str] = []
    """Subordinators of an indirect question (`whether`)."""
    irrealis: list[str] = []
    """Auxiliaries that make a participle unreal, but in reported speech (`hätte`)."""
    inverters: list[str] = []
    """Auxiliaries that, put first, open a condition (`Should X refuse, …`), where not every verb may."""
    wishes: list[str] = []
    """Words that make a wish of a conditional auxiliary and the infinitive behind them (`would like to`)."""
    prospects: list[str] = []
    """Words that make the infinitive behind them something to come (`wants to`)."""
    questioners: list[str] = []
    """Auxiliaries beside those of tense and voice that open a question (`does`)."""
    coordinators: list[str]
    determiners: list[str]
    oblique_determiners: list[str] = []
    genitive_articles: list[str] = []
    """Nominative articles that are genitive behind a noun (`am Rande der Konferenz`)."""
    genitive_determiners: list[str] = []
    """Determiners that are always genitive (`des`)."""
    genitive_groups: list[str] = []
    """First words of groups that are in the genitive then (`beider Länder`)."""
    genitive_adjectives: list[str] = []
    """Endings of an adjective without an article that is a genitive behind a noun (`Rückkehr kenianischer Truppen`)."""
    prepositions: list[str]
    clause_verbs: list[str] = []
    """Verbs that behind a comma begin a clause of their own, where a comma is enough to part clauses."""
    clause_prepositions: list[str] = []
    """Prepositions whose phrase goes on to the next comma (`以X为契机`)."""
    posting_leads: list[str] = []
    """Words before the state that a title is posted to (`驻委大使`), or before its preposition (`acreditado en`)."""
    dateline_marks: list[str] = []
    """Words that end a dateline (`新华社北京8月12日电`)."""
    lead_prepositions: list[str] = []
    """Other words that open a phrase before the comma of its clause (`应X邀请,Y访问Z`)."""
    agent_prepositions: list[str]
    subordinators: list[str]
    content_subordinators: list[str]
    relatives: list[str]
    subject_relatives: list[str] = []
    """Relatives whose form says that they are the subject of their clause."""
    conditionals: list[str]
    futures: list[str]
    intentions: list[str] = []
    """Modals among `futures` that tell a will rather than a plan (`will reisen`)."""
    obligations: list[str] = []
    passive_auxiliaries: list[str]
    perfect_auxiliaries: list[str]
    companions: list[str] = []
    """Words before a preposition of company: whom one acts together with, not upon (`in Absprache mit X`)."""
    listing: list[str] = []
    """Words that open a list of those who act (`several states …, darunter X und Y`)."""
    agreed_leads: list[str] = []
    """First words of a sentence that tells what was agreed (`Demnach sollen …`)."""
    earlier: list[str] = []
    """Words that set a sentence before the event that the text tells of (`hatte`, `had`)."""
    reflexives: list[str] = []
    """Pronouns that make an auxiliary of the passive one of the perfect (`s'est rendu`)."""
    intransitive_participles: list[str] = []
    """Participles that make their perfect with an auxiliary of the passive (`ist gereist`)."""
    be_forms: list[str] = []
    first_singular: list[str]
    first_plural: list[str]
    masculine: list[str]
    feminine: list[str]
    masculine_states: list[str] = []
    """First words of names of states, cities and bodies that are no feminine ones, where verbs tell."""
    plural_pronouns: list[str]
    possessives: list[str] = []
    second_person: list[str] = []
    """Pronouns for whom a speaker addresses (`you`): the other side of the talks."""
    objective_pronouns: list[str] = []
    """Pronouns that are never the subject (`him`)."""
    object_clitics: list[str] = []
    """Pronouns for the object right before their verb, which may be articles elsewhere (`lo recibió`)."""
    title_names: list[str] = []
    """Titles that are names too, where they stand behind another title (`Foreign Minister Amir …`)."""
    commoner_honorifics: list[str] = []
    """Honorifics that no holder of those titles has, so that they are names behind one (`Dr Sultan …`)."""
    answer_labels: list[str] = []
    """Labels of who answers in an interview (`A:`)."""
    verb_adjectives: list[str] = []
    """Infinitives that are adjectives before a noun (`clean energy`)."""
    verb_nouns: list[str] = []
    """Verbs that are nouns too, where no verb changes its form (`hợp tác`)."""
    pointers: list[str] = []
    """Words behind a noun that point at it (`cáo buộc này`), where no verb changes its form."""
    own_offices: list[str] = []
    """Titles of offices in the state that a document speaks from (`the Emir of the Country`)."""
    own_words: list[str] = []
    """Possessives of the first person, which make a side noun the speaker's own (`our forces`)."""
    severally: list[str] = []
    """Words that tell that several met one after the other, not together (`分别`, `lần lượt`)."""
    group_words: dict[str, int] = {}
    """Words that make a group of a plural title or side noun behind them, and how many they count (0: all)."""
    neighbour_country: list[str] = []
    """Those of `own_country` that mean the other side of the pair in talks."""
    own_country: list[str] = []
    groups: list[str]
    bare_groups: list[str] = []
    """Words that stand for the pair in talks where a verb follows them (`the two discussed`)."""
    side_nouns: list[str]
    side_links: list[str] = []
    """Words that tie a side noun to the state behind it (`the army of`, `troops from`)."""
    country_nouns: list[str] = []
    capital_nouns: list[str] = []
    """Those of them that are the capital (`in the Greek capital`)."""
    building_nouns: list[str] = []
    """Nouns that make the name of a house or a street of a town's name before them (`Baku House`)."""
    formal_nouns: list[str] = []
    """Nouns and adjectives of states' formal names before the short name (`Islamic Republic of`)."""
    formal_links: list[str] = []
    """Words between the two (`of`, `of the`: one by one)."""
    bands: list[str] = []
    """Side nouns for an armed group, which stand for the one named before (`the rebels`)."""
    state_parts: list[str] = []
    """Nouns for a part of a state, which stand for it as a target (`auf den Norden Israels`)."""
    led_bodies: dict[str, str] = {}
    """Nouns of a government behind the name of who leads it, and whose it mostly is (`the Obama administration`).

    Where that is nothing, only a person named in the text tells it (`Merkel-Regierung`).
    """
    risk_nouns: list[str] = []
    """Nouns for what may come, before `of` and who does it (`the risk of Kenya invading Peru`)."""
    noun_negation: list[str] = []
    """Words of negation that belong to the noun right behind them (`no`, `kein`)."""
    time_prepositions: list[str] = []
    """Prepositions behind which it no longer counts (`no deal after talks`)."""
    world_bodies: dict[str, str] = {}
    """Side nouns that are an organisation's body where they have a capital and nobody owns them (`the Council`)."""
    talked_of: list[str] = []
    """Nouns of what is talked about somewhere, behind which a place is no venue (`the situation in X`)."""
    representing: list[str] = []
    """Forms of the verb that tells for which state somebody takes part (`represented`)."""
    organ_nouns: list[str] = []
    """Nouns of organisations' organs, which mean the organisation once it was named with them (`the Authority`)."""
    organ_members: list[str] = []
    """Who decides for an organisation, and means it once it was named with them (`the ministers`)."""
    seated: list[str] = []
    """Endings of side nouns that are of the state whose capital they sit in (`the government in X`)."""
    institutions: list[str] = []
    """Nouns of bodies that bear a state's name and are no organ of it (`University of X`, `X大学`)."""
    matter_nouns: list[str] = []
    """Nouns of matters that have a state right behind them, which acts for nobody then (`vấn đề X`)."""
    event_nouns: list[str] = []
    """Nouns of meetings right behind the capital they are held in (`曼谷会晤`), where nothing parts words."""
    counterparts: list[str]
    successions: list[str] = []
    """Nouns for who held or holds another's office before or after (`predecessor`)."""
    guests: list[str] = []
    """Nouns for whom the other side receives (`the guest`)."""
    honorifics: list[str] = []
    name_particles: list[str] = []
    descents: list[str] = []
    """Those of them before the name of one's father, who is somebody else (`bin`)."""
    name_suffixes: list[str] = []
    not_names: list[str] = []
    name_letters: list[str] = []
    """Letters that spell names of other languages, where nothing parts words."""
    surnames: list[str] = []
    """Family names that stand before the given one, where nothing parts words."""
    short_state_tails: list[str] = []
    """What makes a state of its one-character name, where the text names the state in full (`巴国`)."""
    side_marks: list[str] = []
    """Words of one character that make a side of the state they are written to (`中方`)."""
    short_state_leads: list[str] = []
    """Words before a state's one-character name (`对`, `访`)."""
    loose_short_states: list[str] = []
    """One-character names that are words too, so that they tell a state in a row of such names only."""
    given_names: list[str] = []
    """Words that are names though they may be read as others: where no capital tells names, or states' names."""
    given_namesakes: list[str] = []
    """States, capitals and offices that are given names before another word with a capital (`Santiago Peña`)."""
    family_namesakes: list[str] = []
    """States, capitals and offices that are family names behind a word with a capital (`Iván Duque`)."""
    common_words: list[str] = []
    """Words that are no names and no more than words: where no capital tells names, or syllables stand apart."""
    skip_before_actor: list[str] = []
    separators: list[str] = []
    speech_sources: list[str] = []
    """Nouns of bodies and groups that are named as a source (`ministry`, `experts`)."""
    joint_words: list[str] = []
    """Words that say that both sides issue a document (`joint`)."""
    joint_actions: list[str] = []
    """Words at the front of an action that takes both sides (`hợp tác`): asked of nobody, it is proposed."""
    feminine_titles: list[str] = []
    """Titles and honorifics of women (`*` left: an ending)."""
    masculine_titles: list[str] = []
    """Titles and honorifics of men (`*` left: an ending)."""
    consultations: list[str] = []
    """Beginnings of words for talks that both sides hold at one level."""
    third_groups: list[str] = []
    """Groups of sides at war, to which who asks something of them does not belong (`die Konfliktparteien`)."""
    taken_up: list[str] = []
    """Pronouns that stand in front of a verb for what was told before (`Das kündigte X an`)."""
    local_bodies: dict[str, list[str]] = {}
    """By state, bodies that stand for it in its own press, where others have such bodies too (`Bundesrat`)."""
    statements: list[str] = []
    """Nouns that open the title of what a body says (`Erklärungen des Auswärtigen Amts`)."""
    statement_links: list[str] = []
    """Words between a body and what it speaks on in a title (`Auswärtiges Amt zum Anschlag in X`)."""
    speech_titles: list[str] = []
    """Nouns of a title that names whose speech follows (`remarks`)."""
    own_adjectives: list[str] = []
    """Adjectives before an infinitive whose subject, left out in a speech, is who speaks (`рад`)."""
    list_leads: list[str] = []
    """What stands before a list's colon and only announces the list (`the following`)."""
    salutations: list[str] = []
    """What a line begins with that opens a speech (`ladies and gentlemen`)."""
    question_labels: list[str] = []
    """Labels of who asks in an interview (`question`)."""
    reported_words: list[str] = []
    reported_plurals: list[str] = []
    """Forms that reported speech shares with the past, read as reported behind a report."""
    question_words: list[str] = []
    question_particles: list[str] = []
    """Words anywhere in a clause that make it a question whether it is so (`吗`, `是否`)."""
    settling: list[str] = []
    """Words before an infinitive that say it is settled or under way (`decided to`, `began to`)."""
    adverbs: list[str] = []
    """Words that may stand between a coordinator or particle and its verb."""
    adverb_endings: list[str] = []
    adverbial_nouns: list[str] = []
    """Endings of nouns that stand as adverbs (`عاما`), where the noun itself has no such form."""
    meeting_prepositions: list[str] = []
    """Words that join the other side of a meeting, that of company first (`with`, `between`)."""
    object_prepositions: list[str] = []
    """Words before a direct object that is a person or state (`recibió al presidente`)."""
    place_prepositions: list[str] = []
    possessive_marks: list[str] = []
    """Words behind an owner or a relative clause, before their noun (`X的Y`)."""
    owner_prepositions: list[str] = []
    """Those before the owner of a noun (`the visit of X`)."""
    reason_links: list[str] = []
    """Words that, as a coordinator does, join a reason to the one before it (`for leading as well as hosting`)."""
    name_links: list[str] = []
    """Words that continue a gathering's name (`Forum on …`)."""
    formats: dict[str, list[str]] = {}
    """Meeting format to the words that tell it (`online`, `phone`)."""
    clause_closers: list[str] = []
    """Words that close a clause of time before its comma, whose subject may stand behind that (`会见X时,Y表示`)."""
    occasions: list[str] = []
    """Phrases that open an occasion (`on the sidelines of`)."""
    contrast: list[str] = []
    """Words that set a clause against the one before it (`but`)."""
    impersonal: list[str] = []
    """Pronouns that stand for whoever is reported (`one`)."""
    neuter: list[str] = []
    """Pronouns that can stand for a state (`it`)."""
    demonstratives: list[str] = []
    """Pronouns for whom was named last, before a finite verb (`Dieser nahm an`)."""
    reason_prepositions: list[str] = []
    """Prepositions before a gerund whose subject is the clause's object (`thanked X for supporting`)."""
    correlatives: list[str] = []
    """Words between the two of a pair (`sowohl A als auch B`)."""
    stand_ins: list[str] = []
    """Words that stand for the clause behind the next comma (`dafür, dass …`)."""
    purposes: list[str] = []
    """Words that open a clause of what an action is for (`um X zu …`), which goes on with the action."""
    plural_nouns: list[str] = []
    """Endings of nouns in the plural, which no verb in the singular has for its subject (`*angriffe`)."""
    plural_titles: list[str] = []
    """Endings of titles in the plural (`Presidents`), which several names may share."""
    plural_determiners: list[str] = []
    """Determiners that make a title plural whose form does not tell; `der *onen`: with such an ending."""
    plural_genitives: list[str] = []
    """Those that do so only behind a noun, where they are genitive (`im Namen der Minister`)."""
    singular_titles: list[str] = []
    """Endings of titles that stay singular behind such a determiner (`die Ministerin`)."""
    attendance: list[str] = []
    """Phrases that list who else of the own side was there (`also present were`)."""
    inclusions: list[str] = []
    """Phrases that name some out of the group before them (`including`)."""
    heading_verbs: list[str] = []
    """Verbs of leading a body right behind a relative (`who heads`)."""
    delegations: list[str] = []
    """Side nouns that somebody leads for a state (`delegation`)."""
    joint_bodies: list[str] = []
    """Words of a joint body in the name of its session, in small letters too (`comisión mixta`)."""
    company_forms: list[str] = []
    """Participles of going with somebody, before `by` or `of` and who is of the same side (`acompañado por X`)."""
    ruled_bodies: list[str] = []
    """Side nouns that belong to who rules (`el gobierno de X`)."""
    led_forms: list[str] = []
    """Participles of leading, between a delegation and `by` with who leads it (`encabezada por X`)."""
    title_ends: list[str] = []
    """Words behind an instrument that begin what is told of its signing (`during`, `via`)."""
    deaths: list[str] = []
    """Nouns of a death, whose person is not the one who is condoled with (`the death of X`)."""
    place_relatives: list[str] = []
    """Relatives that take up a place (`where`)."""
    missions: list[str] = []
    """Endings of side nouns that an ambassador leads (`embassy`)."""
    work_links: list[str] = []
    """Words between the noun of a work and its name (`Port of Gwadar`)."""
    work_sites: list[str] = []
    """Prepositions between the noun of a work and the place that tells it from others (`plant in X`)."""
    work_purposes: list[str] = []
    """Words between the noun of a work and what it is for (`Werk zur Herstellung von`)."""
    work_signs: list[str] = []
    """Words of building, financing and running beside which a noun tells of a project."""
    date_bounds: list[str] = []
    """Prepositions before a date that something lasts to or from (`since`)."""
    event_links: list[str] = []
    """Words that tie the place before them to the gathering behind (`in X for the session`)."""
    event_hosts: list[str] = []
    """Words of holding a gathering, whose subject or agent is its host."""
    site_nouns: list[str] = []
    """Nouns of a place that need no name of their own (`the eastern border`); `*border`: compounds too."""
    work_statuses: dict[str, list[str]] = {}
    """Status of a project to the words beside it that tell it."""
    work_parts: list[str] = []
    """Phrases before the larger work that another is a part of."""
    generic_parts: list[str] = []
    """Words that name no single work (`gas` in `gas pipeline`)."""
    route_openers: list[str] = []
    """Words behind a work before the two places it joins (`from`, `between`)."""
    route_middles: list[str] = []
    """Words between those places."""
    route_verbs: list[str] = []
    """Verbs of joining places."""
    say_tails: list[str] = []
    """Words that open a comment on who says so (`according to`), ending a complement."""


class RoleEntry(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One entry of `roles.toml`: a role of the contract and its titles (`*` left: any compound)."""

    role: str
    terms: list[str]
    takes: str | None = None
    """`portfolio` or `organisation`: what an `of` phrase behind the title names."""
    rank: int = 0
    organization: str | None = None
    named: bool = False
    """Titles only before a name, since alone they are a body (`Bundesrat`)."""


class FalseFriend(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Titles that mean the protocol rank `rank` in some states, whatever their words say elsewhere."""

    titles: list[str]
    states: list[str]
    rank: int


class Roles(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`roles.toml`."""

    role: list[RoleEntry] = []
    portfolios: list[str] = []
    of: list[str] = []
    """Words that link a title to what it is a title of."""
    modifiers: list[str] = []
    """Words that stand before a title and belong to it (`deputy`, `acting`)."""
    state_heads: list[str] = []
    """Titles of all sorts of heads that are the head of state with a state right behind them (`глава Кении`)."""
    false_friend: list[FalseFriend] = []
    adjective_titles: list[str] = []
    """Titles that are adjectives behind a noun (`misión diplomática`)."""
    republican: list[str] = []
    """Titles of a head of state that no monarchy has (`president`)."""
    monarchic: list[str] = []
    """Titles of a head of state that only a monarchy has (`king`)."""
    local_surnames: list[str] = []
    """First words of the names of those who hold the offices below, where they tell (`Nguyễn`)."""
    local_offices: dict[str, list[str]] = {}
    """The same of titles that tell it surely only where the text comes from that state or names it."""
    offices: dict[str, list[str]] = {}
    """Alpha-3 code to titles that tell their state by themselves (`*` right: any that begins so, left: ends so)."""


class Cue(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One cue of `cues/<kind>.toml`: what it looks like, what it says, and its own tests."""

    id: str
    patterns: list[str]
    set: dict[str, Any] = {}
    """Fields of the record that this cue decides."""
    subject: str = "subject"
    """Where the actor stands: `subject`, `group`, `speaker`, `agent`, `object`, `none`."""
    object: str = "object"
    """Where the other side stands: `object`, `other`, `none`, or `after:WORD|WORD`."""
    complement: str = "none"
    """What the fact is about: `action`, `whole` (the cue's verb with it), `noun`, `inside`, `clause`, `none`."""
    speech: bool = False
    """The act is done by saying it, so that its subject is the speaker."""
    modality: str | None = None
    unless: list[str] = []
    """Infinitives under which the cue says something else (`will meet`)."""
    confidence: float = 0.7
    needs: list[str] = []
    """Conditions on the clause: `two_actors`, `group_subject`, `single_subject`, `person`, `object` …"""
    beside: list[str] = []
    """Words of which one must stand in the cue's clause, before or behind it; `*` leaves that end open."""
    not_beside: list[str] = []
    """Words that must not stand in the cue's clause; `*` leaves that end open."""
    not_written: list[str] = []
    """Words that only folding makes the cue of (`هنا` of `هنأ`), as they are written."""
    yes: list[str]
    no: list[str] = []


class Cues(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A file of cues of one kind."""

    cue: list[Cue] = []


class Numbers(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`numbers.toml`: written numbers, scales, approximators, units, dates relative to the text."""

    cardinals: dict[str, float]
    ordinals: dict[str, int]
    """Ordinal words; a word joined with a superlative (`zweitgrößte`) is listed by its stem."""
    ones: list[str] = []
    """Articles that mean one before a scale word (`a million`)."""
    scales: dict[str, float]
    short_scales: dict[str, float] = {}
    """Letters that scale a number of money, or one before a unit (`$65m`)."""
    either_mark: bool = False
    """Stop and comma are both in use for either, so that three digits behind a mark are a group of a number."""
    turned_mark: str = ""
    """A letter that agencies write for the decimal mark, with the digits behind it first (`8ر5` is 5.8)."""
    scale_links: list[str] = []
    """Words between a scale word and its unit (`milliards d'euros`)."""
    number_labels: list[str] = []
    """Words that make a name of the number behind them (`article`, `resolution`)."""
    bounds: dict[str, list[str]]
    units: dict[str, list[str]]
    """Unit code to the words that name it."""
    durations: list[str] = []
    """Unit codes of time, age and repetition: a number with one of them is no figure."""
    trailing_bounds: dict[str, list[str]] = {}
    """Bound to the words for it that stand between a number and its scale or unit (`20多亿`)."""
    classifiers: list[str] = []
    """Words between a number and the noun that is counted (`15项协议`), which count alone as `item`."""
    bound_blockers: list[str] = []
    """Endings of nouns behind which a preposition does not approximate (`Vertrag über 5 Millionen`)."""
    measures: list[MeasureEntry] = []
    change_up: list[str]
    change_down: list[str]
    yoy: list[str]
    compared: list[str] = []
    """Words that lead to what a figure is compared with, whose date is not its period (`compared with`)."""
    avg_annual: list[str]
    range_words: list[str]
    from_words: list[str]
    to_words: list[str] = []
    """Words between the two values of a change, told first to last (`from 15 to 25`)."""
    baseline_words: list[str] = []
    """Words before the value that a change began with, told last (`to 52.8 billion from 42.9`)."""
    by_words: list[str] = []
    """Words before the size of a change (`by 50 million`)."""
    intended: list[str] = []
    """Words that make a figure an intention: promised, aimed at, hoped for."""
    planned: list[str] = []
    """Words that make a figure one of the future."""
    requested: list[str] = []
    """Words that make a figure a demand."""
    takers: list[str] = []
    """Words whose subject takes: the giver of a grant or delivery is the other side."""
    origin_prepositions: list[str] = []
    """Prepositions of where a flow comes from."""
    causes: list[str] = []
    """Prepositions of what makes a figure change, whose nouns are not what it measures (`dank hoher Importe`)."""
    target_prepositions: list[str] = []
    """Prepositions of where a flow goes."""
    superlatives: list[str] = []
    """Words that rank (`largest`), `*` left where an ordinal is joined to them."""
    count_nouns: list[str] = []
    """Nouns before what is counted (`the number of …`)."""
    partitives: list[str] = []
    """Words before a superlative that leave open which of several it is (`one of the`)."""
    relative_days: dict[str, int]
    relative_periods: dict[str, list[str]]
    """`this_year`, `last_year`, `next_year`, `this_month` … to the phrases that say it."""
    halves: dict[str, list[str]]
    """`h1` `h2` (halves), `q1` … `q4` (quarters), `m5` (the first five months) … to phrases for it."""
    next_words: list[str] = []
    last_words: list[str] = []
    year_names: list[str] = []
    """Nouns that have a year before them as their name (`2050 Strategy`), which is then no date."""
    month_leads: list[str] = []
    """Words before a month that stands without day and year (`in`, `late`)."""
    day_leads: list[str] = []
    """Of the words before a month, those behind which the month may be the beginning of a day (`by June 30`)."""
    half_links: list[str] = []
    """Words between a day, month, half or quarter and its month or year."""
    range_leads: list[str] = []
    """Words before the second day of a range (`vom 3. bis zum 5. Juli`)."""
    weekdays: dict[str, int] = {}
    """Names of weekdays that CLDR lacks, Monday 1."""
    months: dict[str, int] = {}
    """Names of months that CLDR lacks, such as their case forms."""
    weekday_endings: list[str] = []
    """Endings that a weekday takes (`Dienstagabend`)."""
    percent: list[str]
    day_suffixes: list[str] = []
    currency_words: dict[str, list[str]] = {}
    within: list[str] = []
    """Words before a span of time that ends a term (`within two months`)."""
    time_units: dict[str, list[str]] = {}
    """`day`, `week`, `month` and `year` to the words for them in such a span."""
    shared_currencies: dict[str, list[str]] = {}
    """Words for the currencies of several states (`kroner`) to their codes; the states told decide."""
    counted: list[str] = []
    """Nouns that are counted as `item`."""


class MeasureEntry(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words near a figure that tell its measure; the nearest word whose entry fits the unit wins."""

    measure: str
    words: list[str]
    fits: list[str] = []
    """The units such a figure has (`money` for any currency); empty: any."""
    weak: bool = False
    """Only tells where no other entry does."""
    counts: bool = False
    """The words name what is counted, so that they tell only as the noun of the number."""


class Topics(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`topics.toml`: the words that tell a sector (prefix match with `*`)."""

    sectors: dict[str, list[str]]


class StateNames(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One state in `states.toml`: what CLDR lacks."""

    names: list[str] = []
    adjectives: list[str] = []
    people: list[str] = []
    capital: list[str] = []
    metonym: list[str] = []
    paired: list[str] = []
    """Short names that stand only beside another state and a dash (`Việt - Trung`)."""
    prefix: list[str] = []


class Never(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Strings that must not resolve to a state."""

    strings: list[str]
