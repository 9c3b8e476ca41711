import datetime as dt
from pathlib import Path

import pytest

from communique.errors import LedgerError, RequestError
from communique.ledger import Ledger
from communique.ledger.judgements import newest
from sample_readings import MONDAY, TUESDAY


def judge(ledger: Ledger, verdict: str = "same", at: dt.datetime = MONDAY, author: str = "ana") -> str:
    made = ledger.judge("person", "who-2", "who-1", verdict, author=author, made_at=at, reason="one photo")  # type: ignore[arg-type]
    return made.id


def test_a_judgement_comes_back_as_it_was_made(path: Path) -> None:
    with Ledger.open(path) as ledger:
        id = judge(ledger, at=MONDAY.astimezone(dt.timezone(dt.timedelta(hours=3))))
    with Ledger.open(path, read_only=True) as ledger:
        (kept,) = ledger.judgements(about="person")
        assert ledger.judgements(about="event") == []
    assert (kept.id, kept.one, kept.other, kept.verdict) == (id, "who-1", "who-2", "same")
    assert (kept.author, kept.reason, kept.made_at) == ("ana", "one photo", MONDAY)


def test_the_same_judgement_twice_is_kept_once(ledger: Ledger) -> None:
    assert judge(ledger) == judge(ledger)
    assert len(ledger.judgements()) == 1


def test_the_newest_judgement_on_a_pair_counts(ledger: Ledger) -> None:
    judge(ledger, "not_same", TUESDAY, "ben")
    judge(ledger, "same", MONDAY)
    (counts,) = newest(ledger.judgements("person")).values()
    assert (counts.verdict, counts.author) == ("not_same", "ben")


def test_taking_back_hides_and_keeps(ledger: Ledger) -> None:
    id = judge(ledger)
    ledger.retract_judgement(id, author="ben", at=TUESDAY)
    assert ledger.judgements() == []
    (kept,) = ledger.judgements(retracted=True)
    assert (kept.verdict, kept.retracted_by, kept.retracted_at) == ("same", "ben", TUESDAY)
    with pytest.raises(RequestError, match="ben took this judgement back on 2025-03-04"):
        ledger.retract_judgement(id, author="ana", at=TUESDAY)
    judge(ledger, at=TUESDAY)
    assert len(ledger.judgements()) == 1


def test_what_is_no_judgement_is_refused(ledger: Ledger) -> None:
    with pytest.raises(RequestError, match="no judgement of this id"):
        ledger.retract_judgement("j-none", author="ana", at=MONDAY)
    with pytest.raises(RequestError, match="'perhaps' is none of same, not_same, unsure"):
        judge(ledger, "perhaps")
    with pytest.raises(RequestError, match="two different keys"):
        ledger.judge("event", "a", "a", "same", author="ana", made_at=MONDAY)
    with pytest.raises(RequestError, match="needs an author"):
        judge(ledger, author=" ")
    assert ledger.judgements(retracted=True) == []


def test_a_ledger_opened_for_reading_takes_no_judgement(path: Path) -> None:
    Ledger.open(path).close()
    with Ledger.open(path, read_only=True) as ledger, pytest.raises(LedgerError, match="reading only"):
        judge(ledger)
