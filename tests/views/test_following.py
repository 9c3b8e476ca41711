"""What is followed through time, checked by hand on the examples and on the events told several times."""

from __future__ import annotations

import datetime as dt

import reports
from communique.views.figures import figures
from communique.views.instruments import instruments
from communique.views.invitations import invitations
from communique.views.mechanisms import mechanisms
from communique.views.promises import Promise, promises
from communique.views.scene import Scene
from communique.views.stances import stances
from communique.views.tiers import RUNGS, tiers

LATER = dt.date(2025, 1, 1)


def test_the_ladder_keeps_the_label_and_the_change(examples: Scene) -> None:
    steps = tiers(examples, ("CHN", "NGA"))
    raised = next(s for s in steps if s.tier == "comprehensive_strategic_partnership")
    assert (raised.change, raised.day) == ("upgraded", "2024-09-03")
    assert raised.rung == RUNGS.index("comprehensive_strategic_partnership") + 1
    assert len(raised.documents) >= 4
    assert raised.label
    assert raised.label in raised.quote


def test_steps_of_all_pairs_stand_in_order(examples: Scene) -> None:
    steps = tiers(examples)
    assert [s.parties for s in steps] == sorted(s.parties for s in steps)
    assert len({s.parties for s in steps}) > 8


def test_an_instrument_goes_on_from_signed_to_in_force(linking: Scene) -> None:
    found = next(i for i in instruments(linking, ("JPN", "PHL")) if len(i.stages) > 1)
    reached = [stage.status for stage in found.stages]
    assert (reached[0], reached[-1]) == ("signed", "in_force")
    assert found.status == "in_force"
    assert found.stages[0].day == "2024-07-08"
    assert any("Reciprocal Access Agreement" in title for title in found.titles)


def test_what_is_announced_is_no_reached_stage(examples: Scene) -> None:
    found = next(
        i for i in instruments(examples, ("KEN", "USA")) if i.stages and i.stages[0].status == "negotiating"
    )
    assert found.stages[0].modality == "planned"


def test_an_invitation_is_fulfilled_by_the_visit_it_led_to(examples: Scene) -> None:
    found = invitations(examples, ("DZA", "ITA"))
    assert [(i.inviter, i.invitee) for i in found] == [
        ("Abdelmadjid Tebboune (Algeria)", "Giorgia Meloni (Italy)")
    ]
    assert found[0].fulfilled
    assert found[0].visited == "2023-01-22"


def test_an_invitation_without_a_date_stays_open(examples: Scene) -> None:
    (steinmeier,) = [i for i in invitations(examples, ("NAM", "DEU")) if "Geingob" in i.inviter]
    assert (steinmeier.answer, steinmeier.fulfilled) == ("open", None)


def promise(found: list[Promise], words: str) -> Promise:
    return next(p for p in found if words in p.action)


def test_a_promise_past_its_year_is_overdue(examples: Scene) -> None:
    found = promises(examples, ("KEN", "USA"), LATER)
    trade = promise(found, "conclude the Strategic Trade")
    assert (trade.state, trade.due, trade.mode) == ("overdue", "2024", "pledge")
    assert (trade.number, trade.deadline, trade.agent) == (True, True, True)
    mission = promise(found, "lead the Multinational Security Support mission")
    assert (mission.state, mission.number, mission.deadline) == ("open", False, False)


def test_without_a_day_nothing_is_overdue(examples: Scene) -> None:
    assert not [p for p in promises(examples) if p.state in ("overdue", "silent")]


def test_long_silence_is_told(examples: Scene) -> None:
    found = promises(examples, ("KEN", "USA"), dt.date(2026, 1, 1))
    assert promise(found, "lead the Multinational Security Support mission").state == "silent"


def test_later_reports_repeat_or_settle(linking: Scene) -> None:
    verdicts = {later.verdict for p in promises(linking) for later in p.later}
    assert "repeated" in verdicts
    assert verdicts <= {"repeated", "begun", "done", "contradicted"}


def test_positions_tell_who_shares_them(examples: Scene) -> None:
    found = stances(examples, ("TUR",))
    assert {"condemn", "oppose", "support"} >= {s.stance for s in found}
    assert all("TUR" in (*s.by, *s.toward) for s in found)


def test_rounds_of_a_mechanism(linking: Scene) -> None:
    asean = next(m for m in mechanisms(linking) if "ASEAN" in m.name)
    assert [(r.number, r.day) for r in asean.rounds] == [(46, "2025-05-26"), (47, "2025-10-26")]
    assert (asean.last, asean.next, asean.overdue) == ("2025-10-26", None, False)


def test_a_next_round_that_did_not_come_is_overdue(examples: Scene) -> None:
    business = next(m for m in mechanisms(examples, today=dt.date(2026, 6, 1)) if "Asien-Pazifik" in m.name)
    assert (business.next, business.overdue) == ("2025", True)
    still = next(m for m in mechanisms(examples, today=dt.date(2025, 6, 1)) if "Asien-Pazifik" in m.name)
    assert not still.overdue


def test_figures_keep_each_claim(examples: Scene) -> None:
    trade = next(s for s in figures(examples, ("CHN", "NGA"), "trade_turnover"))
    assert {claim.value for claim in trade.claims} == {22_600_000_000}
    assert len(trade.claims) >= 5
    assert all(claim.period == "2023" for claim in trade.claims)


def test_a_growth_rate_that_does_not_fit_is_noted() -> None:
    rate = "Trade between Peru and Kenya rose by 20 percent to 60 million dollars in 2024, the ministry said."
    fits = "Trade between Peru and Kenya reached 50 million dollars in 2023."
    misfit = "Trade between Peru and Kenya reached 40 million dollars in 2023."

    def notes(other: str) -> list[str]:
        told = reports.told(
            ("en-a", "2025-01-20", "a.example", rate), ("en-b", "2024-01-20", "b.example", other)
        )
        (series,) = figures(Scene.from_records(told), ("PER", "KEN"), "trade_turnover")
        assert len(series.claims) == 2
        return list(series.notes)

    assert notes(fits) == []
    assert notes(misfit) == [
        "+20 % to 60 million USD implies 50 million USD before; told is 40 million USD in 2023"
    ]
