"""The contract's vocabularies as closed string types; `typing.get_args` lists the members in order."""

from __future__ import annotations

from typing import Literal

Manner = Literal["direct", "indirect", "joint", "passive"]
Modality = Literal[
    "actual", "planned", "agreed", "intended", "proposed", "requested", "conditional", "negated"
]
MeetingFormat = Literal["in_person", "online", "phone"]
VisitType = Literal["state", "official", "working", "private", "transit"]
Role = Literal[
    "head_of_state",
    "vice_head_of_state",
    "head_of_government",
    "deputy_head_of_government",
    "party_leader",
    "party_official",
    "foreign_minister",
    "vice_foreign_minister",
    "minister",
    "vice_minister",
    "speaker_of_parliament",
    "legislator",
    "ambassador",
    "special_envoy",
    "spokesperson",
    "governor",
    "mayor",
    "agency_head",
    "military",
    "royal",
    "executive",
    "igo_head",
    "official",
]
Instrument = Literal[
    "treaty",
    "agreement",
    "framework_agreement",
    "memorandum",
    "joint_declaration",
    "joint_statement",
    "protocol",
    "contract",
    "code_of_conduct",
    "letter_of_intent",
    "action_plan",
    "exchange_of_notes",
    "other",
]
InstrumentStatus = Literal[
    "negotiating", "initialled", "to_be_signed", "signed", "adopted", "ratified", "in_force", "terminated"
]
Tier = Literal[
    "friendly_relations",
    "cooperative_partnership",
    "comprehensive_cooperative_partnership",
    "strategic_partnership",
    "strategic_cooperative_partnership",
    "comprehensive_strategic_partnership",
    "comprehensive_strategic_cooperative_partnership",
    "all_weather_strategic_cooperative_partnership",
    "community_of_shared_future",
    "alliance",
]
Change = Literal["established", "upgraded", "reaffirmed", "in_place", "downgraded"]
CommitmentMode = Literal["agree", "pledge", "offer", "propose", "request", "consider"]
Sector = Literal[
    "political",
    "party",
    "parliament",
    "multilateral",
    "defence",
    "security",
    "law_enforcement",
    "border",
    "maritime",
    "trade",
    "customs",
    "investment",
    "finance",
    "infrastructure",
    "transport",
    "energy",
    "agriculture",
    "industry",
    "technology",
    "digital",
    "science",
    "environment",
    "health",
    "education",
    "culture",
    "tourism",
    "people",
    "media",
    "humanitarian",
    "visa",
    "subnational",
]
Stance = Literal["support", "oppose", "condemn", "recognize"]
CourtesyAct = Literal["thank", "congratulate", "condole", "welcome", "praise", "apologize"]
Measure = Literal[
    "trade_turnover",
    "exports",
    "imports",
    "trade_balance",
    "investment",
    "loan",
    "grant",
    "capacity",
    "cargo_volume",
    "tourists",
    "flights",
    "students",
    "doses",
    "companies",
    "participants",
    "agreements",
    "rank",
    "growth",
    "other",
]
Bound = Literal["exact", "about", "over", "under", "up_to"]
ProjectType = Literal[
    "corridor",
    "railway",
    "road",
    "port",
    "airport",
    "pipeline",
    "power",
    "industrial_park",
    "digital",
    "manufacturing",
    "initiative",
    "other",
]
ProjectStatus = Literal["proposed", "planned", "under_construction", "operating", "expanding", "suspended"]
GatheringType = Literal["summit", "conference", "expo", "session", "forum", "ceremony"]
Plover = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
