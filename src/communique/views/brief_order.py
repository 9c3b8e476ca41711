"""How the facts of a brief are grouped and ordered within their sections."""

from __future__ import annotations

from communique.base.edtf import bounds
from communique.kinds.act import Act
from communique.kinds.commitment import Commitment
from communique.kinds.invitation import Invitation
from communique.ledger.slots import date_text
from communique.views.merge import Fact

MODES = {
    "pledge": "Pledges",
    "offer": "Offers",
    "propose": "Proposes",
    "request": "Asks for",
    "consider": "Considers",
    "agree": "Agrees",
}
# The root codes of PLOVER that are verbal or material conflict.
CONFLICT = frozenset(
    {"REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}
)
TEMPERS = ("Cooperation", "Conflict")
ANSWERS = ("Accepted", "Open", "Declined")


def answer(fact: Fact) -> str:
    """Whether an invitation was accepted, as one of `ANSWERS`."""
    assert isinstance(fact.record, Invitation)
    return {True: "Accepted", None: "Open", False: "Declined"}[fact.record.accepted]


def temper(fact: Fact) -> str:
    """Whether an act is one of cooperation or of conflict."""
    assert isinstance(fact.record, Act)
    return "Conflict" if fact.record.plover in CONFLICT else "Cooperation"


def mode(fact: Fact) -> str:
    """The heading under which a commitment stands."""
    assert isinstance(fact.record, Commitment)
    return MODES[fact.record.mode]


def modality_tags(fact: Fact) -> tuple[str, ...]:
    """A tag for a modality that does not go without saying."""
    record = fact.record
    if record.modality == "negated":
        return ("not so: negated",)
    if isinstance(record, Commitment) and record.modality != "conditional":
        return ()
    return () if record.modality == "actual" else (record.modality,)


def ahead(fact: Fact) -> str:
    """Sorts what is coming: the next first, the undated last."""
    return getattr(fact.record, "due", None) or date_text(fact.record) or "9999"


def recent(fact: Fact) -> tuple[str, str]:
    """Sorts by the day a fact begins, else by its latest report; undated facts come last of all."""
    date = date_text(fact.record) or fact.reported
    return (bounds(date)[0].isoformat() if date else "", fact.reported or "")
